"""Participants of a clause by grammatical role."""

from spacy.tokens import Token

from sayso.annotate.claims.heads import subject_of
from sayso.model.clause import Role

TIMES = frozenset({"DATE", "TIME"})  # when it happened is told by the clause's time, nobody takes part as a Monday
OBJECTS = frozenset({"dobj", "attr", "oprd"})


def roles(head: Token, own: list[Token], offset: int) -> tuple[Role, ...]:
    """Subject, objects, by-agent, recipient and places of the clause, in order of their offsets."""
    found = {}
    subject = subject_of(head)
    if subject is not None:
        passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in head.children) or (
            head.dep_ == "acl" and head.tag_ == "VBN"
        )
        found[subject.i] = _role(subject, "patient" if passive else "agent", offset)
        for other in subject.conjuncts:
            found.setdefault(other.i, _role(other, "patient" if passive else "agent", offset))
    for token in own:
        role = _of(token)
        if role is not None:
            found.setdefault(token.i, _role(token, role, offset))
    return tuple(sorted(found.values(), key=lambda r: (r.start, r.end, r.role)))


def _of(token: Token) -> str | None:
    if token.dep_ == "agent" or token.ent_type_ in TIMES:
        return None
    if token.dep_ == "pobj":
        preposition = token.head
        if preposition.dep_ == "agent":
            return "agent"
        if preposition.dep_ == "dative" or (preposition.lower_ in {"to", "with"} and preposition.head.pos_ == "VERB"):
            return "recipient"
        return "place" if preposition.lower_ in {"in", "at", "near", "outside", "inside", "off"} else "other"
    if token.dep_ == "dative":
        return "recipient"
    if token.dep_ in OBJECTS and token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return "patient"
    return None


def _role(token: Token, role: str, offset: int) -> Role:
    """The noun phrase around `token` up to its first clause or comma: [left edge, token or its right modifiers)."""
    first, last = token, token
    for child in token.children:
        if child.i < token.i and child.dep_ in {"compound", "amod", "det", "nummod", "poss", "nmod", "quantmod"}:
            first = min(first, child.left_edge, key=lambda t: t.i)
        if child.i > token.i and child.dep_ == "prep" and child.lower_ == "of":
            last = max(last, child.right_edge, key=lambda t: t.i)
    return Role(offset + first.idx, offset + last.idx + len(last.text), role, token.lemma_.lower())
