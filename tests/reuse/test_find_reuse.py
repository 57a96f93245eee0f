"""Reuse between documents: found where it is, with exact spans, and not between independent reports."""

import datetime as dt
import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.document import Block, Document, Publication
from sayso.model.enums import BlockKind, ReuseKind
from sayso.model.reuse import Reuse
from sayso.reuse import find_reuse


def _load_benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "bench_reuse.py"
    spec = importlib.util.spec_from_file_location("bench_reuse", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_reuse"] = module
    spec.loader.exec_module(module)
    return module


quality = _load_benchmark()
REPORTS = quality.reports()


def reuse_of(*documents: Document) -> tuple[Reuse, ...]:
    return find_reuse(documents, {d.id: quality.sentence_spans(d) for d in documents})


def make(name: str, text: str, publisher: str = "", **fields: object) -> Document:
    return msgspec.structs.replace(quality.document(name, publisher or f"Outlet {name}", text), **fields)


def test_floors_of_precision_and_recall() -> None:
    tally = quality.measure(seed=7)
    assert tally.precision() >= 0.95
    assert tally.recall() >= 0.95


def test_independent_reports_with_shared_quotations_and_names_are_no_reuse() -> None:
    assert reuse_of(*(make(f"d{n:02}", r.text) for n, r in enumerate(REPORTS))) == ()


def test_one_sentence_of_background_is_partial_reuse_with_its_span() -> None:
    shared = (
        "The {} is the longest of its kind on the river and was built by convicts between 1871 and 1876 "
        "with stone that was carried on barges from the quarries upstream."
    )
    first = make("a", "Two cyclists fell into the lock on Friday.\n\n" + shared.format("old weir"))
    second = make(
        "b", "A new path will open in May, the mayor said.\n\n" + shared.format("listed weir") + "\n\nEntry is free."
    )
    (found,) = reuse_of(first, second)
    assert found.kind is ReuseKind.PARTIAL
    (span,) = found.spans
    documents = {"a": first, "b": second}
    assert documents[found.taker].text[span.start : span.end] == shared.format(
        {"a": "old weir", "b": "listed weir"}[found.taker]
    )
    assert documents[found.giver].text[span.source_start : span.source_end].endswith("quarries upstream.")


def test_a_quotation_alone_is_no_reuse() -> None:
    said = '"We shall not leave this valley until every last well has been tested and every family has clean water again," '
    assert (
        reuse_of(make("a", said + "Mayor Olt said."), make("b", "At the gate the mayor was firm. " + said + "he told us."))
        == ()
    )


def test_standing_lines_are_no_reuse() -> None:
    footer = (
        "Sign up for our newsletter to get the best stories of the week straight into your inbox on every Friday morning."
    )
    assert reuse_of(make("a", REPORTS[0].text + "\n\n" + footer), make("b", REPORTS[4].text + "\n\n" + footer)) == ()


def test_only_body_blocks_are_read() -> None:
    text = REPORTS[0].text
    hidden = make("b", text, blocks=(Block(0, len(text), BlockKind.CAPTION),))
    assert reuse_of(make("a", text), hidden) == ()


WIRE = REPORTS[0].text
CUT = "\n\n".join(WIRE.split("\n\n")[:2])
EARLY, LATE = (Publication(start=dt.date(2031, 5, n), end=dt.date(2031, 5, n)) for n in (1, 3))


@pytest.mark.parametrize(
    ("giver", "taker", "why"),
    [
        ({"text": WIRE, "publisher": "reuters.com"}, {"text": WIRE, "credits": ("Reuters",)}, "credits"),
        ({"text": WIRE, "published": EARLY}, {"text": WIRE, "published": LATE}, "published earlier"),
        ({"text": CUT, "published": EARLY}, {"text": WIRE, "published": LATE}, "published earlier"),
        ({"text": WIRE}, {"text": CUT}, "which has more"),
        ({"text": WIRE, "publisher": "Dell Post"}, {"text": WIRE + " The Dell Post has more on this."}, "names the giver"),
        ({"text": WIRE}, {"text": quality.damage(0.06)(WIRE, random.Random(3))}, "damaged letters"),
    ],
)
@pytest.mark.parametrize("ids", ["ab", "ba"])
def test_direction_and_its_evidence(giver: dict, taker: dict, why: str, ids: str) -> None:
    (found,) = reuse_of(make(ids[0], **giver), make(ids[1], **taker))
    assert (found.giver, found.taker) == (ids[0], ids[1])
    assert why in found.why
    assert found.kind is ReuseKind.COPY or giver["text"] == CUT


def test_unknown_direction_is_said_and_stable() -> None:
    (found,) = reuse_of(make("b", WIRE), make("a", WIRE))
    assert (found.giver, found.taker, found.share) == ("a", "b", 1.0)
    assert found.why.startswith("direction unknown")


def test_a_patchwork_takes_from_all_its_sources() -> None:
    host, guest = REPORTS[3].text, REPORTS[6].text
    piece = guest.split("\n\n")[1]
    found = reuse_of(make("a", host + "\n\n" + piece), make("b", host), make("c", guest))
    assert {(r.giver, r.taker) for r in found} == {("b", "a"), ("c", "a")}
    assert all("put together" in r.why for r in found)


def test_reworded_text_is_a_rewrite() -> None:
    (found,) = reuse_of(make("a", WIRE), make("b", quality.reword(1.0)(WIRE, random.Random(1))))
    assert found.kind is ReuseKind.REWRITE
    assert found.share > 0.9


_texts = st.lists(
    st.sampled_from([s for r in REPORTS[:4] for s in quality.split(r.text)] + ["", '"', "«x “ y", "\x00 ."]), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_texts, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_spans_are_exact_and_order_does_not_matter(parts: list[list[str]], rng: random.Random) -> None:
    documents = [make(f"d{n}", "\n\n".join(p)) for n, p in enumerate(parts)]
    found = reuse_of(*documents)
    texts = {d.id: d.text for d in documents}
    for reuse in found:
        assert reuse.giver != reuse.taker
        assert 0 < reuse.share <= 1
        ends = 0
        for span in reuse.spans:
            assert ends <= span.start < span.end <= len(texts[reuse.taker])
            assert 0 <= span.source_start < span.source_end <= len(texts[reuse.giver])
            ends = span.end
    rng.shuffle(documents)
    assert reuse_of(*documents) == found
