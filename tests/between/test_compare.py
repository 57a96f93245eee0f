"""Two outlets side by side."""

import msgspec
import pytest

from sayso import RunError
from sayso.between import compare
from sayso.between.loaded import loaded, saying
from sayso.between.outlets import outlet_named
from sayso.model.comparison import Comparison, Wording
from sayso.model.enums import Verdict

OUTLETS = ("Áland Courier", "The Hill Gazette", "Hill Echo", "Radio Tarn")


@pytest.fixture(scope="module")
def found(new):
    return compare(new, "hill", "radio")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Radio Tarn", "Radio Tarn"),
        ("radio", "Radio Tarn"),
        ("TARN", "Radio Tarn"),
        ("aland", "Áland Courier"),
        ("hill gazette", "The Hill Gazette"),
        ("the hill g", "The Hill Gazette"),
        ("echo", "Hill Echo"),
    ],
)
def test_names_are_matched_leniently(typed, meant):
    assert outlet_named(typed, OUTLETS) == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("hill", "may be Hill Echo or The Hill Gazette"),
        ("Post", "the outlets are: Hill Echo, Radio Tarn, The Hill Gazette, Áland Courier"),
        ("", "no outlet here is called “”"),
        ("dio", "no outlet here"),
    ],
)
def test_what_means_none_or_several_is_refused(typed, words):
    with pytest.raises(RunError, match=words):
        outlet_named(typed, OUTLETS)


def test_twice_the_same_is_refused(new):
    with pytest.raises(RunError, match=r"both Radio Tarn.*the others are: Coast Daily, The Hill Gazette"):
        compare(new, "radio", "tarn")


def test_every_finding_of_the_two_stands_in_one_list(new, found):
    told = {f.id for f in new.findings if {"The Hill Gazette", "Radio Tarn"} & set(f.outlets)}
    lists = [[s.finding.id for s in found.shared], [f.id for f in found.only_a], [f.id for f in found.only_b]]
    assert sorted(i for one in lists for i in one) == sorted(told)
    assert (found.a.findings, found.b.findings) == (len(lists[0] + lists[1]), len(lists[0] + lists[2]))


def test_each_side_has_its_own_claims_and_origins(found):
    for shared in found.shared:
        assert {c.publisher for c in shared.a} == {"The Hill Gazette"}
        assert {c.publisher for c in shared.b} == {"Radio Tarn"}
    assert "the fire brigade" not in {o.name for o in found.b.origins}
    assert {"the union", "the hospital"} <= {o.name for o in found.b.origins}


def test_told_otherwise(new, found):
    (hurt,) = found.otherwise
    assert (hurt.a, hurt.b, hurt.verdict) == (("At least 14",), ("Seventeen",), Verdict.COMPATIBLE)
    (built,) = [t for t in compare(new, "coast", "radio").otherwise if t.verdict is Verdict.CONFLICT]
    assert (built.a, built.b) == (("1912",), ("1908",))


def test_worded_otherwise(found):
    said = {w.differs: (w.a, w.b) for w in found.worded}
    assert said[Wording.SAYING] == ("said", "claimed")
    assert said[Wording.VOICE] == ("in its own voice", "on the word of the union")
    assert found.b.loaded == (("scandal", 1),)
    assert found.a.loaded == ()


def test_changed_over_it_says_the_same(new, found):
    back = compare(new, "radio", "hill")
    assert (back.a, back.b, back.only_a, back.only_b) == (found.b, found.a, found.only_b, found.only_a)
    assert {t.id for t in back.otherwise} == {t.id for t in found.otherwise}
    assert {(w.finding, w.a, w.b) for w in back.worded} == {(w.finding, w.b, w.a) for w in found.worded}


def test_the_order_of_the_lists_changes_nothing(new, found, shuffled):
    assert compare(shuffled(new, 4), "hill", "radio") == found


def test_as_json_and_back(found):
    assert msgspec.json.decode(msgspec.json.encode(found), type=Comparison) == found


def test_loaded_words_are_whole_words():
    assert loaded("A shocking scandal; the scandal of the regimental band") == {"shocking": 1, "scandal": 2}


@pytest.mark.parametrize(
    ("cue", "colour"),
    [("said", None), ("claimed", "doubting"), ("has admitted", "revealing"), ("insisting", "pressing"), (None, None),
     ("slammed", "attacking"), ("according to", None), ("claimant", None)],
)  # fmt: skip
def test_words_of_saying(cue, colour):
    assert saying(cue) == colour
