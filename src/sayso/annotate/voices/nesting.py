"""Which attribution stands in which: outlet → newspaper → officials."""

from collections.abc import Sequence

from sayso.annotate.voices.records import Candidate


def order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """By start of content, the longer first; relaying voices are listed beside those that they relay."""
    relays = {c.outer: c.outer.cue for c in candidates if c.outer is not None}
    cues = set(relays.values())
    # "Quoted by X" is a relay of the words, no statement about the speaker.
    flat = relays | {c: c.cue for c in candidates if c.cue is None or c.cue not in cues}
    none = (-1, -1)
    return sorted(flat, key=lambda c: (c.extent[0], -c.extent[1], -_length(c), _relayed(c), c.cue or none, c.source or none))


def _relayed(candidate: Candidate) -> int:
    """How many voices are named around this one for the same words: the outermost stands first."""
    return 0 if candidate.outer is None else 1 + _relayed(candidate.outer)


def parents(ordered: Sequence[Candidate]) -> list[int | None]:
    """The index of the closest attribution around each one; no cycles, for a parent is longer or was named as relay.

    An attribution stands in another one whose content covers its cue and, but for the cue and source of either, its content.
    """
    index = {candidate: n for n, candidate in enumerate(ordered)}
    found: list[int | None] = []
    near: list[int] = []  # those that start at or before the candidate and end after its start
    upcoming = 0
    for candidate in ordered:
        start = candidate.extent[0]
        near = [n for n in near if ordered[n].extent[1] > start or ordered[n].extent[1] > _first(candidate)]
        while upcoming < len(ordered) and ordered[upcoming].extent[0] <= start:
            near.append(upcoming)
            upcoming += 1
        if candidate.outer is not None:
            found.append(index[candidate.outer])
            continue
        around = [n for n in near if _encloses(ordered[n], candidate)]
        found.append(min(around, key=lambda n: (_length(ordered[n]), n)) if around else None)
    return found


def _length(candidate: Candidate) -> int:
    return sum(end - start for start, end in candidate.content)


def _encloses(outer: Candidate, inner: Candidate) -> bool:
    start, end = inner.extent
    if _tells_of(outer, inner):
        return True
    if outer.extent[0] > start or outer.extent[1] < end or _length(outer) <= _length(inner):
        return False
    anchor = inner.cue or inner.content[0]
    return any(a <= anchor[0] and anchor[1] <= b for a, b in outer.content)


def _tells_of(outer: Candidate, inner: Candidate) -> bool:
    """True where what is said ends with somebody else's saying: "testified that [the minister told him]: “Count twice.”"."""
    if inner.source is None or inner.cue is None or inner.extent[0] < outer.extent[1]:
        return False
    start, end = outer.content[-1]
    return start <= inner.source[0] and inner.source[1] <= inner.cue[0] and inner.cue[1] <= end <= inner.extent[0] + 2


def _first(candidate: Candidate) -> int:
    """Where a candidate begins, its cue included."""
    return min(candidate.extent[0], candidate.cue[0] if candidate.cue is not None else candidate.extent[0])
