"""Findings: statements, statuses and disputes."""

import msgspec
import pytest

from sayso.judge.findings import dispute
from sayso.model.enums import Status

DISPUTED = {
    "Harbour Post 2031-03-08": "The council of Brenholm closed the old bridge on Wednesday, engineer Karl Lindqvist said.",
    "Coast Herald 2031-03-08": "The council of Brenholm closed the old bridge on Thursday, mayor Maria Osterlund said. The "
    "sun shone over the harbour.",
}


@pytest.fixture(scope="module")
def disputed(judge):
    return judge(DISPUTED)


def test_a_conflict_marks_the_findings_it_stands_in(disputed):
    (conflict,) = disputed.of("date", "conflict")
    sides = {c for s in conflict.sides for c in s.claims}
    for finding in disputed.findings:
        marked = bool(sides & set(finding.claims))
        assert (finding.status.value == "disputed") == marked
        assert any(conflict.id in why for why in finding.why) == marked
    assert any(f.status.value == "disputed" for f in disputed.findings)


def test_a_label_told_in_passing_disputes_nothing_that_was_done(judge):
    judged = judge(
        {
            "Harbour Post 2031-03-08": "Fisheries Minister Karl Lindqvist closed the old bridge in Brenholm on Wednesday.",
            "Coast Herald 2031-03-08": "Transport Minister Karl Lindqvist closed the old bridge in Brenholm on Wednesday.",
        }
    )
    assert judged.of("label", "conflict")
    assert "disputed" not in {f.status.value for f in judged.findings}


def test_one_claim_of_many_that_is_disputed_for_something_else_disputes_no_finding(disputed):
    (conflict,) = disputed.of("date", "conflict")
    (side, _) = conflict.sides
    wide = msgspec.structs.replace(disputed.findings[0], claims=(side.claims[0], "c1", "c2"), status=Status.UNSOURCED)
    half = msgspec.structs.replace(wide, claims=(side.claims[0], "c1"))
    assert [f.status for f in dispute((wide, half), (conflict,))] == [Status.UNSOURCED, Status.DISPUTED]


def test_what_nobody_disputes_keeps_its_status(disputed):
    assert disputed.finding("The sun shone").status.value == "unsourced"


def test_every_claim_stands_in_one_finding(disputed):
    held = [c for f in disputed.findings for c in f.claims]
    assert sorted(held) == sorted(disputed.scene.claims)


def test_a_discrepancy_points_at_a_finding_that_holds_one_of_its_claims(disputed):
    findings = {f.id: f for f in disputed.findings}
    for found in disputed.discrepancies:
        assert set(findings[found.finding].claims) & {c for s in found.sides for c in s.claims}


def test_the_statement_is_a_claim_word_for_word(disputed):
    for finding in disputed.findings:
        assert finding.statement in {disputed.scene.claims[c].text for c in finding.claims}


def test_the_statement_is_a_sentence_rather_than_a_fragment(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The council of Brenholm closed the old bridge on Wednesday.",
            "Coast Herald 2031-03-08": "Closing the old bridge on Wednesday, the council of Brenholm acted fast.",
        }
    )
    assert story.finding("closed the old bridge").statement == "The council of Brenholm closed the old bridge on Wednesday"


def test_the_widest_told_stand_first(disputed):
    widths = [len(f.outlets) for f in disputed.findings]
    assert widths == sorted(widths, reverse=True)


def test_why_tells_outlets_and_origins(judge):
    alone = judge({"Harbour Post 2031-03-08": "The sun shone over the harbour of Brenholm."}).findings
    assert [f.why[0] for f in alone] == ["1 outlet, 0 independent origins"]


def test_what_tells_no_day_does_not_bear_out_the_day(judge):
    told = {
        "Harbour Post 2031-03-08": "The wall of the Brannick quarry collapsed on Tuesday morning, police said.",
        "Coast Herald 2031-03-08": "The wall of the Brannick quarry collapsed, shepherd Ivo Marsh said.",
    }
    (finding,) = (f for f in judge(told).findings if len(f.outlets) > 1)
    assert (finding.status.value == "corroborated") == ("Tuesday" not in finding.statement)
