"""Attributions, measured as on PolNeAR."""
