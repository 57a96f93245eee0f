"""What a name names: the model's label, the words around and inside it, and every other place where it stands, voting."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.records import Found, is_possessive
from sayso.annotate.mentions.titles import title_before
from sayso.annotate.mentions.world import country_named, country_seated_at, fold
from sayso.model.enums import EntityType

Vote = tuple[EntityType, float]
_LABELS = {
    "PERSON": EntityType.PERSON,
    "NORP": EntityType.GROUP,
    "FAC": EntityType.FACILITY,
    "ORG": EntityType.ORG,
    "GPE": EntityType.GPE,
    "LOC": EntityType.LOC,
    "PRODUCT": EntityType.PRODUCT,
    "EVENT": EntityType.EVENT,
    "WORK_OF_ART": EntityType.WORK,
    "LAW": EntityType.WORK,
    "": EntityType.OTHER,
}
_TRUST = {"PERSON": 1.0, "ORG": 1.0, "GPE": 1.2, "NORP": 1.2, "": 0.2}
_KINDS_AFTER = (
    lx.MEDIA
    | lx.AGENCIES
    | lx.words("gang militia brigade group company party movement airline club site platform firm app")
)
_OF_PLATFORMS = lx.words("account accounts user users post posts page feed feeds message messages sources source")
_OF_BODIES = lx.words(
    "director executive chairman chairwoman chief founder headquarters employee staff shareholder newsroom"
)
_OF_TOWNS = frozenset({"mayor", "residents", "outskirts", "streets", "villagers"})
_RANKS = lx.words(
    "superintendent inspector constable sergeant lieutenant colonel captain commander admiral senator councillor professor"
    " dr mr mrs ms miss"
)
_INSIDE = frozenset({"in", "near", "across", "outside", "throughout"})


def head_type(doc: Doc, first: int, last: int) -> EntityType | None:
    """The type that a name's own head noun tells ("Court", "Hospital", "Street"), of names of two words and more."""
    if last - first < 2:
        return None
    if doc[first].lower_ in {"operation", "hurricane", "typhoon", "cyclone"}:
        return EntityType.EVENT
    for k in range(first + 1, last):
        if doc[k].lower_ in {"of", "for", "de", "della", "des"}:
            found = lx.NAME_HEADS.get(doc[k - 1].lower_)
            if found:
                return found
    found = lx.NAME_HEADS.get(fold(doc[last - 1].text))
    return EntityType.PERSON if found is None and doc[first].lower_ in _RANKS else found


def _age_follows(doc: Doc, last: int) -> bool:
    return (
        last + 2 < len(doc)
        and doc[last].text == ","
        and doc[last + 1].text.isdigit()
        and len(doc[last + 1].text) < 4
        and doc[last + 2].text in {",", "."}
    )


def _before(doc: Doc, first: int, last: int) -> Iterable[Vote]:
    """What the words before a name say of it."""
    if first == 0:
        return
    before = doc[first - 1]
    if before.lower_ in _INSIDE and doc[first:last].root.dep_ == "pobj":
        yield EntityType.GPE, 1.5 if last - first == 1 else 0.6
    if before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in lx.PLACE_ROLES:
        yield EntityType.GPE, 3.0
    if before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in _OF_TOWNS:
        yield EntityType.GPE, 2.0
    if before.lower_ == "on" and last - first == 1 and doc[first].ent_type_ in {"PERSON", "PRODUCT"}:
        yield EntityType.ORG, 1.5
    if before.lower_ == "the" and doc[first:last].root.dep_ != "compound" and doc[last - 1].ent_type_ in {"PERSON", ""}:
        yield EntityType.ORG, 4.0 if doc[first:last].root.dep_ == "nsubj" else 2.0
    title = title_before(doc, first)
    if title is not None:
        yield (EntityType.ORG, 3.0) if title.descriptor else (EntityType.PERSON, 2.5)


def _after(doc: Doc, last: int) -> Iterable[Vote]:
    """What the words after a name say of it."""
    if last >= len(doc):
        return
    after = doc[last]
    if after.lower_ == "who" or (after.text == "," and last + 1 < len(doc) and doc[last + 1].lower_ == "who"):
        yield EntityType.PERSON, 1.5
    if after.lower_ in lx.PLACE_ROLES and after.pos_ == "NOUN":
        yield EntityType.GPE, 1.5
    if any(t.lower_ in _KINDS_AFTER and t.dep_ != "compound" for t in doc[last : last + 2]) and after.pos_ == "NOUN":
        yield EntityType.ORG, 2.5
    if after.lower_ in {"mayor", "residents"}:
        yield EntityType.GPE, 2.0
    if after.lower_ in lx.SPEAKERS or after.lemma_ in {"militant", "fighter"}:
        yield EntityType.ORG, 1.5


def _said_to_be(head: Token) -> Iterable[Vote]:
    """What "X was the first website to …" and "a X account" say of X."""
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        for noun in head.head.children:
            if noun.dep_ == "attr" and noun.lemma_.lower() in _KINDS_AFTER:
                yield EntityType.ORG, 4.0
            elif noun.dep_ == "attr" and noun.lemma_.lower() in lx.PERSON_ROLES:
                yield EntityType.PERSON, 2.0
    if any(noun.lemma_.lower() in lx.PERSON_ROLES for noun in _apposed(head)):
        yield EntityType.PERSON, 2.5
    if _is_body(head):
        yield EntityType.ORG, 3.0
    if head.dep_ == "poss" and head.head.lemma_.lower() in _OF_BODIES:
        yield EntityType.ORG, 1.2
    if head.dep_ == "compound" and head.head.lower_ in _OF_PLATFORMS:
        yield EntityType.ORG, 1.5


def _apposed(head: Token) -> list[Token]:
    """The nouns that a name explains or that explain it: "Ada Moor, an engineer", "his wife, Ada"."""
    nouns = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    return [*nouns, head.head] if head.dep_ == "appos" and head.head.pos_ == "NOUN" else nouns


def _is_body(head: Token) -> bool:
    """True for X in "a group called X", "X, led by …", "designated X as a group"."""
    verb = head.head
    if verb.lemma_ in {"call", "name", "know", "dub"} and verb.dep_ in {"acl", "relcl"}:
        return verb.head.lemma_.lower() in lx.ORG_ROLES
    if any(c.dep_ == "acl" and c.lower_ in {"led", "headed", "founded"} for c in head.children):
        return True
    if head.dep_ == "dobj" and verb.lemma_ in {"designate", "ban", "declare", "label"}:
        said = [t for c in verb.children if c.lower_ == "as" for t in c.children]
        return any(t.lemma_.lower() in lx.ORG_ROLES for t in said)
    return False


def votes_for(doc: Doc, name: Found) -> list[Vote]:
    """All evidence of one place where a name stands."""
    votes: list[Vote] = [(_LABELS[name.label], _TRUST.get(name.label, 0.7))]
    if name.label == "PERSON" and name.last - name.first > 1:
        votes.append((EntityType.PERSON, 0.5))
    inner = head_type(doc, name.first, name.last)
    if inner is not None:
        votes.append((inner, 1.0 if name.label in {"GPE", "LOC"} else 5.0))
    if any(t.text in lx.OF_PEOPLE for t in doc[name.first + 1 : name.last - 1]):
        votes.append((EntityType.PERSON, 1.5))
    if _age_follows(doc, name.last):
        votes.append((EntityType.PERSON, 3.0))
    votes.extend(_said_to_be(doc[name.first : name.last].root))
    votes.extend(_before(doc, name.first, name.last))
    votes.extend(_after(doc, name.last))
    return votes


def _winner(votes: dict[EntityType, float]) -> EntityType:
    order = list(EntityType)
    return max(votes, key=lambda t: (votes[t], -order.index(t)))


def decide_types(docs: Sequence[Doc], names: Sequence[Found]) -> dict[str, EntityType]:
    """Folded name → type, by all votes of the document; a bare surname takes the type of the full name."""
    tally: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        doc = docs[name.part]
        for kind, weight in votes_for(doc, name):
            tally[fold(doc[name.first : name.last].text)][kind] += weight
    types = {}
    for key, votes in tally.items():
        known = country_named(key) or country_seated_at(key)
        types[key] = EntityType.GPE if known and votes.get(EntityType.PERSON, 0.0) < 2.5 else _winner(votes)
    persons = [key.split() for key, kind in types.items() if kind is EntityType.PERSON]
    parts = {" ".join(words[k:]) for words in persons for k in range(1, len(words))}
    for key, kind in types.items():
        if key in parts and kind is not EntityType.PERSON and not country_named(key):
            types[key] = EntityType.PERSON
    return types


def is_modifier(token: Token) -> bool:
    """True where a word stands before a noun that it modifies."""
    return token.dep_ in {"amod", "compound", "nmod", "poss"} and token.head.i > token.i and not is_possessive(token)
