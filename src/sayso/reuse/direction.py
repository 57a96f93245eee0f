"""Who took from whom, and what that rests on."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Document
from sayso.reuse.naming import credits_publisher, names_publisher, same_publisher, signs_itself
from sayso.reuse.passages import Passage
from sayso.reuse.patchwork import WHOLE_SHARE, Patchworks
from sayso.reuse.sentences import Text

LONGER = 1.2  # how many times longer the fuller version must be
SURPLUS = 0.15  # share of the fuller text that the shorter one must lack


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts with their common passages; `damaged` is the side (0, 1) that has the same words with damaged letters."""

    one: Text
    two: Text
    passages: Sequence[Passage]
    damaged: int | None


@dataclass(frozen=True, slots=True)
class Direction:
    """`taker` is 0 where the first text takes, 1 where the second does; `why` names the evidence."""

    taker: int
    why: str


def find_direction(pair: Compared, patchworks: Patchworks) -> Direction:
    """The first of these that decides, else by id.

    Credit, an agency's own signature, publication, a name in the text, damage, patchwork, length.
    """
    one, two = pair.one.document, pair.two.document
    return (
        _by_credit(one, two)
        or _by_signature(one, two)
        or _by_publication(one, two)
        or _by_name(one, two)
        or _by_damage(pair)
        or _by_patchwork(pair, patchworks)
        or _by_length(pair)
        or Direction(1, "direction unknown")
    )


def _by_credit(one: Document, two: Document) -> Direction | None:
    if same_publisher(one, two):
        return None
    first, second = credits_publisher(one, two.publisher), credits_publisher(two, one.publisher)
    return Direction(int(second), "the taker credits the giver") if first != second else None


def _by_signature(one: Document, two: Document) -> Direction | None:
    """An agency that signs its own copy gives; what others print of it bears their names, or none."""
    first, second = signs_itself(one), signs_itself(two)
    return Direction(int(first), "the giver is an agency that signs its copy") if first != second else None


def _by_name(one: Document, two: Document) -> Direction | None:
    if same_publisher(one, two):
        return None
    first, second = names_publisher(one, two.publisher), names_publisher(two, one.publisher)
    return Direction(int(second), "the taker names the giver in its text") if first != second else None


def _by_publication(one: Document, two: Document) -> Direction | None:
    moments = _moment(one), _moment(two)
    if moments[0] and moments[1] and moments[0] != moments[1]:
        return Direction(int(moments[1] > moments[0]), "the giver was published earlier")
    for taker, (early, late) in ((1, (one, two)), (0, (two, one))):
        if early.published.end and late.published.start and early.published.end < late.published.start:
            return Direction(taker, "the giver was published earlier")
    return None


def _moment(document: Document) -> dt.datetime | None:
    """The exact moment of publication where one with a zone is stated."""
    try:
        moment = dt.datetime.fromisoformat(document.published.at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _by_damage(pair: Compared) -> Direction | None:
    return None if pair.damaged is None else Direction(pair.damaged, "the taker has the same words with damaged letters")


def _by_patchwork(pair: Compared, patchworks: Patchworks) -> Direction | None:
    one, two = pair.one.document.id, pair.two.document.id
    first, second = patchworks.holds(one, two), patchworks.holds(two, one)
    return Direction(int(second), "the taker is put together from this and other documents") if first != second else None


def _by_length(pair: Compared) -> Direction | None:
    taken = sum(p.a_end - p.a_start for p in pair.passages), sum(p.b_end - p.b_start for p in pair.passages)
    sizes = pair.one.size, pair.two.size
    for taker, giver in ((0, 1), (1, 0)):
        whole = taken[taker] >= WHOLE_SHARE * sizes[taker] and taken[giver] <= (1 - SURPLUS) * sizes[giver]
        if whole and sizes[giver] >= LONGER * sizes[taker]:
            return Direction(taker, "nearly all of the taker stands in the giver, which has more")
    for taker, giver in ((0, 1), (1, 0)):
        if taken[giver] >= LONGER * taken[taker]:
            return Direction(taker, "the giver has the fuller version of the shared passages")
    return None
