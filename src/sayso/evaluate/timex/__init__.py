"""Temporal expressions, measured as in TempEval-3."""
