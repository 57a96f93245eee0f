"""Origins, not copies: whose say-so stands behind what several outlets tell."""

import pytest

GAZETTE = "The owner of the mill plans to move its ovens to Bergen by autumn. The works council was told on Thursday."
RELAYS = {
    "Brenholm Gazette 2031-03-07": GAZETTE,
    "Harbour Post 2031-03-08": "The owner of the mill plans to move its ovens to Bergen by autumn, the Brenholm Gazette "
    "reported.",
    "Coast Herald 2031-03-08": "According to the Brenholm Gazette, the mill’s owner is planning a move of its ovens to "
    "Bergen by autumn.",
    "Polar Wire 2031-03-08": "The mill’s owner plans to move the ovens to Bergen by autumn, the Brenholm Gazette said.",
}
COPY = (
    "Thieves broke into the mill of Brenholm before dawn and carried away the brass bell that hung over its gate. They left "
    "a rope, two ladders and a wet glove behind them in the yard. The watchman had gone home an hour early that night."
)
FIGURE = {
    "Brenholm Gazette 2031-03-07": "The mill will cut 1,340 jobs, its director Karl Lindqvist told the Brenholm Gazette.",
    "Harbour Post 2031-03-08": "The mill of Brenholm is to cut 1,340 jobs.",
}
QUOTE = {
    "Brenholm Gazette 2031-03-07": "“We shall bake bread here until the river runs dry,” director Karl Lindqvist said.",
    "Harbour Post 2031-03-08": "“We shall bake bread here until the river runs dry” is what the workers of the mill heard.",
}
INDEPENDENT = {
    "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, its director Karl Lindqvist said.",
    "Coast Herald 2031-03-08": "In June the mill in Brenholm is to be closed, according to mayor Maria Osterlund.",
}


def counted(finding):
    return [o for o in finding.origins if o.basis.value in {"named", "first-hand"}]


@pytest.mark.parametrize("present", [True, False], ids=["with the newspaper's own text", "without it"])
def test_three_outlets_that_relay_one_newspaper_have_one_origin(judge, present):
    texts = {name: text for name, text in RELAYS.items() if present or not name.startswith("Brenholm")}
    finding = judge(texts).finding("the mill’s owner is planning")
    assert {"Harbour Post", "Coast Herald", "Polar Wire"} <= set(finding.outlets)
    assert [o.name for o in finding.origins] == ["Brenholm Gazette"]
    assert finding.status.value == "single-origin"


def test_a_copy_is_no_second_origin(judge):
    story = judge({"Polar Wire 2031-03-07": COPY, "Harbour Post 2031-03-08": COPY + " The mayor was away."})
    finding = story.finding("Thieves broke into the mill")
    assert set(finding.outlets) == {"Polar Wire", "Harbour Post"}
    (origin,) = finding.origins
    assert origin.name == "Polar Wire"
    assert any("Polar Wire" in why and why.startswith("Harbour Post") for why in origin.why)


def test_an_outlet_that_is_credited_passes_on_whom_it_names(judge):
    story = judge(
        {
            "Brenholm Gazette 2031-03-07": "The mill of Brenholm will close in June, director Karl Lindqvist said.",
            "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, according to the Brenholm Gazette.",
        }
    )
    finding = story.finding("will close in June")
    assert set(finding.outlets) == {"Brenholm Gazette", "Harbour Post"}
    assert [o.name for o in finding.origins] == ["Karl Lindqvist"]
    assert any("Brenholm Gazette" in why and "Karl Lindqvist" in why for why in finding.origins[0].why)


PRINTED = (
    "Director Karl Lindqvist said on Friday that the mill of Brenholm will close in June after ninety years of work."
    " Union officials said on condition of anonymity that the ovens had been sold to a buyer abroad weeks before."
)


def test_reprints_and_a_report_of_their_own_count_as_two(judge):
    reprints = {f"{n} Courier 2031-03-08": PRINTED for n in ("Arle", "Birkin", "Corve", "Dunlow", "Ebbing", "Fenwold")}
    own = "The mill of Brenholm will close in June, mayor Ilse Maartens told the Coast Herald."
    story = judge(reprints | {"Coast Herald 2031-03-08": own})
    finding = story.finding("told the Coast Herald")
    assert len(finding.outlets) == 7
    assert finding.independent == 2
    assert max(f.independent for f in story.findings) == 2


def test_reprints_of_an_unnamed_source_are_one_origin(judge):
    reprints = {f"{n} Courier 2031-03-08": PRINTED for n in ("Arle", "Birkin", "Corve", "Dunlow", "Ebbing", "Fenwold")}
    finding = judge(reprints).finding("had been sold")
    assert len(finding.outlets) == 6
    assert len(finding.origins) == 1
    assert finding.independent == 1


def test_a_text_that_credits_an_agency_rests_on_the_agency(judge):
    text = "(Reuters) - Two ovens burned out in the mill of Brenholm on Friday. No baker was hurt."
    origin = judge({"Harbour Post 2031-03-08": text}).origin("Two ovens burned out")
    assert (origin.name, origin.basis.value) == ("Reuters", "named")


@pytest.mark.parametrize(
    ("texts", "words", "reason"),
    [(FIGURE, "cut 1,340 jobs", "the figure 1,340"), (QUOTE, "until the river runs dry", "the words")],
    ids=["a rare figure", "a quotation"],
)
def test_an_unattributed_rewrite_is_folded_into_the_account_that_names_its_source(judge, texts, words, reason):
    story = judge(texts)
    origin = story.origin(words, "Harbour Post")
    assert origin.name == "Karl Lindqvist"
    told = [w for w in origin.why if w.startswith("Harbour Post")]
    assert any("probable relay" in why and reason in why for why in told), told
    assert story.finding(words).status.value == "single-origin"


def test_who_told_first_retells_nobody(judge):
    texts = {
        "Harbour Post 2031-03-05": FIGURE["Harbour Post 2031-03-08"],
        "Brenholm Gazette 2031-03-07": FIGURE["Brenholm Gazette 2031-03-07"],
    }
    origin = judge(texts).origin("is to cut 1,340 jobs")
    assert (origin.name, origin.basis.value) == ("Harbour Post", "unsourced")


def test_a_common_figure_gives_no_relay_away(judge):
    texts = {
        "Brenholm Gazette 2031-03-07": "The fire burned two ovens, director Karl Lindqvist said.",
        "Harbour Post 2031-03-08": "Two of the mill's ovens are lost after Friday night.",
    }
    assert judge(texts).origin("Two of the mill's ovens", "Harbour Post").basis.value == "unsourced"


def test_anonymous_officials_count_under_the_outlet_that_spoke_to_them(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, officials said on condition of anonymity.",
            "Coast Herald 2031-03-08": "In June the mill in Brenholm is to be closed, people familiar with the plan said.",
        }
    )
    for outlet, words in (("Harbour Post", "will close in June"), ("Coast Herald", "is to be closed")):
        origin = story.origin(words, outlet)
        assert (origin.name, origin.basis.value) == (outlet, "named")


FIRST_HAND = [
    "Our reporter counted four trucks at the gate of the mill on Friday.",
    "Norrapress saw four trucks leave the mill of Brenholm on Friday.",
    "This newspaper has obtained the contract between the mill and the bank.",
    "Director Karl Lindqvist will resign, according to a letter seen by Norrapress.",
]


@pytest.mark.parametrize("text", FIRST_HAND)
def test_what_the_outlet_itself_saw_or_holds_is_first_hand(judge, text):
    story = judge({"Norrapress 2031-03-08": text})
    origin = story.origin(text.removesuffix("."))
    assert (origin.name, origin.basis.value) == ("Norrapress", "first-hand")
    assert story.finding(text.removesuffix(".")).status.value == "single-origin"


@pytest.mark.parametrize(
    "text",
    [
        "Four trucks left the mill of Brenholm on Friday.",
        "The mill sells bread to readers of Norrapress.",
    ],
)
def test_what_shows_no_source_is_unsourced(judge, text):
    story = judge({"Norrapress 2031-03-08": text})
    assert story.origin(text.removesuffix(".")).basis.value == "unsourced"
    assert story.finding(text.removesuffix(".")).status.value == "unsourced"


def test_two_independent_sources_corroborate(judge):
    finding = judge(INDEPENDENT).finding("is to be closed")
    assert {o.name for o in counted(finding)} == {"Karl Lindqvist", "Maria Osterlund"}
    assert finding.status.value == "corroborated"


def test_one_source_in_two_outlets_does_not(judge):
    texts = {name: text.replace("mayor Maria Osterlund", "director Karl Lindqvist") for name, text in INDEPENDENT.items()}
    finding = judge(texts).finding("is to be closed")
    assert set(finding.outlets) == {"Harbour Post", "Coast Herald"}
    assert [o.name for o in finding.origins] == ["Karl Lindqvist"]
    assert finding.status.value == "single-origin"


def test_two_outlets_without_a_source_are_no_origin_at_all(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The mill of Brenholm closed its gates on Friday.",
            "Coast Herald 2031-03-08": "On Friday the mill at Brenholm shut its doors.",
        }
    )
    finding = story.finding("closed its gates")
    assert len(finding.outlets) == 2
    assert {o.basis.value for o in finding.origins} == {"unsourced"}
    assert finding.status.value == "unsourced"


def test_the_same_words_under_two_names_were_said_once(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "Karl Lindqvist said that the old mill would never again grind a grain of rye.",
            "Coast Herald 2031-03-08": "Baker Maria Osterlund said the old mill would never again grind a grain of rye.",
        }
    )
    finding = story.finding("grain of rye")
    assert len(finding.outlets) == 2
    assert len(finding.origins) == 1
    assert finding.status.value == "single-origin"


def test_the_speaker_of_a_clause_of_speech_is_its_root(judge):
    text = "Karl Lindqvist announced that the mill of Brenholm will close in June."
    story = judge({"Harbour Post 2031-03-08": text})
    assert {(o.name, o.basis.value) for f in story.findings for o in f.origins} == {("Karl Lindqvist", "named")}
    assert any(story.scene.claims[c].speaker and not story.scene.claims[c].voices for f in story.findings for c in f.claims)


def test_the_innermost_of_a_chain_is_the_root(judge):
    text = "The mill will close in June, the Coast Herald reported, citing director Karl Lindqvist."
    assert judge({"Harbour Post 2031-03-08": text}).origin("The mill will close in June, the").name == "Karl Lindqvist"


def test_every_claim_stands_under_one_origin_of_its_finding(judge):
    for texts in (RELAYS, FIGURE, QUOTE, INDEPENDENT):
        for finding in judge(texts).findings:
            behind = sorted(c for o in finding.origins for c in o.claims)
            assert behind == sorted(finding.claims)
            assert len({o.source for o in finding.origins}) == len(finding.origins)


def test_what_nameless_media_tell_counts_for_nobody(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, local media reported.",
            "Coast Herald 2031-03-08": "The mill of Brenholm will close in June, according to news reports.",
        }
    )
    finding = story.finding("The mill of Brenholm will close in June")
    assert len(finding.outlets) == 2
    assert [o.basis.value for o in finding.origins] == ["probable-relay"]
    assert finding.status.value == "unsourced"


def test_what_nameless_media_tell_goes_back_to_the_one_who_is_named(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, local media reported.",
            "Coast Herald 2031-03-08": "The mill of Brenholm will close in June, director Karl Lindqvist said.",
        }
    )
    finding = story.finding("The mill of Brenholm will close in June")
    assert [o.name for o in finding.origins] == ["Karl Lindqvist"]


def test_nameless_officials_count_under_the_outlet_that_cites_them(judge):
    story = judge(
        {
            "Brenholm Gazette 2031-03-07": "Two officials told the Brenholm Gazette that the mill will close in June.",
            "Harbour Post 2031-03-08": "The Brenholm Gazette, citing two officials, reported that the mill will close in "
            "June.",
        }
    )
    finding = story.finding("the mill will close in June")
    assert len(finding.outlets) == 2
    assert [o.name for o in counted(finding)] == ["Brenholm Gazette"]


def test_a_company_and_its_spokeswoman_are_one(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The new ovens of the Brenholm mill cost nine million crowns, Tarnholm Foods said.",
            "Coast Herald 2031-03-08": "Nine million crowns were paid for the new ovens of the mill in Brenholm, said Dora "
            "Linfield, a spokeswoman for Tarnholm Foods.",
        }
    )
    shared = [f for f in story.findings if len(f.outlets) == 2]
    assert shared
    assert {o.name for f in shared for o in counted(f)} == {"Tarnholm Foods"}


def test_an_address_is_the_outlet_that_others_name(judge):
    story = judge(
        {
            "tarnpress.example 2031-03-07": "An official told TarnPress that the mill of Brenholm will close in June.",
            "Harbour Post 2031-03-08": "TarnPress reported that the mill of Brenholm will close in June.",
        }
    )
    finding = story.finding("the mill of Brenholm will close in June")
    assert len(finding.outlets) == 2
    assert [o.name for o in counted(finding)] == ["TarnPress"]


@pytest.mark.parametrize(
    "text",
    ["The director could offer the crew of the mill nine crowns.", "The director ordered the crew to leave the mill."],
    ids=["what he might do", "what he wants"],
)
def test_who_acts_is_no_source(judge, text):
    origin = judge({"Harbour Post 2031-03-08": text}).origin("the crew")
    assert origin.basis.value == "unsourced"


def test_set_phrases_show_no_relay(judge):
    story = judge(
        {
            "Harbour Post 2031-03-07": "The mill of the Tarn and Brenholm company burned, director Karl Lindqvist said.",
            "Coast Herald 2031-03-08": "A fire destroyed the mill of the Tarn and Brenholm company.",
        }
    )
    finding = story.finding("A fire destroyed the mill")
    assert not any("relay" in why for o in finding.origins for why in o.why)


def test_what_nameless_media_tell_is_not_his_who_tells_something_else(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, local media reported.",
            "Coast Herald 2031-03-08": "The mill of Brenholm burned in June nine years ago, director Karl Lindqvist said.",
        }
    )
    origin = story.origin("will close in June", "Harbour Post")
    assert origin.basis.value == "probable-relay"
    assert origin.name == "local media"


@pytest.mark.parametrize(
    "text",
    [
        "We counted four trucks at the gate of the mill on Friday.",
        "The director of the mill did not return our calls.",
        "The crowd at the gate, four hundred by this reporter's count, sang all night.",
    ],
)
def test_what_the_outlet_did_itself_is_first_hand(judge, text):
    origin = judge({"Norrapress 2031-03-08": text}).origin(text[-14:-1])
    assert (origin.name, origin.basis.value) == ("Norrapress", "first-hand")


def test_what_somebody_is_quoted_to_have_seen_is_his(judge):
    text = "“We counted four trucks at the gate of the mill,” baker Maria Osterlund said."
    assert judge({"Norrapress 2031-03-08": text}).origin("four trucks").name == "Maria Osterlund"


def test_prosecutors_are_one_body_in_two_outlets(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The mill of Brenholm was set on fire by its owner in June, prosecutors said.",
            "Coast Herald 2031-03-08": "Prosecutors said that the owner set the mill of Brenholm on fire in June.",
        }
    )
    finding = story.finding("set the mill of Brenholm on fire")
    assert len(finding.outlets) == 2
    assert [o.name for o in counted(finding)] == ["prosecutors"]


def test_a_thing_that_shows_something_is_no_source(judge):
    text = "Norway and Tarn signed a treaty on Friday. It underscores the need of Tarn for bread."
    assert judge({"Harbour Post 2031-03-08": text}).origin("underscores").basis.value == "unsourced"


def test_who_learned_a_thing_is_not_who_told_it(judge):
    text = "Officials said that Karl Lindqvist had heard of the fire at the mill."
    origin = judge({"Harbour Post 2031-03-08": text}).origin("heard of the fire")
    assert (origin.name, origin.basis.value) == ("Harbour Post", "named")


def test_a_judgement_is_told_by_who_gave_it(judge):
    text = "Director Karl Lindqvist called it pure invention."
    assert judge({"Harbour Post 2031-03-08": text}).origin("pure invention").name == "Karl Lindqvist"


def test_a_country_that_is_only_it_says_nothing(judge):
    text = "Karl Lindqvist looks towards Norway. It offers what Karl Lindqvist considers essential: peace."
    story = judge({"Harbour Post 2031-03-08": text})
    assert "Norway" not in {o.name for f in story.findings for o in f.origins}
