"""Compositions of the stages. Nothing is imported before it is asked for: the model costs seconds."""
