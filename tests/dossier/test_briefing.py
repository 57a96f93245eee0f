"""The story at a glance: sections in order, each line with its claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.briefing import LONGEST, MOST, TITLES, Told, briefing, shorten
from sayso.model.claim import Claim
from sayso.model.clause import Clause, Role
from sayso.model.dossier_findings import Days, Discrepancy, Finding, Origin, Series, SeriesPoint, Side
from sayso.model.dossier_reading import Outlook
from sayso.model.enums import Between, DiscrepancyKind, Modality, Order, OriginBasis, OutlookState, Status, Verdict


def claim(name, modality=Modality.ASSERTED):
    text = f"the barge {name} struck the old stone bridge at Lund before dawn"
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text), head=0, predicate="strike",
        words=("barge", "strike", "bridge"), modality=modality, negated=False, roles=(Role(0, 9, "agent", "barge"),),
    )  # fmt: skip
    return Claim(id=name, document=f"d{name}", publisher=f"Outlet {name}", clause=clause)


CLAIMS = {c.id: c for c in (*map(claim, "abcdefghijkl"), claim("z", Modality.PREDICTED))}


def finding(status, *claims, outlets=("Courier", "Wire"), origins=1):
    behind = [Origin(source=f"s{n}", name="", basis=OriginBasis.NAMED, claims=claims) for n in range(origins)]
    return Finding(
        id=f"f{''.join(claims)}", statement=CLAIMS[claims[0]].text, claims=claims, outlets=outlets,
        origins=tuple(behind), status=status, why=(),
    )  # fmt: skip


def discrepancy(verdict, left, right):
    sides = (Side(value="six", claims=(left,)), Side(value="eight", claims=(right,)))
    return Discrepancy(
        id=f"x{left}{right}", kind=DiscrepancyKind.NUMBER, verdict=verdict, order=Order.UNKNOWN, between=Between.OUTLETS,
        about="number of barges", finding=None, score=0.9, sides=sides, why="",
    )  # fmt: skip


def outlook(name, state=OutlookState.OPEN, end=None):
    return Outlook(
        statement=CLAIMS[name].text, modality=Modality.PREDICTED, horizon=Days(None, end), state=state, met_by=None,
        claims=(name,),
    )  # fmt: skip


def sections(findings=(), discrepancies=(), series=(), ahead=()):
    made = briefing(Told(findings, discrepancies, series, ahead, CLAIMS))
    return {s.title: s.lines for s in made.sections}


def test_nothing_to_tell_is_no_section():
    assert sections() == {}


def test_findings_stand_under_what_supports_them():
    found = sections(
        [
            finding(Status.CORROBORATED, "a", origins=2),
            finding(Status.CORROBORATED, "b", origins=3),
            finding(Status.SINGLE_ORIGIN, "c"),
            finding(Status.UNSOURCED, "d", origins=0),
            finding(Status.DISPUTED, "e"),
        ]
    )
    assert list(found) == [t for t in TITLES if t in {"Established", "One origin", "Gaps"}]
    assert [line.of for line in found["Established"]] == ["fb", "fa"]
    assert [line.claims for line in found["One origin"]] == [("c",)]
    assert found["Gaps"][0].text == f"no source given: {CLAIMS['d'].text}"


def test_one_outlet_or_a_forecast_establishes_nothing():
    alone = finding(Status.CORROBORATED, "a", outlets=("Courier",))
    assert sections([alone, finding(Status.CORROBORATED, "z")]) == {}


def test_a_conflict_is_disputed_and_an_update_has_changed():
    found = sections(discrepancies=[discrepancy(Verdict.CONFLICT, "a", "b"), discrepancy(Verdict.UPDATE, "c", "d")])
    assert list(found) == ["Changed", "Disputed"]
    assert found["Disputed"][0].claims == ("a", "b")
    assert found["Disputed"][0].text == "number of barges: “six” / “eight”"
    assert "xcd" in {line.of for line in found["Changed"]}


@pytest.mark.parametrize(
    ("low", "high", "words"), [(6, 6, "6"), (6, None, "6+"), (None, 9, "up to 9"), (6, 9, "6–9"), (None, None, "?")]
)
def test_a_series_is_told_as_its_points(low, high, words):
    points = (
        SeriesPoint(low=low, high=high, as_of=None, claim="a"),
        SeriesPoint(low=7, high=7, as_of="2031-03-08", claim="b"),
    )
    (line,) = sections(series=[Series(about="dead", unit=None, points=points)])["Changed"]
    assert line.text == f"dead: 7 (2031-03-08); day unknown: {words}"
    assert line.claims == ("a", "b")


def test_open_deadlines_come_first_and_others_are_marked():
    ahead = [outlook("a", OutlookState.LAPSED, "2031-03-01"), outlook("b"), outlook("c", end="2031-04-01")]
    lines = sections(ahead=ahead)["Outlook"]
    assert [line.claims for line in lines] == [("c",), ("b",), ("a",)]
    assert lines[0].text.endswith("(by 2031-04-01)")
    assert lines[2].text.endswith("[lapsed]")


def test_a_section_stays_short():
    found = sections([finding(Status.CORROBORATED, name) for name in "abcdefghijkl"])
    assert len(found["Established"]) == MOST


@given(st.text(max_size=600))
def test_shortened_text_is_one_line_of_bounded_length(text):
    short = shorten(text)
    assert "\n" not in short
    assert len(short) <= LONGEST + 2
    assert " ".join(text.split()).startswith(short.removesuffix(" …"))
