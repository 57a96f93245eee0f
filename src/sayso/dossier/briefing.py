"""The story at a glance: what is established, changed, disputed, rests on one origin, is still to come, or is missing.

Extractive: a line is the words of a claim or of its sentence, or the values that claims tell. None says in one sentence how
likely something is and how well it is supported.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.dossier.figures import course
from sayso.dossier.gaps import alone, undated
from sayso.dossier.phrasing import Line, Phrasing, same_fact
from sayso.dossier.readable import LONGEST
from sayso.dossier.still_ahead import ahead
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.dossier_findings import Discrepancy, Finding, Series, Side
from sayso.model.dossier_reading import Briefing, BriefingLine, BriefingSection, Outlook
from sayso.model.enums import Modality, Status, Verdict

TITLES = ("Established", "Changed", "Disputed", "One origin", "Outlook", "Gaps")
LEADS = (
    "Told by several outlets on the word of at least two independent origins.",
    "Counts as they were told, each with the day for which it was told.",
    "Accounts that cannot all hold.",
    "Told by several outlets, yet all on the word of one origin.",
    "Said to be still to come.",
    "Told by several outlets with no source found, told by one outlet alone, or without a day.",
)
MOST = (5, 5, 6, 5, 4, 6)  # lines a section: a page in all
UNSOURCED = 3  # lines of the gaps for what has no source
VALUE = 90  # code points of a value


@dataclass(frozen=True, slots=True)
class Told:
    """What the briefing is made from."""

    findings: Sequence[Finding]
    discrepancies: Sequence[Discrepancy]
    series: Sequence[Series]
    outlook: Sequence[Outlook]
    claims: dict[str, Claim]
    documents: Sequence[Document] = ()


def briefing(told: Told) -> Briefing:
    """Sections in a fixed order, empty ones left out; every line carries its claims, the one it shows first."""
    counts = frozenset(p.claim for s in told.series for p in s.points)
    desk = _Desk(told, Phrasing(told.claims, {d.id: d for d in told.documents}, counts))
    parts = (desk.established(), desk.changed(), desk.disputed(), desk.one_origin(), desk.outlook(), desk.gaps())
    sections = [
        BriefingSection(title, tuple(lines)[:most], lead)
        for title, lines, most, lead in zip(TITLES, parts, MOST, LEADS, strict=True)
    ]
    return Briefing(tuple(s for s in sections if s.lines))


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text on one line, cut at a word where it is too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest].rsplit(" ", 1)[0] + " …"


@dataclass(slots=True)
class _Desk:
    """Chooses the lines of one story; `shown` are those chosen so far, so that no fact is told twice."""

    told: Told
    phrasing: Phrasing
    shown: list[Line] = field(default_factory=list)

    def established(self) -> list[BriefingLine]:
        found = ((line, n) for line, n in self._lines(Status.CORROBORATED) if n > 1)
        return self._choose((line for line, _ in sorted(found, key=lambda x: (-x[1], *self._rank(x[0])))), MOST[0])

    def one_origin(self) -> list[BriefingLine]:
        found = (line for line, n in self._lines(Status.SINGLE_ORIGIN) if n)
        return self._choose(sorted(found, key=self._rank), MOST[3])

    def changed(self) -> list[BriefingLine]:
        claims, lines = self.told.claims, []
        for series in self.told.series:
            ids = tuple(dict.fromkeys(p.claim for p in series.points))
            same = next((d.id for d in self.told.discrepancies if d.about == series.about and _holds(d, ids)), None)
            lines.append(BriefingLine(text=f"{_headed(series.about)}: {course(series, claims)}", claims=ids, of=same))
        counted = {c for line in lines for c in line.claims}
        moved = [d for d in self.told.discrepancies if d.verdict is Verdict.UPDATE and not _holds(d, counted)]
        return [*lines, *map(self._parting, moved)]

    def disputed(self) -> list[BriefingLine]:
        found = [d for d in self.told.discrepancies if d.verdict is Verdict.CONFLICT]
        found.sort(key=lambda d: -len({self.told.claims[c].publisher for s in d.sides for c in s.claims}))
        return [self._parting(d) for d in found]

    def outlook(self) -> list[BriefingLine]:
        """The weightiest, in order of the day by which they fall due."""
        lines: list[tuple[str, BriefingLine]] = []
        for text, end, line in ahead(self.told.outlook, self.phrasing):
            if len(lines) < MOST[4] and not any(same_fact(line, other) for other in self.shown):
                self.shown.append(line)
                lines.append((end or "9999", BriefingLine(text=text, claims=line.ids)))
        return [line for _, line in sorted(lines, key=lambda x: x[0])]

    def gaps(self) -> list[BriefingLine]:
        bare = (line for line, n in self._lines(Status.UNSOURCED) if not n and not _voiced(line))
        lines = self._choose(sorted(bare, key=self._rank), UNSOURCED)
        for text, line in alone(self.told.findings, self.phrasing):
            if not any(same_fact(line, other) for other in self.shown):
                lines.append(BriefingLine(text=text, claims=line.ids, of=line.of))
                break
        days = undated(self.told.documents, self.told.claims.values())
        return [*lines, *(BriefingLine(text=text, claims=ids, of=of) for text, ids, of in days)]

    def _lines(self, status: Status) -> Iterator[tuple[Line, int]]:
        """What several outlets tell and no section of its own holds, with how many origins that count tell it."""
        for finding in (f for f in self.told.findings if f.status is status and len(f.outlets) > 1):
            line = self.phrasing.best(finding)
            if line is None or len(line.outlets) < 2 or line.passage.claim.modality is not Modality.ASSERTED:
                continue
            if line.passage.claim.id not in self.phrasing.counts:
                own = set(line.ids)
                yield line, len({o.source for o in finding.origins if o.basis.counts and own & set(o.claims)})

    def _choose(self, lines: Iterable[Line], most: int) -> list[BriefingLine]:
        chosen: list[Line] = []
        for line in lines:
            if len(chosen) < most and not any(same_fact(line, other) for other in self.shown):
                chosen.append(line)
                self.shown.append(line)
        return [BriefingLine(text=x.passage.text, claims=x.ids, of=x.of) for x in chosen]

    def _rank(self, line: Line) -> tuple[float, float, str]:
        outlets, weight = self.phrasing.weight(line)
        return -outlets, -weight, line.of or ""

    def _parting(self, apart: Discrepancy) -> BriefingLine:
        values = " / ".join(self._value(s) for s in apart.sides)
        claims = tuple(c for s in apart.sides for c in s.claims)
        return BriefingLine(text=f"{shorten(apart.question, VALUE)}: {values}", claims=claims, of=apart.id)

    def _value(self, side: Side) -> str:
        outlets = sorted({self.told.claims[c].publisher for c in side.claims})
        return f"“{shorten(side.value, VALUE)}” ({', '.join(outlets)})"


def _holds(apart: Discrepancy, claims: Iterable[str]) -> bool:
    return bool({c for s in apart.sides for c in s.claims} & set(claims))


def _headed(about: str) -> str:
    words = about.removeprefix("number of ")
    return words[:1].upper() + words[1:]


def _voiced(line: Line) -> bool:
    """True where some claim is told on somebody's word, or its sentence names one."""
    return any(c.voices or c.speaker for c in line.claims)
