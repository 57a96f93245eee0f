"""Whether one text retells another is judged once, for all that the two tell."""

REPORT = (
    "The owner of the mill wants to move its six ovens to Bergen by autumn, according to an analysis of the Brenholm "
    "Gazette. "
    "Bergen has cheap power, an empty harbour hall and a council that asks few questions, the Gazette writes. "
    "The Brenholm Gazette says that the millers of Brenholm would all lose their work."
)
RETOLD = (
    "Much speaks for a move. Bergen has cheap power, an empty harbour hall and a council that asks few questions. "
    "The owner of the mill wants to move its six ovens to Bergen by autumn. "
    "Six families would then have to look for bread elsewhere, now that the millers’ work is to be lost."
)
WIRE = (
    "A storm tore the roof off the mill of Brenholm on Friday night. Two ovens were drowned in the flood. The bridge over "
    "the Orra was swept away. About 60 people had to leave their homes. The school of Brenholm was closed until "
    "further notice, the council said. "
    "Mayor Maria Osterlund said on Saturday that five people were missing."
)
FOLLOWS = (
    "The roof of the mill in Brenholm was torn off by a storm on Friday night. The flood drowned two ovens. The Orra swept "
    "away the bridge. Roughly 60 people had to leave their homes. The school of Brenholm remained closed. Five people were "
    "missing, the Polar Wire reported."
)


def origin(story, words, publisher):
    found = story.origin(words, publisher)
    return found.name, found.basis.value


def test_neighbours_of_a_retold_sentence_are_retold(judge):
    story = judge({"Coast Herald 2031-03-07": REPORT, "Harbour Post 2031-03-08": RETOLD})
    for words in ("cheap power", "wants to move its six ovens", "work is to be lost"):
        assert origin(story, words, "Harbour Post") == ("Brenholm Gazette", "named"), words


def test_a_text_that_shares_no_words_with_the_report_tells_its_own(judge):
    own = (
        "The ovens are old. Power is cheap in Bergen, its harbour hall stands empty and its council asks little. He is rich."
    )
    story = judge({"Coast Herald 2031-03-07": REPORT, "Harbour Post 2031-03-08": own})
    assert origin(story, "Power is cheap", "Harbour Post") == ("Harbour Post", "unsourced")


def test_a_rumour_in_a_text_that_retells_a_report_is_the_reports(judge):
    rumour = RETOLD.replace("Six families would", "As reports suggest, six families would")
    story = judge({"Coast Herald 2031-03-07": REPORT, "Harbour Post 2031-03-08": rumour})
    assert origin(story, "work is to be lost", "Harbour Post") == ("Brenholm Gazette", "named")


def test_who_follows_an_outlet_that_he_cites_relays_it(judge):
    story = judge({"Polar Wire 2031-03-08": WIRE, "Coast Herald 2031-03-09": FOLLOWS})
    for words in ("drowned two ovens", "had to leave their homes"):
        assert origin(story, words, "Coast Herald") == ("Polar Wire", "probable-relay"), words
    assert origin(story, "remained closed", "Coast Herald")[0] == "the council"


def test_another_figure_is_no_relay(judge):
    changed = FOLLOWS.replace("Roughly 60 people", "Roughly 90 people")
    story = judge({"Polar Wire 2031-03-08": WIRE, "Coast Herald 2031-03-09": changed})
    assert origin(story, "drowned two ovens", "Coast Herald") == ("Polar Wire", "probable-relay")
    assert origin(story, "had to leave their homes", "Coast Herald") == ("Coast Herald", "unsourced")


def test_one_citation_makes_no_relay_of_all_the_rest(judge):
    rest = "The miller is a tall man. He has a dog. His bread is dark. He sleeps late. He sings. "
    cites = f"The flood drowned two ovens. {rest}Five people were missing, the Polar Wire reported."
    story = judge({"Polar Wire 2031-03-08": WIRE, "Coast Herald 2031-03-09": cites})
    assert origin(story, "drowned two ovens", "Coast Herald") == ("Coast Herald", "unsourced")


def test_a_clause_around_what_is_said_is_no_second_account(judge):
    story = judge(
        {
            "Coast Herald 2031-03-08": "Mayor Maria Osterlund stressed the importance of keeping an open dialogue "
            "between the mill and the union.",
            "Harbour Post 2031-03-08": "The two held a crucial phone conversation where Mayor Osterlund stressed the "
            "importance of maintaining open dialogue between the mill and the union.",
        }
    )
    assert origin(story, "The two held", "Harbour Post") == ("Maria Osterlund", "named")


def test_whom_a_relayed_outlet_leaves_unnamed_is_nobody_whom_it_names(judge):
    story = judge(
        {
            "Polar Wire 2031-03-08": "The mill of Brenholm was not locked, director Karl Lindqvist said.",
            "Coast Herald 2031-03-09": "The Polar Wire, citing two unnamed officials, reported that the mill of "
            "Brenholm was not locked.",
        }
    )
    assert origin(story, "was not locked", "Coast Herald") == ("Polar Wire", "named")


def test_the_government_of_a_relayed_report_is_the_body_that_the_report_names(judge):
    story = judge(
        {
            "Polar Wire 2031-03-08": "The storm killed 31 people in Brenholm, the National Flood Office said.",
            "Coast Herald 2031-03-09": "The government put the number of the dead in Brenholm at 31, the Polar Wire "
            "reported.",
        }
    )
    assert "Flood Office" in story.origin("at 31", "Coast Herald").name


def test_words_that_most_give_to_one_are_his(judge):
    said = "One does not haggle with a stopwatch on the kitchen table"
    told = "“He told me that one does not haggle with a stopwatch on the kitchen table,” minister Ada Moor said."
    story = judge(
        {
            "Coast Herald 2031-03-08": told,
            "Harbour Post 2031-03-08": f"“{said},” envoy Karl Lindqvist told reporters.",
            "Polar Wire 2031-03-08": f"“{said},” envoy Karl Lindqvist told the press in Bergen.",
        }
    )
    assert {o.name for o in story.finding("stopwatch").origins} == {"Karl Lindqvist"}
