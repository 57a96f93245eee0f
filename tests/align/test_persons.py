"""What befell two people is told by two findings."""

import pytest
from msgspec import structs

from sayso.align.persons import put_out_others
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity


@pytest.fixture
def aged(claim_of):
    def made(document, *told, text="the bather drowned"):
        quantities = tuple(
            Quantity(
                start=0, end=1, text="", kind=QuantityKind.AGE, low=float(years), high=float(years), unit="year",
                relation=relation, governor=governor,
            )
            for years, relation, governor in told
        )  # fmt: skip
        return structs.replace(claim_of(text, document), quantities=quantities)

    return made


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((21, "nsubj", "drown"), (72, "nsubjpass", "kill"), True),
        ((72, "dobj", "kill"), (21, "nsubj", "die"), True),
        ((21, "nsubj", "drown"), (24, "nsubj", "drown"), False),
        ((45, "nsubj", "stab"), (11, "dobj", "stab"), False),  # who did it and whom it befell may be one question
    ],
)
def test_ages_of_those_whom_it_befell(aged, one, other, apart):
    kept = put_out_others([[0, 1]], [aged("a", one), aged("b", other)])
    assert kept == ([[0], [1]] if apart else [[0, 1]])


def test_whom_fewer_outlets_tell_of_is_put_out(aged):
    young, old = (21, "nsubj", "drown"), (72, "nsubj", "drown")
    claims = [aged("a", old), aged("a", young), aged("b", young), aged("c")]
    assert put_out_others([[0, 1, 2, 3]], claims) == [[0], [1, 2, 3]]


def test_several_ages_in_one_claim_say_nothing(aged):
    young, old = (21, "nsubj", "drown"), (72, "nsubj", "drown")
    assert put_out_others([[0, 1, 2]], [aged("a", young, old), aged("b", old), aged("c")]) == [[0, 1, 2]]
