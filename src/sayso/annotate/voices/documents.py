"""Papers that speak: a statement or report stands for whoever issued it."""

from spacy.tokens import Token

from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.names import possessor

_CARRYING = frozenset({"carry", "broadcast", "air", "print"})  # what others do with a paper


def named(source: Token) -> Token:
    """The issuer of a statement or report where the phrase names one ("the statement released by X"), else the phrase."""
    if source.lemma_.lower() in lexicon().documents:
        return issuer(source) or _sender(source) or source
    return source


def _sender(document: Token) -> Token | None:
    """X of "X issued a statement saying"."""
    if document.dep_ != "dobj" or document.head.lemma_.lower() not in lexicon().relays | lexicon().senders:
        return None
    return next((c for c in document.head.children if c.dep_ == "nsubj"), None)


def issuer(noun: Token) -> Token | None:
    """Whose statement or report it is: its owner, author, or who released it."""
    found = possessor(noun)
    if found is not None:
        return found
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        issues = child.lemma_.lower() in lexicon().relays - _CARRYING
        if child.dep_ in {"acl", "relcl"} and issues and (by := possessor(child)):
            return by
    return None
