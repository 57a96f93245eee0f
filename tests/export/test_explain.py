import json
from importlib.resources import files

import msgspec
import pytest
from rich.cells import cell_len

from sayso.errors import RunError
from sayso.export.explain import explain
from sayso.export.explain_words import AGAINST, FOR, grounds, opening, parting, reading
from sayso.model.enums import Order, Status, Verdict


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("f1", ["Three outlets tell this, all on the word of one origin: harbour authority.", "because three outlets name"]),
        ("f1", ["named as the source; told by Coast Daily", "c10 and c2, 0.93: shared numbers 1.00, words 0.80"]),
        ("f2", ["their accounts cannot all hold", "conflict of polarity, x1: Captain relieved", "was there; told by"]),
        ("x1", ["Two accounts say yes and no for one thing", "part of the finding f2", "0.90: same predicate 1.00"]),
        ("x3", ["Two accounts give different numbers", "read as 9 or more", "number: 9 or more person"]),
        (
            "s1",
            ["is cited by Coast Daily, Harbour Post and The Signal", "f1, single-origin; here it is named as the source"],
        ),
        ("c8", ["The Signal tells this on the word of “the paper”.", "said by “the paper” (has learned)", "denied"]),
        ("c8", ["The finding it belongs to", "finding f2, disputed", "claim c8, characters 0 to 41 of d3", "polarity, x1"]),
        ("e1", ["Alma is mentioned 2 times.", "entity e1, PRODUCT", "joined because same name"]),
        ("d1", ["Harbour Post published this: 4 March 2031.", "Signal takes from Harbour Post: partial, 14% of the body"]),
    ],
)
def test_sentences_claims_and_values(sample, wanted, words):
    told = explain(sample, wanted, 200)
    for part in words:
        assert part in told


def test_sentences_come_first_and_scores_last(sample):
    told = explain(sample, "f1", 200)
    assert told.index("Three outlets") < told.index("On whose say-so") < told.index("Who tells it") < told.index("Scores")


@pytest.mark.parametrize("width", [40, 60, 200])
def test_lines_keep_to_the_width(sample, hostile, width):
    for dossier, wanted in ((sample, "f1"), (sample, "x3"), (hostile, "x1")):
        assert max(map(cell_len, explain(dossier, wanted, width).splitlines())) <= width


def test_the_beginning_of_an_id_will_do(sample):
    renamed = msgspec.structs.replace(sample.sources[1], id="hospital")
    known = msgspec.structs.replace(sample, sources=(*sample.sources, renamed))
    assert explain(known, "hosp") == explain(known, "hospital")


def test_words_will_do_and_where_several_things_are_meant_each_is_named(sample):
    assert explain(sample, "REFLOAT the\nferry") == explain(sample, "c4")
    told = explain(sample, "captain", 100)
    assert "x1 discrepancy\n    Captain relieved of duty: was relieved of duty / has not been relieved of duty" in told
    assert "f2 finding" in told
    assert "d3 document" in told
    assert "c7 claim" not in told, "a claim goes with its finding"
    assert "10 things in this dossier are meant by “c”" in explain(sample, "c")


def test_a_quotation_is_explained_by_its_place(sample):
    quote = sample.quotes[0]
    told = explain(sample, f"{quote.document}[{quote.start}:{quote.end}]")
    text = next(d.text for d in sample.documents if d.id == quote.document)
    assert text[quote.start : quote.end][:30] in told.replace("\n  ", " ")
    assert " quotes " in told.splitlines()[0]


def test_what_is_nowhere_is_said_plainly(sample):
    with pytest.raises(RunError, match="nothing in this dossier has the id or the words zz"):
        explain(sample, "zz")


def test_hostile_words_do_no_harm(hostile):
    for identifier in ("x1", "c1", "s1", "e1", "d1", "alert(1)"):
        assert "\x1b" not in explain(hostile, identifier)


def test_headings_are_coloured_only_where_asked_for(sample):
    assert "\x1b[" in explain(sample, "f1", color=True)


def test_the_words_of_features_stand_in_the_order_of_their_weight():
    weights = json.loads((files("sayso.align") / "weights.json").read_bytes())["weights"]
    assert list(FOR) == sorted((n for n, w in weights.items() if w > 0), key=lambda n: -weights[n])
    assert list(AGAINST) == sorted((n for n, w in weights.items() if w < 0), key=lambda n: weights[n])


def test_why_one_question_in_words():
    told = grounds({"meaning": 0.8, "same_time": 1.0, "words": 0.9, "speech_differs": 1.0, "characters": 0.1})
    assert told == "they are near in meaning and they tell of the same time, although one reports an act of speech"


@pytest.mark.parametrize(
    ("reads", "told"),
    [
        ("[9, ∞)", "9 or more"), ("(20, ∞)", "more than 20"), ("[17, 17]", "17"), ("[54, 66]", "54 to 66"),
        ("(0, 2] kilometre", "up to 2 kilometre"), ("[1.5, 2.5) kilometre", "1.5 to less than 2.5 kilometre"),
        ("{17, 21}", "17 or 21"), ("2031-03-01/2031-03-31", "1 to 31 March 2031"), ("2031-03-04", "4 March 2031"),
        ("labour minister", "labour minister"),
    ],
)  # fmt: skip
def test_readings_in_words(reads, told):
    assert reading(reads) == told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.CORROBORATED, "Three outlets tell this, on the word of two independent origins: harbour authority."),
        (Status.UNSOURCED, "Three outlets tell this, and none of them names a source."),
        (Status.DISPUTED, "Three outlets tell of this, and their accounts cannot all hold."),
    ],
)
def test_every_status_opens_with_a_sentence(sample, status, told):
    assert opening(msgspec.structs.replace(sample.findings[0], status=status, independent=2)) == told


def test_every_verdict_opens_with_a_sentence(sample):
    apart = msgspec.structs.replace(sample.discrepancies[0], order=Order.UNKNOWN)
    told = {parting(msgspec.structs.replace(apart, verdict=v)) for v in Verdict}
    assert len(told) == len(Verdict)
    assert all(t.startswith("Two accounts ") and t.endswith(".") for t in told)
