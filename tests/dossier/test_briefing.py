"""The story at a glance: sections in order, each line with its claims."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.briefing import LONGEST, MOST, TITLES, Told, briefing, shorten
from sayso.model.claim import Claim, ResolvedVoice
from sayso.model.clause import Clause, Role
from sayso.model.document import Document, Publication
from sayso.model.dossier_findings import Days, Discrepancy, Finding, Origin, PairExplanation, Series, SeriesPoint, Side
from sayso.model.dossier_reading import Outlook
from sayso.model.enums import (
    Between,
    DiscrepancyKind,
    Modality,
    Order,
    OriginBasis,
    OutlookState,
    QuantityKind,
    Status,
    Verdict,
)
from sayso.model.quantity import Quantity

KNOWN = Publication(start=dt.date(2031, 3, 8), end=dt.date(2031, 3, 8))
SAME = {"meaning": 0.9, "predicate_meaning": 0.9}
THINGS = {
    "a": "barge", "b": "schooner", "c": "tanker", "d": "ferry", "e": "yacht", "f": "trawler", "g": "dredger", "h": "tug",
    "i": "lifeboat", "j": "raft", "k": "dinghy", "l": "canoe", "z": "liner",
}  # fmt: skip


def claim(name, outlet="Courier", modality=Modality.ASSERTED, **more):
    """Claim `a` of the Courier; `a2` of the Wire tells of the same vessel."""
    thing = THINGS[name[0]]
    will = "will strike" if modality is Modality.PREDICTED else "struck"
    text = f"The {thing} {will} the {thing} bridge at Lund before the {thing} dawn"
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text) + 1, head=len(thing) + 5,
        predicate="strike", words=(thing, f"{thing}-bridge", f"{thing}-dawn"), modality=modality, negated=False,
        tense="past", roles=(Role(0, 4 + len(thing), "agent", thing),),
    )  # fmt: skip
    return Claim(id=name, document=f"d{name}", publisher=outlet, clause=clause, **more)


CLAIMS = {c.id: c for n in THINGS for c in (claim(n), claim(n + "2", "Wire")) if n != "z"}
CLAIMS["z"] = claim("z", modality=Modality.PREDICTED)


def documents(claims=CLAIMS, published=KNOWN):
    return [
        Document(id=c.document, sha256="", text=c.text + ".", blocks=(), publisher=c.publisher, published=published)
        for c in claims.values()
    ]


def finding(status, name, origins=1, same=SAME):
    ids = (name, name + "2")
    behind = [Origin(source=f"s{n}", name="", basis=OriginBasis.NAMED, claims=ids) for n in range(origins)]
    return Finding(
        id=f"f{name}", statement=CLAIMS[name].text, claims=ids, outlets=("Courier", "Wire"), origins=tuple(behind),
        status=status, why=(), pairs=(PairExplanation(a=ids[0], b=ids[1], score=0.95, features=same),),
    )  # fmt: skip


def discrepancy(verdict, left, right, about="number of barges"):
    sides = (Side(value="six", claims=(left,)), Side(value="eight", claims=(right,)))
    return Discrepancy(
        id=f"x{left}{right}", kind=DiscrepancyKind.NUMBER, verdict=verdict, order=Order.UNKNOWN, between=Between.OUTLETS,
        about=about, finding=None, score=0.9, sides=sides, why="",
    )  # fmt: skip


def outlook(name, state=OutlookState.OPEN, end=None):
    return Outlook(
        statement=name, modality=Modality.PREDICTED, horizon=Days(None, end), state=state, met_by=None, claims=(name,)
    )


def sections(findings=(), **told):
    claims = told.get("claims", CLAIMS)
    parts = (told.get(part, ()) for part in ("discrepancies", "series", "ahead"))
    made = briefing(Told(findings, *parts, claims, told.get("told_by", documents(claims))))
    return {s.title: s.lines for s in made.sections}


def test_nothing_to_tell_is_no_section():
    assert sections() == {}


def test_findings_stand_under_what_supports_them_each_once():
    found = sections([
        finding(Status.CORROBORATED, "a", origins=2), finding(Status.CORROBORATED, "b", origins=3),
        finding(Status.SINGLE_ORIGIN, "c"), finding(Status.UNSOURCED, "d", origins=0), finding(Status.DISPUTED, "e"),
    ])  # fmt: skip
    assert list(found) == [t for t in TITLES if t in {"Established", "One origin", "Gaps"}]
    assert [line.of for line in found["Established"]] == ["fb", "fa"]
    assert [line.claims for line in found["One origin"]] == [("c", "c2")]
    assert [line.text for line in found["Gaps"]] == [CLAIMS["d"].text]


def test_every_section_says_what_its_lines_have_in_common():
    told = Told([finding(Status.SINGLE_ORIGIN, "a")], (), (), (), CLAIMS, documents())
    assert briefing(told).sections[0].lead == "Told by several outlets, yet all on the word of one origin."


def test_an_outlet_is_named_only_for_what_it_tells():
    other = {"meaning": 0.4, "predicate_meaning": 0.2}
    assert sections([finding(Status.SINGLE_ORIGIN, "a", same=other)]) == {}


def test_what_is_told_on_somebodys_word_is_no_gap():
    voiced = {**CLAIMS, "d": claim("d", voices=(ResolvedVoice(source="the pilot", start=0, end=9),))}
    assert sections([finding(Status.UNSOURCED, "d", origins=0)], claims=voiced) == {}


def test_two_origins_that_do_not_tell_the_line_establish_nothing():
    elsewhere = Origin(source="s9", name="", basis=OriginBasis.NAMED, claims=("b",))
    one = finding(Status.CORROBORATED, "a")
    assert (
        sections([Finding(**{f: getattr(one, f) for f in one.__struct_fields__ if f != "origins"}, origins=(elsewhere,))])
        == {}
    )


def test_a_conflict_is_disputed_and_an_update_has_changed():
    found = sections(discrepancies=[discrepancy(Verdict.CONFLICT, "a", "b2"), discrepancy(Verdict.UPDATE, "c", "d")])
    assert list(found) == ["Changed", "Disputed"]
    assert found["Disputed"][0].claims == ("a", "b2")
    assert found["Disputed"][0].text == "Number of barges: “six” (Courier) / “eight” (Wire)"
    assert "xcd" in {line.of for line in found["Changed"]}


def counted(name, outlet, low, high, **more):
    quantity = Quantity(start=0, end=2, text=more.pop("text"), kind=QuantityKind.COUNT, low=low, high=high, **more)
    return claim(name, outlet, quantities=(quantity,))


def test_a_series_tells_each_value_with_its_hedge_its_day_and_where_they_part_its_outlets():
    claims = {
        "a": counted("a", "Courier", 14, None, text="at least 14", hedge="at least", value=14),
        "b": counted("b", "Wire", 17, 17, text="seventeen", value=17),
        "c": counted("c", "Coast", 18, 18, text="18", value=18),
        "d": counted("d", "Herald", 54, 66, text="Some 60", hedge="some", value=60),
    }
    days = {"a": "2031-03-08", "b": "2031-03-09", "c": "2031-03-09", "d": None}
    bounds = {n: c.quantities[0] for n, c in claims.items()}
    points = tuple(SeriesPoint(low=q.low, high=q.high, as_of=days[n], claim=n) for n, q in bounds.items())
    moving = Series(about="number of sheep lost", unit=None, points=points)
    same = discrepancy(Verdict.UPDATE, "a", "b", "number of sheep lost")
    (line,) = sections(discrepancies=[same], series=[moving], claims=claims)["Changed"]
    assert line.text == (
        "Sheep lost: at least 14 on 8 March → 17 (Wire) and 18 (Coast) on 9 March 2031; for an unknown day some 60 (Herald)"
    )
    assert (line.claims, line.of) == (("a", "b", "c", "d"), same.id)


def test_a_lower_bound_below_what_was_told_before_is_no_fall():
    told = (("a", 14, 14, "14", None), ("b", 10, None, "more than 10", "more than"), ("c", 17, 17, "17", None))
    claims = {n: counted(n, n.upper(), low, high, text=text, hedge=hedge, value=low) for n, low, high, text, hedge in told}
    days = ("2031-03-08", "2031-03-09", "2031-03-10")
    points = tuple(SeriesPoint(low=t[1], high=t[2], as_of=day, claim=t[0]) for t, day in zip(told, days, strict=True))
    (line,) = sections(series=[Series(about="sheep", unit=None, points=points)], claims=claims)["Changed"]
    assert line.text == "Sheep: 14 on 8 March → 17 on 10 March 2031"


def test_a_figure_that_moves_is_told_nowhere_else():
    moving = Series(
        about="dead", unit=None,
        points=tuple(SeriesPoint(low=n, high=n, as_of="2031-03-08", claim=c) for n, c in ((6, "a"), (7, "a2"))),
    )  # fmt: skip
    assert list(sections([finding(Status.SINGLE_ORIGIN, "a")], series=[moving])) == ["Changed"]


def test_the_outlook_runs_from_the_first_day_to_the_last_and_tells_what_has_passed():
    claims = {n: claim(n, modality=Modality.PREDICTED) for n in "abc"}
    ahead = [outlook("a", OutlookState.LAPSED, "2031-03-01"), outlook("b"), outlook("c", end="2031-04-01")]
    lines = sections(ahead=ahead, claims=claims)["Outlook"]
    assert [line.claims for line in lines] == [("a",), ("c",), ("b",)]
    assert lines[0].text.endswith("dawn (by 1 March 2031; the day has passed)")
    assert lines[1].text.endswith("dawn (by 1 April 2031)")
    assert lines[2].text.endswith("dawn")


def test_what_may_have_been_or_is_no_foretelling_is_not_ahead():
    assert sections(ahead=[outlook("a")]) == {}


def test_reports_of_no_known_day_are_a_gap_with_their_first_claims():
    claims = {n: claim(n, outlet) for n, outlet in (("a", "Courier"), ("b", "Wire"), ("c", "Coast"))}
    wide = Publication(start=dt.date(2031, 3, 2), end=dt.date(2031, 3, 9))
    told_by = [*documents({"a": claims["a"]}), *documents({n: claims[n] for n in "bc"}, wide)]
    (line,) = sections(claims=claims, told_by=told_by)["Gaps"]
    assert line.text == "Day of publication not known: Coast and Wire (2 to 9 March 2031)"
    assert line.claims == ("c", "b")


def test_a_section_stays_short():
    found = sections([finding(Status.CORROBORATED, name, origins=2) for name in "abcdefghijkl"])
    assert len(found["Established"]) == MOST[0]
    assert sum(MOST) <= 32


@pytest.mark.parametrize("verdict", [Verdict.COMPATIBLE, Verdict.AGREE])
def test_what_can_both_hold_is_no_dispute(verdict):
    assert sections(discrepancies=[discrepancy(verdict, "a", "b")]) == {}


@given(st.text(max_size=600))
def test_shortened_text_is_one_line_of_bounded_length(text):
    short = shorten(text)
    assert "\n" not in short
    assert len(short) <= LONGEST + 2
    assert " ".join(text.split()).startswith(short.removesuffix(" …"))
