"""Pairs of lines worth a closer look, by an inverted index over word bigrams, rarest first.

Bigrams survive damaged letters and swapped words where longer shingles do not; probing each line by its rarest ones only
keeps the work near-linear in the number of lines. Blocking by rare features: Broder, "On the resemblance and containment
of documents" (1997); Bayardo et al., "Scaling up all pairs similarity search" (2007).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.reuse.sentences import MIN_WORDS, Line, Text

PROBES = 14
SHARED = 2
COMMONEST = 64  # a bigram of more lines than this (or three to a document) is grammar, not a trace

Pair = tuple[Line, Line]


def candidate_pairs(texts: Sequence[Text]) -> dict[tuple[int, int], list[Pair]]:
    """By pair of document numbers (lower first): pairs of lines that share at least two of their rarest word bigrams."""
    lines = [line for text in texts for line in text.lines if len(line.words) >= MIN_WORDS]
    features = [sorted(set(zip(line.words, line.words[1:], strict=False))) for line in lines]
    postings: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, found in enumerate(features):
        for feature in found:
            postings[feature].append(number)
    commonest = max(COMMONEST, 3 * len(texts))
    pairs: set[tuple[int, int]] = set()
    for number, found in enumerate(features):
        shared = sorted((len(postings[f]), f) for f in found if 1 < len(postings[f]) <= commonest)[:PROBES]
        hits = Counter(other for _, feature in shared for other in postings[feature])
        pairs.update((min(number, other), max(number, other)) for other, n in hits.items() if n >= SHARED)
    by_documents: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
    for left, right in sorted(pairs):
        a, b = lines[left], lines[right]
        if a.document != b.document:
            by_documents[a.document, b.document].append((a, b))
    return dict(sorted(by_documents.items()))
