"""What people decided: read from plain files, applied to what the stages found, written by `sayso correct`."""
