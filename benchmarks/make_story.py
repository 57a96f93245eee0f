"""Makes a story of many documents out of the example corpus, with the truth about what each took and altered.

    python -m benchmarks.make_story [--documents N] [--seed S] OUT_FOLDER      (60 documents, seed 1)

Writes N texts with their sidecars into OUT_FOLDER and OUT_FOLDER.truth.json beside it: for each document its outlet, day,
source reports, kind and altered facts. The first document is the wire report as it is. The same N and seed give the same
bytes. Outlets, people and quotations are invented (`story_words.toml`).
"""

import argparse
import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from benchmarks.story_edits import Altered, FactKind, alter, apply, reword, sentences
from sayso.ingest import read

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "examples" / "corpus"
WORDS = Path(__file__).with_name("story_words.toml")


class Kind(Enum):
    """How a document comes by its words."""

    COPY = "copy"
    TRUNCATED = "truncated"
    SPLICED = "spliced"
    REWORDED = "reworded"
    OWN = "own"


SHARES = {Kind.COPY: 22, Kind.TRUNCATED: 14, Kind.SPLICED: 16, Kind.REWORDED: 34, Kind.OWN: 14}
ALTERING = 0.35  # of the documents tell one fact otherwise
OUTLETS = 0.7  # outlets for each document: some come back with a later report


@dataclass(frozen=True)
class Source:
    """One report of the example corpus."""

    file: str
    outlet: str
    date: dt.date
    headlines: tuple[str, ...]
    paragraphs: tuple[str, ...]


class Told(Struct, frozen=True, kw_only=True):
    """One made document."""

    outlet: str
    published: dt.date
    title: str
    paragraphs: tuple[str, ...]
    sources: tuple[str, ...]
    kind: Kind
    author: str | None = None
    altered: tuple[Altered, ...] = ()


class Truth(Struct, frozen=True, kw_only=True):
    """What is true of one file."""

    file: str
    outlet: str
    published: dt.date
    kind: Kind
    sources: tuple[str, ...]
    altered: tuple[Altered, ...]


def sources(words: Mapping[str, Any]) -> list[Source]:
    """The example reports in the order of their days, each paragraph with the outlet that first wrote it."""
    texts = {Path(d.path or "").name: [d.text[b.start : b.end] for b in d.body] for d in read([CORPUS]).documents}
    made, seen = [], set[str]()
    for entry in words["source"]:
        fresh = [p for p in texts[entry["file"]] if not seen & {s[:60] for s in sentences(p)}]
        seen |= {s[:60] for p in fresh for s in sentences(p)}
        lines = [f"{a}{entry.get('joint', ' ')}{b}" for a in entry["subjects"] for b in entry["predicates"]]
        kept = tuple(_always(p, words["always"]) for p in fresh)
        made.append(Source(entry["file"], entry["outlet"], entry["date"], tuple(lines), kept))
    return made


def _always(paragraph: str, mended: Mapping[str, str]) -> str:
    for old, new in mended.items():
        paragraph = paragraph.replace(old, new)
    return paragraph


class Maker:
    """Makes documents one after the other; every choice comes from one seed."""

    def __init__(self, documents: int, seed: int) -> None:
        self.words: dict[str, Any] = tomllib.loads(WORDS.read_text("utf-8"))
        self.sources = sources(self.words)
        self.rng = Random(seed)
        self.outlets = self._names()[: max(1, round(documents * OUTLETS))]
        self.documents = documents

    def _names(self) -> list[str]:
        """Every stem once with some form before any comes a second time."""
        stems, forms = (self.rng.sample(self.words["outlets"][k], len(self.words["outlets"][k])) for k in ("stems", "forms"))
        return [forms[(n + turn) % len(forms)].format(stem) for turn in range(len(forms)) for n, stem in enumerate(stems)]

    def make(self) -> list[Told]:
        """All documents, in the order of their days."""
        wire = self.sources[0]
        first = Told(
            outlet=wire.outlet, published=wire.date, title=wire.headlines[0], kind=Kind.OWN, sources=(wire.file,),
            paragraphs=("PUERTO ARRAYÁN, Uruguay – " + wire.paragraphs[0], *wire.paragraphs[1:]),
        )  # fmt: skip
        kinds = self.rng.choices(list(SHARES), list(SHARES.values()), k=max(0, self.documents - 1))
        rest, seen = list[Told](), set[tuple[str, ...]]()
        for n, kind in enumerate(kinds):
            told = self._altered(self._told(kind, self._outlet(n)))
            while told.paragraphs in seen:  # the same bytes twice would be one document
                told = self._altered(self._told(kind, told.outlet))
            seen.add(told.paragraphs)
            rest.append(told)
        return [first, *sorted(rest, key=lambda t: (t.published, t.outlet, t.title))]

    def _outlet(self, n: int) -> str:
        return self.outlets[n] if n < len(self.outlets) else self.rng.choice(self.outlets)

    def _told(self, kind: Kind, outlet: str) -> Told:
        rng = self.rng
        of = rng.choices(self.sources, [3 if n == 0 and kind in {Kind.COPY, Kind.TRUNCATED} else 1 for n in range(6)])[0]
        used = [of]
        if kind is Kind.SPLICED:
            used.append(rng.choice([s for s in self.sources if s is not of and abs((s.date - of.date).days) <= 3]))
        used.sort(key=lambda s: s.date)
        published = used[-1].date + dt.timedelta(days=rng.choice([0, 1, 1, 2]))
        match kind:
            case Kind.COPY:
                body = self._copy(of)
            case Kind.TRUNCATED:
                body = self._truncated(of)
            case Kind.SPLICED:
                body = [p for s in used for p in self._some(s, 3, 5)]
                body = [reword(p, self.words["phrases"], 0.3, rng) for p in body]
            case Kind.REWORDED:
                body = [reword(p, self.words["phrases"], 0.8, rng) for p in self._some(of, 4, 9)]
            case Kind.OWN:
                seen = self._own(outlet, published)
                body = [*seen[:2], *(reword(p, self.words["phrases"], 0.8, rng) for p in self._some(of, 2, 3)), *seen[2:]]
        return Told(
            outlet=outlet, published=published, title=rng.choice(used[-1].headlines), paragraphs=tuple(body), kind=kind,
            sources=tuple(s.file for s in used),
            author=rng.choice(self.words["outlets"]["writers"]) if kind in {Kind.OWN, Kind.REWORDED} else None,
        )  # fmt: skip

    def _some(self, source: Source, least: int, most: int) -> list[str]:
        """The lead and some of the other paragraphs, in their order."""
        rest = range(1, len(source.paragraphs))
        wanted = min(self.rng.randint(least, most) - 1, len(rest))
        return [source.paragraphs[n] for n in (0, *sorted(self.rng.sample(rest, wanted)))]

    def _copy(self, source: Source) -> list[str]:
        """Nearly all of it word for word, with credit."""
        out = self.rng.randrange(1, len(source.paragraphs))
        body = [p for n, p in enumerate(source.paragraphs) if n != out]
        if source is self.sources[0] and self.rng.random() < 0.5:
            return [f"PUERTO ARRAYÁN ({source.outlet}) – {body[0]}", *body[1:]]
        return [*body[:-1], f"{body[-1]} ({source.outlet})"]

    def _truncated(self, source: Source) -> list[str]:
        """The first paragraphs word for word, the last of them cut after a sentence; half of them with credit."""
        body = list(source.paragraphs[: self.rng.randint(3, 5)])
        body[-1] = sentences(body[-1])[0]
        return [f"{source.outlet} – {body[0]}", *body[1:]] if self.rng.random() < 0.5 else body

    def _own(self, outlet: str, published: dt.date) -> list[str]:
        """Who the outlet met, what that person said, and what the outlet saw."""
        rng, own = self.rng, self.words["own"]
        given, family = rng.choice(own["given"]), rng.choice(own["family"])
        values = {
            "name": f"{given} {family}",
            "given": given,
            "age": rng.randint(19, 78),
            "job": rng.choice(own["jobs"]),
            "deed": rng.choice(own["deeds"]),
            "outlet": outlet,
            "day": (published - dt.timedelta(days=1)).strftime("%A"),
        }
        opening = rng.choice(own["opening"]).format(**values)
        return [
            opening,
            f"“{rng.choice(own['quotes'])},” {family} told {outlet}.",
            rng.choice(own["closing"]).format(**values),
        ]

    def _altered(self, told: Told) -> Told:
        if self.rng.random() >= ALTERING:
            return told
        kinds = self.rng.sample(list(FactKind), len(FactKind))
        ways = next(filter(None, (alter(told.paragraphs, k, self.words, self.rng) for k in kinds)), [])
        if not ways:
            return told
        way = self.rng.choice(ways)
        return msgspec.structs.replace(told, paragraphs=tuple(apply(told.paragraphs, way)), altered=(way,))


def slug(name: str) -> str:
    """A name as it may stand in an address and in a file name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def write(told: Sequence[Told], folder: Path) -> list[Truth]:
    """Writes the documents with their sidecars; gives the truth of each."""
    folder.mkdir(parents=True, exist_ok=True)
    truths = []
    for n, one in enumerate(told, 1):
        stem, host = f"{n:03}-{slug(one.outlet)}", slug(one.outlet).replace("-", "")
        (folder / f"{stem}.txt").write_text("\n\n".join(one.paragraphs) + "\n", "utf-8")
        meta = {
            "publisher": one.outlet, "title": one.title, "date": one.published.isoformat(),
            "url": f"https://www.{host}.example/{one.published:%Y/%m/%d}/{n}-{slug(one.title)}",
        } | ({"authors": [one.author]} if one.author else {})  # fmt: skip
        (folder / f"{stem}.meta.yaml").write_text(
            yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000), "utf-8"
        )
        truths.append(
            Truth(
                file=f"{stem}.txt",
                outlet=one.outlet,
                published=one.published,
                kind=one.kind,
                sources=one.sources,
                altered=one.altered,
            )
        )
    return truths


def main(arguments: Sequence[str] | None = None) -> None:
    """Makes and writes the story that the command line asks for."""
    asks = argparse.ArgumentParser(description="Makes a story of many documents out of the example corpus.")
    asks.add_argument("--documents", type=int, default=60, metavar="N")
    asks.add_argument("--seed", type=int, default=1, metavar="S")
    asks.add_argument("folder", type=Path, metavar="OUT_FOLDER")
    asked = asks.parse_args(arguments)
    if asked.folder.is_dir() and any(asked.folder.iterdir()):
        asks.error(f"{asked.folder} is not empty: documents of an earlier story would mix with these")
    truths = write(Maker(asked.documents, asked.seed).make(), asked.folder)
    truth = asked.folder.with_name(asked.folder.name + ".truth.json")
    truth.write_bytes(msgspec.json.format(msgspec.json.encode(truths), indent=1) + b"\n")
    print(f"{len(truths)} documents in {asked.folder}, what is true of them in {truth}")


if __name__ == "__main__":
    main()
