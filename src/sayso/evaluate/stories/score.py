"""A dossier against its gold: all measures, all errors."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from sayso.evaluate.gold import Part
from sayso.evaluate.records import Evaluation, Fault, Figures
from sayso.evaluate.stories.dated import Ahead, Origins, Timeline
from sayso.evaluate.stories.gold import GoldStory
from sayso.evaluate.stories.opposed import Opposed
from sayso.evaluate.stories.places import Places
from sayso.evaluate.stories.spoken import Spoken
from sayso.evaluate.stories.together import Together
from sayso.evaluate.summary import kinds, worst
from sayso.model.dossier import Dossier


class Measure(Protocol):
    """One way of looking at a dossier."""

    def score(self) -> Figures:
        """Its figures."""

    def faults(self) -> Iterator[Fault]:
        """Its errors."""


def measures(gold: GoldStory, dossier: Dossier, places: Places) -> Sequence[Measure]:
    """Every way of looking at one dossier."""
    kinds = (Together, Opposed, Spoken, Timeline, Origins, Ahead)
    return [kind(gold, dossier, places) for kind in kinds]


def score_dossier(gold: GoldStory, dossier: Dossier) -> tuple[Figures, list[Fault]]:
    """The figures of a dossier and its errors; anchors that stand in none of its texts are counted and listed."""
    places = Places(dossier)
    taken = measures(gold, dossier, places)
    figures: Figures = {}
    for measure in taken:
        figures |= measure.score()
    texts = {d.id: d.text for d in dossier.documents}
    lost = list(dict.fromkeys(a for a in gold.anchors if places.place(a) is None))
    figures |= {
        "claims": len(dossier.claims),
        "claims_with_wrong_evidence": sum(texts[c.document][c.start : c.end] != c.text for c in dossier.claims),
        "findings": len(dossier.findings),
        "anchors_not_in_text": len(lost),
    }
    faults = [fault for measure in taken for fault in measure.faults()]
    return figures, faults + [Fault("not in the texts", places.absence(key), key, repr(words)) for key, words in lost]


def evaluation(path: Path, gold: GoldStory, dossier: Dossier) -> Evaluation:
    """One dossier measured against the gold file `path`."""
    figures, faults = score_dossier(gold, dossier)
    return Evaluation(
        task="dossier",
        gold=(str(path),),
        part=Part.ALL.value,
        rows=len(dossier.documents),
        words=sum(len(d.text.split()) for d in dossier.documents),
        figures={Part.ALL.value: figures},
        seconds=dict(dossier.run.seconds),
        skipped=dossier.skipped,
        kinds=kinds(faults),
        worst=worst(faults, Counter(document for document, _ in gold.anchors)),
    )
