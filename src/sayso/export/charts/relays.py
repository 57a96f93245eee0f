"""Who relays whom, as a chart: the sources that outlets rest on, and what outlets take from each other."""

from sayso.export import anchors
from sayso.export.charts.chart import Cell, Chart, drawn
from sayso.export.charts.relays_draw import KINDS, TAKEN, Relays
from sayso.export.charts.relays_graph import Graph, Relay, Taking, graph
from sayso.export.charts.svg import plain
from sayso.export.lookup import Lookup
from sayso.export.words import count

TITLE = "Who relays whom"
COLUMNS = ("From", "Kind", "Told by", "Claims", "How")


def relay_chart(look: Lookup) -> Chart | None:
    """The graph of relays, or None where there are not two outlets or nothing is relayed."""
    known = graph(look)
    if known is None:
        return None
    summary = _summary(known)
    return Chart(
        TITLE, summary, drawn(TITLE, summary, lambda form: Relays(look, known, form).draw()), COLUMNS, tuple(_rows(known))
    )


def _summary(known: Graph) -> str:
    """The source that most outlets rest on, how many rest on one outlet alone, the largest taking, folded copies."""
    parts = []
    reach = {s.id: known.reach(s.id) for s in known.sources}
    widest = max(reach.values(), default=0)
    top = [plain(s.name) for s in known.sources if reach[s.id] == widest]
    shared = sum(1 for n in reach.values() if n > 1)
    if widest > 1:
        others = f" (so {'is' if len(top) == 2 else 'are'} {' and '.join(top[1:3])})" if 1 < len(top) <= 3 else ""
        parts.append(f"{top[0]} is relayed by {widest} of {count(len(known.outlets), 'outlet')}{others}")
        several = "all" if shared == len(known.sources) else str(shared)
        speak = "speaks" if shared == 1 else "speak"
        parts.append(f"of the {len(known.sources)} sources drawn {several} {speak} in more than one")
    elif known.sources:
        parts.append(f"None of the {count(len(known.sources), 'source')} drawn is relayed by more than one outlet")
    taken = next((t for t in known.takings if t.share), None)
    if taken and taken.directed:
        parts.append(f"{taken.taker} takes {round(100 * taken.share)}% of its text from {taken.giver}")
    elif taken:
        parts.append(f"{taken.taker} and {taken.giver} share {round(100 * taken.share)}% of a text")
    folded = sum(len(o.copies) for o in known.outlets)
    if folded:
        parts.append(f"{folded} {'copy is' if folded == 1 else 'copies are'} folded into what they copy")
    return "; ".join(parts) + "."


def _rows(known: Graph) -> list[tuple[Cell, ...]]:
    documents = {o.name: f"#{anchors.document(o.documents[0])}" for o in known.outlets}
    rows = [_relay(known, r, documents) for s in known.sources for r in known.relays if r.source == s.id]
    return rows + [_taking(t, documents) for t in known.takings]


def _relay(known: Graph, r: Relay, documents: dict[str, str]) -> tuple[Cell, ...]:
    source = next(s for s in known.sources if s.id == r.source)
    how = "named" if not r.tacit else f"{r.named} named, {r.tacit} without naming it" if r.named else "without naming it"
    return (
        Cell(plain(source.name), f"#{anchors.source(source.id)}"), Cell(KINDS[source.kind]),
        Cell(r.outlet, documents[r.outlet]), Cell(str(r.claims)), Cell(how),
    )  # fmt: skip


def _taking(t: Taking, documents: dict[str, str]) -> tuple[Cell, ...]:
    share = f", {round(100 * t.share)}% of its text" if t.share else ""
    share += ", credits it" if t.share and t.claims else ""
    unknown = "" if t.directed else " (which took from the other is not known)"
    return (
        Cell(t.giver, documents[t.giver]), Cell("outlet"), Cell(t.taker, documents[t.taker]),
        Cell(str(t.claims) if t.claims else ""), Cell(f"{TAKEN[t.kind]}{share}{unknown}"),
    )  # fmt: skip
