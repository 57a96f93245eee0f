"""Groups the claims of a story by the question they answer."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from sayso.align.candidates import Index, candidate_pairs, overlapping_pairs
from sayso.align.cluster import Kinship, average_link
from sayso.align.copies import Days, copy_pairs, fold_copies
from sayso.align.embed import embed
from sayso.align.facts import reports
from sayso.align.features import NAMES, Array, build_space, pair_features
from sayso.align.nested import join_nested
from sayso.align.persons import put_out_others
from sayso.align.strays import put_out
from sayso.align.together import read_together
from sayso.align.vetoes import vetoes
from sayso.align.weights import TOGETHER, Flags, Weights, load_weights, together
from sayso.model.alignment import Alignment, PairScore
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind


class Budget(NamedTuple):
    """How much is put through the sentence model: claims, each with its sentence, and pairs of claims; 0 goes without."""

    claims: int = 400
    pairs: int = 600


@dataclass(frozen=True)
class Offered:
    """Claims and the pairs of them that could answer one question, by index, with a row of features for each pair."""

    claims: Sequence[Claim]
    left: Index
    right: Index
    features: Array

    @cached_property
    def of_one_number(self) -> Flags:
        """The pairs of two phrases that tell one number ("a 21-year-old man", "the man, 21"): they are not read.

        Readers taught the model that a bare phrase states nothing, yet what two such phrases say of one number can be
        disputed.
        """
        phrase = np.array([c.clause.nominal for c in self.claims])
        number = self.features[:, NAMES.index("same_number")]
        same: Flags = phrase[self.left] & phrase[self.right] & (number == 1)
        return same


COUNTED_MEANING = "counted_meaning"
JOINABLE = 0.9  # share of the threshold from which a pair must stand before a veto: below it, it speaks in means only
READABLE = 0.03  # probability by the features alone below which a pair is not read: one in a hundred of those is one
WHOLE = Budget()
SURE = 1.0  # log odds from which the model is right, at least partly, in three pairs of four that a veto would part
RELAYED = 0.5  # share of the threshold at which claims are joined that all cite one report: outlets choose from it


def align(
    claims: Sequence[Claim],
    threshold: float = 0.5,
    budget: Budget = WHOLE,
    weights: Weights | None = None,
    published: Days | None = None,
) -> Alignment:
    """Aligns claims, whatever their order, into groups of mean score `threshold`; `weights` default to those that ship.

    Of claims that several documents print in the same words one is aligned and stands for all: that of the document which
    `published` (first possible day by document) has first.
    """
    weights = weights or load_weights()
    ordered = sorted(claims, key=lambda c: (c.document, c.start, c.end))
    folds = fold_copies(ordered, published or {})
    firsts = [ordered[held[0]] for held in folds]
    groups, pairs = (
        _aligned(firsts, threshold, budget, weights) if len(firsts) > 1 else ([[n] for n in range(len(firsts))], [])
    )
    return Alignment(
        groups=tuple(tuple(ordered[m].id for m in sorted(m for n in g for m in folds[n])) for g in groups),
        pairs=(*pairs, *copy_pairs(ordered, folds, weights)),
        copies=tuple(tuple(ordered[n].id for n in held) for held in folds if len(held) > 1),
    )


def _aligned(
    ordered: Sequence[Claim], threshold: float, budget: Budget, weights: Weights
) -> tuple[list[list[int]], list[PairScore]]:
    """Groups (indices) of two claims or more that stand in order, and the pairs worth comparing."""
    space = build_space(ordered, budget.claims)
    left, right = candidate_pairs(space)
    features = pair_features(space, left, right)
    offered = Offered(ordered, left, right, features)
    read = read_likeliest(offered, weights.likely(features), budget.pairs)
    graph = scored_pairs(offered, weights, read)
    apart = vetoes(ordered, graph, features, JOINABLE * threshold, surely(offered, read))
    groups = grouped(ordered, {p: 0.0 if p in apart else score for p, score in graph.items()}, threshold, weights)
    alike = _counted_alike(ordered, [pair for pair, score in graph.items() if score >= weights.compare])
    pairs = []
    for n, (((i, j), score), row) in enumerate(zip(graph.items(), features, strict=True)):
        if score >= weights.compare:
            told = {name: round(float(v), 4) for name, v in zip(NAMES, row, strict=True) if v}
            if n in read:
                told[TOGETHER] = round(together(read[n]), 4)
            if (i, j) in alike:
                told[COUNTED_MEANING] = alike[i, j]
            if (i, j) in apart:
                told[apart[i, j].value] = 1.0
            pairs.append(PairScore(ordered[i].id, ordered[j].id, float(score), told))
    return groups, pairs


def read_likeliest(offered: Offered, likely: Array, most: int) -> dict[int, float]:
    """The log odds (by place of the pair) of the likeliest pairs, at most so many, read together."""
    near = np.round(np.where(offered.of_one_number, 0.0, likely), 6)
    chosen = np.sort([n for n in np.argsort(-near, kind="stable")[:most] if near[n] >= READABLE]).astype(np.intp)
    odds = read_together(offered.claims, offered.left[chosen], offered.right[chosen])
    return {int(n): float(value) for n, value in zip(chosen, odds, strict=True)}


def surely(offered: Offered, read: Mapping[int, float]) -> frozenset[tuple[int, int]]:
    """The pairs (indices) that the model read and is sure of."""
    return frozenset((int(offered.left[n]), int(offered.right[n])) for n, odds in read.items() if odds >= SURE)


def scored_pairs(offered: Offered, weights: Weights, read: Mapping[int, float]) -> dict[tuple[int, int], float]:
    """The score of each pair of claims (indices left, right), 0 for those that cannot answer one question."""
    scores = weights.score(offered.features, read, offered.of_one_number)
    number = offered.features[:, NAMES.index("same_number")]
    return {
        (int(i), int(j)): 0.0 if _gated(offered.claims, (i, j), n) else float(s)
        for i, j, s, n in zip(offered.left, offered.right, scores, number, strict=True)
    }


def grouped(
    ordered: Sequence[Claim], graph: Mapping[tuple[int, int], float], threshold: float, weights: Weights
) -> list[list[int]]:
    """Groups (indices) of claims that stand in order, by the scores of their pairs, 0 for those that are not joined."""
    likely, least = {pair: weights.probability(score) for pair, score in graph.items()}, weights.probability(threshold)
    relayed = Kinship([reports(c) for c in ordered], RELAYED * least)
    documents = [c.document for c in ordered]
    groups = average_link(documents, likely, overlapping_pairs(ordered), least, relayed)
    kept = join_nested(put_out(put_out_others(groups, ordered), documents, graph), ordered, graph)
    return adopt_speech(kept, ordered, said_in(ordered))


def _counted_alike(claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Cosine of the nouns that two claims count, for pairs of which each counts one kind of thing and the two differ."""
    nouns = {
        n: {q.of for q in claims[n].quantities if q.of and q.kind is QuantityKind.COUNT}
        for n in {n for pair in pairs for n in pair}
    }
    wanted = {
        (i, j): (*nouns[i], *nouns[j]) for i, j in pairs if len(nouns[i]) == len(nouns[j]) == 1 and nouns[i] != nouns[j]
    }
    words = sorted({noun for pair in wanted.values() for noun in pair})
    vector = dict(zip(words, embed(words), strict=True))
    return {pair: round(float(vector[a] @ vector[b]), 4) for pair, (a, b) in wanted.items()}


def _gated(claims: Sequence[Claim], pair: tuple[int, int], number: float) -> bool:
    """True for a pair that cannot answer one question: number phrases ("nine boats", "four boats") of unlike numbers."""
    return number == 0 and all(claims[n].clause.nominal for n in pair)


def adopt_speech(groups: Sequence[Sequence[int]], claims: Sequence[Claim], contents: Mapping[int, int]) -> list[list[int]]:
    """Puts acts of speech with what was said, where nobody asks of the act itself.

    "A study found that X" answers what X answers. When a study came out is a question of its own where a clause dates it
    that nobody else tells of, or where two accounts do; that outlets tell of one report is none, if what they tell of it
    answers one question. And what was said, where it is left alone, follows the act of saying it to what others tell.
    """
    held = [list(group) for group in groups]
    place = {n: k for k, group in enumerate(held) for n in group}
    for act, content in contents.items():
        group = held[place[act]]
        if held[place[content]] == [content] and any(not claims[n].clause.speech for n in group):
            held[place[content]] = []
            group.append(content)
            place[content] = place[act]
    for k, group in enumerate(list(held)):
        dated = sum(bool(claims[n].time_text and claims[n].period.known) for n in group)
        if not all(claims[n].clause.speech for n in group) or dated > (len(group) > 1):
            continue
        told = {place[contents[n]] for n in group if n in contents} - {k}
        if len(told) == 1:
            held[told.pop()] += group
            group.clear()
    return sorted(sorted(group) for group in held if group)


def said_in(claims: Sequence[Claim]) -> dict[int, int]:
    """For each act of speech the longest claim within it that is told in the speaker's voice; claims stand in order.

    What another said within it is not its content, nor is what only says which one is meant ("at a time when …").
    """
    told: dict[str, list[int]] = {}
    for n, claim in enumerate(claims):
        if claim.voices and not claim.clause.nominal and not claim.clause.speech:
            told.setdefault(claim.document, []).append(n)
    found: dict[int, int] = {}
    for n, outer in enumerate(claims):
        held = told.get(outer.document, []) if outer.clause.speech else []
        inside = []
        for m in held[bisect_left(held, outer.start, key=lambda k: claims[k].start) :]:
            if claims[m].start >= outer.end:
                break
            if claims[m].end <= outer.end and _tells(outer, claims[m]):
                inside.append(m)
        if inside:
            found[n] = max(inside, key=lambda m: (claims[m].end - claims[m].start, -m))
    return found


def _tells(act: Claim, content: Claim) -> bool:
    """True where the speaker of an act of speech is the innermost voice of a clause that stands for itself."""
    voice = content.voices[-1]
    return not content.clause.modified and (act.speaker is None or voice.start == act.speaker.start)
