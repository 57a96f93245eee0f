"""Pairs of claims that readers judged: `examples/pairs`, and what the features and the model make of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from spacy.language import Language

from sayso.align.candidates import candidate_pairs
from sayso.align.copies import fold_copies
from sayso.align.features import build_space, pair_features
from sayso.config import Settings
from sayso.model.claim import Claim
from sayso.pipeline.reading import ingest, read_story
from sayso.pipeline.stopwatch import Stopwatch

Span = tuple[str, int, int]
PAIRS = Path(__file__).parent.parent / "examples" / "pairs"


class Judgement(Enum):
    """What a reader says of two claims: one question, partly one, doubtful, or another."""

    SAME = "y"
    PARTLY = "p"
    DOUBTFUL = "d"
    OTHER = "n"

    @property
    def share(self) -> float:
        """How far the pair is one question."""
        return {"y": 1.0, "p": 0.5, "d": 0.4, "n": 0.0}[self.value]

    @property
    def weight(self) -> float:
        """How much the judgement counts."""
        return 1.0 if self in (Judgement.SAME, Judgement.OTHER) else 0.5


class Sheet(msgspec.Struct, frozen=True):
    """One file: the folder of the documents, their ids, each pair as "document start end document start end judgement".

    `unoffered` are pairs of passages that a reader found to tell one thing and no pair of claims holds: they need be no
    claims.
    """

    documents: str
    ids: tuple[str, ...]
    pairs: tuple[str, ...]
    unoffered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A story: its claims without copies, its candidate pairs, and the judged ones among them.

    `judged` are places in `left` and `right`; `lost` counts judged pairs that are no candidates any more; `unoffered` are
    the words of passages that tell one thing.
    """

    name: str
    claims: Sequence[Claim]
    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    features: npt.NDArray[np.float64]
    judged: npt.NDArray[np.intp]
    judgements: tuple[Judgement, ...]
    lost: int
    unoffered: tuple[tuple[str, str], ...]


def lesson_names() -> tuple[str, ...]:
    """The stories that were judged."""
    return tuple(sorted(path.stem for path in PAIRS.glob("*.json")))


def read_lesson(name: str, nlp: Language) -> Lesson:
    """Reads a story as `sayso` reads it, and looks its judged pairs up by the characters of their claims."""
    sheet = msgspec.json.decode((PAIRS / f"{name}.json").read_bytes(), type=Sheet)
    watch = Stopwatch()
    read = read_story(ingest([PAIRS / sheet.documents], Settings(), watch).documents, nlp, watch)
    told = sorted(read.claims, key=lambda c: (c.document, c.start, c.end))
    folds = fold_copies(told, {d.id: d.published.start for d in read.documents})
    claims = [told[held[0]] for held in folds]
    place = {(told[n].document, told[n].start, told[n].end): k for k, held in enumerate(folds) for n in held}
    space = build_space(claims)
    left, right = candidate_pairs(space)
    at = {(int(i), int(j)): k for k, (i, j) in enumerate(zip(left, right, strict=True))}
    texts = {d.id: d.text for d in read.documents}
    found: dict[int, Judgement] = {}
    for line in sheet.pairs:
        one, other, judgement = _parted(line, sheet.ids)
        first, second = place.get(one), place.get(other)
        if (
            first is not None
            and second is not None
            and (pair := at.get((min(first, second), max(first, second)))) is not None
        ):
            found[pair] = judgement
    judged = sorted(found)
    return Lesson(
        name, claims, left, right, pair_features(space, left, right), np.array(judged, np.intp),
        tuple(found[n] for n in judged), len(sheet.pairs) - len(found),
        tuple(_passages(line, sheet.ids, texts) for line in sheet.unoffered),
    )  # fmt: skip


def _parted(line: str, ids: Sequence[str]) -> tuple[Span, Span, Judgement]:
    """The two spans (document, start, end) of a line and its judgement."""
    *numbers, judgement = line.split()
    one, other = ((ids[document], start, end) for document, start, end in (map(int, numbers[:3]), map(int, numbers[3:])))
    return one, other, Judgement(judgement)


def _passages(line: str, ids: Sequence[str], texts: Mapping[str, str]) -> tuple[str, str]:
    """The words of the two passages of a line."""
    (one, a, b), (other, c, d), _ = _parted(line, ids)
    return texts[one][a:b], texts[other][c:d]
