"""Claims without a statement of their own: they name, describe or suppose, and leave it to others what is said of it.

A clause is cut where the grammar cuts it, and not every piece answers a question: "what the council wants", "firms tied to
the port", "if the pumps fail", "Harbour Master Ana Roe". Of the pairs of claims that seem alike and that readers judged,
about half are one question; of those with one of these pieces hardly one in ten, and it is left single. What tells a number
or a time ("nine boats", "a test taken on July 9") can be disputed and is no such piece.
"""

import re
from enum import Enum

from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind


class Fragment(Enum):
    """What kind of piece a claim is."""

    LABEL = "label"  # "Ana Roe, the harbour master"
    NAME = "name"  # "Harbour Master Ana Roe" where a clause was read, "SELVIN, Aldora, Sept 8"
    NOUN = "noun"  # "firms tied to the port"; two of them may speak to one question
    RELATIVE = "relative"  # "what the council wants"
    LINK = "link"  # "surrounding the port"
    CONDITION = "condition"  # "if the pumps fail"; likewise
    PURPOSE = "purpose"  # "to make his point"; likewise

    @property
    def alone(self) -> bool:
        """True where it answers no question whatever stands on the other side."""
        return self in (Fragment.LABEL, Fragment.NAME, Fragment.RELATIVE, Fragment.LINK)

    @property
    def firm(self) -> bool:
        """True where it is left single though the model is sure of a pair."""
        return self in (Fragment.LABEL, Fragment.NAME, Fragment.PURPOSE)


LINKS = frozenset("surround include exclude concern regard involve follow accompany".split())  # as good as prepositions
LEAST = 3  # words of content from which a purpose says something
_RELATIVE = re.compile(r"what(?:ever)?\b|who(?:m)?ever\b", re.IGNORECASE)
_CONDITION = re.compile(r"(?:even |only )?(?:if|unless)\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"(?:should|had|were) ", re.IGNORECASE)  # "should he be forced out"
_PURPOSE = re.compile(r"(?:in order |so as )?to\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto(?: \w+ly)? $", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:who|whom|whose|which|that|where|when|why|first|last|only)\b", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"^(?:to|by|without|after|before|while|since|despite|upon|in|through|besides|for|with|from|when|if|as|once|on|until|than"
    r"|although|though|because|unless|should|even|only|so)\b",
    re.IGNORECASE,
)


def fragment(claim: Claim) -> Fragment | None:
    """What kind of piece a claim is, None for one that states something."""
    if any(q.kind is not QuantityKind.ORDINAL for q in claim.quantities):
        return None
    if claim.clause.nominal:
        return Fragment.LABEL
    text, at = claim.text, claim.clause.head - claim.start
    purpose = bool(_PURPOSE.match(text))
    if purpose and len(claim.clause.words) < LEAST:
        return Fragment.PURPOSE  # of an act of speech too: "to underline his point"
    if claim.clause.speech or not 0 <= at < len(text):
        return None
    if _RELATIVE.match(text) and at > 0:
        return Fragment.RELATIVE
    if _is_name(claim, at):
        return Fragment.NAME
    if _CONDITION.match(text) or (claim.clause.modified and _SUPPOSED.match(text)):
        return Fragment.CONDITION
    if purpose:
        return None
    if claim.clause.tense is None and at == 0 and claim.clause.predicate in LINKS:
        return Fragment.LINK
    return Fragment.NOUN if _is_noun(claim, at) else None


def _is_name(claim: Claim, at: int) -> bool:
    """True for a clause that the parse made of a name: a capital where its verb should be, and nobody who does anything."""
    head = claim.text[at:].split()[0].strip(",")
    return not claim.clause.roles and head[:1].isupper() and (at > 0 or (len(head) > 1 and head.isupper()))


def _is_noun(claim: Claim, at: int) -> bool:
    """True for a noun with a participle that only says which one it is.

    What a comma sets off tells more ("the memo, written in March"), and so does an infinitive ("the demand to close it").
    """
    before = claim.text[:at]
    if claim.clause.tense is not None or not claim.clause.modified or claim.times or not before.strip():
        return False
    return (
        "," not in before and not _INFINITIVE.search(before) and not _OTHER.search(before) and not _ADVERBIAL.match(before)
    )
