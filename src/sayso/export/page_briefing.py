"""The head of the page: facts at a glance and the briefing with its citations."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export import anchors, words
from sayso.export.lookup import Lookup
from sayso.export.page_evidence import Chip, chips
from sayso.export.page_words import STATUS, dated, headed, verdict
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Discrepancy
from sayso.model.dossier_reading import BriefingLine
from sayso.model.enums import Verdict


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
    """One value of a line in which accounts part."""

    value: str
    outlets: tuple[Chip, ...]


@dataclass(frozen=True)
class Line:
    """One line: text, who tells it, how many origins, where the reason stands, and the sides where accounts part."""

    text: str
    outlets: tuple[Chip, ...]
    origins: str
    why: str | None
    sides: tuple[LineSide, ...] = ()


@dataclass(frozen=True)
class Section:
    """A titled list of lines; `lead` says what they share."""

    title: str
    lead: str
    lines: tuple[Line, ...]


def glance(look: Lookup) -> tuple[Glance, ...]:
    """Findings by status, then conflicts and updates; what does not occur is told as 0 only for findings."""
    states = [f.status for f in look.dossier.findings]
    order = sorted(STATUS, key=lambda s: ["corroborated", "single-origin", "disputed", "unsourced"].index(s.value))
    out = [Glance(states.count(s), STATUS[s], s.value, "#findings", s.value) for s in order]
    for verdict_, noun in ((Verdict.CONFLICT, "conflict"), (Verdict.UPDATE, "update")):
        found = [d for d in look.dossier.discrepancies if d.verdict is verdict_]
        if found:
            text = noun if len(found) == 1 else f"{noun}s"
            out.append(Glance(len(found), text, noun, f"#discrepancies-{noun}"))
    return tuple(out)


def briefing(look: Lookup) -> tuple[Section, ...]:
    """The sections of the briefing in their order; every difference they leave out is told in the next part of the page."""
    return tuple(
        Section(one_line(s.title), one_line(s.lead), tuple(_line(look, x) for x in s.lines))
        for s in look.dossier.briefing.sections
        if s.lines
    )


def _line(look: Lookup, line: BriefingLine) -> Line:
    apart = look.apart(line)
    if apart:
        return _apart(look, apart, headed(line.text))
    return Line(dated(line.text), chips(look, line.claims), origins(look, line.claims), _reason(look, line))


def _reason(look: Lookup, line: BriefingLine) -> str | None:
    """Where the reason of a line stands: what the line names, else what holds most of its claims."""
    if line.of in look.findings:
        return f"#{anchors.finding(line.of or '')}"
    if line.of in look.documents:
        return f"#{anchors.document(line.of or '')}"
    wanted = set(line.claims)
    apart = {anchors.discrepancy(d.id): wanted & {c for s in d.sides for c in s.claims} for d in look.dossier.discrepancies}
    found = {anchors.finding(f.id): wanted & set(f.claims) for f in look.dossier.findings}
    best = max([*apart, *found], key=lambda at: len(apart.get(at) or found.get(at) or ()), default=None)
    return f"#{best}" if best and (apart.get(best) or found.get(best)) else None


def _apart(look: Lookup, apart: Discrepancy, text: str) -> Line:
    """Of a conflict its sides, and of its line only what they part in; of the rest the line as it is."""
    why = f"#{anchors.discrepancy(apart.id)}"
    if apart.verdict is not Verdict.CONFLICT:
        claims = [c for s in apart.sides for c in s.claims]
        return Line(text, chips(look, claims), verdict(apart), why)
    sides = tuple(LineSide(one_line(s.value), chips(look, s.claims)) for s in apart.sides)
    return Line(text.partition(f": “{sides[0].value}”")[0] if sides else text, (), verdict(apart), why, sides)


def origins(look: Lookup, claims: Iterable[str]) -> str:
    """`2 origins`, or that no source is named."""
    found = look.origins(tuple(claims))
    return words.count(found, "origin") if found else "no source named"
