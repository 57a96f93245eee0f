"""Reuse: which document takes text from which, and where."""

from sayso.reuse.find import find_reuse

__all__ = ["find_reuse"]
