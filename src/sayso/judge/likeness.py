"""How surely two aligned claims tell of one deed of one subject."""

import re

from sayso.model.alignment import PairScore
from sayso.model.claim import Claim

SAME_DEED = 0.55  # cosine of two predicates that may tell of one deed
LIGHT = frozenset("be have do go come get make take say tell report add state put give".split())
CONDITION = re.compile(r"\W*(?:until|unless|if|whether|before|in case|as though|as if|so that|lest)\b", re.IGNORECASE)
PRONOUNS = frozenset("he she it they i we you who which that this what them him her".split())


def same_predicate(a: Claim, b: Claim) -> bool:
    """True where both claims have one predicate that says something by itself."""
    return a.clause.predicate == b.clause.predicate and a.clause.predicate not in LIGHT


def one_deed(pair: PairScore, least: float = SAME_DEED) -> bool:
    """True where the predicates are one or near in meaning."""
    return bool(pair.features.get("same_predicate")) or pair.features.get("predicate_meaning", 0.0) >= least


def one_subject(a: Claim, b: Claim, *, or_object: bool = True) -> bool:
    """True where the claims share a subject (or object): one entity, one noun, or a pronoun that could be it."""
    roles = ("agent", "patient") if or_object else ("agent",)
    for role in roles:
        left, right = _heads(a, role), _heads(b, role)
        if left & right or {p.entity for p in a.participants if p.role == role} & {
            p.entity for p in b.participants if p.role == role
        }:
            return True
    return False


def conditioned(claim: Claim) -> bool:
    """True for a clause that tells what would be, or until when, rather than what is."""
    return bool(CONDITION.match(claim.text))


def _heads(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(r.head.rstrip("s") for r in claim.clause.roles if r.role == role)


def brief(a: Claim, b: Claim, longest: int = 90) -> str:
    """The words of the shorter claim, cut at a word: what a difference between the two is about."""
    text = " ".join(min((a.text, b.text), key=lambda t: (len(t) < 25, len(t), t)).split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def as_told(claim: Claim, lemma: str) -> str:
    """The word of a claim that stands for a lemma as its text has it: "freed" for free; the lemma where none is found."""
    first, _, particle = lemma.partition("_")
    head = re.match(r"[\w’'-]+", claim.text[max(0, claim.clause.head - claim.start) :])
    if head is not None and lemma == claim.clause.predicate:
        return f"{head[0]} {particle}".rstrip()
    stem = first[: max(3, len(first) - 2)]
    found = re.search(rf"\b{re.escape(stem)}[\w’'-]*", claim.text, re.IGNORECASE)
    return found[0] if found is not None else lemma.replace("_", " ")
