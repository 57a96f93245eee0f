"""Which mentions, across the documents of one story, are the same thing.

Coreference chains are the units; rules of decreasing strength join them, met by shared words and never all with all; every
join says why. Full names that cannot be one person's keep what bears them apart.
"""

import re
from collections.abc import Sequence

from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.mention import Resolution
from sayso.resolve import linking
from sayso.resolve.clusters import Clusters
from sayso.resolve.entities import write_out
from sayso.resolve.glosses import link_glosses
from sayso.resolve.governments import link_governments
from sayso.resolve.kinds import with_kinds
from sayso.resolve.people import two_people
from sayso.resolve.seats import with_seats
from sayso.resolve.units import Unit, fold, listed, units

__all__ = ["resolve"]

_WINDOW = 200  # characters on each side of a name that count as its context
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = listed(
    """that this with from have been were which their they would could should about after before into over also said says
    more than"""
)


def _contexts(found: Sequence[Unit], documents: Sequence[Document]) -> dict[int, frozenset[str]]:
    """The longer words around the names of each unit, folded; a mark "^" before those with a capital."""
    texts = {d.id: d.text for d in documents}
    contexts = {}
    for i, unit in enumerate(found):
        if unit.named and unit.country is None and len(unit.fullest) > 2:
            text = texts[unit.document]
            around = " ".join(text[max(0, m.start - _WINDOW) : m.end + _WINDOW] for m in unit.mentions[:3])
            words = ((fold(w), w[0].isupper()) for w in _WORD.findall(around))
            contexts[i] = frozenset(f"^{w}" if capital else w for w, capital in words if w not in _COMMON)
    return contexts


def _speakers(annotations: Sequence[Annotations]) -> frozenset[tuple[str, int, int]]:
    """The mentions that lie in the words naming a source."""
    found = set()
    for annotation in annotations:
        sources = [a.source for a in annotation.attributions if a.source]
        for m in annotation.mentions:
            if any(s.start <= m.start and m.end <= s.end for s in sources):
                found.add((annotation.document, m.start, m.end))
    return frozenset(found)


def resolve(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Resolution:
    """Entities of one story, why mentions were joined, and where each went; the order of the input plays no part.

    Annotations of unknown documents are left out. Mentions that nothing names and nobody cites have no entity.
    """
    annotations = with_seats(documents, annotations)
    found = with_kinds(units(documents, annotations), documents)
    clusters = Clusters(found, two_people)
    linking.link_countries(clusters)
    linking.link_equal(clusters)
    linking.link_full_names(clusters)
    linking.link_short_people(clusters)
    link_glosses(clusters, documents)
    linking.link_bodies(clusters)
    linking.link_translations(clusters, _contexts(found, documents))
    linking.link_roles(clusters)
    link_governments(clusters)
    return write_out(clusters, documents, _speakers(annotations))
