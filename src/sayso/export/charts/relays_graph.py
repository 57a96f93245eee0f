"""Who relays whom, as a graph: sources on one side, outlets on the other, copies folded into the outlet they copy."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.export.charts.svg import plain
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import DossierReuse, DossierSource
from sayso.model.enums import OriginBasis, ReuseKind

MOST_SOURCES = 12
MOST_OUTLETS = 24
_SHARED = 9  # places kept for sources that several outlets relay
_UNDIRECTED = "direction unknown"  # how the stage that finds reuse says that it cannot tell who took from whom
_TACIT = frozenset({OriginBasis.NAMED, OriginBasis.PROBABLE_RELAY, OriginBasis.FIRST_HAND})


@dataclass(frozen=True)
class Outlet:
    """An outlet with its documents (first one first), and those of others that copy it and are folded into it."""

    name: str
    documents: tuple[str, ...]
    copies: tuple[str, ...]


@dataclass(frozen=True)
class Relay:
    """How many claims an outlet has from a source: naming it, and without naming it."""

    source: str
    outlet: str
    named: int
    tacit: int

    @property
    def claims(self) -> int:
        """All of them."""
        return self.named + self.tacit


@dataclass(frozen=True)
class Taking:
    """One outlet takes from another: words (`kind`, `share` of its text), claims that it credits (`claims`), or both."""

    giver: str
    taker: str
    kind: ReuseKind | None
    share: float
    claims: int
    directed: bool


@dataclass(frozen=True)
class Graph:
    """What is drawn, sources and outlets unordered as yet; `more_*` count what is left out."""

    sources: tuple[DossierSource, ...]
    outlets: tuple[Outlet, ...]
    relays: tuple[Relay, ...]
    takings: tuple[Taking, ...]
    more_sources: int
    more_outlets: int

    def reach(self, source: str) -> int:
        """How many of the drawn outlets relay a source."""
        return sum(1 for r in self.relays if r.source == source)


def graph(look: Lookup) -> Graph | None:
    """The graph of the most telling sources, or None where there are not two outlets or no source."""
    home, copies = _homes(look)
    outlets = _outlets(look, home, copies)
    relays = _relays(look, home)
    takings = _takings(look, home)
    kept = _busiest(outlets, relays, takings)
    names = {o.name for o in kept}
    relays = [r for r in relays if r.outlet in names]
    sources = _telling(look, relays)
    if len(outlets) < 2 or not (sources or takings):
        return None
    chosen = {s.id for s in sources}
    return Graph(
        tuple(sources), tuple(kept), tuple(r for r in relays if r.source in chosen),
        tuple(t for t in takings if t.giver in names and t.taker in names),
        len({r.source for r in relays}) - len(sources), len(outlets) - len(kept),
    )  # fmt: skip


def _homes(look: Lookup) -> tuple[dict[str, str], dict[str, str]]:
    """The outlet under which each document is drawn, and the document of which each folded one is a copy."""
    giver = {
        r.taker: r.giver for r in sorted(look.dossier.reuse, key=lambda r: (r.share, r.giver)) if r.kind is ReuseKind.COPY
    }
    copies: dict[str, str] = {}
    for document in look.documents:
        root, seen = document, [document]
        while root in giver and giver[root] not in seen and giver[root] in look.documents:
            root = giver[root]
            seen.append(root)
        if giver.get(root) in seen:  # a ring of copies: any one may stand for it
            root = min(seen[seen.index(giver[root]) :])
        if root != document:
            copies[document] = root
    return {d: plain(look.documents[copies.get(d, d)].publisher) for d in look.documents}, copies


def _outlets(look: Lookup, home: Mapping[str, str], copies: Mapping[str, str]) -> list[Outlet]:
    own: defaultdict[str, list[str]] = defaultdict(list)
    folded: defaultdict[str, list[str]] = defaultdict(list)
    for document in sorted(look.documents, key=lambda d: (look.documents[d].published.start or "", d)):
        (folded if document in copies else own)[home[document]].append(document)
    return [Outlet(name, tuple(own[name]), tuple(folded[name])) for name in sorted(own)]


def _relays(look: Lookup, home: Mapping[str, str]) -> list[Relay]:
    """Claims by source and outlet. A copy's claims are its giver's, and what an outlet says itself is no relay."""
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    tacit: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    names = {plain(look.documents[d].publisher) for d in home}
    outside = {s.id for s in look.dossier.sources if plain(s.name) not in names}
    own = {d for d in home if home[d] == plain(look.documents[d].publisher)}
    for s in look.dossier.sources:
        for c in s.cited_by:
            if s.id in outside and c.document in own:
                named[s.id, home[c.document]] |= set(c.claims)
    for f in look.dossier.findings:
        for o in f.origins:
            if o.source in outside and o.basis in _TACIT:
                for claim in look.told(o.claims):
                    if claim.document in own and claim.id not in named[o.source, home[claim.document]]:
                        tacit[o.source, home[claim.document]].add(claim.id)
    pairs = sorted(k for k in named.keys() | tacit.keys() if named.get(k) or tacit.get(k))
    return [Relay(s, o, len(named.get((s, o), ())), len(tacit.get((s, o), ()))) for s, o in pairs]


def _takings(look: Lookup, home: Mapping[str, str]) -> list[Taking]:
    """Words taken and outlets credited between outlets of the story, the largest first; of each taker the largest."""
    found: dict[str, Taking] = {}
    for r in sorted(look.dossier.reuse, key=lambda r: (-r.share, r.giver, r.taker)):
        if r.giver in home and r.taker in home and home[r.giver] != home[r.taker]:
            found.setdefault(home[r.taker], _words_taken(r, home))
    credited: defaultdict[tuple[str, str], int] = defaultdict(int)
    for s in look.dossier.sources:
        for c in s.cited_by:
            giver, taker = plain(s.name), home.get(c.document)
            if taker and giver in set(home.values()) and giver != taker:
                credited[giver, taker] += len(c.claims)
    taken = {(t.giver, t.taker) for t in found.values()}
    out = [replace(t, claims=credited.get((t.giver, t.taker), 0)) for t in found.values()]
    out += [Taking(g, t, None, 0.0, n, directed=True) for (g, t), n in credited.items() if (g, t) not in taken]
    return sorted(out, key=lambda t: (-t.share, -t.claims, t.giver, t.taker, t.kind.value if t.kind else ""))


def _words_taken(r: DossierReuse, home: Mapping[str, str]) -> Taking:
    return Taking(home[r.giver], home[r.taker], r.kind, r.share, 0, directed=not r.why.startswith(_UNDIRECTED))


def _busiest(outlets: list[Outlet], relays: Iterable[Relay], takings: Iterable[Taking]) -> list[Outlet]:
    weight: defaultdict[str, float] = defaultdict(float)
    for r in relays:
        weight[r.outlet] += r.claims
    for t in takings:
        weight[t.giver] += 20 * t.share + t.claims
        weight[t.taker] += 20 * t.share + t.claims
    return sorted(outlets, key=lambda o: (-weight[o.name] - 20 * len(o.copies), o.name))[:MOST_OUTLETS]


def _telling(look: Lookup, relays: list[Relay]) -> list[DossierSource]:
    """First sources that several outlets relay, then the foremost of each outlet that has none yet, then the most cited."""
    by: defaultdict[str, list[Relay]] = defaultdict(list)
    for r in relays:
        by[r.source].append(r)
    known = {s.id: s for s in look.dossier.sources}
    ranked = sorted(
        by, key=lambda s: (-sum(1 for r in by[s] if r.named), -len(by[s]), -sum(r.claims for r in by[s]), known[s].name, s)
    )
    alone = sorted(ranked, key=lambda s: (-sum(r.named for r in by[s]), known[s].name, s))
    chosen = [s for s in ranked if len(by[s]) > 1][:_SHARED]
    for source in alone:
        covered = {r.outlet for s in chosen for r in by[s]}
        if len(chosen) < MOST_SOURCES and any(r.outlet not in covered for r in by[source]):
            chosen.append(source)
    chosen += [s for s in ranked if s not in chosen][: max(MOST_SOURCES - len(chosen), 0)]
    return [known[s] for s in chosen]
