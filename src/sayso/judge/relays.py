"""Claims without a source that match an account which names one: folded into it, with the reasons."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import Modality, QuantityKind
from sayso.model.quantity import Quantity
from sayso.model.reuse import Reuse

FORECAST = frozenset({Modality.PREDICTED, Modality.POSSIBLE, Modality.INTENDED, Modality.CONDITIONAL})
SAME_WORDING = 0.62
FORETOLD = 0.7  # score of a pair from which two forecasts are one
RUN = 6  # words in a row that two independent reporters would hardly share
LITTLE = 3  # letters
TELLING = 3  # words of them that are neither names nor little words
WIDELY = 3  # outlets from which a run of words belongs to the story, not to an account
LONG_RUN = 8  # words in a row by which two outlets show that one utterance stands behind both
SAME_FORECAST = "the same forecast"
RARE = 1000.0
DIGITS = 3  # digits that a figure says more than roundly with


class Relays:
    """Looks in a scene for accounts that an unsourced claim goes back to."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._taken: dict[str, list[Reuse]] = {}
        for reuse in scene.reuse:
            self._taken.setdefault(reuse.taker, []).append(reuse)

    def copied_from(self, claim: Claim) -> tuple[str, str] | None:
        """(document it was taken from, reason) where the words of the claim were taken from another document."""
        start, end = claim.start, claim.end
        for reuse in self._taken.get(claim.document, ()):
            for span in reuse.spans:
                if (
                    span.end > start
                    and span.start < end
                    and 2 * (min(end, span.end) - max(start, span.start)) >= end - start
                ):
                    publisher = self._scene.documents[reuse.giver].publisher
                    return (
                        reuse.giver,
                        f"words taken from {publisher}: {reuse.why}" if reuse.why else f"words taken from {publisher}",
                    )
        return None

    def reasons(self, claim: Claim, other: Claim) -> tuple[str, ...]:
        """What makes it probable that `claim`, which names no source, retells `other`, which does."""
        if claim.publisher == other.publisher or self._scene.earlier(claim, other):
            return ()
        found = []
        pair = self._scene.pair(claim.id, other.id)
        long_enough = min(len(_words(claim.text)), len(_words(other.text))) >= RUN
        if pair is not None and long_enough and pair.features.get("characters", 0.0) >= SAME_WORDING:
            found.append("nearly the same wording")
        run = _shared_run(claim.text, other.text)
        if run and self._is_telling(run):
            found.append(f"the words “{run}”")
        figure = _rare_figure(claim.quantities, other.quantities)
        if figure:
            found.append(f"the figure {figure}")
        if self._one_forecast(claim, other) and not self._widely_told(claim):
            found.append(SAME_FORECAST)
        return tuple(found)

    def _one_forecast(self, claim: Claim, other: Claim) -> bool:
        pair = self._scene.pair(claim.id, other.id)
        ahead = claim.modality in FORECAST and other.modality in FORECAST
        return ahead and pair is not None and pair.score >= FORETOLD

    def _widely_told(self, claim: Claim) -> bool:
        """True for what everybody knows is to come: the feast on Sunday is no outlet's own forecast."""
        group = self._scene.alignment.groups[self._scene.group_of[claim.id]]
        return len({self._scene.claims[c].publisher for c in group}) > WIDELY

    def _is_telling(self, run: str) -> bool:
        """False for names, set phrases and little words in a row, and for words that many outlets of the story have."""
        words = run.split()
        if sum(len(w) > LITTLE and w not in self._names for w in words) < TELLING:
            return False
        return len({d.publisher for d in self._scene.documents.values() if run in self._plain[d.id]}) < WIDELY

    @cached_property
    def _plain(self) -> dict[str, str]:
        """The words of each document, in lower case with one blank between."""
        return {d.id: " ".join(_words(d.text)) for d in self._scene.documents.values()}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(w for e in self._scene.entities.values() for n in (e.name, *e.aliases) for w in _words(n))


def same_words(a: Claim, b: Claim) -> bool:
    """True where two outlets tell a thing in the same words: whoever they name, it was said once."""
    if a.publisher == b.publisher or _numbers(a) != _numbers(b):
        return False
    return len((_shared_run(a.text, b.text) or "").split()) >= LONG_RUN


def _numbers(claim: Claim) -> set[tuple[float | None, float | None]]:
    return {(q.low, q.high) for q in claim.quantities if q.kind is not QuantityKind.ORDINAL}


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=1 << 16)  # copies ask for the same two texts again and again
def _shared_run(a: str, b: str) -> str | None:
    """The longest run of RUN words or more that two texts share."""
    left, right = _words(a), _words(b)
    best: tuple[str, ...] = ()
    seen = {right[j : j + RUN]: j for j in range(len(right) - RUN, -1, -1)}
    for i in range(len(left) - RUN + 1):
        j = seen.get(left[i : i + RUN])
        if j is None:
            continue
        size = RUN
        while i + size < len(left) and j + size < len(right) and left[i + size] == right[j + size]:
            size += 1
        if size > len(best):
            best = left[i : i + size]
    return " ".join(best) or None


def _rare_figure(a: Sequence[Quantity], b: Sequence[Quantity]) -> str | None:
    """A large number that both texts give."""
    for p in a:
        for q in b:
            if p.kind is q.kind and p.unit == q.unit and p.kind is not QuantityKind.ORDINAL and _value(p) == _value(q):
                value = _value(p)
                if value is not None and value >= RARE and len(f"{value:.0f}".rstrip("0")) >= DIGITS:
                    return p.text
    return None


def _value(quantity: Quantity) -> float | None:
    if quantity.hedge in {"about", "approximately"} and quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high


def unfound(reason: str) -> str:
    """Why a claim that names no source is held to be passed on, in words."""
    return f"probable relay, no source found, but {reason}"
