"""The measures of a dossier, on the small dossier of an invented story that the tests share."""

import msgspec
import pytest

from sayso.errors import ConfigurationError, RunError
from sayso.evaluate.stories.gold import GoldStory, read_story
from sayso.evaluate.stories.score import score_dossier
from sayso.evaluate.stories.spoken import follows
from sayso.evaluate.stories.wording import days, fold, same_name

ABOARD = [
    ["harbour", "with 214 people on board"],
    ["coast", "All 214 people aboard the Alma"],
    ["signal", "214 people were on board"],
]
RELIEVED = ["coast", "The captain was relieved of duty"]
NOT_RELIEVED = ["signal", "The captain has not been relieved of duty"]
GROUNDED = ["harbour", "The ferry Alma ran aground off Skerrin on Tuesday"]


def measured(sample, **gold):
    return score_dossier(msgspec.convert(gold, type=GoldStory), sample)


def kinds(faults):
    return [(f.kind, f.about) for f in faults]


def test_pairs_that_are_and_should_be_together(sample):
    figures, faults = measured(sample, agreements=[{"id": "aboard", "sides": ABOARD}])
    assert (figures["agreement_pair_recall"], figures["agreement_pair_precision"]) == (1, 1)
    assert faults == []


def test_pairs_that_are_not_together_and_pairs_that_should_not_be(sample):
    hurt = [["harbour", "Seven people were taken to hospital"], ["signal", "The grounding happened on Monday night"]]
    mixed = [{"id": "hurt", "sides": hurt}, {"id": "captain", "sides": [RELIEVED]}, {"id": "not", "sides": [NOT_RELIEVED]}]
    figures, faults = measured(sample, agreements=mixed)
    assert (figures["agreement_pair_recall"], figures["agreement_pair_precision"]) == (0, 0)
    assert kinds(faults) == [("not joined", "hurt"), ("wrongly joined", "captain with not")]


def test_a_discrepancy_is_found_under_an_accepted_verdict_only(sample):
    sides = [RELIEVED, NOT_RELIEVED]
    for verdict, found in (("conflict", 1), ("conflict-or-update", 1), ("update", 0)):
        figures, _ = measured(sample, discrepancies=[{"id": "captain", "sides": sides, "verdict": verdict}])
        assert figures["discrepancy_recall"] == found
        assert figures["discrepancy_pair_precision"] == 1
    figures, faults = measured(sample, discrepancies=[{"id": "captain", "sides": sides, "verdict": "update"}])
    assert figures["mild_called_conflict"] == 1
    assert kinds(faults) == [("discrepancy not found", "update told as conflict"), ("called a conflict", "update")]


def test_mere_variants_need_not_be_told(sample):
    figures, faults = measured(sample, discrepancies=[{"id": "x", "sides": ABOARD[:2], "verdict": "compatible"}])
    assert figures["discrepancy_recall"] is None
    assert faults == []


def test_a_trap_of_a_series_may_be_an_update(sample):
    hurt = [["harbour", "Seven people were taken to hospital"], ["coast", "At least nine people were hurt"]]
    assert measured(sample, traps=[{"sides": hurt, "series": True}])[0]["traps_reported"] == 0
    figures, faults = measured(sample, traps=[{"sides": hurt}, {"id": "t", "sides": ABOARD}])
    assert figures["traps_reported"] == 0.5
    assert figures["discrepancy_pair_precision"] == 0
    assert kinds(faults) == [("trap reported", "a trap")]


def test_sources_and_chains(sample):
    said = [
        {"source": "Harbour Authority", "content": ABOARD[0]},
        {"source": "I. Kolm", "content": ["harbour", '"She simply did not turn,"']},
        {"source": "the mayor", "content": NOT_RELIEVED},
        {"source": "nobody", "content": RELIEVED, "chain": ["a paper", "nobody"]},
    ]
    figures, faults = measured(sample, attributions=said)
    assert figures["attribution_accuracy"] == 0.25
    assert figures["chain_accuracy"] == 0
    assert [f.about for f in faults] == ["another", "another", "nobody told"]
    assert measured(sample, attributions=[{"source": "Kolm", "content": said[1]["content"]}])[0]["attribution_accuracy"] == 1


def test_days_origins_and_outlook(sample):
    gold = {
        "timeline": [{"id": "a", "date": "2031-03-04", "text": GROUNDED}, {"id": "b", "date": "2031-03", "text": RELIEVED}],
        "single_origin": [{"id": "o", "origin": "the harbour authority", "sides": ABOARD}],
        "outlook": [{"text": ["harbour", "would refloat the ferry by March 9"]}, {"text": GROUNDED}],
    }
    figures, faults = measured(sample, **gold)
    assert figures["timeline_dates"] == 0.5
    assert figures["single_origin_accuracy"] == 1
    assert figures["outlook_recall"] == 0.5
    assert kinds(faults) == [("wrong day", "another day"), ("not in the outlook", "told otherwise or not at all")]


def test_words_that_stand_nowhere_are_counted_once(sample):
    lost, elsewhere = {"text": ["harbour", "the whale"]}, {"text": ["nowhere", "the whale"]}
    figures, faults = measured(sample, outlook=[lost, lost, elsewhere])
    assert figures["anchors_not_in_text"] == 2
    assert {("not in the texts", "words"), ("not in the texts", "no document of that name")} <= set(kinds(faults))


def test_evidence_is_compared_character_by_character(sample):
    assert measured(sample)[0]["claims_with_wrong_evidence"] == 0
    wrong = msgspec.structs.replace(sample.claims[0], text="The ferry Alma ran ashore")
    moved = msgspec.structs.replace(sample, claims=(wrong, *sample.claims[1:]))
    assert measured(moved)[0]["claims_with_wrong_evidence"] == 1


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2005", ("2005-01-01", "2005-12-31")),
        ("2004-02", ("2004-02-01", "2004-02-29")),
        ("2005-04-03", ("2005-04-03", "2005-04-03")),
        ("2000/2005", ("2000-01-01", "2005-12-31")),
        ("2000-05-02/2001-06", ("2000-05-02", "2001-06-30")),
    ],
)
def test_days_of_a_date(date, expected):
    assert days(date) == expected


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the Mayor of Skerrin", "Skerrin’s mayor", True),
        ("José Ibarra", "Jose", True),
        ("U.N.", "UN", True),
        ("the", "the", False),
        ("Ines Kolm", "Ina Kolm", False),
    ],
)
def test_names(a, b, same):
    assert same_name(a, b) is same_name(b, a) is same


def test_folding_keeps_the_length():
    assert fold("“a’\u00a0–\n") == "\"a' - "


@pytest.mark.parametrize(
    ("voices", "chain", "holds"),
    [
        ([["Ann"], ["Bo"]], ["Ann", "Bo"], True),
        ([["Cy"], ["Ann"], ["Bo"]], ["Ann", "Bo"], True),
        ([["Cy"], ["Di"], ["Ann"], ["Bo"]], ["Ann", "Bo"], False),
        ([["Bo"], ["Ann"]], ["Ann", "Bo"], False),
        ([["Ann"]], ["Ann", "Bo"], False),
    ],
)
def test_chains(voices, chain, holds):
    assert follows(voices, chain) is holds


def test_gold_that_is_none(tmp_path):
    path = tmp_path / "gold.json"
    path.write_text('{"agreements": [{"id": "a", "sides": [["only a key"]]}]}')
    with pytest.raises(RunError, match=r"gold.json is no gold of a story: .*length 2"):
        read_story(path)
    with pytest.raises(RunError, match="No such file"):
        read_story(tmp_path / "none.json")


def test_a_dossier_in_json_is_measured_as_it_is(tmp_path, sample_path):
    from sayso.config import Settings
    from sayso.evaluate.dossiers import measure_dossier

    path = tmp_path / "gold.json"
    path.write_bytes(msgspec.json.encode({"agreements": [{"id": "aboard", "sides": ABOARD}]}))
    found, dossier = measure_dossier(path, [sample_path], Settings())
    assert found.figures["all"]["agreement_pair_recall"] == 1
    assert (found.rows, [s.path for s in found.skipped]) == (len(dossier.documents), ["scan.pdf.txt"])
    with pytest.raises(ConfigurationError, match="nothing is named"):
        measure_dossier(path, [], Settings())
