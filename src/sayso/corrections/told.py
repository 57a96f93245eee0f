"""What became of every correction, as the dossier tells it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sayso.corrections.discrepancies import same_discrepancy
from sayso.corrections.finding_again import Claims, entity_again, group_of
from sayso.model.correction import (
    UNDONE,
    Action,
    AnyTarget,
    ClaimTarget,
    Correction,
    Corrections,
    DiscrepancyTarget,
    DocumentTarget,
    EntityTarget,
    FindingTarget,
    LineTarget,
    MentionTarget,
    NameTarget,
    Outcome,
    OutletTarget,
    Unread,
)
from sayso.model.dossier_findings import Discrepancy, Finding
from sayso.model.dossier_reading import AppliedCorrection
from sayso.model.story import ReadStory

ALREADY = "the same line stands above"
LONGEST = 100  # characters of the words of one thing that are shown
_IN_MARKS = (FindingTarget, ClaimTarget, MentionTarget, NameTarget, DiscrepancyTarget)


class Seen(Struct, frozen=True):
    """The story as this run tells it."""

    read: ReadStory
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]


def told(corrections: Corrections, outcomes: Iterable[Outcome], seen: Seen) -> tuple[AppliedCorrection, ...]:
    """Every line in order, whether it stands or not, then those that could not be read."""
    became = {o.id: o for o in outcomes}
    undone = corrections.undone()
    touched = _Touched(seen) if corrections.lines else None
    shown: set[str] = set()
    rows = []
    for n, line in enumerate(corrections.lines):
        outcome = became.get(line.id) or _of_undo(line, corrections.lines[:n])
        if n in undone:
            outcome = Outcome(id=line.id, applied=False, note=f"{UNDONE} {undone[n].said}")
        elif line.id in shown:
            outcome = Outcome(id=line.id, applied=outcome.applied, note=outcome.note or ALREADY)
        if n not in undone:
            shown.add(line.id)
        touches = tuple(dict.fromkeys(touched.by(line))) if touched and outcome.applied else ()
        rows.append(_row(line, outcome, touches))
    return (*rows, *(_unread(u) for u in corrections.unread))


def in_words(targets: Sequence[AnyTarget]) -> str:
    """What a correction is about, for a reader."""
    parts = [f"“{_cut(_words(t))}”" if isinstance(t, _IN_MARKS) else _words(t) for t in targets]
    whole = (
        isinstance(targets[0], FindingTarget | EntityTarget) and len({type(t) for t in targets}) > 1 if targets else False
    )
    if whole:
        return f"{', '.join(parts[1:])} out of {parts[0]}"
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _words(target: AnyTarget) -> str:
    match target:
        case DiscrepancyTarget():
            return f"{target.words}: {' / '.join(s.value for s in target.sides)}"
        case DocumentTarget() | FindingTarget():
            return target.words
        case ClaimTarget() | MentionTarget():
            return target.text
        case EntityTarget() | NameTarget() | OutletTarget():
            return target.name
        case LineTarget():
            return f"line {target.id}"


def _row(line: Correction, outcome: Outcome, touches: tuple[str, ...]) -> AppliedCorrection:
    return AppliedCorrection(
        at=line.at, by=line.by, why=line.why, action=line.action.value, target=in_words(line.targets), id=line.id,
        value=line.value, applied=outcome.applied, note=outcome.note, touches=touches,
    )  # fmt: skip


def _unread(unread: Unread) -> AppliedCorrection:
    known = unread.found.get
    return AppliedCorrection(
        at=known("at", ""), by=known("by", ""), why=known("why", ""), action=known("action", "unknown"),
        target=f"line {unread.number} of {unread.file}", id=known("id", ""), applied=False, note=unread.reason,
    )  # fmt: skip


def _of_undo(line: Correction, earlier: Sequence[Correction]) -> Outcome:
    """What became of a line that no stage applies: an undo, which needs an earlier line."""
    known = {c.id for c in earlier}
    if line.action is Action.UNDO and any(isinstance(t, LineTarget) and t.id in known for t in line.targets):
        return Outcome(id=line.id, applied=True)
    return Outcome(id=line.id, applied=False, note="there is no such earlier line")


class _Touched:
    """Looks for the things of a dossier that a correction bears on."""

    def __init__(self, seen: Seen) -> None:
        self._seen, self._claims = seen, Claims(seen.read.claims)
        self._number = {c: n for n, f in enumerate(seen.findings) for c in f.claims}

    def by(self, line: Correction) -> Iterator[str]:
        """Ids of documents, entities, findings and discrepancies."""
        for target in line.targets:
            yield from self._of(target)

    def _of(self, target: AnyTarget) -> Iterator[str]:
        seen = self._seen
        match target:
            case DocumentTarget():
                yield from (d.id for d in seen.read.documents if d.sha256 == target.sha256)
            case OutletTarget():
                yield from (d.id for d in seen.read.documents if d.publisher.casefold() == target.name.casefold())
            case FindingTarget():
                yield from self._finding(target.claims)
            case ClaimTarget():
                yield from self._finding((target,))
            case DiscrepancyTarget():
                yield from (d.id for d in seen.discrepancies if same_discrepancy(d, target, self._claims))
                for side in target.sides:
                    yield from self._finding(side.claims)
            case EntityTarget() if (entity := entity_again(target, seen.read.resolution)) is not None:
                yield entity.id
            case NameTarget():
                name = target.name.casefold()
                yield from (e.id for e in seen.read.resolution.entities if name in {a.casefold() for a in e.aliases})
            case MentionTarget():
                found = seen.read.resolution.of.get((target.document, target.start, target.end))
                yield from (found,) if found else ()

    def _finding(self, claims: Iterable[ClaimTarget]) -> Iterator[str]:
        number = group_of(self._claims.all_again(claims), self._number)
        if number is not None:
            yield self._seen.findings[number].id
