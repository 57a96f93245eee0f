"""What a careful reader found in the reports of one story: a gold file."""

import codecs
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from sayso.errors import RunError

Anchor: TypeAlias = tuple[str, str]  # the beginning of a file's name, and an exact stretch of its text


class Agreement(Struct, frozen=True):
    """Stretches that tell one thing."""

    id: str
    sides: tuple[Anchor, ...]


class Opposition(Struct, frozen=True):
    """Stretches that give unlike values; `verdict` is one of Verdict, or several joined by `-or-` where all will do."""

    id: str
    sides: tuple[Anchor, ...]
    verdict: str

    @property
    def accepted(self) -> frozenset[str]:
        """The verdicts that will do."""
        return frozenset(self.verdict.split("-or-"))


class Trap(Struct, frozen=True):
    """Stretches that look like a discrepancy and are none; those of a `series` may be an update and never a conflict."""

    sides: tuple[Anchor, ...]
    id: str | None = None
    series: bool = False


class SingleOrigin(Struct, frozen=True):
    """Stretches that all go back to `origin`."""

    id: str
    origin: str
    sides: tuple[Anchor, ...]


class Dated(Struct, frozen=True):
    """A stretch with the day, month, year or span of years (2005-04-03, 2005-04, 2005, 2000/2005) of what it tells."""

    id: str
    date: str
    text: Anchor


class Attributed(Struct, frozen=True):
    """A stretch with who says it; `chain` are all voices, outermost first, where one relays another."""

    source: str
    content: Anchor
    chain: tuple[str, ...] | None = None


class Ahead(Struct, frozen=True):
    """A stretch that tells of something still to come."""

    text: Anchor


class GoldStory(Struct, frozen=True):
    """All of it; what a gold file holds besides is not measured."""

    agreements: tuple[Agreement, ...] = ()
    discrepancies: tuple[Opposition, ...] = ()
    traps: tuple[Trap, ...] = ()
    single_origin: tuple[SingleOrigin, ...] = ()
    timeline: tuple[Dated, ...] = ()
    attributions: tuple[Attributed, ...] = ()
    outlook: tuple[Ahead, ...] = ()

    @property
    def anchors(self) -> list[Anchor]:
        """Every anchor."""
        sides = [i.sides for i in self.agreements] + [i.sides for i in self.discrepancies]
        sides += [i.sides for i in self.traps] + [i.sides for i in self.single_origin]
        single = [t.text for t in self.timeline] + [a.content for a in self.attributions] + [o.text for o in self.outlook]
        return [anchor for side in sides for anchor in side] + single


def read_story(path: Path) -> GoldStory:
    """Reads a gold file; raises RunError where it is none."""
    remedy = "docs/how-to/measure.md shows what a gold file holds"
    try:
        return msgspec.json.decode(path.read_bytes().removeprefix(codecs.BOM_UTF8), type=GoldStory)
    except OSError as error:
        raise RunError("evaluate", f"cannot read {path}: {error.strerror}", "name a gold file in JSON") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RunError("evaluate", f"{path} is no gold of a story: {error}", remedy) from error
