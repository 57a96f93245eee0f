"""Who did it: a doer that one account supposes, leaves open or names."""

SUPPOSED = "Soldiers of the island guard may have kidnapped the engineer Karl Lindqvist near Brenholm."
OPEN = "An unknown group kidnapped the engineer Karl Lindqvist near Brenholm."
NAMED = "Smugglers kidnapped the engineer Karl Lindqvist near Brenholm."


def told(one, other):
    return {"Harbour Post 2031-03-08": one, "Polar Wire 2031-03-10": other}


def test_a_doer_that_is_known_after_an_unknown_one_is_an_update(judge):
    (found,) = judge(told(OPEN, NAMED)).of("identity")
    assert found.verdict.value == "update"
    assert found.why.endswith("what was open or supposed becomes known")


def test_nothing_becomes_known_where_one_supposes_and_the_other_leaves_open(judge):
    (found,) = judge(told(SUPPOSED, OPEN)).of("identity")
    assert found.verdict.value == "update"
    assert found.why.endswith("what the one supposes the other leaves open")
