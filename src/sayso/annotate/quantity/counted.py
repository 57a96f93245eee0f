"""What a figure counts and what is said of it, read off the dependency parse."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from sayso.annotate.quantity.governors import governor_of
from sayso.annotate.quantity.nouns import noun_of, root_of
from sayso.annotate.quantity.outcomes import befalls_people
from sayso.annotate.quantity.spans import Figure
from sayso.annotate.quantity.tokens import CONTENT, MODIFIERS, NOUNS, lemma, place
from sayso.model.enums import QuantityKind

_PERSONAL_VAGUE = 24  # "dozens", "hundreds" and more, without a noun, are people


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: `head` is the noun's token (the number's where `bare`), [start, end) the phrase."""

    head: Token
    root: Token
    of: str | None = None
    words: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    governor: str | None = None
    relation: str | None = None
    partitive: bool = False
    bare: bool = False


def counted(doc: Doc, figure: Figure) -> Counted | None:
    """What the figure counts, None where no token stands at its place. Offsets count in the text of `doc`."""
    span = doc.char_span(figure.number_start, max(figure.number_end, figure.end), alignment_mode="expand")
    if span is None or not len(span):
        return None
    root = root_of(span)
    noun, partitive = noun_of(span, root, figure)
    if noun is None:
        governor, relation = governor_of(root, span)
        return Counted(root, root, _unnamed(figure, governor, relation), governor=governor, relation=relation, bare=True)
    governor, relation = governor_of(root if partitive else noun, span)
    words, start, end = _phrase(noun, span)
    if not partitive:
        return Counted(noun, root, lemma(noun), words, start, end, governor, relation)
    base = lemma(noun) if noun.pos_ in NOUNS else noun.lower_
    of = None if noun.pos_ in ("PRON", "DET") else base
    words = tuple(dict.fromkeys((*words, base)))
    return Counted(noun, root, of, words, start, end, governor, relation, partitive=True, bare=of is None)


def _unnamed(figure: Figure, governor: str | None, relation: str | None) -> str | None:
    """Who is meant by a number without a noun: people where they are killed, hurt, held, or told by the dozen."""
    if figure.kind is not QuantityKind.COUNT:
        return None
    vague = figure.numerals[0].vague
    crowd = vague is not None and vague.low >= _PERSONAL_VAGUE and relation is not None
    return "people" if crowd or befalls_people(governor) else None


def _phrase(noun: Token, span: Span) -> tuple[tuple[str, ...], int, int]:
    """Lemmas of a noun's modifiers and "of" complements, with the offsets of the phrase without the number."""
    words: list[str] = []
    first, last = noun, noun
    for child in noun.children:
        if any(c.dep_ == "nummod" for c in child.children):
            continue  # the unit of another number
        if child.dep_ in MODIFIERS and span.end <= child.i < noun.i:
            words += [lemma(t) for t in child.subtree if t.pos_ in CONTENT and t.i >= span.end]
            first = min(first, child, key=place)
        elif child.dep_ in MODIFIERS and child.i < noun.i < span.start and child.pos_ in CONTENT:
            words.append(lemma(child))
            first = min(first, child, key=place)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i > noun.i:
            for complement in (c for c in child.children if c.dep_ == "pobj" and not span.start <= c.i < span.end):
                words += _complement(complement)
                last = max(last, complement, key=place)
    words += _compound_heads(noun, span)
    return tuple(dict.fromkeys(words)), first.idx, last.idx + len(last.text)


def _complement(noun: Token) -> list[str]:
    left = [lemma(t) for t in noun.lefts if t.dep_ in MODIFIERS and t.pos_ in CONTENT]
    return [*left, lemma(noun)]


def _compound_heads(noun: Token, span: Span) -> list[str]:
    """What a hyphenated count is part of: "a four-man crew" → crew."""
    hyphen = span.end < len(noun.doc) and noun.i == span.end + 1 and noun.doc[span.end].tag_ == "HYPH"
    if not hyphen or noun.head.i <= noun.i or noun.head.pos_ != "NOUN":
        return []
    return [lemma(noun.head)]
