"""The words of claims with names in the place of pronouns and short descriptions, and the words without any name."""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.model.claim import Claim, Participant

LONGEST_NAME = 40
LONGEST_DESCRIPTION = 3  # words; a longer one tells more than its name
_OWNING = frozenset({"his", "her", "their", "its"})
_PRONOUN = frozenset({"he", "she", "it", "they", "him", "them"}) | _OWNING
_WORD = re.compile(r"\w+")


def named_texts(claims: Sequence[Claim]) -> list[str]:
    """The text of each claim, "he" and "the network" replaced by the name that the story's claims mostly use.

    A claim in which a word of the name already stands keeps its own words there.
    """
    names = _names(claims)
    return [_named(c, names) for c in claims]


def nameless_texts(claims: Sequence[Claim]) -> list[str]:
    """The text of each claim without the names of those who take part: what is told of them."""
    return [_nameless(c) for c in claims]


def _nameless(claim: Claim) -> str:
    text, before = claim.text, len(claim.text)
    for participant in sorted(claim.participants, key=lambda p: (-p.start, -p.end, p.entity)):
        first, last = participant.start - claim.start, participant.end - claim.start
        if last <= before and any(w[0].isupper() for w in _words(claim, participant).split()):
            text, before = text[:first] + " " + text[last:], first
    return text


def _names(claims: Sequence[Claim]) -> dict[str, str]:
    found: dict[str, Counter[str]] = {}
    for claim in claims:
        for participant in claim.participants:
            words = _words(claim, participant)
            if words and len(words) < LONGEST_NAME and words.split()[-1][0].isupper() and words.lower() not in _PRONOUN:
                found.setdefault(participant.entity, Counter())[words] += 1
    return {entity: min(told, key=lambda t: (-told[t], -len(t), t)) for entity, told in found.items()}


def _words(claim: Claim, participant: Participant) -> str:
    """The participant's words, empty where they stand outside the claim's text."""
    if participant.start < claim.start or participant.end > claim.end:
        return ""
    return claim.text[participant.start - claim.start : participant.end - claim.start].strip()


def _named(claim: Claim, names: dict[str, str]) -> str:
    text = claim.text
    there = {w.lower() for w in _WORD.findall(text)}
    before = len(text)
    for participant in sorted(claim.participants, key=lambda p: (-p.start, -p.end, p.entity)):
        name = names.get(participant.entity)
        first, last = participant.start - claim.start, participant.end - claim.start
        words = _words(claim, participant)
        if name is None or last > before or not _stands_for(words) or there & set(_WORD.findall(name.lower())):
            continue
        text = text[:first] + name + ("'s" if words.lower() in _OWNING else "") + text[last:]
        before = first
    return text


def _stands_for(words: str) -> bool:
    """True for a pronoun or a short description, which opens in lower case."""
    return words.lower() in _PRONOUN or (words[:1].islower() and 1 < len(words.split()) <= LONGEST_DESCRIPTION)
