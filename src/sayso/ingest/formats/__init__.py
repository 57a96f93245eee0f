"""Readers of the formats: each turns text into a `Raw` article."""
