"""Where a paragraph speaks in somebody's words."""

import re
from bisect import bisect_right
from operator import itemgetter

_MARK = re.compile(r"[“”«»\"]|``|''|(?<![^\W_])‘|’(?!\w)|(?<!\w)'(?=\w)|(?<=[\w.,!?])'(?!\w)")
_OPEN = {"“": "”", "«": "»", "``": "''", "‘": "’", '"': '"', "'": "'"}


def lies_in(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """True where one of the spans, ordered and disjoint, holds text[start:end]."""
    at = bisect_right(spans, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= spans[at][1]


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans inside quotation marks within text[start:end]; one left open runs to the end unless it is a single mark."""
    spans: list[tuple[int, int]] = []
    closing, since = "", 0
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()
        if closing:
            if sign == closing or (closing == "”" and sign in ('"', "''")) or (closing == '"' and sign == "”"):
                spans.append((since, mark.start()))
                closing = ""
        elif sign in _OPEN:
            closing, since = _OPEN[sign], mark.end()
    if closing and closing not in ("’", "'"):
        spans.append((since, end))
    return spans
