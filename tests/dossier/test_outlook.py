"""Outlook: what is still to come, by when, and what became of it."""

import datetime as dt

import pytest
from msgspec import structs

from sayso.dossier.outlook import outlook
from sayso.model.claim import Claim, Participant, ResolvedVoice
from sayso.model.clause import Clause, Role
from sayso.model.document import Document, Publication
from sayso.model.enums import EntityType, Modality, OutlookKind, OutlookState
from sayso.model.mention import Entity
from sayso.model.time import Period


def day(n: int) -> dt.date:
    return dt.date(2031, 5, n)


def document(name: str, published: int | None) -> Document:
    when = Publication() if published is None else Publication(start=day(published), end=day(published))
    return Document(id=name, sha256="", text="", blocks=(), publisher=name, published=when)


DOCUMENTS = [document("a", 2), document("b", 9), document("undated", None)]


def claim(text: str, predicate: str = "do", modality: Modality = Modality.PREDICTED, /, **given: object) -> Claim:
    start = given.pop("at", 0)
    clause = Clause(
        start=start, end=start + len(text), text=text, sentence_start=start, sentence_end=start + len(text), head=start,
        predicate=predicate, words=tuple(given.pop("words", text.lower().split())), modality=modality,
        negated=given.pop("negated", False), tense=given.pop("tense", None),
    )  # fmt: skip
    who = tuple(Participant(e, "agent", 0, 1) for e in given.pop("who", ()))
    name = given.pop("document", "a")
    time = given.pop("time", None)
    period = given.pop("period", Period())
    return Claim(id=f"{name}:{text}", document=name, publisher=name, clause=clause, participants=who,
                 period=period, time_text=time, **given)  # fmt: skip


def days(first: int | None, last: int | None) -> Period:
    return Period(start=day(first) if first else None, end=day(last) if last else None)


@pytest.mark.parametrize(
    ("text", "predicate", "modality", "tense"),
    [
        ("the dam will be drained", "drain", Modality.PREDICTED, "future"),
        ("more closures were expected", "expect", Modality.PREDICTED, "past"),
        ("the crew were to be questioned", "be", Modality.PREDICTED, "past"),
        ("the plan was to raise the hull", "be", Modality.PREDICTED, "past"),
        ("a verdict would likely hinge on the tapes", "hinge", Modality.PREDICTED, "past"),
        ("the dam could burst", "burst", Modality.POSSIBLE, None),
        ("the union threatened to strike", "threaten", Modality.INTENDED, "past"),
        ("the firm is awaiting 300 lorries", "await", Modality.ASSERTED, "present"),
        ("the ferry is due to sail again", "sail", Modality.ASSERTED, "present"),
        ("the yard was unlikely to launch her by spring", "unlikely", Modality.PREDICTED, "past"),
        ("the mayor promised a new pier", "promise", Modality.ASSERTED, "past"),
        ("she issued an ultimatum to the owners", "issue", Modality.ASSERTED, "past"),
        ("the divers hope to reach the hold", "hope", Modality.INTENDED, "present"),
        ("the owners would not rest until she sails", "rest", Modality.PREDICTED, "past"),
    ],
)
def test_what_is_still_to_come(text: str, predicate: str, modality: Modality, tense: str | None) -> None:
    (found,) = outlook([claim(text, predicate, modality, tense=tense)], day(10), DOCUMENTS)
    assert (found.statement, found.modality, found.state) == (text, modality, OutlookState.OPEN)


@pytest.mark.parametrize(
    ("text", "predicate", "modality", "tense"),
    [
        ("the dam was drained", "drain", Modality.ASSERTED, "past"),
        ("I would not have sailed", "sail", Modality.HYPOTHETICAL, None),
        ("she would have stayed ashore", "stay", Modality.PREDICTED, None),
        ("he would not elaborate", "elaborate", Modality.PREDICTED, "past"),
        ("if the wind drops", "drop", Modality.CONDITIONAL, "present"),
        ("they could not see the buoy", "see", Modality.POSSIBLE, "past"),
        ("the boat was reportedly overloaded", "overload", Modality.POSSIBLE, "past"),
        ("there were probably forty on deck", "be", Modality.PREDICTED, "past"),
        ("his answer was to blame the fog", "be", Modality.PREDICTED, "past"),
        ("he tried to turn the wheel", "try", Modality.INTENDED, "past"),
        ("the pilot might have been ill", "be", Modality.POSSIBLE, "past"),
        ("a verdict would hinge on the tapes", "hinge", Modality.PREDICTED, "past"),
        ("which of the boats would sink first", "sink", Modality.PREDICTED, None),
        ("some passengers may be interested in a refund", "be", Modality.POSSIBLE, None),
        ("the idea that the dam would burst", "burst", Modality.PREDICTED, None),
        ("a suspicion that the mate would desert", "desert", Modality.PREDICTED, None),
        ("the crew would have to swim", "swim", Modality.CONDITIONAL, None),
        ("this is probably the oldest lock", "be", Modality.PREDICTED, "present"),
        ("the salvage is going to plan", "plan", Modality.PREDICTED, "present"),
        ("your ticket will be refunded", "refund", Modality.PREDICTED, "future"),
        ("a clamp that will hold the mast", "hold", Modality.PREDICTED, "future"),
        ("the barrier is intended to stop the tide", "intend", Modality.INTENDED, "present"),
        ("the crew will have been rescued by now", "rescue", Modality.PREDICTED, "future"),
        ("dozens are expected to have drowned", "drown", Modality.PREDICTED, "present"),
        ("the focus is to feed the crew", "be", Modality.PREDICTED, "present"),
        ("we are threatened by the tide", "threaten", Modality.ASSERTED, "present"),
        ("a fund intended to help the crew", "intend", Modality.INTENDED, "past"),
        ("the lights could be seen from the shore", "see", Modality.POSSIBLE, None),
    ],
)
def test_what_is_no_outlook(text: str, predicate: str, modality: Modality, tense: str | None) -> None:
    assert outlook([claim(text, predicate, modality, tense=tense)], day(10), DOCUMENTS) == ()


def test_what_is_not_expected_is_foreseen_too() -> None:
    told = claim("the owners do not expect her afloat", "expect", Modality.ASSERTED, negated=True, tense="present")
    assert len(outlook([told], None, DOCUMENTS)) == 1


@pytest.mark.parametrize(
    ("text", "predicate", "told"),
    [
        ("the quay stays shut until May 20", "stay", {"tense": "present"}),
        ("the line has been barred from sailing until at least May 20", "bar", {"tense": "past"}),
        ("if the owners have not paid by May 20, we are gone", "be", {"tense": "present"}),
    ],
)
def test_what_is_bounded_by_a_day_ahead_is_still_to_come(text: str, predicate: str, told: dict[str, object]) -> None:
    def found(on: int) -> int:
        period = {"time": f"May {on}", "period": days(None, on), "times": ((f"May {on}", days(None, on)),)}
        return len(
            outlook([claim(text.replace("20", str(on)), predicate, Modality.ASSERTED, **told, **period)], None, DOCUMENTS)
        )

    assert (found(20), found(1)) == (1, 0)


@pytest.mark.parametrize(
    ("text", "time", "period", "horizon"),
    [
        ("the pit will close on May 6", "May 6", days(6, 6), ("2031-05-06", "2031-05-06")),
        ("the pit must close by May 6", "May 6", days(6, 6), (None, "2031-05-06")),
        ("the pit will stay shut until May 20", "until May 20", days(20, 20), (None, "2031-05-20")),
        ("the pit will open after May 6", "May 6", days(6, 6), ("2031-05-06", None)),
        ("a report will come within two weeks", None, Period(), ("2031-05-02", "2031-05-16")),
        ("as agreed on May 1 the pit will close", "May 1", days(1, 1), (None, None)),
        ("the pit will close", None, Period(), (None, None)),
    ],
)
def test_horizons(text: str, time: str | None, period: Period, horizon: tuple[str | None, str | None]) -> None:
    modality = Modality.DIRECTIVE if "must" in text else Modality.PREDICTED
    times = ((time, period),) if time else ()
    (found,) = outlook([claim(text, "close", modality, time=time, period=period, times=times)], None, DOCUMENTS)
    assert (found.horizon.start, found.horizon.end) == horizon
    assert found.state is OutlookState.OPEN


@pytest.mark.parametrize(("seen", "state"), [(6, OutlookState.OPEN), (7, OutlookState.LAPSED)])
def test_a_horizon_lapses_the_day_after(seen: int, state: OutlookState) -> None:
    told = claim("the pit will close on May 6", time="May 6", period=days(6, 6))
    assert outlook([told], day(seen), DOCUMENTS)[0].state is state


def test_an_ultimatum_that_expired_has_lapsed() -> None:
    told = claim("a one-week window that expired on May 6", "expire", Modality.ASSERTED, tense="past", document="b",
                 time="May 6", period=days(6, 6))  # fmt: skip
    (found,) = outlook([told], day(9), DOCUMENTS)
    assert (found.horizon.end, found.state) == ("2031-05-06", OutlookState.LAPSED)


FORETOLD = claim("the council will reopen the bridge", "reopen", words=("council", "reopen", "bridge"), who=("council",))


@pytest.mark.parametrize(
    ("change", "met"),
    [
        ({}, True),
        ({"document": "a"}, False),
        ({"document": "undated"}, False),
        ({"negated": True}, False),
        ({"who": ("army",)}, False),
        ({"words": ("council", "paint", "fence")}, False),
        ({"period": days(1, 1), "time": "May 1"}, False),
    ],
)
def test_met_only_by_a_later_assertion_of_the_same(change: dict, met: bool) -> None:
    given = {"document": "b", "tense": "past", "words": ("council", "reopen", "bridge"), "who": ("council",)} | change
    told = claim("the council reopened the bridge", "reopen", Modality.ASSERTED, **given)
    (found,) = outlook([FORETOLD, told], day(9), DOCUMENTS)
    assert (found.state is OutlookState.MET, found.met_by == told.id) == (met, met)


def test_like_foretellings_are_one_and_order_does_not_matter() -> None:
    again = claim("the council will reopen the bridge soon", "reopen", words=("council", "reopen", "bridge"), document="b")
    other = claim("the army will build a pontoon", "build", words=("army", "build", "pontoon"), document="b", at=100)
    found = outlook([FORETOLD, again, other], day(9), DOCUMENTS)
    assert [o.claims for o in found] == [(FORETOLD.id, again.id), (other.id,)]
    assert outlook([other, again, FORETOLD], day(9), DOCUMENTS) == found


@pytest.mark.parametrize(
    ("text", "predicate", "ahead"),
    [
        ("the letters are dated June, August and October", "date", False),
        ("the ferry sails again in June", "sail", True),
        ("the inquiry opens early June", "open", True),
    ],
)
def test_a_month_is_a_horizon_only_where_something_is_set_for_it(text: str, predicate: str, ahead: bool) -> None:
    june = Period(start=dt.date(2031, 6, 1), end=dt.date(2031, 6, 30))
    told = claim(text, predicate, Modality.ASSERTED, tense="present", period=june, time="June")
    assert bool(outlook([told], day(10), DOCUMENTS)) is ahead


BY_RUTH = (ResolvedVoice("Ruth Amsel", 200, 210, entity="ruth", cue="said"),)


def test_would_is_ahead_where_somebody_says_so() -> None:
    said = claim("a verdict would hinge on the tapes", "hinge", Modality.PREDICTED, voices=BY_RUTH)
    wished = claim("a verdict would hinge on the tapes", "hinge", Modality.PREDICTED,
                   voices=(ResolvedVoice("Ruth Amsel", 200, 210, entity="ruth", cue="hoped"),))  # fmt: skip
    assert len(outlook([said], day(10), DOCUMENTS)) == 1
    assert outlook([wished], day(10), DOCUMENTS) == ()


@pytest.mark.parametrize(
    ("text", "predicate", "modality", "who", "kind"),
    [
        ("the union threatened to block the lock", "threaten", Modality.INTENDED, (), OutlookKind.THREAT),
        ("she would sue the owners", "sue", Modality.PREDICTED, ("ruth",), OutlookKind.THREAT),
        ("the guild would retaliate at once", "retaliate", Modality.PREDICTED, (), OutlookKind.THREAT),
        ("the mayor promised to pay", "promise", Modality.INTENDED, (), OutlookKind.PROMISE),
        ("we will repair the quay", "repair", Modality.PREDICTED, (), OutlookKind.PROMISE),
        ("the yard plans to launch her", "plan", Modality.INTENDED, (), OutlookKind.PLAN),
        ("the lock will be closed to boats", "close", Modality.PREDICTED, (), OutlookKind.PLAN),
        ("a deadline that expires", "expire", Modality.ASSERTED, (), OutlookKind.DEADLINE),
        ("the water is expected to rise", "expect", Modality.PREDICTED, (), OutlookKind.FORECAST),
        ("the dam could burst", "burst", Modality.POSSIBLE, (), OutlookKind.FORECAST),
        ("the harbour will become quieter", "become", Modality.PREDICTED, (), OutlookKind.FORECAST),
        ("many gulls will die", "die", Modality.PREDICTED, (), OutlookKind.FORECAST),
    ],
)
def test_kinds(text: str, predicate: str, modality: Modality, who: tuple[str, ...], kind: OutlookKind) -> None:
    told = claim(text, predicate, modality, who=who, voices=BY_RUTH, period=days(20, 20), time="x", tense="present")
    told = structs.replace(told, clause=structs.replace(told.clause, head=told.text.find(" ")))
    told = told if kind is OutlookKind.DEADLINE else structs.replace(told, period=Period())
    (found,) = outlook([told], None, DOCUMENTS)
    assert found.kind is kind


def in_text(text: str, words: str, predicate: str, head: str, /, **given: object) -> tuple[Claim, Document]:
    """A claim of a document with this text, and the document."""
    start = text.index(words)
    roles = tuple(Role(text.index(w), text.index(w) + len(w), r, w.lower()) for w, r in given.pop("roles", ()))
    clause = Clause(
        start=start, end=start + len(words), text=words, sentence_start=0, sentence_end=len(text),
        head=text.index(head, start), predicate=predicate, words=tuple(words.split()),
        modality=Modality.PREDICTED, negated=False, tense="future", roles=roles, modified=bool(given.pop("modified", False)),
    )  # fmt: skip
    told = Claim(id=words, document="a", publisher="a", clause=clause, **given)
    return told, Document(id="a", sha256="", text=text, blocks=(), publisher="a", published=DOCUMENTS[0].published)


def entity(name: str, kind: EntityType) -> Entity:
    return Entity(id=name.split(maxsplit=1)[0].lower(), type=kind, name=name, aliases=(), mentions=())


def test_a_line_says_who_a_pronoun_is() -> None:
    told, document = in_text(
        "The judge heard for three hours what the ships had carried, and many more things that were said at length in "
        "the small court by the sea, before a clerk said he would leave the fleet in the autumn and not come back.",
        "he would leave the fleet in the autumn", "leave", "leave", roles=[("he ", "agent")],
    )  # fmt: skip
    start = told.start
    told = structs.replace(
        told, participants=(Participant("olaf", "agent", start, start + 2),), voices=BY_RUTH,
        clause=structs.replace(told.clause, roles=(Role(start, start + 2, "agent", "he"),)),
    )  # fmt: skip
    man, town = entity("Olaf Brandt", EntityType.PERSON), entity("Olaf Haven", EntityType.GPE)
    assert outlook([told], None, [document], [man])[0].statement == "he [Olaf Brandt] would leave the fleet in the autumn"
    assert "[" not in outlook([told], None, [document], [town])[0].statement


def test_a_fragment_is_told_by_its_sentence_once() -> None:
    text = "The guild asked for a vote, which will close the season and will be held in the old mill."
    one, document = in_text(text, "a vote, which will close the season", "close", "close", modified=True)
    two, _ = in_text(text, "will be held in the old mill", "hold", "held")
    (found,) = outlook([one, two], None, [document])
    assert found.statement == text
    assert found.claims == (one.id, two.id)


def test_the_only_day_ahead_that_a_sentence_names_is_a_horizon() -> None:
    text = "The guild will vote once the mill is open, on May 20, to the public again."
    one, document = in_text(text, "The guild will vote", "vote", "vote")
    two, _ = in_text(text, "once the mill is open, on May 20, to the public again", "open", "open")
    near = structs.replace(
        two, times=(("May 20", days(20, 20)),), clause=structs.replace(two.clause, modality=Modality.ASSERTED)
    )
    (found,) = outlook([one, near], None, [document])
    assert (found.horizon.start, found.horizon.end) == ("2031-05-20", "2031-05-20")
    unsure = structs.replace(near, times=(*near.times, ("May 27", days(27, 27))))
    assert outlook([one, unsure], None, [document])[0].horizon.end is None


@pytest.mark.parametrize(
    ("change", "met"),
    [({}, True), ({"period": days(4, 4)}, False), ({"subject": "navy"}, False), ({"document": "a"}, False)],
)
def test_met_by_the_same_doer_and_deed_on_the_day(change: dict, met: bool) -> None:
    words = ("captain", "plan", "bury", "harbour", "chapel", "cousin", "quietly", "torch", "music", "friend")
    ahead = claim("the captain will be buried", "bury", words=words, period=days(6, 6), time="May 6")
    given = {"document": "b", "period": days(6, 6), "time": "May 6", "subject": "captain"} | change
    subject = given.pop("subject")
    told = claim("the captain was buried", "bury", Modality.ASSERTED, tense="past",
                 words=(subject, "bury", "chapel", "crowd"), **given)  # fmt: skip
    role = Role(0, 3, "patient", "captain")
    ahead = structs.replace(ahead, clause=structs.replace(ahead.clause, head=10, roles=(role,)))
    told = structs.replace(told, clause=structs.replace(told.clause, head=10, roles=(Role(0, 3, "patient", subject),)))
    assert (outlook([ahead, told], day(9), DOCUMENTS)[0].met_by == told.id) is met


def test_what_is_only_thought_is_a_forecast() -> None:
    feared = (ResolvedVoice("Ruth Amsel", 200, 210, entity="ruth", cue="fears"),)
    said, thought = (
        claim("the lock will be closed to boats", "close", Modality.PREDICTED, voices=v) for v in (BY_RUTH, feared)
    )
    assert outlook([said], None, DOCUMENTS)[0].kind is OutlookKind.PLAN
    assert outlook([thought], None, DOCUMENTS)[0].kind is OutlookKind.FORECAST


def test_a_line_of_somebody_who_says_we_names_the_voice_unless_that_is_i() -> None:
    told, document = in_text("Then: we will repair the quay.", "we will repair the quay", "repair", "repair")
    named = structs.replace(told, voices=(ResolvedVoice("Ruth Amsel", 200, 210, cue="said"),))
    unnamed = structs.replace(told, voices=(ResolvedVoice("I", 200, 201, cue="said"),))
    assert outlook([named], None, [document])[0].statement.startswith("Ruth Amsel: ")
    assert "I:" not in outlook([unnamed], None, [document])[0].statement
