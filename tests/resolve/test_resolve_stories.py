import json
from pathlib import Path

import pytest

from sayso.model.enums import CountryForm, EntityType, MentionKind
from sayso.resolve import resolve

CASES = [json.loads(line) for line in (Path(__file__).parent / "stories.jsonl").read_text("utf-8").splitlines()]


def partition(resolution, documents):
    texts = {d.id: d.text for d in documents}
    return sorted(
        (e.type.value, sorted(texts[m.document][m.start : m.end] for m in e.mentions)) for e in resolution.entities
    )


@pytest.mark.parametrize("case", [pytest.param(c, id=c["why"]) for c in CASES])
def test_entities(case, story):
    documents, annotations = story(case["texts"])
    found = resolve(documents, annotations)
    assert partition(found, documents) == sorted((kind, sorted(names)) for kind, names in case["entities"])


def test_country_adjective_and_acting_capital_are_one(story):
    peru = {"country": "PE", "form": CountryForm.NAME}
    documents, annotations = story(
        [
            [("Peru", "GPE", 0, peru), ("Peruvian", "GPE", 0, {"country": "PE", "form": CountryForm.ADJECTIVE})],
            [("Lima", "GPE", 0, {"country": "PE", "form": CountryForm.SEAT}), ("Lima", "GPE", 1)],
        ]
    )
    found = resolve(documents, annotations)
    country, town = found.entities
    assert (country.name, country.aliases, len(country.mentions)) == ("Peru", ("Peru",), 3)
    assert (town.name, len(town.mentions)) == ("Lima", 1)
    assert "'Lima': capital used for government" in [link.why for link in found.links if link.entity == country.id]


def test_translated_name_needs_a_shared_context(story):
    near = "founders Ibarra smuggled emeralds through harbours: "
    rows = [[("Front of the Stars", "ORG", 0)], [("Frente de las Estrellas", "ORG", 0)]]
    documents, annotations = story(rows)
    assert len(resolve(documents, annotations).entities) == 2
    together = [[(near + "Front of the Stars", "ORG", 0)], [(near + "Frente de las Estrellas", "ORG", 0)]]
    documents, annotations = story(together)
    shifted = [
        a.__class__(
            **{f: getattr(a, f) for f in a.__struct_fields__ if f != "mentions"}, mentions=cut(a.mentions, len(near))
        )
        for a in annotations
    ]
    assert len(resolve(documents, shifted).entities) == 1


def cut(mentions, by):
    from msgspec.structs import replace

    return tuple(replace(m, start=m.start + by, text=m.text[by:]) for m in mentions)


def test_driver_of_one_document_is_the_only_named_driver(story):
    described = {"kind": MentionKind.DESCRIPTION}
    documents, annotations = story(
        [[("Ivo Marek", "PERSON", 0, {"title": "Driver"})], [("the driver", "PERSON", 0, described)]]
    )
    assert len(resolve(documents, annotations).entities) == 1
    more = [[("Ivo Marek", "PERSON", 0, {"title": "Driver"}), ("Petr Novy", "PERSON", 1, {"title": "driver"})]]
    documents, annotations = story([*more, [("the driver", "PERSON", 0, described), ("the driver", "PERSON", 0, described)]])
    assert len(resolve(documents, annotations).entities) == 3


def test_a_lone_description_is_no_entity(story):
    documents, annotations = story([[("the mayor", "PERSON", 0, {"kind": MentionKind.DESCRIPTION})]])
    assert resolve(documents, annotations).entities == ()


def test_every_mention_of_an_entity_is_mapped(story):
    documents, annotations = story([[("Ivo Marek", "PERSON", 0), ("he", "PERSON", 0, {"kind": MentionKind.PRONOUN})]])
    found = resolve(documents, annotations)
    assert set(found.of.values()) == {found.entities[0].id}
    assert len(found.of) == 2
    assert found.entities[0].type is EntityType.PERSON
