import msgspec

from sayso.export.citation import PLACE, citation, source_of


def test_a_citation_tells_words_outlet_day_and_characters(sample):
    assert citation(sample.documents[0], sample.claims[0], "f1") == (
        "“The ferry Alma ran aground off Skerrin on Tuesday with 214 people on board” — Harbour Post, “Ferry runs aground "
        "off Skerrin”, 4 March 2031, characters 32–106 of sha256 872c0b10fe14e596…; sayso finding f1"
    )


def test_without_title_day_or_finding_nothing_is_made_up(sample):
    published = msgspec.structs.replace(sample.documents[0].published, start=None, end=None)
    bare = msgspec.structs.replace(sample.documents[0], title=None, published=published)
    told = citation(bare, sample.claims[0])
    assert "— Harbour Post, date unknown, characters" in told
    assert "finding" not in told


def test_the_place_is_the_only_room_in_the_source(sample):
    odd = msgspec.structs.replace(sample.documents[0], publisher="Post @ Pier", title="@\x1b[1m\u202e")
    assert source_of(odd).count(PLACE) == 1
    assert "characters 32–106 of" in citation(odd, sample.claims[0])
    assert not {"\x1b", "\u202e"} & set(citation(odd, sample.claims[0]))
