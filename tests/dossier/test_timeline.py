"""What took place when, from findings of hand-built claims."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.timeline import BACKGROUND, WIDEST, timeline
from sayso.model.claim import Claim, Participant
from sayso.model.clause import Clause
from sayso.model.dossier_findings import Finding, Origin
from sayso.model.enums import Modality, OriginBasis, Status
from sayso.model.time import Period

FIRST = dt.date(2031, 3, 8)


def day(distance, length=0):
    start = FIRST + dt.timedelta(days=distance)
    return Period(start, start + dt.timedelta(days=length))


def claim(name, period, modality=Modality.ASSERTED, **given):
    text = given.pop("text", f"the barge {name} sank")
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text), head=0, predicate="sink",
        words=("barge", "sink"), modality=modality, negated=False,
    )  # fmt: skip
    return Claim(id=name, document=f"d{name}", publisher=f"Outlet {name}", clause=clause, period=period, **given)


def finding(*claims, origins=()):
    ids = tuple(c.id for c in claims)
    return Finding(
        id=f"f{'-'.join(ids)}", statement=claims[0].text, claims=ids, outlets=(), origins=tuple(origins),
        status=Status.UNSOURCED, why=(),
    )  # fmt: skip


def told(*findings, claims, first=FIRST):
    return timeline(findings, {c.id: c for c in claims}, first)


def test_one_entry_for_each_finding_and_period_in_order_of_time():
    claims = [claim("a", day(-1)), claim("b", day(-1)), claim("c", day(-3)), claim("d", day(-2))]
    entries = told(finding(*claims[:3]), finding(claims[3]), claims=claims)
    assert [(e.date.start, e.claims) for e in entries] == [
        ("2031-03-05", ("c",)),
        ("2031-03-06", ("d",)),
        ("2031-03-07", ("a", "b")),
    ]


def test_what_has_no_day_or_did_not_happen_is_left_out():
    claims = [
        claim("a", Period()),
        claim("b", Period(FIRST, None)),
        claim("c", day(0, WIDEST + 1)),
        claim("d", day(0), Modality.CONDITIONAL),
        claim("e", day(0), Modality.DIRECTIVE),
        claim("f", day(0, WIDEST)),
    ]
    assert [e.claims for e in told(finding(*claims), claims=claims)] == [("f",)]


def test_what_long_precedes_the_story_is_background():
    claims = [claim("a", day(-BACKGROUND - 1)), claim("b", day(-BACKGROUND))]
    assert [e.background for e in told(*map(finding, claims), claims=claims)] == [True, False]
    assert not any(e.background for e in told(*map(finding, claims), claims=claims, first=None))


def test_origins_count_where_their_claims_are_told_and_sourced():
    claims = [claim("a", day(-1)), claim("b", day(-1)), claim("c", day(-2))]
    origins = [
        Origin(source="s1", name="Ada Moor", basis=OriginBasis.NAMED, claims=("a",)),
        Origin(source="s2", name="Outlet b", basis=OriginBasis.UNSOURCED, claims=("b",)),
        Origin(source="s3", name="Lund council", basis=OriginBasis.NAMED, claims=("c",)),
    ]
    entries = told(finding(*claims, origins=origins), claims=claims)
    assert [(e.claims, e.origins) for e in entries] == [(("c",), 1), (("a", "b"), 1)]


def test_participants_are_those_who_act_or_are_acted_on():
    people = (Participant("e2", "patient", 0, 1), Participant("e1", "agent", 0, 1), Participant("e3", "place", 0, 1))
    claims = [claim("a", day(0), participants=people)]
    (entry,) = told(finding(*claims), claims=claims)
    assert entry.participants == ("e1", "e2")
    assert entry.summary == claims[0].text


@given(st.permutations([claim(name, day(-n % 3)) for n, name in enumerate("abcdef")]))
def test_the_order_of_the_findings_has_no_influence(claims):
    assert told(*map(finding, claims), claims=claims) == told(
        *map(finding, sorted(claims, key=lambda c: c.id)), claims=claims
    )


def test_a_deadline_stands_on_its_last_day():
    due = claim("a", Period(None, FIRST + dt.timedelta(days=9)))
    (entry,) = told(finding(due), claims=[due])
    assert (entry.date.start, entry.date.end) == ("2031-03-17", "2031-03-17")
