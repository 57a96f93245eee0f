"""Finds the noun that a number counts, by the parse first and by the words after the number second."""

from spacy.tokens import Span, Token

from sayso.annotate.quantity.measured import measured
from sayso.annotate.quantity.outcomes import befalls_people
from sayso.annotate.quantity.spans import Figure
from sayso.annotate.quantity.tokens import AHEAD, NOUN_TAGS, NOUNS, PARTITIVE_PRONOUNS, PLURAL_TAGS, STEPS
from sayso.model.enums import QuantityKind

_INSIDE = frozenset({"quantmod", "nummod", "compound", "nmod", "advmod", "amod", "npadvmod"})
_BEFORE_NOUNS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS"})
_COUNTING = frozenset({QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.ORDINAL})
_OTHER_UNITS = frozenset({"%", "$", "€", "£", "percent"})
_BREAKS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "ADP"})


def root_of(span: Span) -> Token:
    """The token of the number that the rest of it hangs on."""
    for token in span:
        outside = not span.start <= token.head.i < span.end
        if (outside or token.head.i == token.i) and token.pos_ != "PUNCT":
            return token
    return span.root


def noun_of(span: Span, root: Token, figure: Figure) -> tuple[Token | None, bool]:
    """The counted noun, and whether the number is a part of it."""
    after = _of_complement(span)
    if after is not None:
        vague = figure.numerals[-1].vague is not None and figure.unit is None
        part = not vague or after.lower_ in PARTITIVE_PRONOUNS
        whole = figure.kind in (QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.DURATION)
        return after, part and not whole
    if figure.age:
        return _aged(span, root), False
    if figure.lent:
        return measured(root, span, figure), False
    joined = _hyphenated(span)
    if joined is not None:
        return joined, False
    head = root
    for _ in range(STEPS):
        if head.dep_ not in _INSIDE or head.head is head:
            break
        head = head.head
        if head.lower_ in _OTHER_UNITS:
            break  # of the next number: "from 25% to 20%"
        if head.pos_ in NOUNS and head.i >= span.end and not _parted(head, span):
            return _whole_compound(head), False
    if figure.kind in _COUNTING or figure.numerals[0].share:
        return ahead(span) or measured(root, span, figure), False
    return measured(root, span, figure), False


def ahead(span: Span) -> Token | None:
    """The last noun of the noun group right after the number, read without the parse."""
    doc, found = span.doc, None
    for token in doc[span.end : span.end + AHEAD]:
        if token.is_sent_start:
            break  # not by `span.sent`, which walks the sentence for each number of it
        if token.tag_ in NOUN_TAGS:
            if found is not None and found.tag_ == "NNS":
                break
            found = token
        elif token.tag_ not in _BEFORE_NOUNS or (found is not None and token.tag_ != "HYPH"):
            break
    if found is None or found.i == span.end:
        return found
    first = doc[span.end]
    return None if first.tag_ == "VBN" and first.dep_ not in ("amod", "compound") else found


def _of_complement(span: Span) -> Token | None:
    """The noun after "of" or "out of" right behind the number: three of the wounded, five out of 28 patients."""
    doc, at = span.doc, span.end
    if at + 1 < len(doc) and doc[at].lower_ == "out":
        at += 1
    if at >= len(doc) - 1 or doc[at].lower_ != "of":
        return None
    for token in doc[at + 1 : at + 1 + AHEAD]:
        inner = token.dep_ in ("compound", "poss", "nmod") and token.head.i > token.i
        if token.pos_ in NOUNS and not inner:
            return token
        if token.lower_ in PARTITIVE_PRONOUNS or token.tag_ == "PRP":
            return token
        if token.dep_ == "pobj" and befalls_people(token.lemma_) and token.pos_ in ("ADJ", "VERB"):
            return token
        if token.pos_ in _BREAKS and token.tag_ not in ("VBN", "VBG", "HYPH"):
            return None
    return None


def _hyphenated(span: Span) -> Token | None:
    """The noun joined to the number: a four-man crew counts men."""
    doc = span.doc
    joined = span.end + 1 < len(doc) and doc[span.end].tag_ == "HYPH" and not doc[span.end].whitespace_
    if not joined or span[-1].whitespace_ or doc[span.end + 1].pos_ not in NOUNS:
        return None
    return doc[span.end + 1]


def _parted(head: Token, span: Span) -> bool:
    """True where words between number and noun show that they do not belong together."""
    between = span.doc[span.end : head.i]
    return any(t.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "CCONJ") and t.tag_ not in ("VBN", "VBG") for t in between)


def _whole_compound(noun: Token) -> Token:
    """The head of a compound that the number was hung inside of."""
    for _ in range(STEPS):
        if noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in NOUNS and noun.tag_ not in PLURAL_TAGS:
            noun = noun.head
    return noun


def _aged(span: Span, root: Token) -> Token | None:
    """Who is of that age: the noun after "45-year-old", or the name before ", 45,"."""
    found = ahead(span)
    if found is not None:
        return found
    doc = span.doc
    before = doc[span.start - 2] if span.start >= 2 else None
    if before is not None and before.pos_ == "PROPN" and doc[span.start - 1].text in (",", "("):
        return before
    head = root.head
    return head if head.pos_ in NOUNS and not span.start <= head.i < span.end else None
