"""Whose words run on: sources that stand in the same sentence or in the one beside a claim."""

import pytest

from sayso.judge.carried import RUNS_ON, SPEECH, TAKES_UP


def root(judge, text, words):
    origin = judge({"Harbour Post 2031-03-08": text}).origin(words)
    return origin.name, origin.basis.value


CARRIED = [
    (
        "According to the harbour board, the ferry Lorna ran over nine boats in the bay. These boats sank at once.",
        "These boats sank",
    ),
    ("The harbour board said that six sailors were hurt on the ferry. Two of them were flown to Bergen.", "Two of them"),
    ("The harbour board said that a man of 40 was found in the bay on Friday. The man had swum for an hour.", "had swum"),
    ("The harbour board said the ferry had left without lights. It also carried no rafts.", "carried no rafts"),
    (
        "The harbour board said the fire began in the kitchen of the ferry, where a lamp had fallen over.",
        "a lamp had fallen",
    ),
    (
        "The ferry Lorna sank in the bay at noon.\n\nThe sinking, confirmed by the harbour board, is the third this year.",
        "The ferry Lorna sank",
    ),
]


@pytest.mark.parametrize(("text", "words"), CARRIED, ids=[w for _, w in CARRIED])
def test_a_claim_takes_the_source_beside_it(judge, text, words):
    assert root(judge, text, words) == ("the harbour board", "named")


OWN = [
    ("Karl Lindqvist said that the ferry had sunk in the bay. He flew to Bergen on Friday.", "flew to Bergen"),
    ("The harbour board said that six sailors were hurt. These accidents mean trouble for the owners.", "mean trouble"),
    ("The harbour board said that six sailors were hurt.\n\nTwo of them were flown to Bergen.", "Two of them"),
    ("The harbour board said that six sailors were hurt. The bay freezes in March.", "The bay freezes"),
    ("If someone had told us that the ferry was leaking, nobody would have sailed. It also rained.", "rained"),
    ("The harbour board denied that six sailors were hurt. Two of them were flown to Bergen.", "Two of them"),
]


@pytest.mark.parametrize(("text", "words"), OWN, ids=[w for _, w in OWN])
def test_what_the_reporter_goes_on_with_is_his_own(judge, text, words):
    assert root(judge, text, words) == ("Harbour Post", "unsourced")


def test_a_source_taken_from_the_sentence_beside_is_told_and_bears_out_nobody(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The harbour board said that six sailors were hurt on the ferry. "
            "Two of them were flown to a hospital in Bergen.",
            "Coast Herald 2031-03-08": "Two of the sailors were flown to a hospital in Bergen, doctor Ilse Maartens said.",
        }
    )
    assert any("in the sentence before" in why for why in story.origin("Two of them were flown").why)
    assert story.finding("were flown to a hospital").independent == 1


@pytest.mark.parametrize("cue", ["said", "According to", "has told", "told", "adding", "according to"])
def test_cues_that_report(cue):
    assert SPEECH.search(cue)


@pytest.mark.parametrize("cue", ["hopes", "is expecting", "dismissed", "has refused"])
def test_cues_that_do_not(cue):
    assert not SPEECH.search(cue)


def test_forms():
    assert TAKES_UP.match("Three of them swam") and not TAKES_UP.match("The harbour froze")
    assert RUNS_ON.match(", where it rained") and not RUNS_ON.match(", although he did not say why")
    assert RUNS_ON.match(", while five others swam") and not RUNS_ON.match(", while the mayor slept")
