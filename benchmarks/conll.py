"""CoNLL F1 of coreference: the mean of MUC, B-cubed and entity CEAF over one set of mentions (Pradhan et al. 2012)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Chains = Mapping[str, str]
Clusters = Sequence[frozenset[str]]


def conll(gold: Chains, told: Chains) -> dict[str, float]:
    """`muc`, `bcubed`, `ceaf_e` and their mean `conll`, each an F1 in 0..1; both map the same mentions to chains."""
    key, response = clusters(gold), clusters({m: told[m] for m in gold})
    parts = {"muc": _muc(key, response), "bcubed": _bcubed(key, response), "ceaf_e": _ceaf(key, response)}
    return parts | {"conll": sum(parts.values()) / 3}


def clusters(chains: Chains) -> list[frozenset[str]]:
    """The mentions of each chain, in the order of the chains' names."""
    held: dict[str, set[str]] = defaultdict(set)
    for mention, chain in chains.items():
        held[chain].add(mention)
    return [frozenset(held[chain]) for chain in sorted(held)]


def _owner(parts: Clusters) -> dict[str, int]:
    return {mention: n for n, part in enumerate(parts) for mention in part}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(key: Clusters, response: Clusters) -> float:
    """Links kept (Vilain et al. 1995)."""

    def kept(a: Clusters, b: Clusters) -> float:
        owner = _owner(b)
        links = sum(len(c) - 1 for c in a)
        return sum(len(c) - len({owner[m] for m in c}) for c in a) / links if links else 0.0

    return _f1(kept(response, key), kept(key, response))


def _bcubed(key: Clusters, response: Clusters) -> float:
    """Bagga & Baldwin 1998."""

    def pure(a: Clusters, b: Clusters) -> float:
        owner = _owner(b)
        shared = sum(n * n / len(c) for c in a for n in Counter(owner[m] for m in c).values())
        return shared / sum(len(c) for c in a)

    return _f1(pure(response, key), pure(key, response))


def _ceaf(key: Clusters, response: Clusters) -> float:
    """Luo 2005, with the entity measure that counts a mention twice over the sizes of both clusters."""
    owner, likeness = _owner(response), np.zeros((len(key), len(response)))
    for i, cluster in enumerate(key):
        for j, n in Counter(owner[m] for m in cluster).items():
            likeness[i, j] = 2 * n / (len(cluster) + len(response[j]))
    total = float(likeness[linear_sum_assignment(likeness, maximize=True)].sum())
    return _f1(total / max(1, len(response)), total / max(1, len(key)))
