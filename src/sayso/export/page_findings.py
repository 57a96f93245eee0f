"""Findings as the page shows them: cards for what several outlets tell, rows for what one outlet tells."""

from dataclasses import dataclass

from sayso.export import anchors
from sayso.export.decisions import sentence, touching
from sayso.export.lookup import Lookup, headline
from sayso.export.page_evidence import Chip, Told, chips, told
from sayso.export.page_filters import Filters
from sayso.export.page_layers import shared
from sayso.export.page_origins import Root, counted, roots
from sayso.export.page_words import STATUS, verdict
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Finding
from sayso.model.enums import OriginBasis, Status

_OPEN = 40  # findings of several outlets that are shown open; disputed and corroborated ones come first
_QUOTED = 200  # of these the page repeats words and reasons; of the others it links to the words in the documents


@dataclass(frozen=True)
class Card:
    """One finding that several outlets tell; `keys` are its values in the filters.

    `cite` is the claim of the statement, empty where the first chip leads there; `evidence` is empty in the later cards of
    a long story, whose chips lead to every claim instead.
    """

    id: str
    statement: str
    cite: str
    status: Status
    label: str
    outlets: tuple[Chip, ...]
    independent: str
    roots: tuple[Root, ...]
    silent: tuple[str, ...]
    apart: tuple[Chip, ...]
    evidence: tuple[Told, ...]
    passages: int
    keys: str
    decided: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One finding that one outlet tells: its words lead to their place."""

    id: str
    statement: str
    href: str
    status: Status
    support: str
    keys: str


@dataclass(frozen=True)
class Findings:
    """Cards in the order of reading, those that are folded, rows by outlet, and what they can be filtered by."""

    cards: tuple[Card, ...]
    further: tuple[Card, ...]
    rows: tuple[tuple[str, tuple[Row, ...]], ...]
    filters: Filters

    @property
    def told_by_one(self) -> int:
        """How many findings one outlet tells alone."""
        return sum(len(rows) for _, rows in self.rows)


def findings(look: Lookup) -> Findings:
    """All findings of a dossier: disputed, corroborated, one origin of several outlets, the rest; then told by one."""
    filters, order = Filters(look), list(STATUS)
    many = sorted((f for f in look.dossier.findings if shared(f)), key=lambda f: (order.index(f.status), -len(f.outlets)))
    cards = tuple(_card(look, f, filters.of(f), n < _QUOTED) for n, f in enumerate(many))
    rows: dict[str, list[Row]] = {}
    for finding in look.dossier.findings:
        if not shared(finding):
            outlet = one_line(", ".join(finding.outlets))
            rows.setdefault(outlet, []).append(_row(look, finding, filters.of(finding)))
    by_outlet = tuple((outlet, tuple(rows[outlet])) for outlet in sorted(rows, key=str.lower))
    return Findings(cards[:_OPEN], cards[_OPEN:], by_outlet, filters)


def _card(look: Lookup, finding: Finding, keys: str, quoted: bool) -> Card:
    shown = roots(look, finding)
    silent = {one_line(o.name) for o in finding.origins if o.basis is OriginBasis.UNSOURCED}
    apart = [d for d in look.dossier.discrepancies if d.finding == finding.id]
    outlets = chips(look, finding.claims) if quoted else _places(look, finding)
    cite = _clearest(look, finding)
    return Card(
        id=finding.id, statement=headline(finding), status=finding.status, label=STATUS[finding.status],
        cite="" if outlets and outlets[0].href == cite else cite, outlets=outlets,
        independent=counted(finding, shown), roots=shown, silent=tuple(sorted(silent, key=str.lower)),
        apart=tuple(Chip(verdict(d), f"#{anchors.discrepancy(d.id)}", d.verdict.value) for d in apart),
        evidence=told(look, finding.claims) if quoted else (), passages=len(look.told(finding.claims)), keys=keys,
        decided=tuple(sentence(c) for c in touching(look.dossier, finding.id) if c.applied),
    )  # fmt: skip


def _row(look: Lookup, finding: Finding, keys: str) -> Row:
    named = dict.fromkeys(one_line(o.name) for o in finding.origins if o.basis is not OriginBasis.UNSOURCED)
    support = f"{STATUS[finding.status]}: {', '.join(named)}" if named else STATUS[finding.status]
    return Row(finding.id, headline(finding), _clearest(look, finding), finding.status, support, keys)


def _places(look: Lookup, finding: Finding) -> tuple[Chip, ...]:
    """A link to every claim, by outlet."""
    return tuple(Chip(one_line(look.outlet(c)), f"#{anchors.claim(c.id)}") for c in look.told(finding.claims))


def _clearest(look: Lookup, finding: Finding) -> str:
    """The address of the claim whose words are the statement."""
    claims = look.told(finding.claims)
    claim = next((c for c in claims if c.text == finding.statement), claims[0] if claims else None)
    return f"#{anchors.claim(claim.id)}" if claim else ""
