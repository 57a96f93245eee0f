"""Attributions as acts of saying: one for each cue, none inside what another one says.

Corpora of attribution relations count so (PolNeAR: Newell, Margolin & Ruths 2018): a quotation that goes on after its cue
belongs to that cue, and the words of a source are not searched for what others said. A dossier wants both kept apart.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import structs

from sayso.annotate.voices.records import Reach
from sayso.model.voice import Attribution

CITING = frozenset({"citing", "quoting", "cited", "cites", "quoted", "quotes", "from"})


def acts(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The outermost acts of saying among the attributions of one document, in their order; none has a parent."""
    merged = _merged([a for n, a in enumerate(found) if not _relays(n, found)])
    reaches = sorted(piece for a in merged for piece in a.content)
    furthest = list(accumulate((end for _, end in reaches), max))
    return tuple(a for a in merged if not _inside(_anchor(a), a.content, reaches, furthest))


def _relays(n: int, found: Sequence[Attribution]) -> bool:
    """True for the voice around another one with the very same content ("quoted by the daily"): it says nothing itself.

    Nor does whom an outlet cites for what it says: there the outlet's is the act.
    """
    own, near = found[n], found[max(0, n - 2) : n + 3]
    if _cited(own, found):
        return True
    return any(a.parent == n and a.content == own.content and not _cited(a, found) for a in near)


def _cited(attribution: Attribution, found: Sequence[Attribution]) -> bool:
    if attribution.parent is None or attribution.cue is None or attribution.cue.text.lower() not in CITING:
        return False
    return found[attribution.parent].content == attribution.content


def _merged(found: Sequence[Attribution]) -> list[Attribution]:
    kept: list[Attribution] = []
    known: dict[Reach, int] = {}
    for attribution in found:
        cue = attribution.cue
        at = known.setdefault((cue.start, cue.end), len(kept)) if cue is not None else len(kept)
        if at == len(kept):
            kept.append(structs.replace(attribution, parent=None))
        else:
            kept[at] = structs.replace(kept[at], content=_joined(kept[at].content, attribution.content))
    return kept


def _joined(first: Sequence[Reach], second: Sequence[Reach]) -> tuple[Reach, ...]:
    """Both contents in order of the text, none overlapping another."""
    joined: list[Reach] = []
    for start, end in sorted([*first, *second]):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _anchor(attribution: Attribution) -> Reach:
    cue = attribution.cue
    return attribution.content[0] if cue is None else (cue.start, cue.end)


def _inside(anchor: Reach, own: Sequence[Reach], reaches: Sequence[Reach], furthest: Sequence[int]) -> bool:
    """True where a piece of another content holds the anchor."""
    at = bisect_right(reaches, anchor[0], key=lambda r: r[0]) - 1
    while at >= 0 and furthest[at] >= anchor[1]:
        start, end = reaches[at]
        if start <= anchor[0] and anchor[1] <= end and (start, end) not in own:
            return True
        at -= 1
    return False
