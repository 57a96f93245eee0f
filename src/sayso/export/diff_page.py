"""What changed between two dossiers, worded for a reader: the sections, and the lines that most matter in each."""

from collections.abc import Iterable

from sayso.export.choosing import MOST, section, shortened
from sayso.export.diff_lines import (
    apart_line,
    claim_line,
    figure_line,
    finding_line,
    foretold_line,
    report_line,
    revised_line,
)
from sayso.export.plain import one_line
from sayso.export.summary import LineShown, PageShown, SectionShown
from sayso.export.words import count, day, listed
from sayso.model.diff import (
    Cause,
    Caution,
    DiscrepancyChange,
    DiscrepancyMove,
    DossierDiff,
    DossierHead,
    FindingChange,
    FindingMove,
    OutlookMove,
)
from sayso.model.enums import OutlookState

ENDED = (DiscrepancyMove.RESOLVED, DiscrepancyMove.VANISHED)
ALTERED = (DiscrepancyMove.UPDATED, DiscrepancyMove.NOT_UPDATED, DiscrepancyMove.CHANGED)
MORE = (FindingMove.SOURCED, FindingMove.MORE, FindingMove.OTHERS)
FEWER = (FindingMove.UNSOURCED, FindingMove.FEWER)
LEADS = {
    "Moved figures": "The latest value told, before and now, each with the day for which it was told.",
    "Now disputed": "Accounts that cannot all hold, and did not part before.",
    "No longer disputed": "Conflicts of the old dossier that ended.",
    "Changed accounts": "Updates, and conflicts in which other values or outlets stand now.",
    "Now corroborated": "Borne by at least two independent origins now, not before.",
    "No longer corroborated": "Borne by fewer than two independent origins now, or disputed.",
    "Deadlines": "What was said to be still to come, and what became of it.",
    "Withdrawn": "Told by a report whose newer version leaves it out.",
    "Reworded": "What a report told, and what its newer version tells instead.",
    "New": "Findings of which the old dossier has nothing, the weightiest first.",
    "Newly foretold": "Said to be still to come, and not in the old dossier.",
    "Told by more": "Findings that further outlets tell, or for which a source is named now.",
    "Told by fewer": "Findings that fewer outlets tell, or for which no source is named any more.",
    "Gone with their reports": "Told only by reports that the new dossier does not hold.",
    "Judged otherwise": "Grouped or judged otherwise beside the other reports; no report that tells them changed.",
}
NOTHING = "Nothing changed: both dossiers tell the same."
CAUTIONS = {
    Caution.NOTHING_SHARED: "Caution: the two dossiers have no report in common. Is this one story, and does the new one "
    "hold the reports of the old?",
    Caution.OTHER_VERSION: "Caution: the two dossiers were made with other versions or settings of sayso. Some changes may "
    "come from that.",
    Caution.BACKWARDS: "Caution: the new dossier looks from an earlier day than the old one. Are they the wrong way round?",
}


def diff_page(diff: DossierDiff, most: int | None = MOST) -> PageShown:
    """The page of a diff; of each section at most `most` lines, None for all."""
    heads = [f"From {_head(diff.old)} to {_head(diff.new)}"]
    heads += [NOTHING] if diff.empty else [" · ".join(_totals(diff))]
    heads += [CAUTIONS[c] for c in diff.cautions]
    if reread := diff.old.reread + diff.new.reread:
        heads.append(f"{count(reread, 'claim')} of texts that both hold were read by one dossier alone: left out here.")
    parts = [*_judged(diff), *_told(diff), *_borne(diff), *_texts(diff)]
    sections = tuple(shortened(s, most) for s in parts if s.lines)
    hints = ("Why any of this: sayso explain ID NEW.json; ids of what is gone are those of OLD.json",) if sections else ()
    return PageShown(one_line(diff.new.title), tuple(heads), sections, hints)


def _head(head: DossierHead) -> str:
    seen = f"{day(head.as_of)}, " if head.as_of else ""
    return f"{seen}{count(head.documents, 'report')} by {count(len(head.outlets), 'outlet')}"


def _totals(diff: DossierDiff) -> list[str]:
    """What there is, in the order of the sections."""
    apart = [d.change for d in _by_reports(diff.discrepancies)]
    found = [f.change for f in diff.findings if f.cause is Cause.REPORTS]
    ahead = [o.change for o in diff.outlook]
    told = (
        (len(diff.figures), "figure moved", "figures moved"),
        (apart.count(DiscrepancyMove.DISPUTED), "new conflict", "new conflicts"),
        (sum(move in ENDED for move in apart), "conflict ended", "conflicts ended"),
        (found.count(FindingMove.CORROBORATED), "newly corroborated", "newly corroborated"),
        (found.count(FindingMove.UNCORROBORATED), "no longer corroborated", "no longer corroborated"),
        (ahead.count(OutlookMove.LAPSED), "deadline lapsed", "deadlines lapsed"),
        (ahead.count(OutlookMove.MET), "met", "met"),
        (len(_withdrawn(diff)), "statement withdrawn", "statements withdrawn"),
        (found.count(FindingMove.NEW) + found.count(FindingMove.ADDED), "new finding", "new findings"),
        (found.count(FindingMove.GONE), "gone with its report", "gone with their reports"),
    )
    return [count(number, one, many) for number, one, many in told if number] or ["No figure, conflict or finding changed"]


def _judged(diff: DossierDiff) -> list[SectionShown]:
    """Figures, and accounts that part."""
    told = _by_reports(diff.discrepancies)
    return [
        _section("Moved figures", map(figure_line, diff.figures)),
        _section("Now disputed", (apart_line(d) for d in told if d.change is DiscrepancyMove.DISPUTED)),
        _section("No longer disputed", (apart_line(d) for d in told if d.change in ENDED)),
        _section("Changed accounts", (apart_line(d) for d in told if d.change in ALTERED)),
    ]


def _told(diff: DossierDiff) -> list[SectionShown]:
    """How well findings are borne, what became of what was to come, what is new."""
    due = [o for o in diff.outlook if o.change not in {OutlookMove.NEW, OutlookMove.GONE}]
    ahead = [o for o in diff.outlook if o.change is OutlookMove.NEW and o.new and o.new.state is OutlookState.OPEN]
    foretold = {o.new.finding for o in ahead if o.new}
    new = [f for f in _of(diff, FindingMove.NEW, FindingMove.ADDED) if not f.new or f.new.id not in foretold]
    return [
        _section("Now corroborated", map(finding_line, _of(diff, FindingMove.CORROBORATED))),
        _section("No longer corroborated", map(finding_line, _of(diff, FindingMove.UNCORROBORATED))),
        _section("Deadlines", map(foretold_line, due)),
        _section("Withdrawn", map(claim_line, _withdrawn(diff))),
        _section("Reworded", _reworded(diff)),
        _section("New", map(finding_line, new)),
        _section("Newly foretold", map(foretold_line, ahead)),
    ]


def _borne(diff: DossierDiff) -> list[SectionShown]:
    """Findings of both dossiers that other outlets tell now, those that went, and what was only read otherwise."""
    otherwise = [apart_line(d) for d in diff.discrepancies if d.cause is Cause.READING]
    otherwise += [finding_line(f) for f in diff.findings if f.cause is Cause.READING]
    return [
        _section("Told by more", map(finding_line, _of(diff, *MORE))),
        _section("Told by fewer", map(finding_line, _of(diff, *FEWER))),
        _section("Gone with their reports", map(finding_line, _of(diff, FindingMove.GONE))),
        _section("Judged otherwise", otherwise),
    ]


def _texts(diff: DossierDiff) -> list[SectionShown]:
    outlets = [f"new outlets: {one_line(listed(diff.gained, 12))}"] if diff.gained else []
    outlets += [f"outlets gone: {one_line(listed(diff.lost, 12))}"] if diff.lost else []
    lead = "; ".join(outlets)
    return [
        SectionShown("Reports", f"{lead[:1].upper()}{lead[1:]}." if lead else "", tuple(map(report_line, diff.documents)))
    ]


def _section(title: str, lines: Iterable[LineShown]) -> SectionShown:
    return section(title, LEADS[title], lines)


def _of(diff: DossierDiff, *moves: FindingMove) -> list[FindingChange]:
    """The findings that moved so because of what reports tell."""
    return [f for f in diff.findings if f.change in moves and f.cause is Cause.REPORTS]


def _by_reports(changes: Iterable[DiscrepancyChange]) -> list[DiscrepancyChange]:
    return [d for d in changes if d.cause is Cause.REPORTS]


def _withdrawn(diff: DossierDiff) -> list[tuple[str, str]]:
    """Outlet and words of what newer versions leave out; a claim within another's words is told once."""
    found = []
    for change in diff.documents:
        told = sorted({one_line(c.text) for c in change.withdrawn}, key=lambda t: (-len(t), t))
        whole = [t for n, t in enumerate(told) if not any(t in longer for longer in told[:n])]
        order = [one_line(c.text) for c in change.withdrawn]
        found += [(change.old.publisher, t) for t in sorted(whole, key=order.index) if change.old]
    return found


def _reworded(diff: DossierDiff) -> list[LineShown]:
    """Those whose reading differs; mere wording is counted at the report."""
    return [revised_line(r) for change in diff.documents for r in change.revised if r.differs]
