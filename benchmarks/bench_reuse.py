"""How well reuse is found: `python benchmarks/bench_reuse.py` prints precision, recall and correct directions.

The texts (tests/reuse/reuse_reports.jsonl) are written for this project: three independent reports on each of four
invented events, which share facts, names, figures and quotations. Each is damaged in every way below; a damaged version
and its source are a positive pair, two independent reports a negative one.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind
from sayso.reuse import find_reuse

REPORTS = Path(__file__).parent.parent / "tests" / "reuse" / "reuse_reports.jsonl"
_END = re.compile(r'(?<=[.!?])"?\s+')
_LOOKALIKES = {
    "m": "rn",
    "l": "1",
    "o": "0",
    "e": "c",
    "h": "b",
    "i": "l",
    "a": "o",
    "u": "ii",
    "d": "cl",
    "t": "f",
    "s": "5",
}
_SYNONYMS = {
    "said": "stated", "told": "informed", "early": "at dawn", "people": "persons", "about": "roughly", "began": "started",
    "will": "shall", "found": "discovered", "three": "a trio of", "two": "a pair of", "small": "little", "more": "over",
    "had": "has", "last": "previous", "since": "ever since", "before": "prior to", "cost": "come to", "hurt": "harmed",
    "closed": "shut", "company": "firm", "expected": "forecast", "asked": "requested", "injured": "wounded", "who": "that",
    "promised": "pledged", "warned": "cautioned", "because": "as", "night": "evening", "during": "in", "next": "coming",
    "most": "the bulk", "large": "big", "while": "as", "until": "till", "children": "kids",
    "where": "in which", "each": "every",
    "been": "already been", "would": "was to", "known": "aware", "cross": "pass over", "brought": "carried",
    "came": "arrived", "one": "a single", "after": "following", "through": "by way of", "was": "had been",
    "and": "as well as", "in": "within",
}  # fmt: skip


class Report(NamedTuple):
    """One independent report."""

    event: str
    publisher: str
    text: str


class Trial(NamedTuple):
    """A version made by `kind` from `sources` (indices of reports): pairs with these are positive, with others negative."""

    kind: str
    text: str
    sources: tuple[int, ...]


def reports() -> list[Report]:
    """The independent reports."""
    return [Report(**json.loads(line)) for line in REPORTS.read_text("utf8").splitlines()]


def split(text: str) -> list[str]:
    """The sentences of a text, roughly."""
    return [s for s in _END.split(text) if s.strip()]


def document(name: str, publisher: str, text: str) -> Document:
    """A document whose paragraphs are its body."""
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in re.finditer(r"\S(?:.*\S)?", text))
    return Document(id=name, sha256="", text=text, blocks=blocks, publisher=publisher)


def sentence_spans(found: Document) -> tuple[tuple[int, int], ...]:
    """Sentences of the body as [start, end)."""
    spans = []
    for block in found.blocks:
        ends = [m.end() for m in _END.finditer(found.text, block.start, block.end)]
        spans += list(zip([block.start, *ends], [*ends, block.end], strict=True))
    return tuple((a, b) for a, b in spans if b > a)


def shuffle(text: str, rng: random.Random) -> str:
    """The sentences in another order."""
    found = split(text)
    rng.shuffle(found)
    return " ".join(found)


def truncate(text: str, rng: random.Random) -> str:
    """The first 40 to 80 per cent of the sentences."""
    found = split(text)
    return " ".join(found[: max(3, round(len(found) * rng.uniform(0.4, 0.8)))])


def damage(share: float) -> Callable[[str, random.Random], str]:
    """Letters misread, lost or doubled with the given probability."""

    def run(text: str, rng: random.Random) -> str:
        return "".join(
            rng.choice((_LOOKALIKES.get(c, ""), "", c + c)) if c.isalpha() and rng.random() < share else c for c in text
        )

    return run


def reword(share: float) -> Callable[[str, random.Random], str]:
    """Words replaced by others of like meaning with the given probability, as far as they are known."""

    def run(text: str, rng: random.Random) -> str:
        return re.sub(r"\w+", lambda m: _SYNONYMS.get(m[0], m[0]) if rng.random() < share else m[0], text)

    return run


def swap(share: float) -> Callable[[str, random.Random], str]:
    """Neighbouring words exchanged with the given probability."""

    def run(text: str, rng: random.Random) -> str:
        words = text.split(" ")
        for n in range(len(words) - 1):
            if rng.random() < share:
                words[n], words[n + 1] = words[n + 1], words[n]
        return " ".join(words)

    return run


def splice(guest: str, host: str, rng: random.Random) -> str:
    """Thirty per cent of the guest's sentences, in one piece, inside the host."""
    found, frame = split(guest), split(host)
    size = max(2, round(0.3 * len(found)))
    at, into = rng.randrange(len(found) - size + 1), rng.randrange(1, len(frame))
    return " ".join([*frame[:into], *found[at : at + size], *frame[into:]])


SINGLE: dict[str, tuple[Callable[[str, random.Random], str], ...]] = {
    "copy": (),
    "truncated": (truncate,),
    "shuffled": (shuffle,),
    "reworded 50 %": (reword(0.5),),
    "reworded fully": (reword(1.0),),
    "words swapped 10 %": (swap(0.1),),
    "words swapped 20 %": (swap(0.2),),
    "scanned 3 %": (damage(0.03),),
    "scanned 8 %": (damage(0.08),),
    "scanned 12 %": (damage(0.12),),
    "truncated, scanned 6 %": (truncate, damage(0.06)),
    "shuffled, reworded": (shuffle, reword(0.7)),
    "truncated, reworded": (truncate, reword(0.7)),
}


def trials(found: Sequence[Report], seed: int = 0) -> Iterator[Trial]:
    """Every report in every version, and spliced into one of another event and of its own."""
    rng = random.Random(seed)
    for number, report in enumerate(found):
        for kind, steps in SINGLE.items():
            text = report.text.replace("\n\n", " ")
            for step in steps:
                text = step(text, rng)
            yield Trial(kind, text, (number,))
        same = [n for n, other in enumerate(found) if other.event == report.event and n != number]
        other = [n for n, r in enumerate(found) if r.event != report.event]
        for kind, hosts, after in (
            ("spliced elsewhere", other, None),
            ("spliced into its rival", same, None),
            ("spliced, scanned 5 %", other, damage(0.05)),
        ):
            host = rng.choice(hosts)
            text = splice(report.text.replace("\n\n", " "), found[host].text.replace("\n\n", " "), rng)
            yield Trial(kind, after(text, rng) if after else text, (number, host))


class Tally(NamedTuple):
    """Counts over trials: pairs found and right, found and wrong, missed; spans of wrong sources."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]

    def precision(self) -> float:
        """Of the pairs found, how many are reuse."""
        return sum(self.right.values()) / max(1, sum(self.right.values()) + sum(self.wrong.values()))

    def recall(self) -> float:
        """Of the pairs that are reuse, how many are found."""
        return sum(self.right.values()) / max(1, sum(self.right.values()) + sum(self.missed.values()))


def measure(seed: int = 0) -> Tally:
    """All trials, each in one collection with all reports."""
    originals = reports()
    documents = [document(f"r{n:02}", r.publisher, r.text) for n, r in enumerate(originals)]
    sentences = {d.id: sentence_spans(d) for d in documents}
    tally = Tally(Counter(), Counter(), Counter())
    for trial in trials(originals, seed):
        version = document("version", "Another Outlet", trial.text)
        found = find_reuse([*documents, version], sentences | {"version": sentence_spans(version)})
        pairs = {frozenset((r.giver, r.taker)) for r in found}
        wanted = {frozenset((f"r{n:02}", "version")) for n in trial.sources}
        tally.right[trial.kind] += len(pairs & wanted)
        tally.wrong[trial.kind] += len(pairs - wanted)
        tally.missed[trial.kind] += len(wanted - pairs)
    return tally


def main() -> None:
    """Prints the table."""
    tally = measure()
    for kind in dict.fromkeys([*tally.right, *tally.missed]):
        print(f"{kind:26} right {tally.right[kind]:3}  wrong {tally.wrong[kind]:3}  missed {tally.missed[kind]:3}")
    print(f"precision {tally.precision():.3f}  recall {tally.recall():.3f}")


if __name__ == "__main__":
    main()
