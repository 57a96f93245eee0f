"""Attributions as sayso reads them."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from sayso.annotate.parse import Parsed
from sayso.annotate.voices import acts, find_attributions
from sayso.evaluate.attribution.metric import (
    AttributionAnswer,
    AttributionRow,
    Said,
    Stretch,
    matches,
    merged,
    same_source,
    score,
    shared,
    size,
)
from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.task import Task
from sayso.evaluate.texts import LINE_BREAK, document, shown, within
from sayso.model.document import Document
from sayso.model.voice import Voice


class AttributionTask(Task[AttributionRow, AttributionAnswer]):
    """Who is said to say what."""

    name: ClassVar[str] = "attribution"
    row = AttributionRow

    def document(self, row: AttributionRow, name: str) -> Document:
        """Every line is a paragraph, the headline too."""
        return document(name, row.text, LINE_BREAK)

    def answer(self, row: AttributionRow, parsed: Parsed | None) -> AttributionAnswer:
        """The attributions of the row: the outermost ones, since the gold marks none inside the content of another."""
        if parsed is None:
            return self.nothing(row)
        found = acts(find_attributions(parsed))
        said = tuple(Said((*_of(a.source), *_of(a.pronoun)), _of(a.cue), a.content) for a in found)
        return AttributionAnswer(row.id, said)

    def nothing(self, row: AttributionRow) -> AttributionAnswer:
        """No attributions."""
        return AttributionAnswer(row.id, ())

    def score(self, rows: Sequence[AttributionRow], answers: Sequence[AttributionAnswer]) -> Figures:
        """As on PolNeAR."""
        return score(rows, answers)

    def wanted(self, row: AttributionRow) -> int:
        """Attributions of the gold that have a content."""
        return len(row.counted)

    def inexact(self, row: AttributionRow, answer: AttributionAnswer) -> int:
        """Stretches that lie outside the text, and contents without any."""
        stretches = [s for a in answer.attributions for s in (*a.source, *a.cue, *a.content)]
        empty = sum(not a.content for a in answer.attributions)
        return empty + sum(not within(row.text, start, end) for start, end in stretches)

    def faults(self, row: AttributionRow, answer: AttributionAnswer, name: str) -> Iterator[Fault]:
        """Wrong source, wrong span (contents that overlap, but too little), missed and spurious, by the words of saying."""
        wanted, told = row.counted, answer.attributions
        found = matches(wanted, told)
        for n, m in found.items():
            if not same_source(wanted[n], told[m]):
                about = "none told" if not told[m].source else "another" if wanted[n].source else "gold has none"
                words = f"wants {_words(row.text, wanted[n].source)}, told {_words(row.text, told[m].source)}"
                yield Fault("wrong source", about, name, f"{_shown(row.text, wanted[n])}: {words}")
        free = {m for m in range(len(told)) if m not in found.values()}
        for n in (n for n in range(len(wanted)) if n not in found):
            near = [(shared(merged(wanted[n].content), merged(told[m].content)), m) for m in free]
            common, m = max(near, default=(0, -1))
            if not common:
                yield Fault("missed", _cue(row.text, wanted[n]), name, _shown(row.text, wanted[n]))
                continue
            free.discard(m)
            words = f"told {_words(row.text, told[m].content)}"
            yield Fault("wrong span", _lie(wanted[n], told[m]), name, f"{_shown(row.text, wanted[n])}: {words}")
        for m in sorted(free):
            yield Fault("spurious", _cue(row.text, told[m]), name, _shown(row.text, told[m]))


def _of(voice: Voice | None) -> tuple[Stretch, ...]:
    return () if voice is None else ((voice.start, voice.end),)


def _lie(wanted: Said, told: Said) -> str:
    """How two overlapping contents lie to each other."""
    a, b = merged(wanted.content), merged(told.content)
    common = shared(a, b)
    if common == size(a):
        return "told too much"
    return "told too little" if common == size(b) else "shifted"


def _words(text: str, stretches: Sequence[Stretch]) -> str:
    return repr(" … ".join(" ".join(text[s:e].split()) for s, e in stretches)) if stretches else "nobody"


def _cue(text: str, said: Said) -> str:
    return " ".join(text[s:e].lower() for s, e in said.cue) or "no words of saying"


def _shown(text: str, said: Said) -> str:
    """The content with its surroundings, from its first to its last character."""
    return shown(text, said.content[0][0], said.content[-1][1]) if said.content else "no content"
