"""What a court decides: a judgment is the court's own word, whoever reports it, even without "the court said"."""

from sayso.judge.outlets import plain_name
from sayso.judge.root import Root
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import Modality, OriginBasis, SourceKind
from sayso.model.mention import Entity

_DECIDES = frozenset("find convict acquit sentence rule clear jail fine bar order overturn uphold quash".split())
_COURTS = frozenset("court tribunal jury judges".split())


def judgment(scene: Scene, claim: Claim) -> Root | None:
    """The court that a claim tells to have decided something, as its root; None for any other claim."""
    if claim.clause.predicate not in _DECIDES or claim.modality is not Modality.ASSERTED or claim.negated:
        return None
    role = next((r for r in claim.clause.roles if r.role == "agent" and r.head.lower() in _COURTS), None)
    if role is None:
        return None
    words = scene.documents[claim.document].text[role.start : role.end]
    known = _named(scene, claim, role.start, role.end)
    if known is not None:
        return Root(f"entity:{known.id}", known.name, SourceKind.ORGANISATION, OriginBasis.NAMED, f"judgment of {words!r}")
    return Root(f"words:{plain_name(words)}", words, SourceKind.ORGANISATION, OriginBasis.NAMED, f"judgment of {words!r}")


def _named(scene: Scene, claim: Claim, start: int, end: int) -> Entity | None:
    """The court as an entity of the story, where its name tells that it is one."""
    for participant in claim.participants:
        known = scene.entities.get(participant.entity)
        inside = start <= participant.start and participant.end <= end
        if inside and known is not None and known.name.lower().split()[-1] in _COURTS:
            return known
    return None
