import json
from importlib.resources import files

import msgspec
import pytest
from rich.cells import cell_len

from sayso.errors import RunError
from sayso.export.explain import explain
from sayso.export.explain_words import AGAINST, FOR, grounds, number, opening, parting, reading
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import Origin, PairExplanation
from sayso.model.dossier_reading import Briefing, BriefingLine, BriefingSection
from sayso.model.dossier_texts import ClaimQuantity
from sayso.model.enums import Order, OriginBasis, Status, Verdict


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("f1", ["Three outlets speak to this", "Only one origin counts: harbour authority.", "because three outlets name"]),
        ("f1", ["named as the source; told by Coast Daily", "c10 and c2, 0.93: shared numbers 1.00, words 0.80"]),
        ("f2", ["their accounts cannot all hold", "conflict of polarity, x1: Captain relieved", "saw it itself; told by"]),
        ("x1", ["Two accounts say yes and no for one thing", "part of the finding f2", "0.90: same predicate 1.00"]),
        ("x3", ["Two accounts give different numbers", "read as 9 or more", "number: “"]),
        (
            "s1",
            ["is cited by Coast Daily, Harbour Post and The Signal", "f1, single-origin; here: named as the source"],
        ),
        ("c8", ["The Signal tells this on the word of “the paper”.", "said by “the paper” (has learned)", "has a negative"]),
        ("c8", ["The finding it belongs to", "finding f2, disputed", "claim c8, characters 0 to 41 of d3", "polarity, x1"]),
        ("e1", ["Alma is mentioned 2 times.", "entity e1, PRODUCT", "joined because same name"]),
        ("d1", ["Harbour Post published this: 4 March 2031.", "Signal takes from Harbour Post: partial, 14% of the body"]),
    ],
)
def test_sentences_claims_and_values(sample, wanted, words):
    told = explain(sample, wanted, 200)
    for part in words:
        assert part in told


def test_sentences_come_first_and_scores_last(sample):
    told = explain(sample, "f1", 200)
    assert (
        told.index("Three outlets")
        < told.index("On whose say-so")
        < told.index("Who tells it")
        < told.index("\n\nScores (for the curious)")
    )


@pytest.mark.parametrize("width", [40, 60, 200])
def test_lines_keep_to_the_width(sample, hostile, width):
    for dossier, wanted in ((sample, "f1"), (sample, "x3"), (hostile, "x1")):
        assert max(map(cell_len, explain(dossier, wanted, width).splitlines())) <= width


def test_the_beginning_of_an_id_will_do(sample):
    renamed = msgspec.structs.replace(sample.sources[1], id="hospital")
    known = msgspec.structs.replace(sample, sources=(*sample.sources, renamed))
    assert explain(known, "hosp") == explain(known, "hospital")


def test_words_will_do_and_where_several_things_are_meant_each_is_named(sample):
    assert explain(sample, "REFLOAT the\nferry") == explain(sample, "c4")
    told = explain(sample, "captain", 100)
    assert "x1 discrepancy\n    Captain relieved of duty: was relieved of duty / has not been relieved of duty" in told
    assert "f2 finding" in told
    assert "d3 document" in told
    assert "c7 claim" not in told, "a claim goes with its finding"
    assert "10 things in this dossier are meant by “c”" in explain(sample, "c")


def test_case_and_stops_do_not_matter_and_a_mistyped_id_gets_the_nearest(sample):
    long = msgspec.structs.replace(sample.discrepancies[0], id="x8821ab3")
    known = msgspec.structs.replace(sample, discrepancies=(long, *sample.discrepancies[1:]))
    told = explain(known, "x8821ab3")
    for typed in ("X8821AB3", "x8821ab3.", " x882… ", "X88"):
        assert explain(known, typed) == told
    with pytest.raises(RunError, match="the nearest id is x8821ab3, a discrepancy"):
        explain(known, "x8821ab4")


def test_a_line_of_the_summary_is_found_with_the_day_that_was_put_in(sample):
    finding = msgspec.structs.replace(sample.findings[0], headline="On Friday [7 March 2031] the quay was shut")
    line = BriefingLine(text=finding.headline, claims=finding.claims[:1], of=finding.id)
    briefing = Briefing(sections=(BriefingSection("Established", (line,)),))
    known = msgspec.structs.replace(sample, findings=(finding, *sample.findings[1:]), briefing=briefing)
    for typed in (line.text, "On Friday the quay\n   was shut", "Friday [7 March 2031] the quay"):
        assert explain(known, typed) == explain(known, finding.id)


def test_a_number_is_told_in_its_own_words_and_as_it_was_read():
    def read(words, low, high, unit=None, **opened):
        known = {"start": 0, "end": 1, "low_open": False, "high_open": False, "likely_low": None, "likely_high": None}
        return number(ClaimQuantity(**{**known, **opened}, low=low, high=high, unit=unit, hedge=None, of="number"), words)

    assert read("17", 17, 17) == "“17”"
    assert read("at least 14", 14, None) == "“at least 14”, read as 14 or more"
    assert read("more than 50", 50, None, low_open=True) == "“more than 50”"
    assert read("47", 47, 47, "year") == "“47”, read as 47 years"
    assert read("31 hours", 31, 31, "hour") == "“31 hours”"


def test_a_quotation_is_explained_by_its_place(sample):
    quote = sample.quotes[0]
    told = explain(sample, f"{quote.document}[{quote.start}:{quote.end}]")
    text = next(d.text for d in sample.documents if d.id == quote.document)
    assert text[quote.start : quote.end][:30] in told.replace("\n  ", " ")
    assert " quotes " in told.splitlines()[0]


def test_what_is_nowhere_is_said_plainly(sample):
    with pytest.raises(RunError, match="nothing in this dossier has the id or the words zz"):
        explain(sample, "zz")


def test_hostile_words_do_no_harm(hostile):
    for identifier in ("x1", "c1", "s1", "e1", "d1", "alert(1)"):
        assert "\x1b" not in explain(hostile, identifier)


def test_headings_are_coloured_only_where_asked_for(sample):
    assert "\x1b[" in explain(sample, "f1", color=True)


def test_the_words_of_features_stand_in_the_order_of_their_weight():
    weights = json.loads((files("sayso.align") / "weights.json").read_bytes())["both"]["weights"]
    assert list(FOR) == sorted((n for n, w in weights.items() if w > 0), key=lambda n: -weights[n])
    assert list(AGAINST) == sorted((n for n, w in weights.items() if w < 0), key=lambda n: weights[n])


def test_why_one_question_in_words():
    told = grounds({"question": 0.8, "same_time": 1.0, "words": 0.9, "phrase_differs": 1.0, "same_voice": 0.1})
    assert told == "they are near in what they answer and they tell of the same time, although one is a mere phrase"


@pytest.mark.parametrize(
    ("reads", "told"),
    [
        ("[9, ∞)", "9 or more"), ("(20, ∞)", "more than 20"), ("[17, 17]", "17"), ("[54, 66]", "54 to 66"),
        ("(0, 2] kilometre", "up to 2 kilometre"), ("[1.5, 2.5) kilometre", "1.5 to less than 2.5 kilometre"),
        ("{17, 21}", "17 or 21"), ("2031-03-01/2031-03-31", "1 to 31 March 2031"), ("2031-03-04", "4 March 2031"),
        ("labour minister", "labour minister"),
    ],
)  # fmt: skip
def test_readings_in_words(reads, told):
    assert reading(reads) == told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (
            Status.UNSOURCED,
            "Three outlets speak to this; whether they agree in everything was not checked. No source was found",
        ),
        (Status.DISPUTED, "Three outlets speak to this, and their accounts cannot all hold."),
        (
            Status.SINGLE_ORIGIN,
            "whether they agree in everything was not checked. Only one origin counts: harbour authority.",
        ),
    ],
)
def test_every_status_opens_with_a_sentence(sample, status, told):
    assert told in opening(Lookup(sample), msgspec.structs.replace(sample.findings[0], status=status))


def test_only_outlets_that_tell_what_the_statement_says_are_counted_as_telling_it(sample):
    finding = sample.findings[0]
    own = next(c.id for c in Lookup(sample).told(finding.claims) if c.text == finding.statement)
    other = next(c for c in finding.claims if c != own)
    near = PairExplanation(a=own, b=other, score=0.9, features={"meaning": 0.9})
    police = Origin(source="s9", name="police", basis=OriginBasis.NAMED, claims=(other,))
    change = {"status": Status.CORROBORATED, "independent": 2, "pairs": (near,), "origins": (*finding.origins, police)}
    told = opening(Lookup(sample), msgspec.structs.replace(finding, **change))
    assert told.startswith(
        "Two outlets tell this, on the word of two independent origins: harbour authority and police. One"
    )
    assert told.endswith("One more speaks to it; whether they agree in everything was not checked.")


def test_what_does_not_count_is_told_with_the_reason(sample):
    finding = sample.findings[0]
    extra = [
        Origin(source=f"s{n}", name=n, basis=OriginBasis.NAMED, claims=(c,))
        for n, c in zip("AB", finding.claims[1:3], strict=True)
    ]
    told = opening(Lookup(sample), msgspec.structs.replace(finding, origins=(*finding.origins, *extra)))
    assert "Not counted: A (" in told
    assert "tells it in the same outlet" in told or "tells something else of it" in told


def test_every_verdict_opens_with_a_sentence(sample):
    apart = msgspec.structs.replace(sample.discrepancies[0], order=Order.UNKNOWN)
    told = {parting(msgspec.structs.replace(apart, verdict=v)) for v in Verdict}
    assert len(told) == len(Verdict)
    assert all(t.startswith("Two accounts ") and t.endswith(".") for t in told)
