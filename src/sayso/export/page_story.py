"""The remaining parts of the page: outlook, what some outlets omit, who has it from whom, timeline and figures as tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from sayso.export import anchors, words
from sayso.export.charts.days import moment
from sayso.export.charts.timeline_labels import label
from sayso.export.lookup import Lookup, headline
from sayso.export.page_evidence import Chip, chips
from sayso.export.page_words import REUSE, STATE, period
from sayso.export.plain import one_line
from sayso.model.dossier_findings import DossierReuse, DossierSource, Finding, Omission
from sayso.model.dossier_reading import Outlook
from sayso.model.enums import OutlookState

_ROWS = 14  # findings in the table of who tells what; the rest is folded
_MOST = 100  # such findings at all: who tells any other stands beside it among the findings
_COLUMNS = 10  # outlets that a table can hold; with more, names are listed


@dataclass(frozen=True)
class Prospect:
    """Something said to be still to come."""

    anchor: str | None
    statement: str
    kind: str
    modality: str
    horizon: str
    outlets: tuple[Chip, ...]
    met: tuple[Chip, ...]


@dataclass(frozen=True)
class Prospects:
    """What shares a state; what no day is named for stands apart."""

    title: str
    state: str
    items: tuple[Prospect, ...]
    undated: tuple[Prospect, ...]


@dataclass(frozen=True)
class Cell:
    """Whether an outlet tells a finding: a link to the claim; `early` where its reports came out before anybody told it."""

    href: str | None
    early: bool


@dataclass(frozen=True)
class Row:
    """Who tells a finding, by column and as names; `early` are those whose reports came out before anybody told it."""

    statement: str
    href: str
    cells: tuple[Cell, ...]
    told: str
    missing: str
    early: str


@dataclass(frozen=True)
class Matrix:
    """Outlets against findings; no columns where there are too many outlets for a table."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    rest: tuple[Row, ...]
    unlisted: int


@dataclass(frozen=True)
class SourceView:
    """Somebody who is cited, and by whom."""

    anchor: str
    name: str
    kind: str
    cited: tuple[Chip, ...]


@dataclass(frozen=True)
class Taking:
    """Who takes from whom."""

    taker: Chip
    giver: Chip
    verb: str
    share: str
    why: str


@dataclass(frozen=True)
class Event:
    """One entry of the timeline; the anchor is None where an earlier entry has the same."""

    anchor: str | None
    when: str
    what: str
    background: bool
    outlets: tuple[Chip, ...]
    sources: str


def events(look: Lookup) -> tuple[Event, ...]:
    """All entries of the timeline in their order."""
    out, seen = [], set()
    for entry in look.dossier.timeline:
        anchor = anchors.event(entry.claims) if entry.claims else None
        out.append(Event(
            anchor if anchor not in seen else None, period(entry.date.start, entry.date.end), label(look, entry),
            entry.background, chips(look, entry.claims),
            words.count(entry.origins, "source") if entry.origins else "no source found",
        ))  # fmt: skip
        seen.add(anchor)
    return tuple(out)


def outlook(look: Lookup) -> tuple[Prospects, ...]:
    """What is still to come by what became of it."""
    groups = []
    seen: set[str] = set()
    for state in (OutlookState.OPEN, OutlookState.LAPSED, OutlookState.MET):
        found = [o for o in look.dossier.outlook if o.state is state]
        dated = tuple(_prospect(look, o, seen) for o in found if o.horizon.start or o.horizon.end)
        undated = tuple(_prospect(look, o, seen) for o in found if not (o.horizon.start or o.horizon.end))
        if found:
            groups.append(Prospects(STATE[state], state.value, dated, undated))
    return tuple(groups)


def _prospect(look: Lookup, item: Outlook, seen: set[str]) -> Prospect:
    horizon = period(item.horizon.start, item.horizon.end) if item.horizon.start or item.horizon.end else ""
    met = chips(look, [item.met_by]) if item.met_by else ()
    anchor = anchors.outlook(item.claims) if item.claims else None
    anchor = None if anchor in seen else anchor
    seen.add(anchor or "")
    kind, modality = item.kind.value, item.modality.value
    return Prospect(anchor, one_line(item.statement), kind, modality, horizon, chips(look, item.claims), met)


def matrix(look: Lookup) -> Matrix:
    """What is told by some and left out by others; most widely told first, as the dossier orders it."""
    outlets = sorted({d.publisher for d in look.dossier.documents}, key=str.lower)
    columns = outlets if len(outlets) <= _COLUMNS else []
    rows = tuple(r for o in look.dossier.omissions if o.finding in look.findings and (r := _row(look, o, columns)).missing)
    return Matrix(tuple(one_line(c) for c in columns), rows[:_ROWS], rows[_ROWS:_MOST], max(0, len(rows) - _MOST))


def _row(look: Lookup, omission: Omission, columns: Iterable[str]) -> Row:
    finding = look.findings[omission.finding]
    first: dict[str, str] = {}
    for claim in look.told(finding.claims):
        first.setdefault(look.outlet(claim), f"#{anchors.claim(claim.id)}")
    early = _early(look, finding)
    missing = [o for o in omission.missing_in if o not in early]
    names = (omission.told_by, missing, [o for o in omission.missing_in if o in early])
    cells = tuple(Cell(first.get(c), c in early) for c in columns)
    told = (words.listed(list(map(one_line, of)), 6) for of in names)
    return Row(headline(finding), f"#{anchors.finding(finding.id)}", cells, *told)


def _early(look: Lookup, finding: Finding) -> frozenset[str]:
    """The outlets all of whose reports came out on days before the first on which anybody can have told the finding."""
    telling = {c.document for c in look.told(finding.claims)}
    starts = [moment(d.published.start) for d in look.dossier.documents if d.id in telling]
    known = [s for s in starts if s is not None]
    if not known or len(known) < len(starts):
        return frozenset()
    last: dict[str, float] = {}
    for document in look.dossier.documents:
        end = moment(document.published.end)
        last[document.publisher] = max(last.get(document.publisher, 0.0), inf if end is None else end)
    return frozenset(o for o, end in last.items() if end < int(min(known)))


def sources(look: Lookup) -> tuple[SourceView, ...]:
    """Everybody who is cited, the most cited first."""
    weight = {s.id: sum(len(c.claims) for c in s.cited_by) for s in look.dossier.sources}
    return tuple(_source(look, s) for s in sorted(look.dossier.sources, key=lambda s: (-weight[s.id], s.name, s.id)))


def _source(look: Lookup, source: DossierSource) -> SourceView:
    cited = []
    for citation in source.cited_by:
        document = look.documents.get(citation.document)
        outlet = one_line(document.publisher) if document else citation.document
        known = look.told(citation.claims)
        more = f" ×{len(known)}" if len(known) > 1 else ""
        if known:
            cited.append(Chip(f"{outlet}{more}", f"#{anchors.claim(known[0].id)}"))
    return SourceView(anchors.source(source.id), one_line(source.name), source.kind.value, tuple(cited))


def reuse(look: Lookup) -> tuple[Taking, ...]:
    """Who takes text from whom, with the share of it; who takes most comes first."""
    known = [r for r in look.dossier.reuse if {r.taker, r.giver} <= look.documents.keys()]
    return tuple(_taking(look, r) for r in sorted(known, key=lambda r: -r.share))


def _taking(look: Lookup, item: DossierReuse) -> Taking:
    taker, giver = (Chip(one_line(look.documents[i].publisher), f"#{anchors.document(i)}") for i in (item.taker, item.giver))
    return Taking(taker, giver, REUSE[item.kind], f"{100 * item.share:.0f} %", one_line(item.why))
