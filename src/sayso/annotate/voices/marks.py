"""Quotation marks: which stretch of a text stands in them, whatever their shape and however ill they are paired."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from sayso.annotate.voices.records import Reach


class Family(Enum):
    """Marks of one family close one another: “ with a straight mark too, for hands and converters mix them."""

    DOUBLE = "double"
    GUILLEMET = "guillemet"
    SINGLE = "single"
    CORNER = "corner"
    WHITE_CORNER = "white corner"
    TITLE = "title"


class Side(Enum):
    """Which side of a quotation a mark stands on."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark `text[start:end]`; a mark broken by a wrong decoding is several characters long."""

    start: int
    end: int
    family: Family
    side: Side


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` with its marks; `inner` without them. `open_end`: its closing mark is missing in this block."""

    start: int
    end: int
    inner: Reach
    open_end: bool = False


# “ ” and ‘ ’ in UTF-8 read as Windows-1252 (â€œ), and Windows-1252 read as Latin-1 (\x93).
_BROKEN = {
    "â€œ": ("“", '"'),
    "â€\x9d": ("”", '"'),
    "â€˜": ("‘", "'"),
    "â€™": ("’", "'"),
    "\x93": ("“", '"'),
    "\x94": ("”", '"'),
}
_BROKEN |= {"â\x80\x9c": ("“", '"'), "â\x80\x9d": ("”", '"'), "â\x80\x98": ("‘", "'"), "â\x80\x99": ("’", "'")}
_BROKEN |= {"\x91": ("‘", "'"), "\x92": ("’", "'"), "&ldquo;": ("“", '"'), "&rdquo;": ("”", '"'), "&quot;": ('"', '"')}
_BROKEN |= {"&lsquo;": ("‘", "'"), "&rsquo;": ("’", "'"), "&laquo;": ("«", "«"), "&raquo;": ("»", "»")}
_MARK = re.compile("|".join([*map(re.escape, _BROKEN), "''", "``", "[\"“”„‟＂«»‹›「」『』《》'‘’‚`´]"]))
_ELISION = re.compile(r"(?i)\d\ds?\b|(?:em|tis|twas|til|till|n|cause|bout|round|ere)\b")
_BEFORE_OPEN = frozenset("([{—–-/:=")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_OPENING = {
    "“": Family.DOUBLE,
    "„": Family.DOUBLE,
    "‟": Family.DOUBLE,
    "``": Family.DOUBLE,
    "‘": Family.SINGLE,
    "‚": Family.SINGLE,
}
_GUILLEMETS = {"«": Side.OPEN, "‹": Side.OPEN, "»": Side.CLOSE, "›": Side.CLOSE}
_CORNERS = {
    "「": (Family.CORNER, Side.OPEN),
    "」": (Family.CORNER, Side.CLOSE),
    "『": (Family.WHITE_CORNER, Side.OPEN),
    "』": (Family.WHITE_CORNER, Side.CLOSE),
    "《": (Family.TITLE, Side.OPEN),
    "》": (Family.TITLE, Side.CLOSE),
}
_SINGLES = frozenset("'‘’‚`´")


def _is_open_place(text: str, start: int, end: int) -> bool:
    """True where a mark has nothing but space or an opening sign before it and a word after it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in _BEFORE_OPEN or before in "\"“‘«'") and not after.isspace()


def _is_close_place(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _side_by_place(text: str, start: int, end: int) -> Side:
    opens, closes = _is_open_place(text, start, end), _is_close_place(text, start, end)
    if opens != closes:
        return Side.OPEN if opens else Side.CLOSE
    return Side.EITHER


def _single(text: str, start: int, end: int, sign: str) -> Side | None:
    """The side of a single mark, None for an apostrophe."""
    if _is_open_place(text, start, end) and (end < len(text)) and text[end] not in ".,;:!?)":
        return None if _ELISION.match(text, end) else (Side.OPEN if sign != "’" else None)
    if sign != "‚" and _is_close_place(text, start, end):
        return Side.CLOSE
    return None


def _mark(text: str, found: re.Match[str]) -> Mark | None:
    start, end = found.span()
    sign = _BROKEN.get(found.group(), (found.group(), ""))[0]
    if sign in _SINGLES:
        side = _single(text, start, end, sign)
        return Mark(start, end, Family.SINGLE, side) if side else None
    if sign in _CORNERS:
        return Mark(start, end, *_CORNERS[sign])
    if sign in _GUILLEMETS:
        by_place = _side_by_place(text, start, end)
        return Mark(start, end, Family.GUILLEMET, _GUILLEMETS[sign] if by_place is Side.EITHER else by_place)
    if sign in _OPENING:
        # Some keyboards close with the opening mark; the place tells.
        by_place = _side_by_place(text, start, end)
        return Mark(start, end, Family.DOUBLE, Side.CLOSE if by_place is Side.CLOSE else Side.OPEN)
    if sign == "”":
        by_place = _side_by_place(text, start, end)
        return Mark(start, end, Family.DOUBLE, Side.OPEN if by_place is Side.OPEN else Side.CLOSE)
    return Mark(start, end, Family.DOUBLE, _side_by_place(text, start, end))


def _marks(text: str) -> list[Mark]:
    return [m for found in _MARK.finditer(text) if (m := _mark(text, found))]


def _closing(marks: Sequence[Mark], at: int, text: str) -> int | None:
    """Index of the mark that closes `marks[at]`; None where another of its family opens first or none follows."""
    opening = marks[at]
    fallback = None
    for n in range(at + 1, len(marks)):
        mark = marks[n]
        if mark.family is not opening.family:
            continue
        if opening.family is Family.SINGLE:
            # A plural possessive looks like a closing mark: one after a full stop or comma is preferred.
            if mark.side is Side.OPEN:
                return fallback
            if text[mark.start - 1] != "s":
                return n
            fallback = n if fallback is None else fallback
        elif mark.side is Side.OPEN:
            return None
        else:
            return n
    return fallback


def _cap(text: str, mark: Mark, marks: Sequence[Mark], at: int) -> tuple[int, bool]:
    """Where a quotation without closing mark ends, and whether that is the end of the block."""
    following = next((m.start for m in marks[at + 1 :] if m.family is mark.family), None)
    if following is None:
        return len(text.rstrip()), True
    stop = _SENTENCE_END.search(text, mark.end, following)
    return (stop.end() if stop else len(text[:following].rstrip())), False


def quotations(text: str) -> Iterator[Quotation]:
    """The outermost quotations of one block, in order and disjoint; never raises, whatever the marks.

    A quotation whose closing mark is missing ends with its block, or, where another one opens in the block before that, at
    the end of its sentence. A lone single mark within the block or a closing mark without an opening one is no quotation.
    """
    marks = _marks(text)
    position = at = 0
    while at < len(marks):
        mark = marks[at]
        if mark.side is Side.CLOSE or mark.start < position or (mark.side is Side.EITHER and _is_measure(text, mark)):
            at += 1
            continue
        close = _closing(marks, at, text)
        if close is not None:
            yield Quotation(mark.start, marks[close].end, (mark.end, marks[close].start))
            position, at = marks[close].end, close + 1
        elif mark.family is Family.SINGLE and text[: mark.start].strip():
            at += 1
        else:
            end, open_end = _cap(text, mark, marks, at)
            if end > mark.end:
                yield Quotation(mark.start, end, (mark.end, end), open_end)
                position = end
            at += 1


def _is_measure(text: str, mark: Mark) -> bool:
    """True for the sign of inches or seconds: 6'2"."""
    return mark.start > 0 and text[mark.start - 1].isdigit()


def leading_close(text: str) -> int | None:
    """End of a closing mark that no opening one precedes in the block: a quotation may run on from the block before."""
    first = next(iter(_marks(text)), None)
    return first.end if first and first.side is Side.CLOSE else None


def opens(text: str) -> bool:
    """True where the block begins with an opening mark."""
    first = next(iter(_marks(text)), None)
    return first is not None and first.side is not Side.CLOSE and not text[: first.start].strip()
