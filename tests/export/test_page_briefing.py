import msgspec
import pytest

from sayso.export import anchors
from sayso.export.charts.series_points import figures
from sayso.export.lookup import Lookup
from sayso.export.page_briefing import briefing, credit, glance, origins
from sayso.export.summary import ESTABLISHED, UNBORNE
from sayso.model.dossier_reading import Briefing, BriefingLine, BriefingSection
from sayso.model.enums import Status, Verdict


def titled(dossier, title):
    return msgspec.structs.replace(dossier, story=msgspec.structs.replace(dossier.story, title=title))


def test_an_outlets_headline_is_credited_to_it(sample):
    first = next(d for d in sample.documents if d.title)
    (chip,) = credit(Lookup(titled(sample, first.title)))
    assert (chip.text, chip.href) == (first.publisher, f"#{anchors.document(first.id)}")


def test_a_title_of_the_readers_own_is_nobodys(sample):
    assert credit(Lookup(titled(sample, "What I make of it"))) == ()


def test_the_glance_says_of_what_it_counts(sample):
    told = [f"{g.number} {g.text}" for g in glance(Lookup(sample))]
    states = [f.status for f in sample.findings]
    assert f"{states.count(Status.DISPUTED)} finding{'s' * (states.count(Status.DISPUTED) != 1)} disputed" in told
    conflicts = sum(d.verdict is Verdict.CONFLICT for d in sample.discrepancies)
    assert f"{conflicts} conflict{'s' * (conflicts != 1)} between accounts" in told


def test_where_nothing_is_established_the_briefing_says_so(sample):
    sections = tuple(s for s in sample.briefing.sections if s.title != ESTABLISHED)
    bare = msgspec.structs.replace(sample, briefing=msgspec.structs.replace(sample.briefing, sections=sections))
    first, *others = briefing(Lookup(bare))
    assert (first.title, first.lead, first.lines) == (ESTABLISHED, UNBORNE, ())
    assert UNBORNE not in {s.lead for s in others}


def test_a_conflict_stands_under_its_question_not_under_one_of_its_answers(sample):
    conflicts = [d for d in sample.discrepancies if d.verdict is Verdict.CONFLICT]
    lines = {x.why: x for s in briefing(Lookup(sample)) for x in s.lines if x.sides}
    told = [d for d in conflicts if f"#{anchors.discrepancy(d.id)}" in lines]
    assert told
    for d in told:
        line = lines[f"#{anchors.discrepancy(d.id)}"]
        assert line.text == d.question
        assert [s.value for s in line.sides] == [s.value for s in d.sides]


@pytest.mark.parametrize("independent", [1, 2])
def test_origins_of_one_finding_are_never_more_than_count(sample, independent):
    finding = max(sample.findings, key=lambda f: len(f.origins))
    changed = msgspec.structs.replace(finding, independent=independent)
    look = Lookup(msgspec.structs.replace(sample, findings=(changed,)))
    assert int(origins(look, finding.claims).split()[0]) <= independent


def test_sources_of_several_findings_are_not_called_origins(sample):
    told = origins(Lookup(sample), [c for f in sample.findings for c in f.claims])
    assert "source" in told
    assert told != "no source found"


def test_a_figure_over_time_stands_value_by_value_with_its_outlets(sample):
    (series, *_) = sample.series
    claims = tuple(p.claim for p in series.points)
    line = BriefingLine(text="People hurt: 7 → at least 9", claims=claims)
    look = Lookup(msgspec.structs.replace(sample, briefing=Briefing((BriefingSection("Changed", (line,)),))))
    (told,) = next(s for s in briefing(look) if s.title == "Changed").lines
    assert (told.text, told.moved) == ("People hurt", True)
    shown = {side.value: {c.text for c in side.outlets} for side in told.sides}
    assert shown == {t.words: set(t.outlets) for t in figures(look, series)}
    assert all(side.day for side in told.sides)
