"""Everybody who is cited."""

import pytest

TEXTS = {
    "Harbour Post 2031-03-08": "The mill of Brenholm will close in June, Karl Lindqvist said. Four vans left "
    "the yard on Friday, officials said on condition of anonymity. Our reporter counted nine sacks of rye in the hall.",
    "Coast Herald 2031-03-08": "In June the mill in Brenholm is to be closed, according to director Karl Lindqvist. The "
    "baker wept. (Reuters)",
    "Norrapress 2031-03-08": "The bank wants its money back, the Harbour Post reported. Maria Osterlund urged bakers "
    "to buy local rye.",
}


@pytest.fixture(scope="module")
def story(judge):
    return judge(TEXTS)


def named(story, name):
    (found,) = (s for s in story.sources if s.name == name and s.kind.value != "anonymous")
    return found


def test_every_origin_is_among_the_sources(story):
    ids = [s.id for s in story.sources]
    assert len(set(ids)) == len(ids)
    assert {o.source for f in story.findings for o in f.origins} <= set(ids)


def test_who_is_told_to_have_spoken_without_content_is_a_source_too(story):
    baker = named(story, "Maria Osterlund")
    assert [story.scene.documents[c.document].publisher for c in baker.cited_by] == ["Norrapress"]


def test_one_man_is_one_source_in_two_documents(story):
    director = named(story, "Karl Lindqvist")
    assert director.kind.value == "person"
    assert {story.scene.documents[c.document].publisher for c in director.cited_by} == {"Harbour Post", "Coast Herald"}


def test_citations_hold_claims_of_their_document(story):
    for source in story.sources:
        assert source.cited_by
        for citation in source.cited_by:
            assert citation.claims
            assert {story.scene.claims[c].document for c in citation.claims} == {citation.document}


def test_anonymous_officials_are_listed_as_such(story):
    assert [s.name for s in story.sources if s.kind.value == "anonymous"] == ["officials"]


def test_a_cited_outlet_of_the_story_is_one_source_with_its_own_observations(story):
    post = named(story, "Harbour Post")
    assert post.kind.value == "outlet"
    assert {"Norrapress", "Harbour Post"} <= {story.scene.documents[c.document].publisher for c in post.cited_by}


def test_the_most_cited_stand_first(story):
    counts = [sum(len(c.claims) for c in s.cited_by) for s in story.sources]
    assert counts == sorted(counts, reverse=True)
