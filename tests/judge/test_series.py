"""Series: what the texts count of one thing over time."""

TOLL = {
    "Harbour Post 2031-03-08": "A crane collapsed in Brenholm on Friday. At least 12 people were killed in the collapse.",
    "Coast Herald 2031-03-10": "The collapse of a crane in Brenholm killed 16 people, the mayor said.",
    "Polar Wire 2031-03-09": "Fourteen people were killed when a crane collapsed in the harbour of Brenholm, police said.",
}


def test_a_toll_is_one_series_in_the_order_of_its_days(judge):
    (told,) = judge(TOLL).series
    assert [(p.low, p.high, p.as_of) for p in told.points] == [
        (12, None, "2031-03-08"),
        (14, 14, "2031-03-09"),
        (16, 16, "2031-03-10"),
    ]
    assert "dead" in told.about


def test_every_point_stands_on_a_claim_that_tells_it(judge):
    story = judge(TOLL)
    for point in story.series[0].points:
        assert any(q.low == point.low for q in story.scene.claims[point.claim].quantities)


def test_a_toll_that_does_not_move_is_no_series(judge):
    same = "The collapse of a crane in Brenholm on Friday killed 14 people, police said."
    assert judge({"Harbour Post 2031-03-08": same, "Coast Herald 2031-03-09": same.replace("14", "fourteen")}).series == ()


def test_one_text_alone_is_no_series(judge):
    text = "The collapse killed 12 people, police said on Friday. On Saturday police said that 14 people had died."
    assert judge({"Harbour Post 2031-03-09": text}).series == ()


def test_a_fixed_count_is_no_series(judge):
    text = "The port authority of Brenholm cancelled {} sailings on Saturday after a crane fell."
    assert (
        judge({"Harbour Post 2031-03-08": text.format("six"), "Coast Herald 2031-03-09": text.format("nine")}).series == ()
    )


def test_a_point_told_for_a_day_long_past_is_left_out(judge):
    old = "A crane killed nine people in Brenholm in 2024."
    (told,) = judge({**TOLL, "Brenholm Gazette 2031-03-09": old}).series
    assert 9 not in {p.low for p in told.points}
