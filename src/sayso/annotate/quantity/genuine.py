"""Whether a number word is a count at all: pronouns, labels and figures of speech are none."""

from itertools import islice

from spacy.tokens import Doc, Token

from sayso.annotate.quantity.counted import Counted
from sayso.annotate.quantity.outcomes import befalls_people
from sayso.annotate.quantity.spans import Figure, Form
from sayso.annotate.quantity.tokens import PLURAL_TAGS
from sayso.model.enums import QuantityKind

_PROPER = frozenset({"NNP", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_NO_COUNT = frozenset({"day", "time", "way", "thing", "another", "hand", "point", "reason", "side", "moment"})
# Nouns that stand in the singular after a number.
_COLLECTIVES = """
people personnel staff police crew aircraft troop cattle sheep fish deer dead percent man woman child foot craft series
species infantry cavalry poultry head strong hovercraft spacecraft offspring clergy militia youth
"""
_SINGULAR_OK = frozenset(_COLLECTIVES.split())
_FIGURATIVE = frozenset({"only", "most", "few", "main", "leading", "key", "more", "very"})


def genuine(doc: Doc, figure: Figure, found: Counted) -> bool:
    """True where the figure says how many, how much or which in order."""
    first = figure.numerals[0]
    token = _token_at(doc, first.start)
    if token is None:
        return False
    if figure.kind is QuantityKind.ORDINAL:
        return found.of is not None and (not first.spelled or token.dep_ in ("amod", "compound", "nummod"))
    if figure.unit is not None or figure.age:
        return True
    if figure.form is not Form.SINGLE:
        return not (
            found.bare and figure.hedge is None and not first.spelled and _named_before(doc, token)
        )  # Boeing 737-800
    if first.suffix is not None or _many_sided(doc, token):
        return False
    if first.vague is not None:
        return _vague_count(token, first.value, found)
    if first.spelled and first.value == 1:
        return _one(doc, token, found)
    return not _labels(doc, figure, token, found)


def _token_at(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _many_sided(doc: Doc, token: Token) -> bool:
    """True for an adjective made of a number: "three-cornered", "two-fold"."""
    if not _joined(doc, token) or token.i + 2 >= len(doc) or token.whitespace_:
        return False
    after = doc[token.i + 2]
    if after.lower_ == "strong":
        return False  # a 300-strong crowd counts its people
    return after.pos_ in ("ADJ", "VERB", "ADV") or after.lower_.endswith("fold")


def _vague_count(token: Token, value: float, found: Counted) -> bool:
    """False for "several times", "no doubt" (a count of none has a plural: "no deaths") and an idle "none"."""
    if value:
        return found.of != "time"
    if found.bare:  # none, no one, nobody
        told = token.lower_ == "none" or befalls_people(found.governor)
        return told and found.relation in _ARGUMENTS
    if token.lower_ in ("none", "nobody"):
        return found.relation in _ARGUMENTS
    return found.head.tag_ == "NNS" and 0 < found.head.i - token.i <= 3


def _one(doc: Doc, token: Token, found: Counted) -> bool:
    """True for "one man" and "one of the rebels was shot"; not for "one of the best", "this one", "one might"."""
    noun = found.head
    if (token.tag_ != "CD" and not found.partitive) or (token.text == "One" and _named_before(doc, token)):
        return False
    if found.partitive:
        between = doc[token.i + 1 : noun.i]
        figurative = any(t.tag_ in ("JJS", "RBS") or t.lower_ in _FIGURATIVE for t in between)
        return not figurative and token.dep_ in _ARGUMENTS and found.relation in _ARGUMENTS
    if noun.i <= token.i:
        return _in_a_list(doc, token)
    return noun.tag_ in ("NN", "NNP") and noun.lemma_.lower() not in _NO_COUNT and noun.i - token.i <= 4


def _in_a_list(doc: Doc, token: Token) -> bool:
    """True for a bare "one" beside another number: "one in custody and four in hospital"."""
    after = (t for t in islice(doc, token.i + 1, min(token.i + 12, len(doc))) if t.tag_ == "CD")
    before = (t for t in doc[max(0, token.i - 10) : token.i] if t.tag_ == "CD")
    return next(after, None) is not None or next(before, None) is not None


def _named_before(doc: Doc, token: Token) -> bool:
    """True where a name stands right before a token ("Channel Four")."""
    return token.i > 0 and doc[token.i - 1].tag_ in _PROPER


def _joined(doc: Doc, token: Token) -> bool:
    return token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "HYPH"


def _labels(doc: Doc, figure: Figure, token: Token, found: Counted) -> bool:
    """True for a number behind a name, a year, or before a single thing: "Windows 11", "the 2019 review"."""
    if figure.hedge is not None:
        return False
    numeral = figure.numerals[0]
    digits = not numeral.spelled
    if not digits and token.text.istitle() and not token.is_sent_start and _named_before(doc, token):
        return True
    year = digits and len(token) == 4 and 1500 <= numeral.value <= 2100
    named = _named_before(doc, token) and not token.is_sent_start
    possessed = token.i > 0 and doc[token.i - 1].tag_ == "POS"
    if found.bare:
        inside = token.dep_ == "nummod" and token.head.i < token.i and not found.partitive
        return year or named or (digits and inside)
    if found.head.i < token.i:
        return named
    plural = found.head.tag_ in PLURAL_TAGS or found.head.lemma_.lower() in _SINGULAR_OK
    if plural:
        return (named and found.head.tag_ != "NNS") or (year and (named or possessed))
    proper = found.head.tag_ == "NNP"
    return digits and not found.partitive and (year or proper) and not _joined(doc, token)
