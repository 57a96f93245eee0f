"""Temporal expressions of one document, symbolic: what is said, and from what it counts."""

from sayso.annotate.temporal.find import find_times

__all__ = ["find_times"]
