"""Compositions of the stages."""

from sayso.between import compare, diff
from sayso.pipeline.report import report

__all__ = ["compare", "diff", "report"]
