import pytest
from msgspec.structs import replace

from sayso.corrections.discrepancies import correct_discrepancies
from sayso.model.correction import DiscrepancyTarget, SideTarget
from sayso.model.dossier_findings import Discrepancy, Side
from sayso.model.enums import Between, DiscrepancyKind, Order, Verdict


def apart(make, *sides, kind=DiscrepancyKind.NUMBER):
    """A discrepancy of (value, numbers of claims)."""
    made = tuple(Side(value=v, claims=tuple(make.claim(n).id for n in held)) for v, *held in sides)
    return Discrepancy(
        id=f"x{sides}", kind=kind, verdict=Verdict.CONFLICT, order=Order.UNKNOWN, between=Between.OUTLETS, about="piers",
        finding=None, score=0.9, sides=made, why="eight lies outside six",
    )  # fmt: skip


def target(make, *sides, kind=DiscrepancyKind.NUMBER):
    made = tuple(SideTarget(value=v, reads=None, claims=tuple(make.claim_target(n) for n in held)) for v, *held in sides)
    return DiscrepancyTarget(id="x", words="piers", differs_in=kind, sides=made)


TWO = (("eight", 0), ("six", 1))


def judged(make, found, *lines):
    return correct_discrepancies(found, make.story(), make.all(*lines))


def test_a_dismissed_one_is_gone_and_the_others_stay(make):
    other = apart(make, ("ten", 3), ("nine", 4))
    left, (outcome,) = judged(make, [apart(make, *TWO), other], make.line("dismiss-discrepancy", target(make, *TWO)))
    assert left == (other,)
    assert outcome.applied


def test_a_confirmed_one_keeps_its_verdict_and_says_who_confirmed_it(make):
    found = apart(make, *TWO)
    left, _ = judged(make, [found], make.line("confirm-discrepancy", target(make, *TWO)))
    assert left == (replace(found, confirmed="A. Reader on 2031-03-09: seen on site"),)


def test_the_later_of_two_judgements_stands(make):
    dismissed, confirmed = (make.line(f"{what}-discrepancy", target(make, *TWO)) for what in ("dismiss", "confirm"))
    left, outcomes = judged(make, [apart(make, *TWO)], dismissed, confirmed)
    assert left[0].confirmed
    assert [o.note for o in outcomes] == ["a later line says otherwise", None]
    assert judged(make, [apart(make, *TWO)], confirmed, dismissed)[0] == ()


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        ((("eight", 0, 2), ("six", 1)), True),
        ((("eight", 0), ("six", 1), ("six or so", 1, 5)), True),
        ((("eight", 0), ("six", 1), ("seven", 5)), False),
        ((("eight", 6), ("six", 7)), False),
    ],
    ids=["more tell it", "told in other words", "a new value", "other claims"],
)
def test_only_what_was_judged_is_dismissed(make, now, gone):
    left, (outcome,) = judged(make, [apart(make, *now)], make.line("dismiss-discrepancy", target(make, *TWO)))
    assert (left == ()) is gone is outcome.applied


def test_a_new_value_asks_for_another_look(make):
    now = apart(make, *TWO, ("seven", 5))
    _, (outcome,) = judged(make, [now], make.line("dismiss-discrepancy", target(make, *TWO)))
    assert outcome.note == "it holds other values now, look again: “eight” / “six” / “seven”"


def test_kinds_are_kept_apart(make):
    line = make.line("dismiss-discrepancy", target(make, *TWO, kind=DiscrepancyKind.DATE))
    left, (outcome,) = judged(make, [apart(make, *TWO)], line)
    assert len(left) == 1
    assert outcome.note == "this run finds no such discrepancy"


def test_with_its_undo_it_is_as_if_it_had_never_been(make):
    line = make.line("dismiss-discrepancy", target(make, *TWO))
    assert judged(make, [apart(make, *TWO)], line, make.undo(line)) == ((apart(make, *TWO),), ())
