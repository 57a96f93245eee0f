"""Things of a dossier put down so that a later run finds them again."""

import re

from sayso.model.correction import (
    AnyTarget,
    ClaimTarget,
    DiscrepancyTarget,
    DocumentTarget,
    EntityTarget,
    FindingTarget,
    MentionTarget,
    SideTarget,
)
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, Finding
from sayso.model.dossier_texts import DossierClaim, DossierDocument
from sayso.model.enums import MentionKind
from sayso.model.mention import Entity

MENTIONS = 40  # mentions by which an entity is known; names come first
WORDS = 300  # characters of a document's title or a statement that are kept
_SPAN = re.compile(r"(\w+)\[(\d+):(\d+)\]")

Thing = Finding | Discrepancy | DossierClaim | Entity | DossierDocument


class Refer:
    """Makes targets of the things of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._claims = {c.id: c for c in dossier.claims}
        self._documents = {d.id: d for d in dossier.documents}

    def to(self, thing: Thing) -> AnyTarget:
        """The target for a thing."""
        match thing:
            case Finding():
                claims = tuple(self._claim(self._claims[c]) for c in thing.claims)
                return FindingTarget(id=thing.id, words=thing.statement[:WORDS], claims=claims)
            case Discrepancy():
                sides = tuple(
                    SideTarget(value=s.value, reads=s.reads, claims=tuple(self._claim(self._claims[c]) for c in s.claims))
                    for s in thing.sides
                )
                return DiscrepancyTarget(id=thing.id, words=thing.question[:WORDS], differs_in=thing.kind, sides=sides)
            case DossierClaim():
                return self._claim(thing)
            case Entity():
                return self._entity(thing)
            case DossierDocument():
                words = f"“{thing.title}” ({thing.publisher})" if thing.title else thing.publisher
                return DocumentTarget(document=thing.id, sha256=thing.sha256, words=words[:WORDS])

    def mention(self, wanted: str) -> MentionTarget | None:
        """The words `DOCUMENT[START:END]`; None where that is no stretch of a document."""
        found = _SPAN.fullmatch(wanted)
        document = self._documents.get(found[1]) if found else None
        if found is None or document is None:
            return None
        start, end = int(found[2]), int(found[3])
        text = document.text[start:end]
        return MentionTarget(document=document.id, start=start, end=end, text=text) if text else None

    def _claim(self, claim: DossierClaim) -> ClaimTarget:
        return ClaimTarget(document=claim.document, start=claim.start, end=claim.end, text=claim.text)

    def _entity(self, entity: Entity) -> EntityTarget:
        """The entity with some of its mentions: names before descriptions, pronouns only where there is nothing else."""
        rank = {MentionKind.NAME: 0, MentionKind.DESCRIPTION: 1, MentionKind.PRONOUN: 2}
        chosen = sorted(entity.mentions, key=lambda m: (rank[m.kind], m.document, m.start))[:MENTIONS]
        mentions = tuple(
            MentionTarget(
                document=m.document, start=m.start, end=m.end, text=self._documents[m.document].text[m.start : m.end]
            )
            for m in sorted(chosen, key=lambda m: (m.document, m.start, m.end))
        )
        return EntityTarget(id=entity.id, name=entity.name, aliases=entity.aliases, mentions=mentions)
