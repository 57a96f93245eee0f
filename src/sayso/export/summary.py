"""The short form of a dossier that the terminal and Markdown share: sections of lines with their sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.export.whose_word import OWN, whose_word
from sayso.export.words import count, days, listed, told_value
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, Series
from sayso.model.dossier_reading import BriefingLine, BriefingSection
from sayso.model.dossier_texts import Number
from sayso.model.enums import DiscrepancyKind

FURTHER = "Further differences"
FURTHER_LEAD = "Accounts that part, beyond those above."
QUIET = "Nothing in these reports could be set against anything else."
UNBORNE = "Nothing that several outlets tell here rests on two independent origins."
ESTABLISHED = "Established"
ALONE = "One report: nothing to compare. Give two or more reports of the same story."


@dataclass(frozen=True)
class SideShown:
    """One value of a discrepancy with who tells it and on whose word."""

    value: str
    outlets: str
    word: str


@dataclass(frozen=True)
class PointShown:
    """One value of a series: the day for which it was told, its bounds, and who tells it on whose word."""

    day: str
    value: str
    outlets: str
    word: str
    low: Number | None
    high: Number | None


@dataclass(frozen=True)
class TableShown:
    """Rows under heads, for what sides and points do not tell; the column `strong` is what the eye should find."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: int = 0


@dataclass(frozen=True)
class LineShown:
    """One line: its text, what stands behind it, the values where accounts part or move, and the id to ask `explain` for."""

    text: str
    behind: str
    sides: tuple[SideShown, ...] = ()
    points: tuple[PointShown, ...] = ()
    id: str | None = None
    table: TableShown | None = None


@dataclass(frozen=True)
class SectionShown:
    """A titled list of lines; `lead` says what they have in common, `more` what is left out."""

    title: str
    lead: str
    lines: tuple[LineShown, ...]
    more: str = ""


@dataclass(frozen=True)
class PageShown:
    """A page of sections under a title, with lines below the title and at the foot."""

    title: str
    under: tuple[str, ...]
    sections: tuple[SectionShown, ...]
    hints: tuple[str, ...] = ()


def headline(dossier: Dossier) -> str:
    """How many reports by how many outlets, the days they span, the day of looking, and what was skipped."""
    outlets = {d.publisher for d in dossier.documents}
    parts = [count(len(dossier.documents), "report"), count(len(outlets), "outlet")]
    if dossier.story.start or dossier.story.end:
        parts.append(days(dossier.story.start, dossier.story.end))
    if dossier.story.as_of:
        parts.append(f"as of {days(dossier.story.as_of, dossier.story.as_of)}")
    if dossier.skipped:
        parts.append(f"{count(len(dossier.skipped), 'file')} skipped")
    return " · ".join(parts)


def alone(dossier: Dossier) -> str:
    """What to say first where there is only one report, nothing else."""
    return ALONE if len(dossier.documents) == 1 else ""


def sections(dossier: Dossier) -> list[SectionShown]:
    """The briefing's sections in their order, then the conflicts and updates that it leaves out."""
    look = Lookup(dossier)
    shown = [_section(look, s) for s in dossier.briefing.sections if s.lines]
    told = {c for s in dossier.briefing.sections for x in s.lines if _moving(look, x) for c in x.claims}
    rest = tuple(_difference(look, d) for d in look.untold() if not {c for s in d.sides for c in s.claims} <= told)
    return [*shown, SectionShown(FURTHER, FURTHER_LEAD, rest)] if rest else shown


def _section(look: Lookup, section: BriefingSection) -> SectionShown:
    return SectionShown(one_line(section.title), one_line(section.lead), tuple(_line(look, x) for x in section.lines))


def _line(look: Lookup, line: BriefingLine) -> LineShown:
    moving, apart = _moving(look, line), look.apart(line)
    known = look.asked(line)
    if line.of in look.documents:
        return LineShown(one_line(line.text), _outlets(look, line.claims), id=known)
    if moving:
        about = one_line(moving.about).removeprefix("number of ")
        return LineShown(about[:1].upper() + about[1:], "", points=_points(look, moving), id=known)
    if apart:
        return _difference(look, apart)
    return LineShown(one_line(line.text), _behind(look, line.claims), id=known)


def _moving(look: Lookup, line: BriefingLine) -> Series | None:
    """The series that a line tells, where it tells one."""
    claims = set(line.claims)
    return next((s for s in look.dossier.series if claims == {p.claim for p in s.points}), None)


def _points(look: Lookup, series: Series) -> tuple[PointShown, ...]:
    """Its values by day; what several outlets tell for one day in the same words is one."""
    rows: dict[tuple[str | None, str], list[str]] = {}
    bounds: dict[tuple[str | None, str], tuple[Number | None, Number | None]] = {}
    for point in series.points:
        claim = look.claims.get(point.claim)
        document = look.documents.get(claim.document) if claim else None
        key = point.as_of, told_value(point, claim, document.text if document else "")
        rows.setdefault(key, []).append(point.claim)
        bounds[key] = point.low, point.high
    return tuple(
        PointShown(
            days(day, day) if day else "day unknown",
            value,
            _outlets(look, claims),
            whose_word(look, claims),
            *bounds[day, value],
        )
        for (day, value), claims in rows.items()
    )


def _difference(look: Lookup, apart: Discrepancy) -> LineShown:
    own = (
        apart.kind is DiscrepancyKind.LABEL
    )  # what somebody is called is the word of the outlet, whoever is cited beside it
    sides = tuple(
        SideShown(one_line(s.value), _outlets(look, s.claims), _own(look, s.claims) if own else whose_word(look, s.claims))
        for s in apart.sides
    )
    return LineShown(one_line(apart.question), _nature(apart), sides, id=apart.id)


def _own(look: Lookup, claims: Iterable[str]) -> str:
    return OWN if len(look.outlets(claims)) == 1 else f"each {OWN}"


def _nature(apart: Discrepancy) -> str:
    order = ", order unknown" if apart.verdict.value == "update" and apart.order.value == "unknown" else ""
    held = ", confirmed" if apart.confirmed else ""
    return f"{apart.verdict.value} of {apart.kind.value}{order}, between {apart.between.value}{held}".replace(
        "between one document", "within one document"
    )


def _behind(look: Lookup, claims: Iterable[str]) -> str:
    claims = tuple(claims)
    return f"{_outlets(look, claims)} · {whose_word(look, claims)}"


def _outlets(look: Lookup, claims: Iterable[str]) -> str:
    return one_line(listed(look.outlets(claims)))
