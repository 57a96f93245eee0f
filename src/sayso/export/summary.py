"""The short form of a dossier that the terminal and Markdown share: sections of lines with their sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.export.words import count, days, listed
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy
from sayso.model.dossier_reading import BriefingLine

FURTHER = "Further differences"
QUIET = "Nothing in these reports could be set against anything else."


@dataclass(frozen=True)
class SideShown:
    """One value of a discrepancy with the outlets that hold it."""

    value: str
    outlets: str


@dataclass(frozen=True)
class LineShown:
    """One line: its text, what stands behind it, the sides where accounts part, and the id to ask `explain` for."""

    text: str
    behind: str
    sides: tuple[SideShown, ...] = ()
    id: str | None = None


@dataclass(frozen=True)
class SectionShown:
    """A titled list of lines."""

    title: str
    lines: tuple[LineShown, ...]


def headline(dossier: Dossier) -> str:
    """How many reports by how many outlets, the days they span, and the day from which the dossier looks."""
    outlets = {d.publisher for d in dossier.documents}
    parts = [count(len(dossier.documents), "report"), count(len(outlets), "outlet")]
    if dossier.story.start or dossier.story.end:
        parts.append(days(dossier.story.start, dossier.story.end))
    if dossier.story.as_of:
        parts.append(f"as of {days(dossier.story.as_of, dossier.story.as_of)}")
    return " · ".join(parts)


def sections(dossier: Dossier) -> list[SectionShown]:
    """The briefing's sections in their order, then the conflicts and updates that it leaves out."""
    lookup = Lookup(dossier)
    shown = [
        SectionShown(one_line(s.title), tuple(_line(lookup, x) for x in s.lines))
        for s in dossier.briefing.sections
        if s.lines
    ]
    rest = tuple(_difference(lookup, d) for d in lookup.untold())
    return [*shown, SectionShown(FURTHER, rest)] if rest else shown


def _line(lookup: Lookup, line: BriefingLine) -> LineShown:
    apart = lookup.apart(line)
    if apart:
        return LineShown(one_line(line.text), _nature(apart), _sides(lookup, apart), apart.id)
    finding = line.of if line.of in lookup.findings else None
    known = finding or next((lookup.finding_of[c].id for c in line.claims if c in lookup.finding_of), None)
    return LineShown(one_line(line.text), _behind(lookup, line.claims), (), known or line.claims[0])


def _difference(lookup: Lookup, apart: Discrepancy) -> LineShown:
    return LineShown(one_line(apart.about), _nature(apart), _sides(lookup, apart), apart.id)


def _sides(lookup: Lookup, apart: Discrepancy) -> tuple[SideShown, ...]:
    return tuple(SideShown(one_line(s.value), _behind(lookup, s.claims)) for s in apart.sides)


def _nature(apart: Discrepancy) -> str:
    order = ", order unknown" if apart.verdict.value == "update" and apart.order.value == "unknown" else ""
    return f"{apart.verdict.value} of {apart.kind.value}{order}, between {apart.between.value}".replace(
        "between one document", "within one document"
    )


def _behind(lookup: Lookup, claims: Iterable[str]) -> str:
    claims = tuple(claims)
    origins = lookup.origins(claims)
    told = one_line(listed(lookup.outlets(claims)))
    return f"{told} · {count(origins, 'origin')}" if origins else f"{told} · no source named"
