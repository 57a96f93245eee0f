"""How well sayso reads, measured on gold by the metrics of the field."""
