"""How often the period that is inferred for a report without a date holds the day on which it came out.

    python -m benchmarks.bench_dates DATA [--most N]      (120 reports a set)

The stated day of each report is hidden in turn and inferred, by itself and among a few other reports of its story whose days
stay stated: Timeline17 (articles of one topic within three days of each other), AllSides (lead paragraphs; its days are
jittered by two at most, so a period may miss by as many; addresses are left out, as they tell the day) and the reports of
TempEval-3 (alone). Printed for each: reports, share that gets a period, share of the periods that hold the day, the middle
number of days of a period; then the same for each basis. A wrong period is worse than a wide one, and that than none.
"""

import argparse
import datetime as dt
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace
from spacy.language import Language

from sayso.annotate.annotators import annotate
from sayso.annotate.parse import load_model
from sayso.dating import date_story
from sayso.model.annotations import Annotations
from sayso.model.document import Block, Document, Publication, identify
from sayso.model.enums import Basis, BlockKind

LONGEST, TOGETHER, WITHIN, SEED = 2500, 4, 3, 7
JITTER = {"allsides": 2}


class Group(NamedTuple):
    """Reports of one story with the days on which they came out."""

    set: str
    documents: tuple[Document, ...]
    found: Mapping[str, Annotations]


class Guessed(NamedTuple):
    """What was inferred for one report whose day is known."""

    set: str
    alone: bool
    day: dt.date
    published: Publication
    title: str

    @property
    def holds(self) -> bool:
        """True where the inferred period holds the day, give or take what the set leaves open."""
        slack, first, last = dt.timedelta(JITTER.get(self.set, 0)), self.published.start, self.published.end
        return first is not None and last is not None and first - slack <= self.day <= last + slack

    @property
    def basis(self) -> str:
        """The last reason given, without what it says of this report."""
        said = [w for w in re.split(r"; ", self.published.why or "none") if not w.startswith("how sure")]
        return re.sub(r"[^a-z ].*", "", said[-1].lower()).strip()[:28]


def report(name: str, text: str, day: str, title: str | None = None) -> Document:
    """A report with one paragraph a line and its day stated."""
    text = text[:LONGEST]
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in re.finditer(r"\S[^\n]*", text))
    published = Publication(dt.date.fromisoformat(day[:10]), dt.date.fromisoformat(day[:10]), basis=Basis.STATED)
    return Document(
        id=identify("d", name), sha256="", text=text, blocks=blocks, publisher=name, title=title, published=published
    )


def timeline17(data: Path, most: int, draw: random.Random) -> Iterator[tuple[str, list[Document]]]:
    """Articles of one topic within three days of each other."""
    with gzip.open(data / "timelines" / "t17_dev.jsonl.gz", "rt") as lines:
        topics = [json.loads(line) for line in lines]
    for topic in topics:
        told = [a for a in topic["articles"] if a["text"].strip()]
        for _ in range(max(1, most // TOGETHER // len(topics))):
            first = dt.date.fromisoformat(draw.choice(told)["date"][:10])
            near = [a for a in told if 0 <= (dt.date.fromisoformat(a["date"][:10]) - first).days <= WITHIN]
            chosen = draw.sample(near, min(TOGETHER, len(near)))
            yield "timeline17", [report(f"{topic['id']} {a['id']}", a["text"], a["date"]) for a in chosen]


def allsides(data: Path, most: int, draw: random.Random) -> Iterator[tuple[str, list[Document]]]:
    """Lead paragraphs of two and more outlets on one story."""
    rows = [json.loads(line) for line in (data / "clustering" / "allsides.articles.jsonl").read_text("utf8").splitlines()]
    gold = [json.loads(line) for line in (data / "clustering" / "allsides.gold.jsonl").read_text("utf8").splitlines()]
    story = {row["id"]: row["story"] for row in gold}
    held: dict[str, list[Document]] = defaultdict(list)
    for row in rows:
        held[story[row["id"]]].append(report(row["id"], row["text"], row["date"], row["title"]))
    stories = [documents for documents in held.values() if len(documents) > 1]
    for documents in draw.sample(stories, min(len(stories), most // 3)):
        yield "allsides", documents


def timex(data: Path, most: int, draw: random.Random) -> Iterator[tuple[str, list[Document]]]:
    """Reports of TempEval-3, each by itself."""
    rows = [
        json.loads(line)
        for name in ("timebank", "aquaint")
        for line in (data / "timex" / f"{name}.jsonl").read_text("utf8").splitlines()
    ]
    for row in draw.sample(rows, min(len(rows), most)):
        yield "timex", [report(row["id"], row["text"], row["dct"])]


def groups(data: Path, most: int, nlp: Language) -> Iterator[Group]:
    """The groups of all sets, read."""
    for pick in (timeline17, allsides, timex):
        for name, documents in pick(data, most, random.Random(SEED)):
            yield Group(name, tuple(documents), {a.document: a for a in annotate(documents, nlp).annotations})


def guesses(group: Group) -> Iterator[Guessed]:
    """Each report of a group with its day hidden, alone and beside the others."""
    for hidden in group.documents:
        day = hidden.published.start
        if hidden.id not in group.found or day is None:
            continue
        bare = replace(hidden, published=Publication())
        beside = [bare if d.id == hidden.id else d for d in group.documents if d.id in group.found]
        for documents in ([bare], beside) if len(beside) > 1 else ([bare],):
            dated = date_story(documents, {d.id: group.found[d.id] for d in documents}).documents
            published = next(d.published for d in dated if d.id == hidden.id)
            yield Guessed(group.set, len(documents) == 1, day, published, hidden.text[:100])


def row(name: str, told: Sequence[Guessed]) -> str:
    """How many were dated, how many of these hold the day, and how wide the periods are."""
    given = [g for g in told if g.published.start]
    wide = [(g.published.end - g.published.start).days + 1 for g in given if g.published.end and g.published.start]
    held = sum(g.holds for g in given) / len(given) if given else 0.0
    return f"{name:40}{len(told):6}{len(given) / len(told):8.2f}{held:8.2f}{median(wide) if wide else 0:8.0f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints."""
    asks = argparse.ArgumentParser(description="How often inferred dates hold.")
    asks.add_argument("data", type=Path)
    asks.add_argument("--most", type=int, default=120, metavar="N", help="reports of each set")
    asked = asks.parse_args(arguments)
    told = [guess for group in groups(asked.data, asked.most, load_model()) for guess in guesses(group)]
    show(told)


def show(told: Sequence[Guessed]) -> None:
    """The table by set, then by basis."""
    print(f"{'':40}{'n':>6}{'dated':>8}{'holds':>8}{'days':>8}")
    by_set: dict[str, list[Guessed]] = defaultdict(list)
    by_basis: dict[str, list[Guessed]] = defaultdict(list)
    for guess in told:
        by_set[f"{guess.set}, {'alone' if guess.alone else 'beside others'}"].append(guess)
        by_basis[guess.basis].append(guess)
    for held in (by_set, by_basis):
        for name, some in sorted(held.items()):
            print(row(name, some))


if __name__ == "__main__":
    main()
