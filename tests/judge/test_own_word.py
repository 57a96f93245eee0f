"""What a body publishes itself, what it does, and what others have from it."""


def test_what_an_authority_publishes_without_a_source_is_its_word(judge):
    story = judge(
        {
            "Food Authority of Tarn 2031-03-08": "About 62,000 packs of cheese were delivered to shops in Lund and Bergen.",
            "Harbour Post 2031-03-09": "About 62,000 packs of cheese were delivered to shops in Lund and Bergen.",
        }
    )
    (origin,) = story.finding("62,000 packs").origins
    assert (origin.name, origin.basis.value) == ("Food Authority of Tarn", "named")


def test_a_newspaper_is_no_authority(judge):
    (origin,) = judge({"Police Gazette 2031-03-08": "A lamp fell into the harbour of Lund."}).finding("lamp fell").origins
    assert origin.basis.value == "unsourced"


def test_whoever_designates_is_no_teller(judge):
    text = "The Harbour Board of Lund designated the old quay a monument."
    (origin,) = judge({"Harbour Post 2031-03-08": text}).finding("designated").origins
    assert origin.basis.value == "unsourced"


def test_a_body_without_a_known_name_is_a_source(judge):
    (origin,) = (
        judge({"Harbour Post 2031-03-08": "Nobody was hurt, the fire brigade said."}).finding("Nobody was hurt").origins
    )
    assert (origin.name, origin.basis.value) == ("the fire brigade", "named")


def test_the_feast_that_everybody_announces_is_nobodys_forecast(judge):
    told = "The harbour feast of Brenholm will open on Sunday on the old quay"
    story = judge(
        {
            "Harbour Post 2031-03-07": f"{told}, mayor Ingrid Solheim said.",
            "Coast Herald 2031-03-08": "On Sunday the harbour feast of Brenholm is to open on the old quay.",
            "Polar Wire 2031-03-08": "Brenholm’s harbour feast will open on the old quay on Sunday.",
            "Tarn Courier 2031-03-08": "The feast of the harbour of Brenholm is to be opened on the old quay on Sunday.",
        }
    )
    finding = story.finding("will open on Sunday")
    assert len(finding.outlets) == 4
    assert not any("same forecast" in why for o in finding.origins for why in o.why)
