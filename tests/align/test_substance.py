"""What a claim says beside its names, dates and numbers."""

import datetime as dt

from msgspec import structs

from sayso.align.substance import substance
from sayso.model.clause import Role
from sayso.model.time import Period

DAY = Period(dt.date(2031, 3, 4), dt.date(2031, 3, 4))


def test_names_dates_and_light_words_are_no_substance(claim_of):
    claim = claim_of(
        "Ada Moor closed two schools on Tuesday", entities=[("moor", "agent", "Ada Moor")], times=(("Tuesday", DAY),)
    )
    found = substance(claim)
    assert found.words == {"closed", "schools"}
    assert found.rest == "closed two schools on"
    assert found.entities == {"moor"}


def test_appositions_go_with_the_name(claim_of):
    after = claim_of("Ada Moor, the harbour master, resigned", entities=[("moor", "agent", "Ada Moor")])
    before = claim_of("the harbour master, Ada Moor, resigned", entities=[("moor", "agent", "Ada Moor")])
    assert substance(after).words == substance(before).words == {"resigned"}


def test_a_title_goes_with_the_name_that_heads_the_phrase(claim_of):
    text = "harbour master Moor resigned"
    claim = claim_of(text, entities=[("moor", "agent", "Moor")])
    titled = (Role(0, len("harbour master Moor"), "agent", "moor"),)
    other = (Role(0, len("harbour master Moor"), "agent", "master"),)
    assert substance(_with(claim, titled)).words == {"resigned"}
    assert substance(_with(claim, other)).words == {"harbour", "master", "resigned"}


def test_words_leave_in_whatever_form(claim_of):
    said = substance(claim_of("the ships shipped timber and timbers"))
    assert said.without(frozenset({"timber"})) == "the ships shipped and"


def _with(claim, roles):

    return structs.replace(claim, clause=structs.replace(claim.clause, roles=roles))
