import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.export import anchors
from sayso.export.charts import relay_chart
from sayso.export.charts.relays_graph import MOST_OUTLETS, MOST_SOURCES, graph
from sayso.export.charts.relays_order import crossings, ordered
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import Citation, DossierReuse, DossierSource
from sayso.model.enums import ReuseKind, SourceKind

KINDS = list(SourceKind)


def reuse(giver, taker, kind=ReuseKind.PARTIAL, share=0.4, why="earlier by a day"):
    return DossierReuse(giver=giver, taker=taker, kind=kind, share=share, spans=(), why=why)


def story(sample, outlets, cites, taken=(), names=None):
    """`cites[s]` are the documents that cite source s."""
    documents = tuple(
        replace(sample.documents[0], id=f"d{n}", publisher=names[n] if names else f"Outlet {n:02d}") for n in range(outlets)
    )
    sources = tuple(
        DossierSource(
            id=f"s{s}", name=f"Warden {s:02d}", kind=KINDS[s % len(KINDS)],
            cited_by=tuple(Citation(f"d{d}", tuple(f"k{s}.{d}.{i}" for i in range(1 + d % 3))) for d in sorted(docs)),
        )
        for s, docs in enumerate(cites)
    )  # fmt: skip
    return Lookup(replace(sample, documents=documents, sources=sources, reuse=tuple(taken), claims=(), findings=()))


@st.composite
def stories(draw):
    outlets = draw(st.integers(2, 30))
    some = st.sets(st.integers(0, outlets - 1), min_size=1, max_size=6)
    cites = draw(st.lists(some, min_size=1, max_size=20))
    pairs = draw(st.lists(st.tuples(st.integers(0, outlets - 1), st.integers(0, outlets - 1)), max_size=30, unique=True))
    kinds = itertools.cycle(ReuseKind)
    taken = [reuse(f"d{a}", f"d{b}", k, 0.1 + (a % 9) / 10) for (a, b), k in zip(pairs, kinds, strict=False) if a != b]
    names = draw(st.none() | st.lists(st.text(min_size=1, max_size=40), min_size=outlets, max_size=outlets))
    return outlets, cites, taken, names


@settings(max_examples=40, deadline=None)
@given(made=stories())
def test_every_mark_and_word_lies_in_the_picture(sample, read, made):
    chart = relay_chart(story(sample, *made))
    if chart is None:
        return
    drawing = read(chart)
    assert drawing.outside() == []
    assert not [e for e in drawing.elements if "style" in e.attrib]
    assert set(drawing.hrefs) >= {cell.href for row in chart.rows for cell in row if cell.href}


@settings(max_examples=20, deadline=None)
@given(made=stories(), data=st.data())
def test_the_order_of_the_dossier_does_not_matter(sample, made, data):
    look = story(sample, *made)
    turned = {k: tuple(data.draw(st.permutations(getattr(look.dossier, k)))) for k in ("documents", "sources", "reuse")}
    assert relay_chart(look) == relay_chart(Lookup(replace(look.dossier, **turned)))


def test_sources_of_several_outlets_come_first_and_the_rest_is_counted(sample):
    cites = [{n % 4} for n in range(20)] + [{0, 1, 2}, {2, 3}]
    known = graph(story(sample, 4, cites))
    assert {"s20", "s21"} <= {s.id for s in known.sources}
    assert len(known.sources) == MOST_SOURCES
    assert known.more_sources == 22 - MOST_SOURCES
    chart = relay_chart(story(sample, 4, cites))
    assert chart.summary.startswith("Warden 20 is relayed by 3 of 4 outlets")


def test_copies_are_folded_into_what_they_copy_and_their_claims_are_not_counted_again(sample):
    look = story(sample, 4, [{0, 1, 3}], [reuse("d0", "d1", ReuseKind.COPY, 0.98), reuse("d1", "d2", ReuseKind.COPY, 0.97)])
    known = graph(look)
    assert {o.name: o.copies for o in known.outlets} == {"Outlet 00": ("d1", "d2"), "Outlet 03": ()}
    assert {(r.outlet, r.claims) for r in known.relays} == {("Outlet 00", 1), ("Outlet 03", 1)}
    assert "+ 2 copies" in relay_chart(look).svg


def test_copies_in_a_ring_do_not_hang(sample):
    ring = [reuse("d0", "d1", ReuseKind.COPY), reuse("d1", "d2", ReuseKind.COPY), reuse("d2", "d0", ReuseKind.COPY)]
    assert graph(story(sample, 4, [{0, 3}], ring)) is not None


def test_who_took_from_whom_points_only_where_it_is_known(sample):
    known = relay_chart(story(sample, 2, [{0}], [reuse("d0", "d1")]))
    unknown = relay_chart(story(sample, 2, [{0}], [reuse("d0", "d1", why="direction unknown; 2 shared passages")]))
    assert known.svg.count('class="tip"') == 2
    assert 'class="tip"' not in unknown.svg
    assert "which took from the other is not known" in unknown.rows[-1][-1].text


def test_rows_name_source_and_outlet_with_their_addresses(sample):
    chart = relay_chart(story(sample, 3, [{0, 2}]))
    assert [(row[0].text, row[0].href, row[2].href) for row in chart.rows] == [
        ("Warden 00", f"#{anchors.source('s0')}", f"#{anchors.document(d)}") for d in ("d0", "d2")
    ]


def test_many_outlets_are_capped(sample):
    known = graph(story(sample, 40, [{n} for n in range(40)]))
    assert len(known.outlets) == MOST_OUTLETS
    assert known.more_outlets == 40 - MOST_OUTLETS


@pytest.mark.parametrize(("outlets", "cites"), [(1, [{0}]), (3, [])])
def test_nothing_to_relate_gives_no_chart(sample, outlets, cites):
    assert relay_chart(story(sample, outlets, cites)) is None


def test_an_outlets_own_words_are_no_relay_and_a_credit_is_a_taking(sample):
    look = story(sample, 2, [{0, 1}])
    own = replace(look.dossier.sources[0], name="Outlet 00", kind=SourceKind.OUTLET)
    known = graph(Lookup(replace(look.dossier, sources=(own,))))
    assert known.relays == ()
    assert [(t.giver, t.taker, t.kind, t.claims) for t in known.takings] == [("Outlet 00", "Outlet 01", None, 2)]


def test_the_order_found_has_no_more_crossings_than_the_one_given():
    left, right = ["a", "b", "c"], ["x", "y", "z"]
    edges = [("a", "z", 1.0), ("b", "y", 1.0), ("c", "x", 1.0)]
    assert crossings(left, right, edges) == 3
    assert crossings(*ordered(left, right, edges), edges) == 0
