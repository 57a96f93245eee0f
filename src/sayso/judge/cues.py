"""Which words for an act make whoever did it a source: who only acts, wants, learns or shows something tells nothing."""

import re

from sayso.model.claim import ResolvedVoice
from sayso.model.enums import PLACES, EntityType, Modality

PRONOUNS = frozenset("he she they it who his her their its him them i we you this that which one someone others".split())
PEOPLE = frozenset("he she they who we i you".split())
# What things do as well as people: only who can speak is a source by it.
SHOWING = re.compile(
    r"\b(?:underscor|underlin|highlight|signal|reflect|suggest|indicat|illustrat|demonstrat|mean|prov|point)\w*\b",
    re.IGNORECASE,
)
_BEFORE = r"(?:(?:ha[sd]|have|having|been|being|was|were|is|are|did|does|do|not|also|always|to) )*"
# What nobody tells by doing it: said of people whom the outlet does not even name, it is the outlet's own.
ACTED = re.compile(
    rf"{_BEFORE}(?:decid|chos|choos|knew|know|reali[sz]|agree|plan|want|refus|order|demand|seek|sought|gather|vot(?:e|ing)"
    r"|leak|support|question|pray|accept|offer|ignor|obtain|consult|interview|publish|resist|watch|examin"
    r"|(?:go|goes|going|gone|went|hold|holding|see|sees|saw|seen)\b)",
    re.IGNORECASE,
)
LEARNT = re.compile(
    r"(?:ha[sd] |have )?(?:learn(?:ed|t|s)?|hear[ds]?|knew|knows?|known|decid\w+|chose|chosen|choos\w+|reali[sz]\w+|refus\w+"
    r"|been refusing|accepted|agreed)$",
    re.IGNORECASE,
)
UNTOLD = frozenset(set(Modality) - {Modality.ASSERTED})
# What somebody does or wants: that he did is told by the outlet, not by him.
DONE = frozenset(
    """want hope fear expect plan intend seek demand order ask request urge instruct offer agree decide refuse dismiss
    promise vow consider see regard like love hate know choose opt threaten
    designate forbid thank congratulate invite embrace vote support accept resist shun slam blast question interview obtain
    publish gather leak call_off""".split()
)
# By these a country that a text calls "it" speaks; what else it does is told of it.
_TOLD = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|stat(?:es?|ed)|add(?:s|ed)|announc\w+|accus\w+|den(?:y|ies|ied)|confirm\w*|claim\w*"
    r"|insist\w*|warn\w*|maintain\w*|condemn\w*|blam\w+|acknowledg\w+|admit\w*|reject\w*|describ\w+|call(?:s|ed)|protest\w*)\b",
    re.IGNORECASE,
)


def learnt(voice: ResolvedVoice) -> bool:
    """True for a person who knew, heard or decided; a medium that has learned something reports it."""
    person = voice.type is EntityType.PERSON or voice.source.lower() in PRONOUNS
    return person and LEARNT.match(voice.cue or "") is not None


def acted(voice: ResolvedVoice) -> bool:
    """True for an act that tells nothing: "decided", "gathered", "had been leaking"."""
    return ACTED.match(voice.cue or "") is not None


def mere_country(voice: ResolvedVoice) -> bool:
    """True for a country or town that is only "it": what it offers or does is told, and what it says it says."""
    if voice.source.lower() not in {"it", "its"} or voice.type not in PLACES:
        return False
    return voice.type is not EntityType.GPE or voice.negated or _TOLD.search(voice.cue or "") is None
