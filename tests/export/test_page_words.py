import msgspec
import pytest

from sayso.export.page_words import dated, file_name, language, period, sentence, setting, verdict, web_address


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("from 2031-03-04/2031-03-09", "from 4 to 9 March 2031"),
        ("2031-03-04 lies outside 2031-03-05", "4 March 2031 lies outside 5 March 2031"),
        ("2031-03-04 to 2031-03-06 admits 2031-03-05", "4 to 6 March 2031 admits 5 March 2031"),
        ("2031-03-04 18:00–23:59", "4 March 2031 18:00–23:59"),
        ("2031-99-04 and 12-04", "2031-99-04 and 12-04"),
    ],
)
def test_dates_of_reasons_are_told_in_words(text, told):
    assert dated(text) == told


def test_hours_of_one_day_tell_the_day_once():
    assert period("2031-03-04T06:00", "2031-03-04T12:00:00") == "4 March 2031, 06:00–12:00"
    assert period("2031-03-04T06:00:30+01:00", "2031-03-04T06:00:30+01:00") == "4 March 2031, 06:00+01:00"
    assert period(None, "2031-03-04") == "by 4 March 2031"


def test_a_reason_is_a_sentence():
    assert sentence("the days do not meet") == "The days do not meet."
    assert sentence("") == ""


def test_a_verdict_says_what_it_means(sample):
    relieved, day, hurt = sample.discrepancies
    assert verdict(day) == "These cannot both hold: dates"
    assert verdict(hurt, order=True) == "The figure moved"
    late = msgspec.structs.replace(hurt, order=day.order)
    assert verdict(late) == "The figure moved"
    assert verdict(late, order=True) == "The figure moved; who told first is not known"
    assert verdict(relieved) == "These cannot both hold: yes against no"
    three = msgspec.structs.replace(day, sides=(*day.sides, day.sides[0]))
    assert verdict(three) == "These cannot all hold: dates"


@pytest.mark.parametrize("path", ["/a/b/c.txt", r"C:\a\b\c.txt", "c.txt", r"b/a\c.txt"])
def test_of_a_path_the_last_part_is_kept(path):
    assert file_name(path) == "c.txt"
    assert setting(path) == ("c.txt" if path[0] in "/C" else path)


@pytest.mark.parametrize("url", ["http://a.example", "https://a.example/b?c=d#e"])
def test_addresses_of_the_web_are_linked(url):
    assert web_address(url) == url


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW"])
def test_languages(tag):
    assert language(tag) == tag
    assert language(f'{tag}" onload="x') is None
