"""Voices: whom the words of a source mean across the story."""

import pytest

from sayso.annotate.parse import load_model
from sayso.ingest import read
from sayso.model.enums import EntityType
from sayso.pipeline.reading import read_story
from sayso.pipeline.stopwatch import Stopwatch

TEXTS = {
    "Harbour Post": """The mayor of Bergen, Ingrid Solheim, opened the library on Friday.

“The roof is made of slate,” Ingrid Solheim told the Coast Herald.

The Brenholm Gazette reported that officials said the tower had cost a fortune.

The architect denied that the windows had leaked.

The firm told reporters that it would repair the stairs.

Engineer Karl Lindqvist said that the bricks were old. He said that the doors were new.

A person close to Ingrid Solheim said that the cellar was damp. Lindqvist’s lawyer, Ove Holm, said that the lamps were cheap.

The Brenholm Gazette reported that the owners said they had reported the theft of the lead.

A mason had told state radio that the arch was cracked.

Karl Lindqvist continues to deny that the cellar was damp at all.""",
    "Coast Herald": """Mayor Solheim said that the roof was made of slate.

Ingrid Solheim told the Coast Herald that the carpet was blue.""",
}


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("voices")
    for n, (publisher, text) in enumerate(TEXTS.items()):
        (folder / f"{n}.txt").write_text(f"---\npublisher: {publisher}\ndate: 2031-03-08\n---\n{text}\n", "utf-8")
    return read_story(read([folder]).documents, load_model(), Stopwatch())


@pytest.fixture(scope="module")
def chain(story):
    """The voices of the claim with just these words: (words, name of the entity)."""
    names = {e.id: e.name for e in story.resolution.entities}

    def voices(words, publisher="Harbour Post"):
        (claim,) = (c for c in story.claims if c.text == words and c.publisher == publisher)
        return [(v.source, names.get(v.entity), v) for v in claim.voices]

    return voices


def test_what_the_outlet_tells_itself_has_no_voice(story):
    (claim,) = (c for c in story.claims if "opened the library" in c.text)
    assert claim.voices == ()


def test_a_chain_stands_outermost_first(chain):
    (outlet, name, _), (officials, nobody, last) = chain("the tower had cost a fortune")
    assert (outlet, name) == ("The Brenholm Gazette", "Brenholm Gazette")
    assert (officials, nobody) == ("officials", None)
    assert last.anonymous
    assert last.citable


def test_another_outlet_that_was_told_stands_outside_who_told_it(chain):
    assert [name for _, name, _ in chain("The roof is made of slate")] == ["Coast Herald", "Ingrid Solheim"]


def test_the_documents_own_outlet_that_was_told_is_no_voice(chain):
    assert [name for _, name, _ in chain("the carpet was blue", "Coast Herald")] == ["Ingrid Solheim"]


def test_reporters_who_were_told_are_no_voice(chain):
    assert [source for source, _, _ in chain("it would repair the stairs")] == ["The firm"]


def test_a_denial_marks_the_voice(chain):
    ((source, _, voice),) = chain("the windows had leaked")
    assert source == "The architect"
    assert voice.negated
    assert voice.cue == "denied"


def test_one_person_is_one_entity_in_all_documents(chain):
    (_, name, there) = chain("The roof is made of slate")[-1]
    ((_, _, here),) = chain("the roof was made of slate", "Coast Herald")
    assert here.entity == there.entity
    assert name == "Ingrid Solheim"
    assert here.type is EntityType.PERSON


def test_a_pronoun_is_who_spoke_before(chain):
    ((source, name, voice),) = chain("the doors were new")
    assert (source, name) == ("He", "Karl Lindqvist")
    assert voice.citable
    assert not voice.anonymous


def test_words_of_a_source_stand_in_the_text(story):
    texts = {d.id: d.text for d in story.documents}
    voices = [(c.document, v) for c in story.claims for v in (*c.voices, *([c.speaker] if c.speaker else []))]
    assert len(voices) > 8
    assert all(texts[document][v.start : v.end] == v.source for document, v in voices)


def test_who_is_quoted_in_a_report_of_a_report_stands_innermost(tmp_path):
    text = (
        'According to a statement released by the Coast Herald, Ingrid Solheim expressed her "deep concern" over the bridge.'
        "\n\nIngrid Solheim expressed concern over the tower."
    )
    (tmp_path / "0.txt").write_text(f"---\npublisher: Inland Mail\ndate: 2031-03-09\n---\n{text}\n", "utf-8")
    told = read_story(read([tmp_path]).documents, load_model(), Stopwatch()).claims
    quoted = next(c for c in told if "deep concern" in c.text)
    plain = next(c for c in told if "the tower" in c.text)
    assert [v.source for v in quoted.voices] == ["the Coast Herald", "Ingrid Solheim"]
    assert plain.voices == ()


def test_who_is_near_somebody_is_not_that_one(chain):
    ((_, name, voice),) = chain("the cellar was damp")
    assert name is None
    assert voice.anonymous


def test_a_lawyer_is_not_his_client(chain):
    ((_, name, _),) = chain("the lamps were cheap")
    assert name == "Ove Holm"


def test_a_medium_without_a_name_that_was_told_stands_outside(chain):
    assert [words for words, _, _ in chain("the arch was cracked")] == ["state radio", "A mason"]


def test_who_goes_on_denying_speaks(story):
    (claim,) = (c for c in story.claims if c.text.startswith("Karl Lindqvist continues"))
    assert [v.source for v in claim.spoken] == ["Karl Lindqvist"]


def test_they_is_nobody_to_be_named_behind_the_one_who_tells(story):
    voices = [v.source for c in story.claims if "the theft of the lead" in c.text for v in c.voices]
    assert "The Brenholm Gazette" in voices
    assert "they" not in voices


ODD = {
    "Harbour Post": """The prosecutor’s lawyer Ove Holm met Mayor Ingrid Solheim in Bergen.

A court in Bergen ordered that the library be closed.

Yesterday we wrote that the tower would be sold.

Ingrid Solheim told a news conference in Bergen that the roof was new.

Three of the masons told the Coast Herald that the arch was cracked.

“We feel that the wall is weak,” the masons said."""
}


def voices_in(story, words):
    return max((c.voices for c in story.claims if words in c.text), key=len)


@pytest.fixture(scope="module")
def odd_story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("odd")
    for n, (publisher, text) in enumerate(ODD.items()):
        (folder / f"{n}.txt").write_text(f"---\npublisher: {publisher}\ndate: 2031-03-08\n---\n{text}\n", "utf-8")
    return read_story(read([folder]).documents, load_model(), Stopwatch())


def test_a_court_is_not_the_town_it_sits_in(odd_story):
    (court,) = voices_in(odd_story, "the library be closed")
    assert court.entity is None
    assert court.citable
    assert not court.anonymous


def test_what_the_outlet_says_it_wrote_is_its_own(odd_story):
    assert voices_in(odd_story, "the tower would be sold") == ()


def test_a_news_conference_is_no_medium(odd_story):
    (speaker,) = voices_in(odd_story, "the roof was new")
    assert speaker.source == "Ingrid Solheim"


def test_some_of_the_masons_are_unnamed(odd_story):
    assert voices_in(odd_story, "the arch was cracked")[-1].anonymous
