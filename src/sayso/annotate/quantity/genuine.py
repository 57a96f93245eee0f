"""Whether a number word is a count at all: pronouns, labels and figures of speech are none."""

from spacy.tokens import Doc, Token

from sayso.annotate.quantity.counted import Counted
from sayso.annotate.quantity.spans import Figure, Form
from sayso.model.enums import QuantityKind

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PROPER = frozenset({"NNP", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_NO_COUNT = frozenset({"day", "time", "way", "thing", "another", "hand", "point", "reason", "side"})


def genuine(doc: Doc, figure: Figure, found: Counted) -> bool:
    """True where the figure says how many, how much or which in order."""
    first = figure.numerals[0]
    token = _token_at(doc, first.start)
    if token is None:
        return False
    if figure.kind is QuantityKind.ORDINAL:
        return found.of is not None and (not first.spelled or token.dep_ in ("amod", "compound", "nummod"))
    if figure.unit is not None or figure.age or figure.form is not Form.SINGLE:
        return True
    if first.suffix is not None:
        return False
    if first.vague is not None:
        return _vague_count(token, first.value, found)
    if first.spelled and first.value == 1:
        return _one(token, found)
    if figure.hedge is not None:
        return True
    return not _labels(doc, token, found)


def _token_at(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _vague_count(token: Token, value: float, found: Counted) -> bool:
    """Reads "no" counts only things in the plural ("no deaths"), "none" only as subject or object."""
    if value:
        return True
    if token.lower_ == "none":
        return found.relation in _ARGUMENTS
    return found.head is not None and found.head.tag_ == "NNS" and found.head.i - token.i <= 3


def _one(token: Token, found: Counted) -> bool:
    """Reads "one man", "one of the rebels was shot"; not "one of the best", "this one", "one might"."""
    noun = found.head
    if found.partitive:
        return found.relation in _ARGUMENTS and token.dep_ in ("nsubj", "nsubjpass", "dobj")
    if noun is None or noun.i <= token.i:
        return token.tag_ == "CD" and token.dep_ in ("conj", "appos") and token.head.pos_ != "VERB"
    return (
        token.tag_ == "CD" and noun.tag_ in ("NN", "NNP") and noun.lemma_.lower() not in _NO_COUNT and noun.i - token.i <= 4
    )


def _labels(doc: Doc, token: Token, found: Counted) -> bool:
    """True for a number behind a name or in a list of numbers: "Windows 11", "World Cup 2022"."""
    if found.head is not None and found.head.i > token.i and found.of is not None:
        year = token.is_digit and len(token) == 4 and 1500 <= int(token.text) <= 2100
        return year and found.head.tag_ not in ("NNS", "NNPS")
    if token.is_digit and len(token) == 4 and 1500 <= int(token.text) <= 2100:
        return True
    before = doc[token.i - 1] if token.i else None
    return before is not None and before.tag_ in _PROPER and not token.is_sent_start
