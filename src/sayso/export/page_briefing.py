"""The head of the page: facts at a glance and the briefing with its citations."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export import anchors, words
from sayso.export.charts.days import short_day
from sayso.export.charts.series_points import figures
from sayso.export.lookup import Lookup
from sayso.export.page_evidence import Chip, chips
from sayso.export.page_words import dated, headed, verdict
from sayso.export.plain import one_line
from sayso.export.summary import ESTABLISHED, UNBORNE
from sayso.model.dossier_findings import Discrepancy, Series
from sayso.model.dossier_reading import BriefingLine
from sayso.model.enums import Status, Verdict

_STATES = {
    Status.CORROBORATED: "corroborated", Status.SINGLE_ORIGIN: "of one origin",
    Status.DISPUTED: "disputed", Status.UNSOURCED: "unsourced",
}  # fmt: skip
_CREDITED = 3  # outlets named beside the title
_DIFFERENCES = (
    (Verdict.CONFLICT, "conflict between accounts", "conflicts between accounts"),
    (Verdict.UPDATE, "account that moved", "accounts that moved"),
)


@dataclass(frozen=True)
class Glance:
    """One number of the glance row: how many, of what, where they stand; `status` sets the filter of findings."""

    number: int
    text: str
    kind: str
    href: str
    status: str | None = None


@dataclass(frozen=True)
class LineSide:
    """One value of a line in which accounts part or a figure moves; `day` is that for which it was told."""

    value: str
    outlets: tuple[Chip, ...]
    day: str = ""


@dataclass(frozen=True)
class Line:
    """One line: text, who tells it, how many origins, where the reason stands, and the sides where accounts part.

    `moved` says that the sides are those of a figure over time, in its order.
    """

    text: str
    outlets: tuple[Chip, ...]
    origins: str
    why: str | None
    sides: tuple[LineSide, ...] = ()
    moved: bool = False


@dataclass(frozen=True)
class Section:
    """A titled list of lines; `lead` says what they share."""

    title: str
    lead: str
    lines: tuple[Line, ...]


def glance(look: Lookup) -> tuple[Glance, ...]:
    """Findings by status, then conflicts and updates; what does not occur is told as 0 only for findings."""
    states = [f.status for f in look.dossier.findings]
    counts = [(s, states.count(s)) for s in _STATES]
    out = [Glance(n, f"finding{'s' * (n != 1)} {_STATES[s]}", s.value, "#findings", s.value) for s, n in counts]
    for verdict_, one, many in _DIFFERENCES:
        found = sum(d.verdict is verdict_ for d in look.dossier.discrepancies)
        if found:
            out.append(Glance(found, one if found == 1 else many, verdict_.value, f"#discrepancies-{verdict_.value}"))
    return tuple(out)


def credit(look: Lookup) -> tuple[Chip, ...]:
    """The outlets whose headline is the title of the story, each with its document."""
    title = one_line(look.dossier.story.title)
    of = {d.publisher: d for d in reversed(look.dossier.documents) if d.title and one_line(d.title) == title}
    return tuple(Chip(one_line(o), f"#{anchors.document(of[o].id)}") for o in sorted(of, key=str.lower)[:_CREDITED])


def briefing(look: Lookup) -> tuple[Section, ...]:
    """The sections of the briefing in their order; every difference they leave out is told in the next part of the page."""
    told = [
        Section(one_line(s.title), one_line(s.lead), tuple(_line(look, x) for x in s.lines))
        for s in look.dossier.briefing.sections
        if s.lines
    ]
    borne = any(f.status is Status.CORROBORATED for f in look.dossier.findings)
    if told and not borne and ESTABLISHED not in {s.title for s in told}:
        told.insert(0, Section(ESTABLISHED, UNBORNE, ()))
    return tuple(told)


def _line(look: Lookup, line: BriefingLine) -> Line:
    apart = look.apart(line)
    series = next((s for s in look.dossier.series if {p.claim for p in s.points} == set(line.claims)), None)
    if series:
        return _moving(look, line, series)
    if apart:
        return _apart(look, apart, line)
    return Line(dated(line.text), chips(look, line.claims), origins(look, line.claims), _reason(look, line))


def _moving(look: Lookup, line: BriefingLine, series: Series) -> Line:
    """A figure with its values by day: what it came to stands before the first colon of its line."""
    apart = look.apart(line)
    points = tuple(
        LineSide(t.words, chips(look, t.claims), short_day(t.day) if t.day else "day unknown") for t in figures(look, series)
    )
    behind = verdict(apart) if apart else origins(look, line.claims)
    return Line(headed(line.text.partition(":")[0]), (), behind, _reason(look, line, apart), points, moved=True)


def _reason(look: Lookup, line: BriefingLine, apart: Discrepancy | None = None) -> str | None:
    """Where the reason of a line stands: what the line names, else what holds most of its claims."""
    if apart:
        return f"#{anchors.discrepancy(apart.id)}"
    if line.of in look.findings:
        return f"#{anchors.finding(line.of or '')}"
    if line.of in look.documents:
        return f"#{anchors.document(line.of or '')}"
    wanted = set(line.claims)
    parts = {anchors.discrepancy(d.id): wanted & {c for s in d.sides for c in s.claims} for d in look.dossier.discrepancies}
    found = {anchors.finding(f.id): wanted & set(f.claims) for f in look.dossier.findings}
    best = max([*parts, *found], key=lambda at: len(parts.get(at) or found.get(at) or ()), default=None)
    return f"#{best}" if best and (parts.get(best) or found.get(best)) else None


def _apart(look: Lookup, apart: Discrepancy, line: BriefingLine) -> Line:
    """Of a conflict its sides, under what they answer; of the rest the line as it is."""
    why = f"#{anchors.discrepancy(apart.id)}"
    if apart.verdict is not Verdict.CONFLICT:
        claims = [c for s in apart.sides for c in s.claims]
        return Line(headed(line.text), chips(look, claims), verdict(apart), why)
    sides = tuple(LineSide(one_line(s.value), chips(look, s.claims)) for s in apart.sides)
    return Line(headed(apart.question), (), verdict(apart), why, sides)


def origins(look: Lookup, claims: Iterable[str]) -> str:
    """`2 origins` of one finding, `2 sources` of several (which need not bear each other out), or that none is found."""
    wanted = tuple(claims)
    found, of = look.origins(wanted), {look.finding_of[c].id for c in wanted if c in look.finding_of}
    if not found:
        return "no source found"
    if len(of) != 1:
        return words.count(found, "source")
    return words.count(min(found, look.findings[of.pop()].independent or found), "origin")
