"""Whether a figure is a level or a difference, and which way it goes."""

import re

from spacy.tokens import Token

from sayso.annotate.quantity.spans import Bound, Figure
from sayso.model.enums import QuantityKind

_UP_WORDS = """
rise grow increase jump climb gain surge soar advance add edge rally rebound leap spike raise boost improve up
swell expand appreciate
"""
_UP = frozenset(_UP_WORDS.split())
_DOWN_WORDS = """
fall drop decline decrease lose slip slide plunge plummet tumble cut reduce shrink sink dip lower slump down shed
crash retreat contract depreciate slash
"""
_DOWN = frozenset(_DOWN_WORDS.split())
_UP_BEFORE = re.compile(r"\b(?:up|higher)(?:\s+by)?\s*$", re.IGNORECASE)
_DOWN_BEFORE = re.compile(r"\b(?:down|lower|off)(?:\s+by)?\s*$", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(r"\b(?:to|at|from|of|between)\s*$", re.IGNORECASE)
_BY_BEFORE = re.compile(r"\bby\s*$", re.IGNORECASE)
_SIGNS = {
    Bound.AT_LEAST: ">", Bound.MORE: ">", Bound.JUST_OVER: ">", Bound.AT_MOST: "<", Bound.LESS: "<", Bound.NEARLY: "~",
    Bound.ABOUT: "~", Bound.EXACT: "=",
}  # fmt: skip


def change_of(figure: Figure, delta: str | None) -> str:
    """One of = < > ~ up down, as NewsQuant has it: "about" hides a direction, a bound does not."""
    bound = figure.hedge.bound if figure.hedge else Bound.EXACT
    if delta is not None and bound is not Bound.ABOUT:
        return delta
    if bound is Bound.NEARLY and figure.hedge is not None and figure.hedge.words.startswith(("just ", "slightly ")):
        return "<"
    return _SIGNS[bound]


def delta_of(text: str, figure: Figure, root: Token | None) -> str | None:
    """Up or down where the figure is a difference and no level."""
    before = text[max(0, figure.start - 24) : figure.start]
    if figure.kind not in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.COUNT):
        return None
    if _UP_BEFORE.search(before) and figure.unit is not None:
        return "up"
    if _DOWN_BEFORE.search(before) and figure.unit is not None:
        return "down"
    if _LEVEL_BEFORE.search(before) or root is None:
        return None
    by = _BY_BEFORE.search(before) is not None
    if not by and figure.kind is not QuantityKind.PERCENT:
        return None
    return _verb_direction(root)


def _verb_direction(root: Token) -> str | None:
    token = root
    for _ in range(4):
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "ADV") and lemma in _UP:
            return "up"
        if token.pos_ in ("VERB", "ADV") and lemma in _DOWN:
            return "down"
        if token.pos_ in ("VERB", "AUX") or (token.dep_ in ("nsubj", "nsubjpass", "pobj", "poss") and token is not root):
            return None
        token = token.head
    return None
