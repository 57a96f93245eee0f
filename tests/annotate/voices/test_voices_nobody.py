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
