"""Who says it: attributions and chains of voices."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.stories.gold import Anchor, Attributed, GoldStory
from sayso.evaluate.stories.places import Places
from sayso.evaluate.stories.wording import same_name, share
from sayso.model.dossier import Dossier

Names: TypeAlias = list[str]  # all names of one voice
Chain: TypeAlias = list[Names]  # outermost first


class Spoken:
    """The voices behind the claims and quotations on each anchor.

    An attribution is right where at least half of the chains end in the wanted source (or the last of the wanted chain); a
    chain where one of them has its voices in their order, with at most one more.
    """

    def __init__(self, gold: GoldStory, dossier: Dossier, places: Places) -> None:
        self._gold, self._dossier, self._places = gold, dossier, places
        self._entities = {e.id: [e.name, *e.aliases] for e in dossier.entities}
        self._heard = [(a, self._voices(a.content)) for a in gold.attributions]

    def _names(self, entity: str | None, words: str) -> Names:
        return [words, *self._entities.get(entity or "", ())]

    def _voices(self, anchor: Anchor) -> list[Chain]:
        claims = [c for c in self._dossier.claims if c.attribution and self._places.covers(anchor, c)]
        found = [[self._names(v.entity, v.source) for v in c.attribution] for c in claims]
        quoted = [(q, q.source) for q in self._dossier.quotes if self._places.covers(anchor, q)]
        return found + [[self._names(s.entity, s.text)] for _, s in quoted if s is not None]

    def score(self) -> Figures:
        """Accuracy of sources, and of chains of two voices or more."""
        chained = [(a.chain, voices) for a, voices in self._heard if a.chain and len(a.chain) > 1]
        return {
            "attribution_accuracy": share(sum(_right(a, voices) for a, voices in self._heard), len(self._heard)),
            "chain_accuracy": share(sum(any(follows(v, c) for v in voices) for c, voices in chained), len(chained)),
        }

    def faults(self) -> Iterator[Fault]:
        """Sources not found."""
        for a, voices in self._heard:
            if not _right(a, voices):
                about = "another" if voices else "nobody told"
                told = " / ".join(v[-1][0] for v in voices) or "nobody"
                yield Fault("wrong source", about, a.content[0], f"{a.content[1]!r}: wants {a.source}, told {told}")


def _right(wanted: Attributed, voices: Sequence[Chain]) -> bool:
    names = [wanted.source, *(wanted.chain or ())[-1:]]
    agree = sum(any(same_name(told, name) for told in chain[-1] for name in names) for chain in voices)
    return bool(voices) and 2 * agree >= len(voices)


def follows(voices: Chain, chain: Sequence[str]) -> bool:
    """True where the voices hold the chain in its order, with at most one voice more than it has."""
    if len(voices) > len(chain) + 1:
        return False
    n = 0
    for told in voices:
        if n < len(chain) and any(same_name(name, chain[n]) for name in told):
            n += 1
    return n == len(chain)
