"""Times that answer one question in unlike words."""

from sayso.judge.moments import matches

RAID = {
    "Harbour Post 2031-03-08": "The men walked into the Maritime Savings Bank at 8:40 a.m. on Friday, in grey overalls.",
    "Coast Herald 2031-03-08": "Customers fled after a gang in grey overalls burst into the Maritime Savings Bank just "
    "after 10am on Friday.",
}
MOVED = {
    "Harbour Post 2031-03-08": "The executive of the Harbour party will meet in Brenholm on Thursday.",
    "Coast Herald 2031-03-09": "The meeting of the executive of the Harbour party has been moved to Friday.",
}


def test_two_hours_for_one_deed_are_a_conflict(judge):
    assert {frozenset((m.left.text, m.right.text)) for m in matches(judge(RAID).scene)} == {
        frozenset(("8:40 a.m.", "just after 10am"))
    }
    assert len(judge(RAID).of("date", "conflict")) == 1


def test_two_hours_of_two_days_are_not_set_against_each_other(judge):
    texts = {name: text.replace("Friday", "Tuesday") if "Coast" in name else text for name, text in RAID.items()}
    assert not [m for m in matches(judge(texts).scene) if m.left.clock]


def test_minutes_within_a_hedge_are_not_set_against_each_other(judge):
    texts = {name: text.replace("just after 10am", "shortly before nine") for name, text in RAID.items()}
    assert not [m for m in matches(judge(texts).scene) if m.left.clock]


def test_a_day_that_was_moved_is_an_update(judge):
    (found,) = judge(MOVED).of("date", "update")
    assert judge(MOVED).values(found) == {"Thursday", "Friday"}
