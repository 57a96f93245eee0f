"""Roots that are one voice under two names, and words for a source that are nobody's name."""

import pytest

from sayso.model.claim import ResolvedVoice
from sayso.model.enums import EntityType


def named(story, words):
    return {o.name for o in story.finding(words).origins if o.basis.value == "named"}


def judged(judge, first, second):
    return judge({"Harbour Post 2031-03-08": first, "Coast Herald 2031-03-08": second})


LEAD = "Harold Brant, the president of the United States, was in Oslo on Monday. US President Harold Brant left at noon. "
PATROLS = "The patrols in the sound of Lund are a counter-smuggling operation, according to the White House."
TOLD = (
    "The offer comes amid a build-up in the sound of Lund, which the Brant administration justifies as a counter-smuggling "
    "operation but which Danish officials decry as a pretext."
)


def test_the_government_of_a_leader_is_his_countrys_seat_be_it_named_in_passing(judge):
    story = judged(judge, LEAD + PATROLS, LEAD + TOLD)
    assert story.origin("the Brant administration justifies", "Coast Herald").name in {"White House", "Harold Brant"}


def test_the_cabinet_of_somebody_is_his(judge):
    story = judged(
        judge,
        "The ferry ban at Lund will end in June, Ada Solheim said.",
        "In June the ban on ferries at Lund is to end, the Solheim cabinet said. Ada Solheim is ill.",
    )
    assert named(story, "is to end") == {"Ada Solheim"}


def test_the_company_is_the_firm_whose_spokesman_says_so(judge):
    story = judged(
        judge,
        "The cleaning of the ovens was changed in May, the company said.",
        "The cleaning of the ovens was changed in May, said a spokesman for Lindmill, Karl Holm. Lindmill bakes rye bread.",
    )
    assert named(story, "was changed in May") == {"Lindmill"}


def test_a_spokeswoman_for_the_bank_is_the_bank(judge):
    story = judged(
        judge,
        "About 340,000 crowns were missing from the vault, a spokeswoman for the bank said.",
        "Some 340,000 crowns had gone from the vault, the Brenholm Savings Bank said.",
    )
    assert len(named(story, "had gone")) == 1


def test_judges_are_their_court(judge):
    story = judged(
        judge,
        "Judges in the capital, Oslo, ruled that Karl Holm had taken bribes worth 340,000 crowns from the mill.",
        "Karl Holm took bribes of 340,000 crowns from the mill, the Brenholm Regional Court ruled.",
    )
    assert len(named(story, "had taken bribes")) == 1
    assert "Oslo" not in named(story, "had taken bribes")


def test_a_judgment_is_the_courts_own_word(judge):
    text = "The Brenholm Regional Court sentenced Karl Holm to four years in prison on Friday."
    story = judge({"Coast Herald 2031-03-08": text})
    assert "Court" in story.origin("sentenced Karl Holm").name


def test_what_a_court_may_decide_it_has_not_said(judge):
    text = "The Brenholm Regional Court could sentence Karl Holm to four years in prison."
    story = judge({"Coast Herald 2031-03-08": text})
    assert story.origin("could sentence Karl Holm").basis.value == "unsourced"


def test_a_caller_to_a_paper_is_the_papers_source(judge):
    story = judged(
        judge,
        "An anonymous caller to the Coast Herald said that the bell of the mill was in the harbour.",
        "The mill of Brenholm has a bell.",
    )
    assert story.origin("bell of the mill was in the harbour", "Harbour Post").name == "Coast Herald"


@pytest.mark.parametrize("papers", ["Bergen’s newspapers", "The Bergen tabloids"])
def test_newspapers_at_large_are_no_source(judge, papers):
    story = judge({"Coast Herald 2031-03-08": f"{papers} say that the bell of the mill lies in the harbour."})
    assert not story.origin("lies in the harbour").basis.counts


def test_an_agency_spoke_to_those_whom_its_text_leaves_unnamed(judge):
    text = "BRENHOLM (Reuters) - The mill of Brenholm will close in June, officials said on condition of anonymity."
    assert judge({"Harbour Post 2031-03-08": text}).origin("will close in June").name == "Reuters"


def test_a_dam_that_threatens_says_nothing(judge):
    story = judge({"Coast Herald 2031-03-08": "The Halvern Dam lies above Lund. The Halvern Dam is old. Lund is a town."})
    dam = next(e for e in story.scene.entities.values() if e.name == "Halvern Dam")
    voice = ResolvedVoice("the valley", 0, 0, dam.id, "threatens", type=dam.type)
    assert (story.origins.roots.voice(voice) is None) == (dam.type in {EntityType.FACILITY, EntityType.LOC})
