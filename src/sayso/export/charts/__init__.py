"""Charts of a dossier as inline SVG, each with the table behind it; no script, no style attribute, no colour of its own."""

from sayso.export.charts.chart import Cell, Chart
from sayso.export.charts.relays import relay_chart
from sayso.export.charts.series import series_chart
from sayso.export.charts.timeline import timeline_chart

__all__ = ["Cell", "Chart", "relay_chart", "series_chart", "timeline_chart"]
