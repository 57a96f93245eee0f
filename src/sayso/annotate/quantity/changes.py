"""Whether a figure is a level or a difference, and which way it goes."""

import re

from spacy.tokens import Token

from sayso.annotate.quantity.moves import (
    Way,
    compared_after,
    moved_by,
    moved_right_before,
    particle_before,
    share_compared_after,
)
from sayso.annotate.quantity.spans import Bound, Figure
from sayso.annotate.quantity.tokens import SUBJECTS
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
_PARTICLE = re.compile(r"\b(?:(?P<up>up|higher)|(?P<down>down|lower|off))(?:\s{1,4}by)?\s{0,4}$", re.IGNORECASE)
_LEVEL_AFTER = re.compile(
    r"(?:\s{1,4}(?:points?|places?|notches))?(?:,?\s{1,4}(?:to|from|since|on)\b|\s{0,4}(?:[.,;)]|$))|\s{1,4}(?:points?|places?)\b"
)
_WAY_AFTER = re.compile(  # "sank 40 miles off the coast" tells a place
    r"\s{1,4}(?:off|away|north|south|east|west|below|above|into|onto|down|through|deep|across|along|inside|outside|short|onward|"
    r"from\s{1,4}(?:the|a|its|his|her|their)\b)",
    re.IGNORECASE,
)
_LEVEL_BEFORE = re.compile(r"\b(?:to|at|from|of|between)\s{0,4}$", re.IGNORECASE)
_BY_BEFORE = re.compile(r"\bby\s{0,4}$", re.IGNORECASE)
_MOVING = frozenset({QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.COUNT})
_PARTICLES = frozenset({"up", "down", "off"})
_CARRIERS = frozenset(
    {
        "trend",
        "trade",
        "open",
        "close",
        "finish",
        "end",
        "stay",
        "go",
        "come",
        "move",
        "push",
        "drive",
        "bring",
        "send",
        "edge",
        "tick",
        "inch",
        "creep",
        "be",
        "nudge",
    }
)
_STEPS_BACK = 6  # tokens of a hedge and a sign that stand between particle and number
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
    if figure.kind not in _MOVING:
        return None
    before = text[max(0, figure.start - 90) : figure.start]
    way = _told_by_words(text, figure, before, root)
    if way is not None:
        return way.value
    if _LEVEL_BEFORE.search(before) or root is None or root.dep_ in SUBJECTS:
        return None
    by = _BY_BEFORE.search(before) is not None
    if not by and (figure.kind is not QuantityKind.PERCENT or _spelled_share(figure)):
        return None
    return _verb_direction(root)


def _told_by_words(text: str, figure: Figure, before: str, root: Token | None) -> Way | None:
    """The way that the words right before or after the figure tell."""
    if _LEVEL_BEFORE.search(before):
        return None
    compared = compared_after(text, figure.end)
    if compared is None and figure.kind is QuantityKind.PERCENT:
        compared = share_compared_after(text, figure.end)
    way = compared or moved_by(before) or particle_before(before)
    if way is not None:
        return way
    if figure.unit is not None and root is not None:
        particle = _free_particle(before, root)
        if particle is not None:
            return particle
    counted = figure.kind is QuantityKind.COUNT and _LEVEL_AFTER.match(text, figure.end) is None
    way_gone = figure.kind is QuantityKind.MEASURE and _WAY_AFTER.match(text, figure.end) is not None
    return None if counted or way_gone else moved_right_before(before)


def _free_particle(before: str, root: Token) -> Way | None:
    """The way of "up" or "down" right before a number, None where another verb owns it ("made up 30 per cent")."""
    match = _PARTICLE.search(before)
    if match is None:
        return None
    near = root.doc[max(0, root.i - _STEPS_BACK) : root.i]
    owner = next((t.head for t in reversed(near) if t.lower_ in _PARTICLES and t.dep_ == "prt"), None)
    if owner is not None and owner.lemma_.lower() not in _CARRIERS:
        return None
    return Way.UP if match["up"] else Way.DOWN


def _spelled_share(figure: Figure) -> bool:
    return figure.numerals[0].share


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
