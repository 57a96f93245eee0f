"""Reuse among the documents of a collection."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model.document import Document
from sayso.model.enums import ReuseKind
from sayso.model.reuse import Reuse, ReuseSpan
from sayso.reuse.candidates import candidate_pairs
from sayso.reuse.damage import damaged_side, letter_groups
from sayso.reuse.direction import Compared, Direction, find_direction
from sayso.reuse.passages import Passage, find_passages, is_reuse, merge
from sayso.reuse.patchwork import WHOLE_SHARE, Patchworks, find_patchworks
from sayso.reuse.sentences import Text, read_texts

REWRITE_SHARE = 0.5
VERBATIM = 0.92  # mean similarity below which shared text counts as reworded


def find_reuse(documents: Sequence[Document], sentences: Mapping[str, tuple[tuple[int, int], ...]]) -> tuple[Reuse, ...]:
    """Every pair of documents of which one takes text from the other, ordered by giver and taker.

    `sentences` are the [start, end) sentences of each document by its id; a document that is not in it shares nothing.
    The result does not depend on the order of `documents`. RELAY is never given here: it needs attribution.
    """
    ordered = sorted(documents, key=lambda d: d.id)
    texts = read_texts(ordered, [sentences.get(d.id, ()) for d in ordered])
    groups = letter_groups(texts)
    pairs = [
        _compare(texts[first], texts[second], merge(passages), groups)
        for (first, second), lines in candidate_pairs(texts).items()
        if is_reuse(passages := find_passages(lines))
    ]
    patchworks = _patchworks(texts, pairs)
    found = [_record(pair, find_direction(pair, patchworks)) for pair in pairs]
    return tuple(sorted(found, key=lambda r: (r.giver, r.taker)))


def _compare(one: Text, two: Text, passages: Sequence[Passage], groups: Counter[str]) -> Compared:
    return Compared(one, two, passages, damaged_side(one, two, passages, groups))


def _patchworks(texts: Sequence[Text], pairs: Sequence[Compared]) -> Patchworks:
    shared = {}
    for pair in pairs:
        one, two = pair.one.document.id, pair.two.document.id
        shared[one, two] = [(p.a_start, p.a_end) for p in pair.passages]
        shared[two, one] = [(p.b_start, p.b_end) for p in pair.passages]
    return find_patchworks({t.document.id: [(x.start, x.end) for x in t.lines] for t in texts}, shared)


def _record(pair: Compared, direction: Direction) -> Reuse:
    giver, taker = (pair.one, pair.two) if direction.taker == 1 else (pair.two, pair.one)
    spans = tuple(sorted((_span(p, direction.taker) for p in pair.passages), key=lambda s: (s.start, s.source_start)))
    share = _share(taker, spans)
    similarity = _similarity(pair.passages)
    kind = _kind(share, 1.0 if pair.damaged is not None else similarity)
    why = f"{direction.why}; {len(spans)} shared passage{'s' * (len(spans) != 1)}, {similarity:.0%} alike letter by letter"
    return Reuse(giver=giver.document.id, taker=taker.document.id, kind=kind, share=share, spans=spans, why=why)


def _span(passage: Passage, taker: int) -> ReuseSpan:
    if taker == 1:
        return ReuseSpan(passage.b_start, passage.b_end, passage.a_start, passage.a_end)
    return ReuseSpan(passage.a_start, passage.a_end, passage.b_start, passage.b_end)


def _share(taker: Text, spans: Sequence[ReuseSpan]) -> float:
    body = taker.document.body
    covered = sum(max(0, min(s.end, b.end) - max(s.start, b.start)) for s in spans for b in body)
    return round(min(1.0, covered / taker.size), 4) if taker.size else 0.0


def _similarity(passages: Sequence[Passage]) -> float:
    size = sum(p.b_end - p.b_start for p in passages)
    return sum(p.similarity * (p.b_end - p.b_start) for p in passages) / size if size else 0.0


def _kind(share: float, similarity: float) -> ReuseKind:
    if similarity < VERBATIM and share >= REWRITE_SHARE:
        return ReuseKind.REWRITE
    return ReuseKind.COPY if share >= WHOLE_SHARE else ReuseKind.PARTIAL
