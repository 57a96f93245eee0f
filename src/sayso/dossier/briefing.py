"""The story at a glance: what is established, changed, disputed, rests on one origin, is still to come, or is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.dossier_findings import Discrepancy, Finding, Series
from sayso.model.dossier_reading import Briefing, BriefingLine, BriefingSection, Outlook
from sayso.model.enums import Modality, OriginBasis, OutlookState, Status, Verdict

MOST = 6  # lines a section
LONGEST = 240  # code points of a statement; a longer one is cut at a word
SHORTEST = 40
PRONOUNS = frozenset("he she it they i we you who which that this what those these one".split())
COUNTED = frozenset({OriginBasis.NAMED, OriginBasis.FIRST_HAND})
TITLES = ("Established", "Changed", "Disputed", "One origin", "Outlook", "Gaps")


@dataclass(frozen=True, slots=True)
class Told:
    """What the briefing is made from."""

    findings: Sequence[Finding]
    discrepancies: Sequence[Discrepancy]
    series: Sequence[Series]
    outlook: Sequence[Outlook]
    claims: dict[str, Claim]


def briefing(told: Told) -> Briefing:
    """Sections in a fixed order, empty ones left out; every line carries its claims."""
    parts = (_established, _changed, _disputed, _one_origin, _outlook, _gaps)
    sections = [BriefingSection(title, tuple(part(told))) for title, part in zip(TITLES, parts, strict=True)]
    return Briefing(tuple(s for s in sections if s.lines))


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text on one line, cut at a word where it is too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest].rsplit(" ", 1)[0] + " …"


def _lines(findings: Sequence[Finding], told: Told) -> list[BriefingLine]:
    worth = [f for f in findings if _worth(f, told)]
    return [BriefingLine(text=shorten(f.statement), claims=f.claims, of=f.id) for f in worth[:MOST]]


def _worth(finding: Finding, told: Told) -> bool:
    """A line that a reader understands by itself: a whole clause with a subject, asserted."""
    text = finding.statement
    claim = next(c for c in (told.claims[n] for n in finding.claims) if c.text == text)
    clause = claim.clause
    if text.count('"') % 2 or text.count("“") != text.count("”") or _counted(finding, told):
        return False
    if text.split()[0].lower() in PRONOUNS:
        return False
    if clause.nominal or clause.modified or claim.modality is not Modality.ASSERTED or len(text) < SHORTEST:
        return False
    return any(r.role in {"agent", "patient"} and clause.start <= r.start and r.head not in PRONOUNS for r in clause.roles)


def _counted(finding: Finding, told: Told) -> bool:
    """True where the finding tells a count that moves: a section of its own tells that."""
    return bool(set(finding.claims) & {p.claim for s in told.series for p in s.points})


def _established(told: Told) -> list[BriefingLine]:
    found = [f for f in told.findings if f.status is Status.CORROBORATED and len(f.outlets) > 1]
    found.sort(key=lambda f: (-sum(o.basis in COUNTED for o in f.origins), -len(f.outlets), f.id))
    return _lines(found, told)


def _changed(told: Told) -> list[BriefingLine]:
    lines = []
    for series in told.series[:MOST]:
        claims = tuple(p.claim for p in series.points)
        lines.append(BriefingLine(text=f"{series.about}: {_course(series)}", claims=claims))
    shown = {c for line in lines for c in line.claims}
    for d in told.discrepancies:
        ids = tuple(c for s in d.sides for c in s.claims)
        if d.verdict is Verdict.UPDATE and not set(ids) & shown:
            lines.append(BriefingLine(text=_sides(d), claims=ids, of=d.id))
    return lines[:MOST]


def _course(series: Series) -> str:
    """The values in order of time; those told for one day stand side by side, those of no known day apart."""
    days: dict[str | None, list[str]] = {}
    for point in series.points:
        told = days.setdefault(point.as_of, [])
        if (value := _interval(point.low, point.high)) not in told:
            told.append(value)
    undated = " or ".join(days.pop(None, []))
    dated = " → ".join(f"{' or '.join(told)} ({day})" for day, told in days.items())
    return f"{dated}; day unknown: {undated}" if dated and undated else dated or undated


def _interval(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:g}" if low is not None else "?"
    if high is None:
        return f"{low:g}+"
    return f"up to {high:g}" if low is None else f"{low:g}–{high:g}"


def _sides(d: Discrepancy) -> str:
    shown = " / ".join(f"“{shorten(s.value, 90)}”" for s in d.sides)
    return f"{shorten(d.about, 90)}: {shown}"


def _disputed(told: Told) -> list[BriefingLine]:
    found = [d for d in told.discrepancies if d.verdict is Verdict.CONFLICT]
    return [
        BriefingLine(text=_sides(d), claims=tuple(c for s in d.sides for c in s.claims), of=d.id) for d in found[: 2 * MOST]
    ]


def _one_origin(told: Told) -> list[BriefingLine]:
    found = [f for f in told.findings if f.status is Status.SINGLE_ORIGIN and len(f.outlets) > 1]
    return _lines(found, told)


def _outlook(told: Told) -> list[BriefingLine]:
    found = sorted(
        told.outlook,
        key=lambda o: (
            o.state is not OutlookState.OPEN,
            o.horizon.end is None,
            -len(o.claims),
            o.horizon.end or "",
            o.claims,
        ),
    )
    lines: list[BriefingLine] = []
    for item in found:
        if len(item.statement) < SHORTEST or len(lines) == MOST:
            continue
        until = f" (by {item.horizon.end[:10]})" if item.horizon.end else ""
        state = "" if item.state is OutlookState.OPEN else f" [{item.state.value}]"
        lines.append(BriefingLine(text=shorten(item.statement) + until + state, claims=item.claims))
    return lines


def _gaps(told: Told) -> list[BriefingLine]:
    found = [f for f in told.findings if f.status is Status.UNSOURCED and len(f.outlets) > 1 and not _voiced(f, told)]
    return [
        BriefingLine(text=f"no source given: {shorten(f.statement)}", claims=f.claims, of=f.id)
        for f in found[:MOST]
        if _worth(f, told)
    ]


def _voiced(finding: Finding, told: Told) -> bool:
    """True where some claim is told on somebody's word, or its sentence names one."""
    return any(told.claims[c].voices or told.claims[c].speaker for c in finding.claims)
