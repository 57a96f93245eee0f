"""Who affirms and who denies."""

SLEPT = {
    "Harbour Post 2031-03-08": "The captain had been asleep, engineer Karl Lindqvist said.",
    "Coast Herald 2031-03-08": "Company director Maria Osterlund denied that the captain had been asleep.",
}
MENDED = {
    "Harbour Post 2031-03-08": "Norbau repaired the crane in February.",
    "Coast Herald 2031-03-08": "Norbau did not repair the crane in February.",
}


def test_what_one_outlet_tells_and_another_denies_is_a_conflict_of_outlets(judge):
    story = judge(MENDED)
    (found,) = story.of("polarity")
    assert (found.verdict.value, found.between.value) == ("conflict", "outlets")
    assert {s.reads: story.publishers(s) for s in found.sides} == {"affirmed": {"Harbour Post"}, "denied": {"Coast Herald"}}


def test_a_denial_by_another_voice_is_a_conflict_of_voices(judge):
    story = judge(SLEPT)
    (found,) = story.of("polarity")
    assert (found.verdict.value, found.between.value) == ("conflict", "voices")
    assert {s.reads: story.publishers(s) for s in found.sides} == {"affirmed": {"Harbour Post"}, "denied": {"Coast Herald"}}
    assert {s.reads: s.value for s in found.sides}["denied"] == (
        "Company director Maria Osterlund denied that the captain had been asleep"
    )
    assert "Karl Lindqvist" in found.why
    assert "Maria Osterlund" in found.why


def test_what_both_deny_is_agreed(judge):
    denied = "Company director Maria Osterlund denied that the captain had been asleep."
    story = judge({"Harbour Post": "The captain had not been asleep, engineer Karl Lindqvist said.", "Coast Herald": denied})
    assert story.of("polarity") == []


def test_other_deeds_of_one_subject_do_not_deny_each_other(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The captain steered the ship past the rock.",
            "Coast Herald 2031-03-08": "The captain did not eat on board.",
        }
    )
    assert story.of("polarity") == []


def test_a_condition_denies_nothing(judge):
    story = judge({**MENDED, "Coast Herald 2031-03-08": "The crane would fall if Norbau did not repair it in February."})
    assert story.of("polarity") == []
