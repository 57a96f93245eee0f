"""The verb or adjective that says what becomes of what is counted."""

from spacy.tokens import Span, Token

from sayso.annotate.quantity.outcomes import befalls_people
from sayso.annotate.quantity.tokens import STEPS, SUBJECTS, lemma

_LIGHT_WORDS = """
be have include leave report say see bring result reach rise stand total cause there involve confirm record make become do
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_PREDICATES = frozenset({"oprd", "amod", "acomp", "ccomp", "advcl", "acl"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent"})


def governor_of(anchor: Token, span: Span) -> tuple[str | None, str | None]:
    """Lemma and dependency relation; a light verb gives way to one that says more ("left 82 people dead": dead)."""
    small = _small_clause(anchor, span)
    if small is not None:
        return small, "nsubj"
    verb, relation = _over(anchor)
    closer = _within(anchor)
    if closer is not None and (verb is None or verb.lemma_ in _LIGHT or relation not in _CORE):
        return closer
    if verb is None:
        return None, None
    if verb.lemma_ == "be" and verb.dep_ in ("aux", "auxpass") and befalls_people(verb.head.lemma_):
        return lemma(verb.head), relation  # "20 are missing", with the subject hung on "are"
    if verb.lemma_ == "be" and relation == "nsubj":
        predicate = next((c for c in verb.children if c.dep_ in ("acomp", "attr") and c.i != anchor.i), None)
        if predicate is not None:
            return lemma(predicate), "nsubj"
    return lemma(verb), relation


def _over(noun: Token) -> tuple[Token | None, str | None]:
    """The next verb above the noun."""
    token = noun
    for _ in range(STEPS):
        head = token.head
        if head is token or head.i == token.i:
            return None, None
        if token.dep_ not in ("conj", "appos") and head.pos_ in ("VERB", "AUX"):
            return head, token.dep_ if token.dep_ in _CORE else "pobj"
        token = head
    return None, None


def _within(noun: Token) -> tuple[str, str] | None:
    """The verb of a clause hung on the noun: "people killed in the raid", "three who had surgery"."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.pos_ in ("VERB", "AUX"):
            subject = next((c for c in child.children if c.dep_ in SUBJECTS and c.tag_ in ("WP", "WDT")), None)
            return lemma(child), subject.dep_ if subject is not None else "dobj"
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBG"):
            return lemma(child), "nsubjpass" if child.tag_ == "VBN" else "nsubj"
    return None


def _small_clause(noun: Token, span: Span) -> str | None:
    """The predicate of "left 82 people dead", "leaving 82 dead", "people missing"."""
    outcome = outcome_beside(span) if noun.i < span.end else None
    if outcome is not None:
        return lemma(outcome)
    places = [*noun.children, *(noun.head.children if noun.dep_ in ("dobj", "nsubj", "ccomp") else ())]
    for token in places:
        beside = 0 < token.i - noun.i <= 2 and token.pos_ in ("ADJ", "VERB")
        if beside and token.dep_ in _PREDICATES and befalls_people(token.lemma_):
            return lemma(token)
    return "dead" if noun.head.lower_ == "dead" and noun.dep_ in ("nsubj", "nummod") else None


def outcome_beside(span: Span) -> Token | None:
    """The word right behind a number that says what became of so many: "82 dead", "50 more injured"; None elsewhere."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].lower_ in ("more", "others"):
        at += 1
    return doc[at] if at < len(doc) and _predicative(doc[at]) else None


def _predicative(token: Token) -> bool:
    """True for "dead", "wounded", "missing" right behind a number."""
    return befalls_people(token.lemma_) and (token.pos_ == "ADJ" or token.tag_ in ("JJ", "VBN", "NN"))
