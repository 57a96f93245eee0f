"""Outlets by whose hands words came: "in a statement carried by X", "in an interview with X", "speaking to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.event import Event
from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.names import agent_of

_CARRYING = frozenset("carry broadcast air publish print run quote cite obtain report relay post see release".split())
_TALKS = frozenset(
    "interview comment remark statement letter email e-mail message conversation briefing call answer address speech".split()
)
_TELLING = frozenset({"tell", "inform", "assure", "remind"})
_TALKING = frozenset({"speak", "talk"})
_IN = frozenset({"in", "during", "through"})
_TO = frozenset({"with", "to", "for", "by"})
_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "GPE"})


def carried_by(saying: Token, speaker: Token | None) -> Token | None:
    """X of "said in a statement carried by X"; None where the speaker issued it himself."""
    for paper in _papers(saying, speaker):
        for verb in paper.children:
            if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in _CARRYING:
                agent = agent_of(verb)
                if agent is not None and agent != speaker:
                    return agent
    return None


def heard_by(event: Event) -> Token | None:
    """Whom it was said to: the hearer beside the verb, else whom the speaker spoke to when he said it.

    "Told reporters in an interview with X": a name says more than a common noun.
    """
    if event.told is not None and event.told.pos_ == "PROPN":
        return event.told
    above = event.verb.head if event.told is None and event.verb.dep_ == "advcl" and event.verb.tag_ == "VBG" else None
    if above is not None and above.lemma_ in _TELLING:  # "told the daily it was late, adding that"
        return next((c for c in above.children if c.dep_ in {"dobj", "dative"} and c.pos_ == "PROPN"), None)
    return next(_hearers(event.verb, event.speaker), event.told)


def _hearers(saying: Token, speaker: Token | None) -> Iterator[Token]:
    for paper in _papers(saying, speaker):
        yield from _named(paper, _TO)
    for verb in saying.children:
        if verb.dep_ == "advcl" and verb.lemma_.lower() in _TALKING:
            yield from _named(verb, _TO | {"on"})
    if any(c.dep_ in {"ccomp", "parataxis"} for c in saying.children) or saying.dep_ == "parataxis":
        yield from _named(saying, frozenset({"on"}))


def _papers(saying: Token, speaker: Token | None) -> Iterator[Token]:
    """The nouns of "in a statement", "in remarks", beside the verb or the speaker."""
    words = lexicon()
    for head in (saying, *([speaker] if speaker is not None else [])):
        for preposition in head.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in _IN:
                continue
            for noun in preposition.children:
                if noun.dep_ == "pobj" and noun.lemma_.lower() in _TALKS | words.documents | words.takes_up:
                    yield noun


def _named(head: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for preposition in head.children:
        if preposition.dep_ == "prep" and preposition.lower_ in prepositions:
            yield from (c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ in _NAMES)
