"""Charts of a dossier as inline SVG, each with the table behind it; no script, no style attribute, no colour of its own."""

from sayso.export.charts.chart import Cell, Chart
from sayso.export.charts.timeline import timeline_chart

__all__ = ["Cell", "Chart", "timeline_chart"]
