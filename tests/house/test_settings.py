import datetime as dt

import pytest

import sayso
from sayso.config import settings_from


def test_loose_values_become_settings():
    made = settings_from(as_of="2031-03-09", languages=["en", "de"], question_threshold=1)
    assert made.as_of == dt.date(2031, 3, 9)
    assert made.languages == ("en", "de")
    assert settings_from(as_of=dt.datetime(2031, 3, 9, 12, tzinfo=dt.UTC)).as_of == dt.date(2031, 3, 9)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"modle": "x"}, "no setting named 'modle'.*the settings are: as_of, model"),
        ({"as_of": "09.03.2031"}, "as_of cannot be '09.03.2031'"),
        ({"as_of": 5}, "as_of cannot be 5"),
        ({"languages": "en"}, "does not fit"),
        ({"languages": []}, "at least one language"),
        ({"question_threshold": 1.1}, "from 0 to 1"),
        ({"embedding_budget": -1}, "0 or more"),
        ({"model": None}, "does not fit"),
    ],
)
def test_what_is_no_setting_is_refused(values, words):
    with pytest.raises(sayso.ConfigurationError, match=words):
        settings_from(**values)
