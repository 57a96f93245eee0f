"""The lines of what changed between two dossiers: one change in words, with what stood before and what stands now."""

from sayso.export.plain import one_line
from sayso.export.summary import LineShown, TableShown
from sayso.export.words import count, day, days, listed
from sayso.model.diff import (
    Cause,
    ClaimTold,
    DiscrepancyChange,
    DiscrepancyMove,
    DocumentChange,
    DocumentMove,
    FigureChange,
    FigureTold,
    FindingChange,
    FindingMove,
    FindingTold,
    OutlookChange,
    OutlookMove,
    OutlookTold,
    Revision,
)
from sayso.model.enums import Modality, Status

_STATUS = {
    Status.CORROBORATED: "corroborated", Status.SINGLE_ORIGIN: "one origin", Status.UNSOURCED: "no source named",
    Status.DISPUTED: "disputed",
}  # fmt: skip
_MOVED = {
    DiscrepancyMove.DISPUTED: "", DiscrepancyMove.RESOLVED: "the accounts can all hold now",
    DiscrepancyMove.VANISHED: "", DiscrepancyMove.UPDATED: "now an update",
    DiscrepancyMove.NOT_UPDATED: "no longer an update", DiscrepancyMove.CHANGED: "other values or outlets",
}  # fmt: skip
_DIFFERS = {"number": "another number", "time": "another time", "denial": "denied or no longer denied",
            "modality": "another degree of sureness", "voice": "another voice"}  # fmt: skip


def figure_line(change: FigureChange) -> LineShown:
    """A figure with its latest values before and now."""
    about = one_line(change.about).removeprefix("number of ")
    rows = [*_values("before", change.old), *_values("now", change.new)]
    table = TableShown(("", "Value", "Day", "Told by"), tuple(rows), strong=1)
    known = [told.id for told in (change.new, change.old) if told and told.id]
    return LineShown(about[:1].upper() + about[1:], "", id=known[0] if known else None, table=table)


def _values(when: str, told: FigureTold | None) -> list[tuple[str, ...]]:
    if told is None:
        return [(when, "not told", "", "")]
    seen = day(told.day) if told.day else "day unknown"
    rows = [(one_line(v.told), seen, one_line(listed(v.outlets))) for v in told.values]
    return [("" if n else when, *row) for n, row in enumerate(rows)]


def apart_line(change: DiscrepancyChange) -> LineShown:
    """A difference between accounts; the values before stand beside those of now where both dossiers have it."""
    shown = change.new or change.old
    if shown is None:
        return LineShown("", "")
    nature = f"{shown.verdict.value} of {shown.kind.value}, between {shown.between.value}".replace(
        "between one", "within one"
    )
    behind = "; ".join(w for w in (nature, _MOVED[change.change], _reason(change)) if w)
    both = change.old is not None and change.new is not None
    rows = []
    for when, told in (("before", change.old), ("now", change.new)):
        for n, side in enumerate(told.sides if told else ()):
            mark = ("" if n else when,) if both else ()
            rows.append((*mark, one_line(side.value), one_line(listed(side.outlets))))
    heads = (*(("",) if both else ()), "Account", "Told by")
    return LineShown(one_line(shown.question), behind, id=shown.id, table=TableShown(heads, tuple(rows), strong=int(both)))


def _reason(change: DiscrepancyChange) -> str:
    arose, ended = change.change is DiscrepancyMove.DISPUTED, change.change is DiscrepancyMove.VANISHED
    if change.cause is Cause.READING:
        return "now set side by side" if arose else "no longer set side by side" if ended else ""
    return "a report that told it changed or is gone" if ended else ""


def finding_line(change: FindingChange) -> LineShown:
    """A finding with who tells it and what bore it before and bears it now."""
    told = change.new or change.old
    if told is None:
        return LineShown("", "")
    parts = [one_line(listed(told.outlets)), _borne(told)]
    if change.old and change.new:
        parts = [one_line(listed(told.outlets))]
        parts += [f"new: {one_line(listed(change.gained))}"] if change.gained else []
        parts += [f"no longer: {one_line(listed(change.left))}"] if change.left else []
        before, now = _borne(change.old), _borne(change.new)
        parts.append(now if before == now else f"{now}, before: {before}")
    if change.change is FindingMove.ADDED:
        parts.append("added to a report")
    return LineShown(one_line(told.headline), " · ".join(parts), id=told.id)


def _borne(told: FindingTold) -> str:
    """On whose word a finding is told."""
    if told.status is Status.CORROBORATED:
        return f"{count(told.independent, 'independent origin')}: {one_line(listed(told.origins, 3))}"
    if told.origins and told.status is not Status.UNSOURCED:
        word = "on its own word" if told.origins == told.outlets else f"on the word of {one_line(listed(told.origins, 3))}"
        return f"disputed, {word}" if told.status is Status.DISPUTED else word
    return _STATUS[told.status]


def foretold_line(change: OutlookChange) -> LineShown:
    """What was to come and what became of it."""
    told = change.new or change.old
    if told is None:
        return LineShown("", "")
    return LineShown(
        one_line(told.statement), " · ".join([*_became(change, told), one_line(listed(told.outlets))]), id=told.finding
    )


def _became(change: OutlookChange, told: OutlookTold) -> list[str]:
    known = told.horizon.start or told.horizon.end
    due = f"due {days(told.horizon.start, told.horizon.end)}" if known else "no day named"
    match change.change:
        case OutlookMove.LAPSED:
            return [f"lapsed: {due}, and nothing was told of it"]
        case OutlookMove.MET:
            by = told.met_by
            return [f"met: {one_line(by.publisher)} tells “{one_line(by.text)}”" if by else "met"]
        case OutlookMove.POSTPONED:
            before = days(change.old.horizon.start, change.old.horizon.end) if change.old else ""
            return [f"{due}, before: {before}"]
        case OutlookMove.REOPENED:
            return [f"open again: {due}"]
        case _:
            sure = [] if told.modality in {Modality.ASSERTED, Modality.PREDICTED} else [told.modality.value]
            return [due, *sure] if known else sure


def claim_line(told: ClaimTold) -> LineShown:
    """What a report no longer tells, and on whose word it told it."""
    word = [f"on the word of {one_line(told.voices[-1])}"] if told.voices else []
    return LineShown(f"“{one_line(told.text)}”", " · ".join([one_line(told.publisher), *word]))


def revised_line(revision: Revision) -> LineShown:
    """A claim before and now."""
    rows = (("before", one_line(revision.old.text)), ("now", one_line(revision.new.text)))
    differs = listed([_DIFFERS[d] for d in revision.differs])
    return LineShown(
        f"{one_line(revision.new.publisher)}: {differs}", "", id=revision.new.id, table=TableShown(("", "Words"), rows)
    )


def report_line(change: DocumentChange) -> LineShown:
    """A document that is new, gone or changed."""
    told = change.new or change.old
    if told is None:
        return LineShown("", "")
    title = f"“{one_line(told.title)}”" if told.title else "untitled"
    when = days(told.published.start, told.published.end)
    behind = f"{when} · {count(told.claims, 'claim')}"
    if change.change is DocumentMove.CHANGED:
        reworded = sum(1 for r in change.revised if not r.differs)
        numbers = (
            (change.kept, "claim kept", "claims kept"), (len(change.added), "added", "added"),
            (len(change.withdrawn), "withdrawn", "withdrawn"),
            (len(change.revised) - reworded, "reworded in substance", "reworded in substance"),
            (reworded, "in wording only", "in wording only"),
        )  # fmt: skip
        behind = ", ".join(count(n, one, many) for n, one, many in numbers if n)
        if change.old and change.old.title != told.title:
            behind += f" · title before: “{one_line(change.old.title or 'untitled')}”"
    return LineShown(f"{change.change.value}: {one_line(told.publisher)}, {title}", behind, id=told.id)
