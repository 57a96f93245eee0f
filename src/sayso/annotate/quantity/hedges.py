"""Words that bound or blur a number, before and after it."""

import re

from sayso.annotate.quantity.spans import Bound, Hedge

_BEFORE = {
    Bound.AT_LEAST: """
        at least, at the very least, no fewer than, no less than, not less than, not fewer than, a minimum
        of, minimum, as few as, as little as, as low as
    """,
    Bound.MORE: """
        more than, over, above, upwards of, upward of, in excess of, greater than, exceeding, exceeds,
        exceed, exceeded, north of, well over, well above, far more than, much more than, well more than,
        over than, higher than, larger than, bigger than, longer than, older than, topping, topped,
        surpassing, surpassed, better than, comfortably over
    """,
    Bound.JUST_OVER: """
        just over, slightly more than, slightly over, a little over, a little more than, a bit more than,
        just above, just more than, a bit over, slightly above
    """,
    Bound.AT_MOST: """
        up to, at most, no more than, not more than, a maximum of, maximum, as many as, as much as, as high
        as, as long as, as large as, capped at, anything up to
    """,
    Bound.LESS: """
        less than, fewer than, under, below, south of, well under, well below, lower than, smaller than, far
        fewer than, younger than, shorter than
    """,
    Bound.NEARLY: """
        nearly, almost, just under, just below, not quite, just shy of, shy of, approaching, nearing,
        slightly under, slightly less than, slightly fewer than, a little under, a little less than,
        virtually, practically
    """,
    Bound.ABOUT: """
        about, around, approximately, roughly, some, circa, ca., ca, c., approx., approx, an estimated,
        estimated, close to, near, in the region of, in the order of, on the order of, in the neighborhood
        of, in the neighbourhood of, somewhere around, something like, probably, perhaps, maybe, possibly,
        more or less, give or take, an average of, averaging, averaged, ~, ∼, ≈, probably like, like
    """,
    Bound.EXACT: """
        exactly, precisely, a total of, another, a further, an additional, an extra, only, just, a mere, a
        whopping, a record, a staggering, all
    """,
}
_SIGNS = {">": Bound.MORE, "<": Bound.LESS, "≥": Bound.AT_LEAST, "≤": Bound.AT_MOST, "+": Bound.EXACT}
_BOUND_OF = {" ".join(words.split()): bound for bound, row in _BEFORE.items() for words in row.split(",")} | _SIGNS
# Words that are hedges only right before a number and never before "the", "a week" and the like.
_FILLER = (
    r"(?:\s{1,4}(?:another|an\s{1,4}additional|a\s{1,4}further|an\s{1,4}estimated|about|around|roughly|some|approximately"
    r"|only|just|a))?"
)
_WORDS = "|".join(re.escape(w).replace(r"\ ", r"\s{1,4}") for w in sorted(_BOUND_OF, key=lambda s: (-len(s), s)))
_BEFORE_NUMBER = re.compile(rf"(?<![\w-])(?P<words>{_WORDS}){_FILLER}[\s\u00a0]{{0,4}}$", re.IGNORECASE)

_AFTER_NUMBER = re.compile(
    r"(?:-(?P<plus>plus|odd)\b|(?P<sign>\+)(?!\d)|\s{0,4},?\s{1,4}(?P<words>or\s{1,4}more|and\s{1,4}more|or\s{1,4}so|or\s{1,4}thereabouts|or\s{1,4}less|or\s{1,4}fewer|"
    r"at\s{1,4}(?:the\s{1,4}very\s{1,4})?least|at\s{1,4}(?:the\s{1,4})?most|or\s{1,4}older|or\s{1,4}over|and\s{1,4}over|and\s{1,4}older|and\s{1,4}counting|or\s{1,4}under|odd|plus)"
    r"\b(?!\s{1,4}\d))",
    re.IGNORECASE,
)
_AFTER = {
    "plus": Bound.AT_LEAST,
    "odd": Bound.ABOUT,
    "or so": Bound.ABOUT,
    "or thereabouts": Bound.ABOUT,
    "or more": Bound.AT_LEAST,
    "and more": Bound.AT_LEAST,
    "or older": Bound.AT_LEAST,
    "or over": Bound.AT_LEAST,
    "and over": Bound.AT_LEAST,
    "and older": Bound.AT_LEAST,
    "and counting": Bound.AT_LEAST,
    "or less": Bound.AT_MOST,
    "or fewer": Bound.AT_MOST,
    "or under": Bound.AT_MOST,
    "at least": Bound.AT_LEAST,
    "at the very least": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "at the most": Bound.AT_MOST,
}
_WINDOW = 44


_LASTING = re.compile(
    r"\b(?:for|after|of|in|lasted|lasting|took|takes|take|taking|with|by|spent|spend|spending|is|was|were|be|been|last|lasts|"
    r"just|well|than)\s{1,4}$",
    re.IGNORECASE,
)
_SPANNING = frozenset({"over", "above", "below", "under", "near", "like"})


def hedge_before(text: str, start: int, *, length: bool = False) -> Hedge | None:
    """The hedge that ends right before `start`; the outermost where several stand in a row ("up to about").

    Before a `length` of time "over" and its like are hedges only after "for", "lasted" and such.
    """
    left = max(0, start - _WINDOW)
    match = _BEFORE_NUMBER.search(text, left, start)
    if match is None:
        return None
    words = " ".join(match["words"].lower().split())
    if length and words in _SPANNING and not _LASTING.search(text, max(0, match.start() - 16), match.start()):
        return None
    return Hedge(match.start("words"), match.end("words"), words, _BOUND_OF[words])


def hedge_after(text: str, end: int) -> Hedge | None:
    """The hedge that begins right at `end` ("or more", "-plus", "at least")."""
    match = _AFTER_NUMBER.match(text, end)
    if match is None:
        return None
    words = " ".join((match["words"] or match["plus"] or "plus").lower().split())
    return Hedge(match.start(), match.end(), words, _AFTER[words])


def bounds(hedge: Hedge | None) -> Bound:
    """What a hedge does; no hedge leaves a number exact."""
    return hedge.bound if hedge else Bound.EXACT
