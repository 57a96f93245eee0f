"""The year of what happens once."""

import pytest

CASES = [
    (
        "The two fleets have shared the bay since the treaty of 1996.",
        "Both may fish there under an agreement of 1998.",
        {"1996", "1998"},
    ),
    (
        "The ties were plain last year, when Karl Lindqvist came to attend the inauguration of Maria Osterlund.",
        "Karl Lindqvist even came to Brenholm for the 2028 inauguration of Maria Osterlund.",
        {"last year", "2028"},
    ),
    (
        "The two fleets have shared the bay since the treaty of 1996.",
        "Both may fish there under a second agreement of 1998.",
        set(),
    ),
    (
        "The two fleets have shared the bay since the treaty of 1996.",
        "The treaty of 1996 was kept. Both may fish there under an agreement of 1998.",
        set(),
    ),
]


@pytest.mark.parametrize(("left", "right", "shown"), CASES)
def test_two_years_of_one_event_are_a_conflict(judge, left, right, shown):
    story = judge({"Harbour Post 2031-05-14": left, "Coast Herald 2031-05-14": right})
    found = [d for d in story.of("date", "conflict") if d.about in {"when: treaty", "when: inauguration"}]
    assert {v for d in found for v in story.values(d)} == shown
