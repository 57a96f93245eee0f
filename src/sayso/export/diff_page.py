"""What changed between two dossiers, worded for a reader: the sections, and the lines that most matter in each."""

from collections.abc import Iterable

from sayso.export.choosing import MOST, plain, section, shortened
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
    ClaimTold,
    DiscrepancyChange,
    DiscrepancyMove,
    DossierDiff,
    DossierHead,
    FindingChange,
    FindingMove,
    OutlookMove,
    Revision,
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
TOTALS = {
    "Moved figures": ("figure moved", "figures moved"),
    "Now disputed": ("new conflict", "new conflicts"),
    "No longer disputed": ("conflict ended", "conflicts ended"),
    "Now corroborated": ("newly corroborated", "newly corroborated"),
    "No longer corroborated": ("no longer corroborated", "no longer corroborated"),
    "lapsed": ("deadline lapsed", "deadlines lapsed"),
    "met": ("foretelling met", "foretellings met"),
    "Withdrawn": ("statement withdrawn", "statements withdrawn"),
    "Reworded": ("reworded", "reworded"),
    "New": ("new statement", "new statements"),
    "Newly foretold": ("newly foretold", "newly foretold"),
    "Told by more": ("told by more", "told by more"),
    "Gone with their reports": ("gone with its report", "gone with their reports"),
}
HINT = "Why any of this: sayso explain ID NEW.json; ids of what is gone are those of OLD.json"
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
    parts = [s for s in (*_judged(diff), *_told(diff), *_borne(diff), *_texts(diff)) if s.lines]
    heads = [f"From {_head(diff.old)} to {_head(diff.new)}", NOTHING if diff.empty else _totals(diff, parts)]
    heads += [CAUTIONS[c] for c in diff.cautions]
    if reread := diff.old.reread + diff.new.reread:
        heads.append(f"{count(reread, 'claim')} of texts that both hold were read by one dossier alone: left out here.")
    sections = tuple(shortened(s, most) for s in parts)
    return PageShown(one_line(diff.new.title), tuple(heads), sections, (HINT,) if sections else ())


def _head(head: DossierHead) -> str:
    seen = f"{day(head.as_of)}, " if head.as_of else ""
    return f"{seen}{count(head.documents, 'report')} by {count(len(head.outlets), 'outlet')}"


def _totals(diff: DossierDiff, sections: Iterable[SectionShown]) -> str:
    """How many lines there are of what matters, in the order of the sections."""
    lines = {s.title: len(s.lines) for s in sections}
    ahead = [o.change for o in diff.outlook]
    numbers = {title: lines.get(title, 0) for title in TOTALS}
    numbers |= {"lapsed": ahead.count(OutlookMove.LAPSED), "met": ahead.count(OutlookMove.MET)}
    told = [count(numbers[title], one, many) for title, (one, many) in TOTALS.items() if numbers[title]]
    return " · ".join(told) or "No figure, conflict or finding changed."


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
    known = {plain(f.new.headline) for f in diff.findings if f.old and f.new}
    new = [
        f
        for f in _of(diff, FindingMove.NEW, FindingMove.ADDED)
        if f.new and f.new.id not in foretold and plain(f.new.headline) not in known
    ]
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
    outlets += [f"{one_line(r.old)} is now called {one_line(r.new)}" for r in diff.renamed]
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


def _withdrawn(diff: DossierDiff) -> list[ClaimTold]:
    """What newer versions leave out, in the order of the text; a claim within another's words is told once."""
    lost = [c for change in diff.documents for c in change.withdrawn]
    return [c for c in lost if not any(_inside(c, other) for other in lost)]


def _inside(part: ClaimTold, whole: ClaimTold) -> bool:
    return part.document == whole.document and part.text in whole.text and len(part.text) < len(whole.text)


def _reworded(diff: DossierDiff) -> list[LineShown]:
    """Those whose reading differs, each with its longest words; mere wording is counted at the report."""
    found = [r for change in diff.documents for r in change.revised if r.differs]
    return [revised_line(r) for r in found if not any(_within(r, other) for other in found)]


def _within(part: Revision, whole: Revision) -> bool:
    """True for a claim inside the words of another one that was reworded too."""
    pairs = ((part.old.text, whole.old.text), (part.new.text, whole.new.text))
    same = part.old.document == whole.old.document and part.old.id != whole.old.id
    return same and all(a in b for a, b in pairs) and any(len(a) < len(b) for a, b in pairs)
