"""Outlook: what is still to come, by when, and what became of it."""

import datetime as dt

import pytest

from sayso.dossier.outlook import outlook
from sayso.model.claim import Claim, Participant
from sayso.model.clause import Clause
from sayso.model.document import Document, Publication
from sayso.model.enums import Modality, OutlookState
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
        ("a verdict would hinge on the tapes", "hinge", Modality.PREDICTED, "past"),
        ("the dam could burst", "burst", Modality.POSSIBLE, None),
        ("the pilot might have been ill", "be", Modality.POSSIBLE, "past"),
        ("the union threatened to strike", "threaten", Modality.INTENDED, "past"),
        ("the firm is awaiting 300 lorries", "await", Modality.ASSERTED, "present"),
        ("the ferry is due to sail again", "sail", Modality.ASSERTED, "present"),
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
    ],
)
def test_what_is_no_outlook(text: str, predicate: str, modality: Modality, tense: str | None) -> None:
    assert outlook([claim(text, predicate, modality, tense=tense)], day(10), DOCUMENTS) == ()


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
    ("text", "ahead"),
    [
        ("the letters are dated June, August and October", False),
        ("the ferry sails again in June", True),
        ("the inquiry opens early June", True),
    ],
)
def test_a_month_is_a_horizon_only_where_something_is_set_for_it(text: str, ahead: bool) -> None:
    june = Period(start=dt.date(2031, 6, 1), end=dt.date(2031, 6, 30))
    told = claim(text, "x", Modality.ASSERTED, tense="present", period=june, time="June")
    assert bool(outlook([told], day(10), DOCUMENTS)) is ahead
