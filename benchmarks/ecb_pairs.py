"""Features of pairs of event mentions for the benchmark on ECB+."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.language import Language

from benchmarks.ecb import Event, frequency
from sayso.align.embed import Matrix, Read, embed, read_words

Index = npt.NDArray[np.intp]
Array = npt.NDArray[np.float64]
NEAR = 90  # characters to either side of a mention within which a name is near it
OPENING = 600  # characters of a document by which documents are compared
HEAD_AT, WORD_AT = 0.45, 0.5  # cosine of mentions read in their sentences, or of their lemmas, from which a pair is made
REPORTING = frozenset({"say", "tell", "report", "announce", "confirm", "add", "claim", "accord", "reveal"})
_NAME, _WORD, _NUMBER = re.compile(r"\b[A-Z][a-z]{2,}\b"), re.compile(r"\b[a-zA-Z]{4,}\b"), re.compile(r"\d+")


@dataclass(frozen=True)
class Mention:
    """An event mention as it was read; `place` tells whether its line was found."""

    event: Event
    lemma: str
    topic: int
    head: Matrix
    sentence: Matrix
    word: Matrix
    document: Matrix
    names: frozenset[str]
    near: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True)
class Pairs:
    """Pairs of mentions of one group by their indices there; `features` has the shape (pairs, 14)."""

    left: Index
    right: Index
    features: Array


def lemmas(events: Sequence[Event], nlp: Language) -> dict[str, str]:
    """The lemma of each mention by its id, several words parted by blanks."""
    texts = sorted({e.text for e in events})
    told = {text: " ".join(t.lemma_.lower() for t in doc) for text, doc in zip(texts, nlp.pipe(texts), strict=True)}
    return {e.id: told[e.text] for e in events}


def read_mentions(
    events: Sequence[Event], texts: Mapping[str, str], lemma: Mapping[str, str], topic: Mapping[str, int]
) -> tuple[dict[str, Mention], Mapping[str, int]]:
    """Every mention by its id, and in how many mentions' sentences each word stands."""
    lines = sorted({e.line for e in events if e.line})
    read, sentences = read_words(lines), dict(zip(lines, embed(lines), strict=True))
    forms = sorted(set(lemma.values()))
    words = dict(zip(forms, embed(forms), strict=True))
    names = sorted(texts)
    documents = dict(zip(names, embed([texts[n][:OPENING] for n in names]), strict=True))
    nothing = np.zeros_like(next(iter(sentences.values())))
    mentions = {}
    for e in events:
        start = e.start or 0
        near = e.line[max(0, start - NEAR) : start + len(e.text) + NEAR]
        mentions[e.id] = Mention(
            event=e,
            lemma=lemma[e.id],
            topic=topic[e.document],
            head=_head(read[e.line], start, start + len(e.text)) if e.line else nothing,
            sentence=sentences.get(e.line, nothing),
            word=words[lemma[e.id]],
            document=documents[e.document],
            names=frozenset(w.lower() for w in _NAME.findall(e.line)),
            near=frozenset(w.lower() for w in _NAME.findall(near)),
            words=frozenset(w.lower() for w in _WORD.findall(e.line)),
            numbers=frozenset(_NUMBER.findall(e.line)),
        )
    return mentions, frequency(m.words for m in mentions.values())


def _head(read: Read, start: int, end: int) -> Matrix:
    inside = [n for n, (a, b) in enumerate(read.places) if a < end and b > start and b > a]
    mean = read.vectors[inside].mean(axis=0) if inside else read.vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def pairs_of(group: Sequence[Event], told: tuple[Mapping[str, Mention], Mapping[str, int]]) -> Pairs:
    """The pairs of a group that may be one event: the same lemma, or near in meaning."""
    mentions, spread = told
    held = [mentions[e.id] for e in group]
    heads = np.vstack([m.head for m in held]) @ np.vstack([m.head for m in held]).T
    words = np.vstack([m.word for m in held]) @ np.vstack([m.word for m in held]).T
    lemma = np.array([m.lemma for m in held])
    placed = np.array([m.event.start is not None for m in held])
    likely = ((heads > HEAD_AT) | (words > WORD_AT)) & placed[:, None] & placed[None, :]
    left, right = np.nonzero(np.tril(likely | (lemma[:, None] == lemma[None, :]), -1))
    rows = [_features(held[i], held[j], spread) for i, j in zip(left, right, strict=True)]
    return Pairs(left, right, np.array(rows, np.float64).reshape(len(left), 14))


def _features(a: Mention, b: Mention, spread: Mapping[str, int]) -> list[float]:
    first = [
        a.lemma == b.lemma,
        a.lemma in b.lemma.split() or b.lemma in a.lemma.split(),
        a.lemma in REPORTING or b.lemma in REPORTING,
        a.event.document == b.event.document,
        a.topic == b.topic,
        float(a.document @ b.document),
    ]
    if a.event.start is None or b.event.start is None:
        return [*map(float, first), *[float("nan")] * 8]
    return [
        *map(float, first),
        float(a.head @ b.head),
        float(a.sentence @ b.sentence),
        float(a.word @ b.word),
        _shared(a.names, b.names),
        _shared(a.near, b.near),
        sum(1 / np.log(2 + spread[w]) for w in sorted(a.words & b.words)),
        len(a.numbers & b.numbers),
        float(bool(a.numbers and b.numbers and not a.numbers & b.numbers)),
    ]


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))
