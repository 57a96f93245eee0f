import pytest

from sayso.annotate.quantity.currencies import SIGN, currency_names, unit_of_sign
from sayso.annotate.quantity.figures import read_figures


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("$5", "USD"),
        ("US$5", "USD"),
        ("€5", "EUR"),
        ("£5", "GBP"),
        ("Rs 500", "INR"),
        ("EUR 20", "EUR"),
        ("20 EUR", "EUR"),
        ("500 rupees", "INR"),
        ("12 Swiss francs", "CHF"),
        ("9 million Canadian dollars", "CAD"),
        ("30 zlotys", "PLN"),
        ("30 hryvnias", "UAH"),
        ("40 kilometres", "kilometre"),
        ("40 km/h", "kilometre per hour"),
        ("40 mph", "mile per hour"),
        ("3 sq km", "square kilometre"),
        ("5 per cent", "percent"),
        ("5 percentage points", "percentage point"),
        ("12 nautical miles", "nautical mile"),
        ("6 feet", "foot"),
        ("38 °C", "celsius"),
        ("3 centuries", "century"),
    ],
)
def test_units_have_one_name(words, unit):
    [figure] = read_figures(f"It was {words}.")
    assert figure.unit is not None
    assert figure.unit.name == unit


@pytest.mark.parametrize("words", ["3 in Bergen", "5 G", "12 won the race", "4 A", "30 marked"])
def test_common_words_are_no_units(words):
    assert all(figure.unit is None for figure in read_figures(f"There were {words}."))


def test_a_peso_without_a_country_is_no_code():
    assert currency_names()["pesos"] == "peso"
    assert currency_names()["mexican pesos"] == "MXN"


def test_every_sign_leads_to_a_code():
    assert unit_of_sign("US$") == "USD"
    assert unit_of_sign("chf") == "CHF"
    assert "US" in SIGN
