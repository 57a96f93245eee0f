"""Quantities, measured as on NewsQuant."""
