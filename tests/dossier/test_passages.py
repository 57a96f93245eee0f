"""How a claim can stand in a line."""

import datetime as dt

import pytest

from sayso.dossier.passages import passages
from sayso.model.claim import Claim, ResolvedVoice
from sayso.model.clause import Clause, Role
from sayso.model.enums import Modality
from sayso.model.time import Period


def shown(text, words, subject, **more):
    """The passages of the claim `words` in the one sentence `text`; its subject is the noun `subject`."""
    start, at = text.index(words), text.index(words) + words.index(subject)
    subject_role, head = Role(at, at + len(subject), "agent", subject), at + len(subject) + 1
    clause = Clause(
        start=start, end=start + len(words), text=words, sentence_start=0, sentence_end=len(text), head=head, predicate="x",
        words=(), modality=Modality.ASSERTED, negated=False, tense=more.pop("tense", "past"), roles=(subject_role,),
        modified=more.pop("modified", False),
    )  # fmt: skip
    claim = Claim(id="c", document="d", publisher="Courier", clause=clause, **more)
    return [p.text for p in passages(claim, text)]


def test_a_claim_that_fills_its_sentence_is_shown_as_the_sentence():
    text = "The mayor of Lund closed the old stone bridge to lorries."
    assert shown(text, text[:-1], "mayor")[0] == text[:-1]


def test_dots_tell_that_a_sentence_goes_on_or_has_begun_before():
    text = (
        "The mayor of Lund closed the old stone bridge, and the choir of the village sang at the harbour, to nobody's joy."
    )
    assert shown(text, "The mayor of Lund closed the old stone bridge", "mayor") == [
        "The mayor of Lund closed the old stone bridge …"
    ]
    assert shown(text, "the choir of the village sang at the harbour", "choir") == [
        "… the choir of the village sang at the harbour …"
    ]


def test_a_word_that_ties_a_sentence_to_the_one_before_is_left_out_with_dots():
    text = "However, the mayor of Lund closed the old stone bridge to lorries."
    assert shown(text, text[:-1], "mayor")[0] == "… the mayor of Lund closed the old stone bridge to lorries"


def test_who_says_it_stays_with_it():
    text = "The old stone bridge will hold for years, said the engineer of the town."
    voice = ResolvedVoice(source="the engineer", start=text.index("the engineer"), end=text.index(" of the town"))
    assert shown(text, "The old stone bridge will hold for years", "bridge", voices=(voice,))[0] == text[:-1]


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("The ferry to the outer islands of the lake resulted", " in a loss."),
        ("The ferry to the outer islands of the lake is expected", " although no one knows when."),
        ("The ferry to the outer islands left the pier on Monday (Jan. 3", ")"),
    ],
)
def test_what_is_cut_in_the_middle_of_its_sense_is_not_shown(words, rest):
    assert shown(words + rest, words, "ferry") == []


def test_what_is_only_asked_is_not_shown():
    text = "The pilot asked whether the ferry to the outer islands sailed that day."
    assert shown(text, text[24:-1], "ferry") == []


def test_a_relative_clause_or_a_clause_without_a_verb_is_not_shown():
    text = "The mayor of Lund closed the old stone bridge to lorries."
    assert shown(text, text[:-1], "mayor", modified=True) == []
    assert shown(text, text[:-1], "mayor", tense=None) == []


def test_the_day_that_a_weekday_means_stands_behind_it():
    text = "On Friday the mayor of Lund closed the old stone bridge to lorries."
    day = Period(start=dt.date(2031, 3, 7), end=dt.date(2031, 3, 7))
    assert shown(text, text[:-1], "mayor", period=day, time_text="On Friday")[0].startswith(
        "On Friday [7 March 2031] the mayor"
    )
    assert shown(text, text[:-1], "mayor", period=Period(start=day.start), time_text="On Friday")[0].startswith(
        "On Friday the mayor"
    )


def test_who_denies_a_claim_stands_beside_it_where_its_words_do_not_tell():
    text = (
        "As a report has it, the airfield near Lund was damaged by drones, and will stay shut all May; the army of the"
        " south, which has held the place since the spring of last year and lets nobody in but its own engineers and the"
        " drivers of the grain lorries that pass there at night, denied it."
    )
    at, words = text.index("the army"), "the airfield near Lund was damaged by drones"
    denying = (ResolvedVoice("the army of the south", at, at + 21, cue="denied", negated=True),)
    affirming = (ResolvedVoice("a report", 3, 11, cue="has it"),)
    assert shown(text, words, "airfield", voices=denying) == [f"… {words} … [denied by “the army of the south”]"]
    assert shown(text, words, "airfield", voices=affirming) == [f"… {words} …"]


def test_a_sentence_that_tells_the_denial_itself_needs_no_more():
    text = "The army of the south denied that the airfield near Lund was damaged by drones."
    denying = (ResolvedVoice("The army of the south", 0, 21, cue="denied", negated=True),)
    lines = shown(text, "the airfield near Lund was damaged by drones", "airfield", voices=denying)
    assert text[:-1] in lines
    assert all("denied" in line for line in lines)
