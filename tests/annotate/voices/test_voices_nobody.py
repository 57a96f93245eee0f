"""Words that stand where a source stands, and are none."""

import pytest


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The price stands in a contract published by mistake on the board's website in May.", "mistake"),
        ("The council heard a report on Friday, which found that loans worth millions were lost.", "Friday"),
        ("In view of this crime the delegation has interrupted the talks.", "this crime"),
    ],
)
def test_nobody_speaks(text, nobody, attribute):
    assert all(a.source is None or a.source.text != nobody for a in attribute(text))


def test_a_view_that_somebody_has_is_a_source(attribute):
    (found,) = attribute("In the view of the fire service most of the front is secured.")
    assert found.source.text == "the fire service"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council has for the first time conceded that the bridge was unsafe.", "the first time"),
        ("The council has accused Roe of leading a criminal organization called the Ring of the Quays.", "organization"),
    ],
)
def test_neither_a_time_nor_a_thing_with_a_name_speaks(text, source, attribute):
    assert all(a.source is None or source not in a.source.text for a in attribute(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Roe Monday said the quay was closed.", "Roe"),
        ("The mayor on Monday afternoon told reporters the quay was closed.", "The mayor"),
        ("The army of Tarn on Thursday said the quay was closed.", "The army of Tarn"),
    ],
)
def test_the_day_is_no_part_of_who_speaks(text, source, attribute):
    (found,) = attribute(text)
    assert found.source.text == source


@pytest.mark.parametrize("rest", ["", ", although he did not name the day"])
def test_what_the_reporter_reckons_from_what_was_said_is_his(rest, attribute):
    told = "In a broadcast, Ann Roe said that the call took place «about ten days ago»"
    text = f"{told}, which would place it around May 3{rest}."
    found = next(a for a in attribute(text) if a.cue.text == "said")
    assert "would place" not in "".join(text[start:end] for start, end in found.content)
