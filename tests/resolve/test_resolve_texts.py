"""What the words of a text beside its names tell: kinds, glosses, whose government, the name in use."""

import hashlib

import pytest
from msgspec.structs import replace

from sayso.model.annotations import Annotations
from sayso.model.document import Block, Document, identify
from sayso.model.enums import BlockKind, CountryForm, EntityType, MentionKind, QuoteKind
from sayso.model.mention import Mention
from sayso.model.voice import Attribution, Voice
from sayso.resolve import resolve


def written(text, *rows):
    """A document of its own words; each row (name, type, chain, more) marks the next place where the name stands."""
    digest, mentions, at = hashlib.sha256(text.encode()).hexdigest(), [], {}
    for name, kind, chain, *more in rows:
        start = text.index(name, at.get(name, 0))
        at[name] = start + 1
        extra = {"kind": MentionKind.NAME, **(more[0] if more else {})}
        end = start + len(name)
        mentions.append(Mention(start=start, end=end, text=name, type=EntityType(kind), chain=chain, **extra))
    block = (Block(0, len(text), BlockKind.PARAGRAPH),)
    document = Document(id=identify("d", digest), sha256=digest, text=text, blocks=block, publisher="example.org")
    found = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    return document, Annotations(
        document=document.id, sentences=(), mentions=found, times=(), quantities=(), attributions=(), clauses=()
    )


def resolved(*written_documents):
    documents, annotations = zip(*written_documents, strict=True)
    return resolve(documents, annotations)


@pytest.mark.parametrize(
    ("text", "name", "wrong", "right"),
    [
        ("Crews reached the ferry Osvaldine at dawn.", "Osvaldine", "GPE", "PRODUCT"),
        ("Osvaldine, a newspaper in the south, said so.", "Osvaldine", "PERSON", "ORG"),
        ("Talks with Brask Timber plc failed.", "Brask Timber plc", "PERSON", "ORG"),
        ("The mill is a unit of the Bergen-listed Brask Timber.", "Brask Timber", "PERSON", "ORG"),
        ("She grew up in a town called Osvaldine.", "Osvaldine", "FAC", "GPE"),
        ("Work went to Brask Timber, which denied it.", "Brask Timber", "PERSON", "ORG"),
        ("At the company, Osvaldine spoke first.", "Osvaldine", "PERSON", "PERSON"),
        ("Osvaldine, a clerk of the company, spoke first.", "Osvaldine", "PERSON", "PERSON"),
    ],
)
def test_kind_by_the_words_beside_a_name(text, name, wrong, right):
    found = resolved(written(text, (name, wrong, 0)))
    assert [e.type.value for e in found.entities] == [right]


def test_a_pronoun_with_gender_outweighs_the_words_beside():
    text = "Osvaldine, which he once was, left. He"
    he = {"kind": MentionKind.PRONOUN, "gender": "m"}
    found = resolved(written(text, ("Osvaldine", "PERSON", 0, {"gender": "m"}), ("He", "PERSON", 0, he)))
    assert found.entities[0].type is EntityType.PERSON


def test_a_ship_and_the_town_that_it_is_named_for():
    town = written("The council of Lindmark met.", ("Lindmark", "GPE", 0))
    ship = written("Smoke rose from the tanker Lindmark.", ("Lindmark", "GPE", 0))
    again = written("The tanker Lindmark sank.", ("Lindmark", "PRODUCT", 0))
    found = resolved(town, ship, again)
    assert sorted((e.type.value, len(e.mentions)) for e in found.entities) == [("GPE", 1), ("PRODUCT", 2)]


@pytest.mark.parametrize(
    ("text", "a", "b", "one"),
    [
        ("The Mountain Rivers League (LRM) voted.", "Mountain Rivers League", "LRM", True),
        ("The Mountain Rivers League (AFP) voted.", "Mountain Rivers League", "AFP", False),
        ("Granos Altos, better known as Graltosa, paid.", "Granos Altos", "Graltosa", True),
        ("The Front of the Reeds, or Liga de los Juncos, voted.", "Front of the Reeds", "Liga de los Juncos", True),
        ("Granos Altos, or Graltosa in Spanish, paid.", "Granos Altos", "Graltosa", True),
        ("Granos Altos, or Graltosa, will pay.", "Granos Altos", "Graltosa", False),
        ("Granos Altos and Graltosa paid.", "Granos Altos", "Graltosa", False),
        ("Granos Altos (Graltosa) paid.", "Granos Altos", "Graltosa", False),
    ],
)
def test_two_names_side_by_side(text, a, b, one):
    found = resolved(written(text, (a, "ORG", 0), (b, "ORG", 1)))
    assert len(found.entities) == (1 if one else 2)
    if one:
        assert found.links[0].why == f"the text says '{text[text.index(a) : text.index(b) + len(b)]}'"


PERU = {"country": "PE", "form": CountryForm.NAME}
PERUVIAN = {"country": "PE", "form": CountryForm.ADJECTIVE}
CHILEAN = {"country": "CL", "form": CountryForm.ADJECTIVE}
TOLD = {"kind": MentionKind.DESCRIPTION}


def test_governments_of_one_country_are_one_and_of_two_are_two():
    one = written(
        "the Peruvian army and later the Peruvian army moved.",
        ("the Peruvian army", "ORG", 0, TOLD), ("Peruvian", "GPE", 1, PERUVIAN), ("the Peruvian army", "ORG", 0, TOLD),
    )  # fmt: skip
    two = written("Peru’s army left.", ("Peru’s army", "ORG", 0, TOLD), ("Peru", "GPE", 1, PERU))
    other = written("the Chilean army left.", ("the Chilean army", "ORG", 0, TOLD), ("Chilean", "GPE", 1, CHILEAN))
    found = resolved(one, two, other)
    army = next(e for e in found.entities if "army" in e.name)
    assert len(army.mentions) == 3
    assert "both mean the army of PE" in [link.why for link in found.links]


@pytest.mark.parametrize(("chileans", "joined"), [(1, True), (4, False)])
def test_a_bare_police_needs_documents_about_one_country(chileans, joined):
    rows = [("Peru", "GPE", 1, PERU)] * 4 + [("Chilean", "GPE", 2, CHILEAN)] * chileans
    text = "police came. " + "Peru " * 4 + "Chilean " * chileans + "police left."
    bare = [("police", "ORG", 0, TOLD), ("police", "ORG", 0, TOLD)]
    found = resolved(written(f"One. {text}", *rows, *bare), written(f"Two. {text}", *rows, *bare))
    assert max(len(e.mentions) for e in found.entities if e.type is EntityType.ORG) == (4 if joined else 2)


def test_a_regime_and_a_government_named_for_one_person_are_one():
    a = written("the Brask regime fell.", ("the Brask regime", "ORG", 0, TOLD), ("Brask", "PERSON", 1))
    b = written("Brask’s government fell.", ("Brask’s government", "ORG", 0, TOLD), ("Brask", "PERSON", 1))
    found = resolved(a, b)
    assert sorted(len(e.mentions) for e in found.entities) == [2, 2]


def test_the_name_in_use_before_the_fullest_one():
    text = "Granos Altos S.A., better known as Graltosa. Graltosa Graltosa Graltosa Graltosa"
    rows = [("Granos Altos S.A.", "ORG", 0), *([("Graltosa", "ORG", 1)] * 5)]
    assert resolved(written(text, *rows)).entities[0].name == "Graltosa"


def test_a_word_of_the_fullest_name_is_not_the_name_in_use():
    text = "Harwick Gazette. " + "Gazette " * 5
    rows = [("Harwick Gazette", "ORG", 0), *([("Gazette", "ORG", 0)] * 5)]
    assert resolved(written(text, *rows)).entities[0].name == "Harwick Gazette"


def test_a_translated_name_in_another_order_needs_cognates_and_a_shared_context():
    near = "Commander Ibarra smuggled emeralds through frozen harbours for the "
    a, b = "National Salvation Column", "Columna de Salvación Nacional"
    one = written(f"{near}{a}.", (a, "ORG", 0))
    assert len(resolved(one, written(f"{near}{b}.", (b, "ORG", 0))).entities) == 1
    assert len(resolved(one, written(f"We saw the {b}.", (b, "ORG", 0))).entities) == 2


LIMA = {"country": "PE", "form": CountryForm.SEAT}
QUITO = {"country": "EC", "form": CountryForm.SEAT}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Seen from Lima’s perspective, this is theft.", True),
        ("The path between Lima and Quito is long.", True),
        ("New Lima-Quito ties were praised.", True),
        ("Useful to Lima as ever.", True),
        ("Lima, under its new leadership, has changed.", True),
        ("The flights between Lima and Quito are full.", False),
        ("The Lima-Quito flight is full.", False),
        ("He travelled to Lima on Friday.", False),
        ("Lima’s streets are full.", False),
    ],
)
def test_a_capital_known_to_speak_acts_where_the_words_beside_it_show_a_government(text, acts):
    known = written("Lima and Quito agreed.", ("Lima", "GPE", 0, LIMA), ("Quito", "GPE", 1, QUITO))
    found = resolved(known, written(text, ("Lima", "GPE", 0)))
    assert any(e.name == "Peru" and len(e.mentions) == 2 for e in found.entities) is acts


def test_a_capital_that_no_text_uses_for_a_government_stays_a_town():
    found = resolved(written("Seen from Lima’s perspective, this is theft.", ("Lima", "GPE", 0)))
    assert [e.name for e in found.entities] == ["Lima"]


def test_a_capital_that_is_a_source_is_its_government():
    known = written("Lima agreed.", ("Lima", "GPE", 0, LIMA))
    document, annotations = written("In papers that Lima made public the dam leaks.", ("Lima", "GPE", 0))
    said = Attribution(source=Voice(start=15, end=19, text="Lima"), cue=None, content=((32, 45),), kind=QuoteKind.INDIRECT)
    found = resolved(known, (document, replace(annotations, attributions=(said,))))
    assert [len(e.mentions) for e in found.entities] == [2]
