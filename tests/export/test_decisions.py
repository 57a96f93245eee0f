import pytest
from msgspec.structs import replace

from sayso.export.as_html import to_html
from sayso.export.as_markdown import to_markdown
from sayso.export.as_terminal import to_terminal
from sayso.export.decisions import sentence
from sayso.export.explain import explain
from sayso.model.dossier_reading import AppliedCorrection


def made(action, target, value=None, **more):
    return AppliedCorrection(
        at="2031-03-09T10:00:00Z",
        by="A. Reader",
        why="seen on site",
        action=action,
        target=target,
        value=value,
        id="k9",
        **more,
    )


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (made("merge-findings", "“a” and “b”"), "joined “a” and “b”"),
        (made("merge-entities", "A and B", "C"), "made one of A and B, called C"),
        (made("set-publisher-family", "A and B"), "counted A and B as one"),
        (
            made("set-published", "“Pier falls” (Post)", "2031-03-08"),
            "set the publication of “Pier falls” (Post) to 2031-03-08",
        ),
        (made("split-finding", "“b” out of “a”"), "took “b” out of “a”"),
    ],
)
def test_a_decision_is_one_sentence(correction, told):
    assert sentence(correction) == f"A. Reader on 9 March 2031 {told}, because seen on site"


def test_what_does_not_stand_says_why():
    lost = made("merge-findings", "“a” and “b”", applied=False, note="it is gone")
    assert sentence(lost).endswith("because seen on site; not applied: it is gone")
    unread = AppliedCorrection(at="", by="", why="", action="unknown", target="line 2 of x", applied=False, note="no JSON")
    assert sentence(unread) == "line 2 of x is not applied: no JSON"


def test_readers_see_decisions_where_they_bear(sample):
    finding, apart = sample.findings[0], sample.discrepancies[0]
    decided = made("merge-findings", "“<b>” and “b”", touches=(finding.id,))
    seen = replace(
        sample, corrections=(decided,), discrepancies=(replace(apart, confirmed="Ann on 2031-03-09: asked both"),)
    )
    told = "A. Reader on 9 March 2031 joined “<b>” and “b”, because seen on site"
    assert told in to_terminal(seen, 200)
    assert "joined “\\<b\\>” and “b”, because seen on site" in to_markdown(seen)
    page = to_html(seen)
    assert page.count("joined “&lt;b&gt;” and “b”, because seen on site") == 2
    assert "Confirmed by Ann on 2031-03-09: asked both." in page
    assert f"What people decided\n  {told}\n" in explain(seen, finding.id, 200)
    assert f"What people decided\n  {told}\n" in explain(seen, finding.claims[0], 200)
    assert "What people decided" not in explain(seen, apart.id, 200)
    assert "confirmed by Ann on 2031-03-09: asked both" in explain(seen, apart.id, 200)
