"""What a discrepancy tells and its series lacks is added to the series, with the day for which it was told."""

import datetime as dt

import pytest

from sayso.dossier.completed import completed
from sayso.model.claim import Claim
from sayso.model.clause import Clause
from sayso.model.document import Document, Publication
from sayso.model.dossier_findings import Discrepancy, Series, SeriesPoint, Side
from sayso.model.enums import Between, DiscrepancyKind, Modality, Order, QuantityKind, Verdict
from sayso.model.quantity import Quantity
from sayso.model.time import Period

ABOUT = "number of barges adrift"
DAY = dt.date(2031, 3, 8)


def claim(name, words, value, day=None):
    text = f"{words} barges were adrift"
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text), head=0, predicate="be", words=(),
        modality=Modality.ASSERTED, negated=False, tense="past", roles=(),
    )  # fmt: skip
    quantity = Quantity(start=0, end=len(words), text=words, kind=QuantityKind.COUNT, value=value, low=value, high=value)
    period = Period(start=day, end=day)
    return Claim(id=name, document=f"d{name}", publisher=name, clause=clause, quantities=(quantity,), period=period)


def document(name, day):
    return Document(id=f"d{name}", sha256="", text="", blocks=(), publisher=name, published=Publication(start=day, end=day))


def values(series):
    return [(p.low, p.as_of, p.claim) for p in series.points]


def complete(last, published, verdict=Verdict.UPDATE):
    claims = {"a": claim("a", "Nine", 9), "b": claim("b", "six", 6), "c": last}
    points = tuple(SeriesPoint(low=n, high=n, as_of="2031-03-01", claim=c) for c, n in (("b", 6), ("a", 9)))
    apart = Discrepancy(
        id="x1", kind=DiscrepancyKind.NUMBER, verdict=verdict, order=Order.KNOWN, between=Between.OUTLETS, about=ABOUT,
        finding=None, score=0.7, why="",
        sides=tuple(Side(value=claims[c].quantities[0].text, claims=(c,)) for c in "abc"),
    )  # fmt: skip
    documents = [document("a", DAY), document("b", DAY), document("c", published)]
    return values(completed([Series(about=ABOUT, unit=None, points=points)], [apart], claims, documents)[0])


HELD = [(6, "2031-03-01", "b"), (9, "2031-03-01", "a")]


@pytest.mark.parametrize(
    ("named", "published", "day"),
    [
        (None, DAY, "2031-03-08"),
        (dt.date(2031, 3, 7), DAY, "2031-03-07"),
        (dt.date(2029, 3, 7), DAY, "2031-03-08"),
        (dt.date(2031, 3, 7), None, None),
    ],
)
def test_a_value_that_lies_far_off_is_no_longer_lost(named, published, day):
    assert complete(claim("c", "one", 1, named), published) == [*HELD, (1, day, "c")]


def test_a_value_that_the_series_has_is_not_told_twice():
    assert complete(claim("c", "six", 6), DAY) == HELD


def test_what_cannot_be_of_one_count_stays_out():
    assert complete(claim("c", "one", 1), DAY, Verdict.CONFLICT) == HELD
