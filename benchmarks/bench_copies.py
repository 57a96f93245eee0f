"""Copies are no confirmation: `python -m benchmarks.bench_copies [REPRINTS]` counts origins behind reprints.

For each invented event (tests/reuse/reuse_reports.jsonl): REPRINTS (40) outlets print one report, some cut short; one more
rewrites it and credits it; another tells the event from its own reporting. Nothing that is told may have more than two
independent origins, and what only the reprints and the rewrite tell no more than the report itself has. Beside it stands
what is told without any reprints: reprints neither add findings with the rival nor take them away.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bench_reuse import Report, reports, reword, split
from sayso.config import Settings
from sayso.model.dossier import Dossier
from sayso.pipeline.report import report

NAMES = "Arle Birkin Corve Dunlow Ebbing Fenwold Garth Hollin Irthing Jarrow".split()
KINDS = "Courier Chronicle Gazette Mercury".split()


def story(own: Report, rival: Report, reprints: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Publisher and text of every document: the report, its reprints, the rewrite and the rival's own report."""
    yield own.publisher, own.text
    outlets = [f"The {name} {kind}" for kind in KINDS for name in NAMES][:reprints]
    for n, outlet in enumerate(outlets):
        paragraphs = own.text.split("\n\n")
        yield outlet, "\n\n".join(paragraphs if n % 3 else paragraphs[: max(1, len(paragraphs) - 1)])
    first, *rest = split(reword(0.8)(own.text.replace("\n\n", " "), rng))
    yield "The Stellin Review", " ".join([f"According to the {own.publisher}, {first[0].lower()}{first[1:]}", *rest])
    yield rival.publisher, rival.text


def written(folder: Path, documents: Sequence[tuple[str, str]]) -> Path:
    """The documents as files with front matter."""
    for n, (publisher, text) in enumerate(documents):
        head = f"---\npublisher: {publisher}\ndate: 2031-03-0{1 + n % 2 if n else 1}\n---\n"
        (folder / f"{n:02}.md").write_text(head + text, "utf-8")
    return folder


def counts(dossier: Dossier, rival: str) -> tuple[Counter[int], Counter[int]]:
    """How many findings have how many origins: those that the rival tells too, and those of the reprints alone."""
    both: Counter[int] = Counter()
    copied: Counter[int] = Counter()
    for finding in dossier.findings:
        if len(finding.outlets) > 1:
            (both if rival in finding.outlets else copied)[finding.independent] += 1
    return both, copied


def told(own: Report, rival: Report, reprints: int) -> tuple[Dossier, int]:
    """The dossier of an event with so many reprints, and how many documents it has."""
    with TemporaryDirectory() as folder:
        documents = list(story(own, rival, reprints, random.Random(own.event)))
        return report([written(Path(folder), documents)], Settings()), len(documents)


def main(reprints: int = 40) -> None:
    """Prints the counts by event."""
    found = reports()
    worst = 0
    for event in dict.fromkeys(r.event for r in found):
        own, rival = [r for r in found if r.event == event][:2]
        dossier, documents = told(own, rival, reprints)
        both, copied = counts(dossier, rival.publisher)
        before = [dict(sorted(c.items())) for c in counts(told(own, rival, 0)[0], rival.publisher)]
        worst = max(worst, *both, *copied)
        taken = len({r.taker for r in dossier.reuse})
        print(f"{event:10} {documents} documents, {taken} seen to take text")
        print(f"{'':10} told by the rival too, by origins: {dict(sorted(both.items()))}, without reprints {before[0]}")
        print(f"{'':10} told by reprints alone:            {dict(sorted(copied.items()))}, without reprints {before[1]}")
    print(f"most origins behind anything: {worst} (at most 2)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
