"""Mentions of one document: names, descriptions and pronouns, typed and numbered by coreference chain.

Names come from the model's entities, trimmed, retyped and completed by rules; chains from rules alone: the same or part
of the same name, acronyms, apposition, roles and countries, and agreement and salience for pronouns.
"""

from collections.abc import Sequence
from itertools import accumulate

from spacy.tokens import Doc

from sayso.annotate.mentions.describing import bind_by_syntax, bind_description
from sayso.annotate.mentions.discourse import Discourse
from sayso.annotate.mentions.naming import name_sightings
from sayso.annotate.mentions.phrases import phrase_sightings
from sayso.annotate.mentions.pronouns import bind_pronoun
from sayso.annotate.mentions.quoting import quoted
from sayso.annotate.mentions.same_name import chain_names
from sayso.annotate.parse import Parsed
from sayso.model.enums import MentionKind
from sayso.model.mention import Mention

__all__ = ["find_mentions"]


def _sentence_numbers(docs: Sequence[Doc]) -> list[list[int]]:
    """A running number over the whole document for the sentence of each token."""
    lasts: list[list[int]] = []
    before = 0
    for doc in docs:
        numbers = [before + n for n in accumulate(int(bool(t.is_sent_start)) for t in doc)]
        before = numbers[-1] if numbers else before
        lasts.append(numbers)
    return lasts


def _read(docs: Sequence[Doc]) -> Discourse:
    """All sightings in the order of the text, with chains formed."""
    sentences, quotes = _sentence_numbers(docs), [quoted(doc) for doc in docs]
    names = name_sightings(docs, sentences, quotes)
    phrases = phrase_sightings(docs, sentences, quotes, names)
    ordered = sorted((*names, *phrases), key=lambda s: (s.part, s.first, -s.last))
    discourse = Discourse(docs, ordered)
    chain_names(discourse)
    bind_by_syntax(discourse)
    for i, s in enumerate(ordered):
        if s.kind is MentionKind.DESCRIPTION:
            bind_description(discourse, i)
        elif s.kind is MentionKind.PRONOUN:
            bind_pronoun(discourse, i)
    return discourse


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """All mentions of a document, ordered by offset; `chain` counts from 0 in order of first appearance. Never raises."""
    discourse = _read([part.doc for part in parsed.parts])
    found = []
    for s, chain in zip(discourse.sightings, discourse.numbers(), strict=True):
        part = parsed.parts[s.part]
        span = part.doc[s.first : s.last]
        found.append(
            Mention(
                start=part.offset + span.start_char,
                end=part.offset + span.end_char,
                text=span.text,
                kind=s.kind,
                type=s.type,
                chain=chain,
                title=", ".join(t.text for t in s.titles) or None if s.kind is MentionKind.NAME else None,
                gender=s.gender,
                plural=s.plural,
                country=s.country,
                form=s.form,
            )
        )
    return tuple(found)
