"""Which outlet a name means, and what an address is called."""

import pytest

from sayso.judge.outlets import Outlets
from sayso.model.document import Document
from sayso.model.enums import EntityType
from sayso.model.mention import Entity


def document(publisher, credits=()):
    return Document(id=publisher, sha256="", text="", blocks=(), publisher=publisher, credits=tuple(credits))


def entity(name):
    return Entity(id=name, type=EntityType.ORG, name=name, aliases=(name,), mentions=())


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("The Vesterby Post", "Vesterby Post"),
        ("www.vesterbypost.co.uk", "The Vesterby Post"),
        ("tarnpress.example", "TarnPress"),
        ("world.tarnnews.example", "Tarn"),
    ],
)
def test_a_name_means_the_outlet(publisher, name):
    assert Outlets([document(publisher)], []).meant([name]) == publisher


def test_an_outlet_calls_itself_by_less_in_its_own_text():
    outlets = Outlets([document("The Vesterby Courier"), document("Coast Herald")], [])
    assert outlets.meant(["Courier"], within="The Vesterby Courier") == "The Vesterby Courier"
    assert outlets.meant(["Courier"], within="Coast Herald") is None


def test_an_agency_that_signs_its_copy_is_the_outlet():
    outlets = Outlets([document("tpa-wire.example", ["TPA"])], [])
    assert outlets.meant(["TPA"]) == "tpa-wire.example"
    assert outlets.shown("tpa-wire.example") == "TPA"


def test_an_address_may_hold_the_beginning_of_the_name_that_signs():
    outlets = Outlets([document("tarnwire.example", ["Tarn Wire Service"]), document("Coast Herald", ["Bay Wire"])], [])
    assert outlets.meant(["Tarn Wire Service"]) == "tarnwire.example"
    assert outlets.meant(["Bay Wire"]) is None


def test_an_address_is_shown_by_the_name_that_the_story_has():
    outlets = Outlets([document("tarnpress.example"), document("Coast Herald")], [entity("TarnPress")])
    assert outlets.shown("tarnpress.example") == "TarnPress"
    assert outlets.shown("Coast Herald") == "Coast Herald"
    assert outlets.shown("nowhere.example") == "nowhere.example"
