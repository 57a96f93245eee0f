"""From single errors to what went wrong most often, and where."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.evaluate.records import Example, Fault, KindOfError, WorstDocument

EXAMPLES = 3
ABOUTS = 8
WORST = 10


def kinds(faults: Iterable[Fault]) -> tuple[KindOfError, ...]:
    """The kinds of error, commonest first; examples come from as many documents as can be, commonest concern first."""
    groups: dict[str, list[Fault]] = {}
    for fault in faults:
        groups.setdefault(fault.kind, []).append(fault)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_kind(name, found) for name, found in ranked)


def _kind(name: str, found: list[Fault]) -> KindOfError:
    abouts = sorted(Counter(f.about for f in found).items(), key=lambda item: (-item[1], item[0]))
    firsts = {(f.about): f for f in reversed(found)}  # one of each concern, in the order of the documents
    examples = [firsts[about] for about, _ in abouts][:EXAMPLES]
    examples += [f for f in found if f not in examples][: EXAMPLES - len(examples)]
    return KindOfError(name, len(found), tuple(abouts[:ABOUTS]), tuple(Example(f.document, f.text) for f in examples))


def worst(faults: Iterable[Fault], wanted: Mapping[str, int]) -> tuple[WorstDocument, ...]:
    """The documents with most errors; `wanted` tells how many items the gold names in each."""
    counts = Counter(f.document for f in faults)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:WORST]
    return tuple(WorstDocument(name, errors, wanted.get(name, 0)) for name, errors in ranked)
