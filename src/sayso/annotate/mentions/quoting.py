"""Which tokens of a parse stand inside quotation marks."""

from spacy.tokens import Doc

_OPEN = {"“": "”", "«": "»", "„": "“", "‘": "’"}
_STRAIGHT = frozenset({'"', "''", "``"})


def quoted(doc: Doc) -> list[bool]:
    """For each token whether it is inside double quotation marks; an unclosed mark holds to the end of the parse."""
    inside: list[bool] = []
    closes: str | None = None
    for token in doc:
        mark = token.text
        if closes is None:
            inside.append(False)
            if mark in _STRAIGHT:
                closes = mark
            elif mark in {"“", "«", "„"}:
                closes = _OPEN[mark]
        else:
            inside.append(True)
            if mark == closes or (closes in _STRAIGHT and mark in _STRAIGHT) or mark in {"”", "»"}:
                inside[-1] = False
                closes = None
    return inside
