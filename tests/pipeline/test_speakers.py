"""Who a source is that no name tells."""

import pytest

from sayso.pipeline.speakers import BodyKind, Standing, is_institution, kind_of_body, standing

TEXT = "The pump broke on Monday, and Halvorn said so. In May the firm Halvorn paid. Precedent suggests patience."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the fire brigade", Standing.BODY),
        ("The opposition", Standing.BODY),
        ("Tarnish state television", Standing.BODY),
        ("the inspectorate of mines", Standing.BODY),
        ("Halvorn", Standing.BODY),
        ("the auditors", Standing.PEOPLE),
        ("The investigators at the quay", Standing.PEOPLE),
        ("one of them", Standing.PEOPLE),
        ("One newspaper", Standing.PEOPLE),
        ("Precedent", Standing.THING),
        ("May", Standing.THING),
        ("mistake", Standing.THING),
        ("no group", Standing.THING),
        ("the finger", Standing.THING),
        ("our correspondent", Standing.THING),
        ('false and defamatory" newspaper', Standing.THING),
    ],
)
def test_standing(words, expected):
    assert standing(words, TEXT) is expected


def test_kinds_of_bodies():
    assert kind_of_body("The company") is BodyKind.FIRM
    assert kind_of_body("the daily newspaper") is BodyKind.PAPER
    assert kind_of_body("the paper trail") is None
    assert is_institution("the Tarn Port Authority")
    assert not is_institution("Halvorn")
