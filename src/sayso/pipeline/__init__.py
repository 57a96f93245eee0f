"""Compositions of the stages."""

from sayso.pipeline.report import report

__all__ = ["report"]
