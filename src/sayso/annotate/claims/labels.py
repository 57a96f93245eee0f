"""Noun phrases that say who somebody is: "Ana Roe, the harbour master", "former harbour master Ana Roe"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from sayso.annotate.claims.phrases import noun_phrase
from sayso.model.enums import EntityType, MentionKind
from sayso.model.mention import Mention

LONGEST = 16  # tokens
NOUNS = frozenset({"NOUN", "PROPN"})
ANYBODY = frozenset({"man", "woman", "men", "women", "person", "people", "boy", "girl"})  # they say nothing of who it is


def label_phrases(
    mentions: Iterable[Mention], doc: Doc, heads: frozenset[int], offset: int
) -> Iterator[tuple[Token, list[Token]]]:
    """For each person whom a title of two words or an apposition describes: the noun of the title, the tokens of both.

    A title of one word ("Captain Roe") is no more than a form of address. `offset` is where `doc` begins in its document.
    """
    for mention in mentions:
        if mention.title is None or mention.type is not EntityType.PERSON or mention.kind is not MentionKind.NAME:
            continue
        span = doc.char_span(mention.start - offset, mention.end - offset, alignment_mode="expand")
        if span is None or not len(span):
            continue
        name = span.root
        found = _apposed(name, mention.title, heads) or _before(name, mention.title)
        if found is not None and len(found[1]) <= LONGEST:
            yield found


def _apposed(name: Token, title: str, heads: frozenset[int]) -> tuple[Token, list[Token]] | None:
    """Of "the mayor, Ana Roe, ..." and "Ana Roe, the mayor of the port, ..." the noun and both phrases."""
    described = [(name, other) for other in name.children] if name.dep_ != "appos" else [(name.head, name)]
    for first, second in described:
        noun = second if first == name else first
        if second.dep_ == "appos" and noun.pos_ in NOUNS and noun.text in title.split() and noun.lower_ not in ANYBODY:
            last = max(t.i for t in noun_phrase(second, heads))
            first_word = min(t.i for t in noun_phrase(first, heads))
            tokens = list(name.doc[first_word : last + 1])
            return None if any(t.i in heads for t in tokens) else (noun, tokens)
    return None


def _before(name: Token, title: str) -> tuple[Token, list[Token]] | None:
    """Of "former mayor Ana Roe" the last noun of the title and all tokens."""
    words = [word for word in title.split() if not word[0].isdigit()]  # a live report's hour stands before it
    start = name.left_edge.i
    while start < name.i and name.doc[start].text != words[0]:
        start += 1
    told = name.doc[start : start + len(words)]
    if len(words) < 2 or [t.text for t in told] != words:
        return None
    return told[-1], list(name.doc[start : name.i + 1])
