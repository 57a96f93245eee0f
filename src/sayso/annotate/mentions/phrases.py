"""Descriptions ("the Chilean leader", "that newspaper") and pronouns as sightings."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.records import Sighting
from sayso.annotate.mentions.titles import gender_of, phrase_title
from sayso.model.enums import EntityType, MentionKind

_DEFINITE = lx.words("the this that these those both")
_PRONOUNS: dict[str, tuple[EntityType, str | None, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), (EntityType.PERSON, "m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), (EntityType.PERSON, "f", False)),
    **dict.fromkeys(("it", "its", "itself"), (EntityType.OTHER, "n", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (EntityType.OTHER, None, True)),
}


_ABSTRACT = lx.words(
    "movement channel union force body board state head movement star coalition alliance side council partner"
)
_EMPTY_VERBS = lx.words("be seem appear emerge remain reveal report happen become")
_BEFORE_THINGS = lx.words("aircraft bus train railway metro power petrol gas space fire polling police")


def _noun_type(lemma: str) -> EntityType | None:
    if lemma in lx.PERSON_ROLES:
        return EntityType.PERSON
    if lemma in lx.ORG_ROLES:
        return EntityType.ORG
    if lemma in lx.PLACE_ROLES:
        return EntityType.GPE
    if lemma in lx.FACILITY_ROLES:
        return EntityType.FACILITY
    return EntityType.GROUP if lemma in lx.GROUP_ROLES else None


def _is_referring(chunk: Span) -> bool:
    """True for a phrase that means somebody already known: definite, demonstrative or owned."""
    first = chunk[0]
    if first.lower_ in _DEFINITE:
        return True
    owner = next((t for t in chunk.root.children if t.dep_ == "poss"), None)
    if owner is not None:
        return owner.lower_ not in {"my", "our", "your"}
    return chunk.root.lemma_.lower() == "police"


def _other_sense(root: Token, lemma: str) -> bool:
    """True for "the movement of goods", "the bus station", "the aircraft carrier": no body, nobody."""
    if lemma in _ABSTRACT and any(c.lower_ == "of" for c in root.children):
        return True
    return any(c.lower_ in _BEFORE_THINGS for c in root.children)


def _noun_phrases(doc: Doc) -> Iterator[Span]:
    """Noun chunks, and the possessors within them ("the mayor" of "the mayor's office")."""
    for chunk in doc.noun_chunks:
        for token in chunk:
            if token.dep_ == "poss" and token.pos_ == "NOUN" and token.i != chunk.root.i:
                yield doc[token.left_edge.i : token.i + 1]
        yield chunk


def _descriptions(
    doc: Doc, part: int, sentences: Sequence[int], quotes: Sequence[bool], names: set[int]
) -> Iterator[Sighting]:
    for chunk in _noun_phrases(doc):
        root = chunk.root
        lemma = root.lemma_.lower()
        kind = _noun_type(lemma)
        if _other_sense(root, lemma):
            continue
        if kind is None or root.pos_ not in {"NOUN", "PROPN"} or root.i in names or not _is_referring(chunk):
            continue
        title = phrase_title(doc, root)
        yield Sighting(
            part,
            chunk.start,
            chunk.end,
            root.i,
            sentences[root.i],
            MentionKind.DESCRIPTION,
            kind,
            titles=(title,),
            gender=gender_of(lemma),
            plural=root.tag_ in {"NNS", "NNPS"},
            quoted=quotes[root.i],
        )


def is_expletive(token: Token) -> bool:
    """True for the "it" of "it is clear that", which means nothing."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    clause = any(c.dep_ in {"ccomp", "csubj", "xcomp"} and c.i > token.i for c in token.head.children)
    return clause and token.head.lemma_ in _EMPTY_VERBS


def _pronouns(doc: Doc, part: int, sentences: Sequence[int], quotes: Sequence[bool]) -> Iterator[Sighting]:
    for token in doc:
        known = _PRONOUNS.get(token.lower_)
        if known is None or is_expletive(token) or (token.text == "IT"):
            continue
        kind, gender, plural = known
        yield Sighting(
            part,
            token.i,
            token.i + 1,
            token.i,
            sentences[token.i],
            MentionKind.PRONOUN,
            kind,
            gender=gender,
            plural=plural,
            quoted=quotes[token.i],
        )


def phrase_sightings(
    docs: Sequence[Doc], sentences: Sequence[Sequence[int]], quotes: Sequence[Sequence[bool]], names: Sequence[Sighting]
) -> list[Sighting]:
    """Every description and pronoun of a document that is no part of a name."""
    taken: list[set[int]] = [set() for _ in docs]
    for name in names:
        taken[name.part].update(range(name.first, name.last))
    found: list[Sighting] = []
    for part, doc in enumerate(docs):
        found.extend(_descriptions(doc, part, sentences[part], quotes[part], taken[part]))
        found.extend(_pronouns(doc, part, sentences[part], quotes[part]))
    return found
