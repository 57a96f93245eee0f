"""What is rejected in the next sentence."""


def test_a_rejection_means_the_nearest_sentence_in_which_somebody_speaks(judge):
    text = (
        "“Courts decide on guilt,” Maria Osterlund told reporters. The Coast Herald reported, citing an aide, that she had "
        "heard of the verdict from the radio. Her office called the report nonsense."
    )
    (found,) = judge({"Harbour Post 2031-05-14": text}).of("polarity", "conflict")
    assert any("heard of the verdict" in side.value for side in found.sides)
