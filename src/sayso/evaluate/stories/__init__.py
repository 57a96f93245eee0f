"""Dossiers, measured against what a careful reader found in the same reports."""
