"""Findings as the page shows them: cards for what is told by several, rows for what one outlet tells."""

from dataclasses import dataclass

from sayso.export import anchors, words
from sayso.export.lookup import COUNTED, Lookup
from sayso.export.page_evidence import Chip, Told, chips, told
from sayso.export.page_layers import shared
from sayso.export.page_words import BASIS, STATUS, dated, verdict
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Finding, Origin
from sayso.model.enums import OriginBasis, Status

_OPEN = 40  # findings of several outlets that are shown open; disputed and corroborated ones come first
_MOST = 400  # entities offered as a filter


@dataclass(frozen=True)
class Root:
    """One origin: who, on what it rests, whether it counts, and what was folded into it."""

    name: str
    href: str | None
    basis: str
    counts: bool
    why: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """One finding; `keys` are the numbers of its status, outlets and entities in the filters."""

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


@dataclass(frozen=True)
class Choice:
    """One value of a filter and how many findings it leaves."""

    value: str
    text: str
    count: int


@dataclass(frozen=True)
class Findings:
    """Cards in the order of reading, those that are folded, rows told by one outlet, and what they can be filtered by."""

    cards: tuple[Card, ...]
    further: tuple[Card, ...]
    rows: tuple[Card, ...]
    states: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    entities: tuple[Choice, ...]


def findings(look: Lookup) -> Findings:
    """All findings of a dossier: disputed, corroborated, one origin of several outlets, the rest; then told by one."""
    keyed = _Keys(look)
    many = [f for f in look.dossier.findings if shared(f)]
    order = list(STATUS)
    many.sort(key=lambda f: (order.index(f.status), -len(f.outlets)))
    cards = tuple(keyed.card(f) for f in many)
    return Findings(
        cards[:_OPEN], cards[_OPEN:], tuple(keyed.card(f) for f in look.dossier.findings if not shared(f)),
        keyed.states(), keyed.outlets(), keyed.entities(),
    )  # fmt: skip


class _Keys:
    """Numbers outlets and entities, so that a finding names those of its own in few characters."""

    def __init__(self, look: Lookup) -> None:
        self._look = look
        self._of = {f.id: self._told_of(f) for f in look.dossier.findings}
        self._outlet_count: dict[str, int] = {}
        self._entity_count: dict[str, int] = {}
        for finding in look.dossier.findings:
            for outlet in finding.outlets:
                self._outlet_count[outlet] = self._outlet_count.get(outlet, 0) + 1
            for entity in self._of[finding.id]:
                self._entity_count[entity] = self._entity_count.get(entity, 0) + 1
        self._outlet = {o: str(n) for n, o in enumerate(sorted(self._outlet_count, key=str.lower))}
        known = sorted((e for e in self._entity_count if self._entity_count[e] > 1), key=lambda e: -self._entity_count[e])
        named = sorted(known[:_MOST], key=lambda e: (one_line(look.name(e)).lower(), e))
        self._entity = {e: str(n) for n, e in enumerate(named)}

    def _told_of(self, finding: Finding) -> list[str]:
        """The entities that take part in a finding's claims or speak in them."""
        claims = self._look.told(finding.claims)
        found = [p.entity for c in claims for p in c.participants] + [
            v.entity for c in claims for v in c.attribution if v.entity
        ]
        return [e for e in dict.fromkeys(found) if e in self._look.entities]

    def states(self) -> tuple[Choice, ...]:
        """The statuses that occur."""
        all_of = [f.status for f in self._look.dossier.findings]
        return tuple(Choice(s.value, STATUS[s], all_of.count(s)) for s in STATUS if s in all_of)

    def outlets(self) -> tuple[Choice, ...]:
        """The outlets that tell a finding, by name."""
        return tuple(Choice(n, one_line(o), self._outlet_count[o]) for o, n in self._outlet.items())

    def entities(self) -> tuple[Choice, ...]:
        """The entities of more than one finding, by name."""
        return tuple(Choice(n, one_line(self._look.name(e)), self._entity_count[e]) for e, n in self._entity.items())

    def card(self, finding: Finding) -> Card:
        """One finding with its evidence."""
        look = self._look
        keys = [finding.status.value, ",".join(self._outlet[o] for o in finding.outlets)]
        keys.append(",".join(self._entity[e] for e in self._of[finding.id] if e in self._entity))
        named = [o for o in finding.origins if o.basis is not OriginBasis.UNSOURCED]
        silent = {one_line(o.name) for o in finding.origins if o.basis is OriginBasis.UNSOURCED}
        apart = [d for d in look.dossier.discrepancies if d.finding == finding.id]
        return Card(
            id=finding.id, statement=one_line(finding.statement), cite=_clearest(look, finding), status=finding.status,
            label=STATUS[finding.status], outlets=chips(look, finding.claims),
            independent=words.count(finding.independent, "independent origin") if finding.independent else _none(named),
            roots=tuple(_root(look, o) for o in named), silent=tuple(sorted(silent, key=str.lower)),
            apart=tuple(Chip(verdict(d), f"#{anchors.discrepancy(d.id)}") for d in apart),
            evidence=told(look, finding.claims), passages=len(look.told(finding.claims)), keys=" ".join(keys),
        )  # fmt: skip


def _none(named: list[Origin]) -> str:
    return "no independent origin" if named else "no source named"


def _clearest(look: Lookup, finding: Finding) -> str:
    """The address of the claim whose words are the statement."""
    claims = look.told(finding.claims)
    claim = next((c for c in claims if c.text == finding.statement), claims[0] if claims else None)
    return f"#{anchors.claim(claim.id)}" if claim else ""


def _root(look: Lookup, origin: Origin) -> Root:
    known = any(s.id == origin.source for s in look.dossier.sources)
    why = tuple(dict.fromkeys(map(dated, origin.why)))
    return Root(
        one_line(origin.name), f"#{anchors.source(origin.source)}" if known else None, BASIS[origin.basis],
        origin.basis in COUNTED, why,
    )  # fmt: skip
