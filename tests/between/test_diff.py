"""What changed in a story that was edited and went on."""

import msgspec
import pytest
from msgspec.structs import replace

from sayso.between import diff
from sayso.export.plain_formats import PlainFormat, render_plain
from sayso.export.summary import PageShown
from sayso.model.diff import (
    Cause,
    Caution,
    DiscrepancyMove,
    DocumentMove,
    DossierDiff,
    FindingMove,
    OutlookMove,
)
from sayso.model.enums import Status


@pytest.fixture(scope="module")
def found(old, new):
    return diff(old, new)


def test_a_figure_moves_with_its_hedge_and_its_day(found):
    (figure,) = found.figures
    assert figure.about == "number of workers hurt"
    assert [(v.told, v.low, v.high) for v in figure.old.values] == [("at least 12", 12, None)]
    assert [(v.told, v.outlets) for v in figure.new.values] == [("seventeen", ("Radio Tarn",))]
    assert (figure.old.day, figure.new.day) == ("2031-05-07", "2031-05-12")


def test_one_conflict_arises_and_one_ends_with_the_edit(found):
    assert [(d.change, d.cause) for d in found.discrepancies] == [
        (DiscrepancyMove.DISPUTED, Cause.REPORTS),
        (DiscrepancyMove.VANISHED, Cause.REPORTS),
    ]
    arisen, ended = found.discrepancies
    assert {s.value for s in arisen.new.sides} == {"1908", "1912"}
    assert {s.value for s in ended.old.sides} == {"January", "March"}
    assert ended.new is None


def test_deadlines_lapse_and_foretellings_are_met(found):
    states = {o.change: o for o in found.outlook}
    assert states[OutlookMove.LAPSED].new.horizon.end == "2031-05-10"
    assert states[OutlookMove.MET].new.met_by.publisher == "Radio Tarn"
    assert "reopen on May 30" in states[OutlookMove.NEW].new.statement
    assert not any("bridge" in o.new.statement for o in found.outlook)


def test_an_edited_report_is_the_same_report(found):
    (edited,) = [d for d in found.documents if d.change is DocumentMove.CHANGED]
    assert (edited.old.publisher, edited.new.publisher) == ("Hill Gazette", "The Hill Gazette")
    assert [(r.old.text, r.new.text) for r in edited.revised if r.differs == ("time",)] == [
        ("Labour inspectors last visited the mill in March", "Labour inspectors last visited the mill in January")
    ]
    assert "The night watchman had been asleep" in " ".join(c.text for c in edited.withdrawn)
    assert edited.added == ()


def test_a_renamed_outlet_is_neither_new_nor_gone(found):
    assert [(r.old, r.new) for r in found.renamed] == [("Hill Gazette", "The Hill Gazette")]
    assert (found.gained, found.lost) == (("Radio Tarn",), ("Tarn Bulletin",))
    assert not any("Hill Gazette" in o for f in found.findings for o in f.gained)


def test_findings_keep_their_identity_as_they_grow(found):
    (grown,) = [f for f in found.findings if f.new and "police said" in f.new.headline]
    assert grown.change is FindingMove.MORE
    assert grown.old.id != grown.new.id
    assert grown.gained == ("Radio Tarn",)
    assert {c.publisher for c in grown.added} == {"Radio Tarn"}


def test_what_goes_with_a_report_is_not_withdrawn(found):
    went = {f.change: f.old.outlets for f in found.findings if f.new is None}
    assert went == {FindingMove.GONE: ("Tarn Bulletin",), FindingMove.WITHDRAWN: ("Hill Gazette",)}


def test_corroboration_is_gained_and_lost(new):
    finding = next(f for f in new.findings if len(f.outlets) > 2)
    better = replace(finding, status=Status.CORROBORATED, independent=2)
    other = replace(new, findings=tuple(better if f is finding else f for f in new.findings))
    (gained,), (lost,) = diff(new, other).findings, diff(other, new).findings
    assert (gained.change, lost.change) == (FindingMove.CORROBORATED, FindingMove.UNCORROBORATED)
    assert gained.cause is Cause.READING


def test_a_text_read_otherwise_brings_nothing_new(new):
    less = replace(new, claims=new.claims[1:], findings=tuple(f for f in new.findings if new.claims[0].id not in f.claims))
    found = diff(less, new)
    assert found.new.reread == 1
    assert not [f for f in found.findings if f.change in {FindingMove.NEW, FindingMove.ADDED}]


def test_cautions(old, new, without):
    run = replace(new.run, versions=new.run.versions | {"sayso": "9.9"})
    assert diff(new, replace(new, run=run)).cautions == (Caution.OTHER_VERSION,)
    assert diff(new, old).cautions == (Caution.BACKWARDS,)
    radio = {d.id for d in new.documents if d.publisher != "Radio Tarn"}
    bulletin = {d.id for d in old.documents if d.publisher != "Tarn Bulletin"}
    assert Caution.NOTHING_SHARED in diff(without(old, bulletin), without(new, radio)).cautions


def test_as_json_and_back(found):
    written = render_plain(found, PageShown("", (), ()), PlainFormat.JSON, 80, color=False)
    assert msgspec.json.decode(written, type=DossierDiff) == found
