"""Content and source of attributions, as on PolNeAR.

Newell, Margolin, Ruths: An Attribution Relations Corpus for Political News (LREC 2018) gives the annotation: source, cue and
content, each of one or several stretches. A told content matches a wanted one where they share at least half of the
characters that either has (intersection over union); its source is right where it overlaps the wanted source, or where
neither names one.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

from sayso.evaluate.counting import f1, share
from sayso.evaluate.records import Figures
from sayso.evaluate.texts import within

Stretch: TypeAlias = tuple[int, int]
ENOUGH = 0.5


class Said(Struct, frozen=True):
    """One attribution: the stretches [start, end) of its source, its cue and its content."""

    source: tuple[Stretch, ...] = ()
    cue: tuple[Stretch, ...] = ()
    content: tuple[Stretch, ...] = ()


class AttributionRow(Struct, frozen=True):
    """A gold row: a text with its attributions."""

    id: str
    text: str
    attributions: tuple[Said, ...]

    @property
    def name(self) -> str:
        """The id."""
        return self.id

    @property
    def counted(self) -> tuple[Said, ...]:
        """The attributions that have a content: the others cannot be found by it and do not count."""
        return tuple(a for a in self.attributions if a.content)

    def problem(self) -> str | None:
        """Names a stretch outside the text."""
        for said in self.attributions:
            for start, end in (*said.source, *said.cue, *said.content):
                if not within(self.text, start, end):
                    return f"the stretch {start}..{end} does not lie in the text"
        return None


class AttributionAnswer(Struct, frozen=True):
    """The attributions told for a row."""

    id: str
    attributions: tuple[Said, ...]


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same characters as disjoint stretches in order."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return found


def size(stretches: Sequence[Stretch]) -> int:
    """How many characters disjoint stretches have."""
    return sum(end - start for start, end in stretches)


def shared(a: Sequence[Stretch], b: Sequence[Stretch]) -> int:
    """How many characters two lists of disjoint stretches have in common."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def matches(wanted: Sequence[Said], told: Sequence[Said]) -> dict[int, int]:
    """Index of wanted → index of told: each wanted content, in order, takes the likest, unless that one is taken.

    Among equally like ones the last is taken.
    """
    contents = [merged(t.content) for t in told]
    found: dict[int, int] = {}
    for n, want in enumerate(wanted):
        content = merged(want.content)
        likest: tuple[float, int] | None = None
        for m, other in enumerate(contents):
            common = shared(content, other)
            if common:
                rank = common / (size(content) + size(other) - common), m
                likest = max(likest, rank) if likest else rank
        if likest and likest[0] >= ENOUGH and likest[1] not in found.values():
            found[n] = likest[1]
    return found


def same_source(a: Said, b: Said) -> bool:
    """True where the sources overlap, or where neither has one."""
    return bool(shared(merged(a.source), merged(b.source))) or (not merged(a.source) and not merged(b.source))


def score(rows: Sequence[AttributionRow], answers: Sequence[AttributionAnswer]) -> Figures:
    """F1 of contents, F1 of contents with the right source, and how often a matched content has the right source."""
    wanted = told = matched = right = 0
    for row, answer in zip(rows, answers, strict=True):
        wanted += len(row.counted)
        told += len(answer.attributions)
        found = matches(row.counted, answer.attributions)
        matched += len(found)
        right += sum(same_source(row.counted[n], answer.attributions[m]) for n, m in found.items())
    return {
        "content_f1": f1(matched, told, wanted),
        "content_and_source_f1": f1(right, told, wanted),
        "source_accuracy_on_matched": share(right, matched),
        "gold": wanted,
        "predicted": told,
    }
