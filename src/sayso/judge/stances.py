"""What somebody makes of a thing, told in passing: "the patrol, which the Roe government justifies as rescue".

A parse takes such a "justifies" for a noun more often than for a verb, and then no attribution holds it.
"""

import re

from sayso.judge.scene import Scene
from sayso.model.claim import Claim, ResolvedVoice
from sayso.model.enums import EntityType

_STANCE = re.compile(
    r"\bwhich (?P<who>(?:the |its )?[\w.’'-]+(?: [\w.’'-]+){0,4}?) (?P<cue>(?:has |have |had )?(?:justif(?:y|ies|ied)"
    r"|defend(?:s|ed)?|portray(?:s|ed)?|present(?:s|ed)?|describe[sd]?|denounce[sd]?|condemn(?:s|ed)?|decr(?:y|ies|ied)|dismiss(?:es|ed)?"
    r"|tout(?:s|ed)?|brand(?:s|ed)?)) as\b"
)
_GOVERNMENT = re.compile(r"\b(?:government|administration|cabinet|regime)$")  # of whoever is named before it
_TAKES = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.GPE})


def stance(scene: Scene, claim: Claim) -> ResolvedVoice | None:
    """Whoever a claim tells to take a thing for something, as a voice; None where it tells nothing of the kind."""
    found = _STANCE.search(claim.text)
    if found is None:
        return None
    start, end = claim.start + found.start("who"), claim.start + found.end("who")
    inside = [m for m in scene.annotations[claim.document].mentions if start <= m.start and m.end <= end]
    for mention in sorted(inside, key=lambda m: (m.end != end, m.start)):
        entity = scene.entity_of.get((claim.document, mention.start, mention.end))
        known = scene.entities.get(entity) if entity is not None else None
        if known is not None and known.type in _TAKES and (mention.end == end or _GOVERNMENT.search(found["who"])):
            return ResolvedVoice(found["who"], start, end, entity, found["cue"], type=known.type)
    return None
