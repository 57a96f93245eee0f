"""Discrepancies as the page shows them: the sides beside each other, with the words in which they part."""

from dataclasses import dataclass
from functools import partial

from sayso.export import anchors
from sayso.export.lookup import Lookup
from sayso.export.page_differs import differing
from sayso.export.page_evidence import Chip, Told, chips, told
from sayso.export.page_words import dated, headed, sentence, verdict
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Discrepancy, Side
from sayso.model.dossier_texts import DossierClaim
from sayso.model.enums import DiscrepancyKind, Verdict

_GROUPS = (
    (Verdict.CONFLICT, "Cannot hold together"),
    (Verdict.UPDATE, "Moved as the story went on"),
    (Verdict.COMPATIBLE, "Worded differently, can hold together"),
    (Verdict.AGREE, "Agree"),
)


@dataclass(frozen=True)
class SideView:
    """One value, large, with who holds it and in what words; `reads` is how it was understood, where that is not plain."""

    value: str
    reads: str | None
    outlets: tuple[Chip, ...]
    evidence: tuple[Told, ...]


@dataclass(frozen=True)
class ApartView:
    """One discrepancy."""

    id: str
    about: str
    verdict: str
    within: bool
    why: str
    finding: str | None
    sides: tuple[SideView, ...]


@dataclass(frozen=True)
class ApartGroup:
    """Discrepancies of one verdict, told under one title."""

    verdict: Verdict
    title: str
    items: tuple[ApartView, ...]


def discrepancies(look: Lookup) -> tuple[ApartGroup, ...]:
    """Conflicts, then updates, then what can hold together; groups without any are left out."""
    groups = []
    for kind, title in _GROUPS:
        items = tuple(_view(look, d) for d in look.dossier.discrepancies if d.verdict is kind)
        if items:
            groups.append(ApartGroup(kind, title, items))
    return tuple(groups)


def _view(look: Lookup, apart: Discrepancy) -> ApartView:
    finding = f"#{anchors.finding(apart.finding)}" if apart.finding in look.findings and apart.finding else None
    sides = tuple(_side(look, apart, s) for s in apart.sides)
    about = headed(apart.question)
    within = apart.between.value == "one document"
    confirmed = f" Confirmed by {one_line(apart.confirmed)}." if apart.confirmed else ""
    why = sentence(apart.why) + confirmed
    return ApartView(apart.id, about, verdict(apart, order=True), within, why, finding, sides)


def _widest(look: Lookup, side: Side) -> list[str]:
    """The claims of a side without those that lie within another of them: the whole clause tells more."""
    claims = look.told(side.claims)

    def within(a: DossierClaim, b: DossierClaim) -> bool:
        return a.document == b.document and b.start <= a.start and a.end <= b.end and (a.end - a.start) < (b.end - b.start)

    return [a.id for a in claims if not any(within(a, b) for b in claims)]


def _side(look: Lookup, apart: Discrepancy, side: Side) -> SideView:
    reads = dated(side.reads) if side.reads and apart.kind is DiscrepancyKind.DATE else None
    evidence = told(look, _widest(look, side), partial(differing, look, apart, side))
    return SideView(one_line(side.value), reads, chips(look, side.claims), evidence)
