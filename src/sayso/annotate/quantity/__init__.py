"""Quantities of a document as sets of possible values."""

from sayso.annotate.quantity.find import find_quantities

__all__ = ["find_quantities"]
