"""axe-core finds nothing serious in the report with everything unfolded, every layer on and a claim asked for."""

from importlib.resources import files

import pytest

from sayso.export import anchors
from sayso.export.as_html import to_html

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], elementRef: false, preload: false})"
ALL_ON = """() => {
  document.querySelectorAll('details').forEach(d => { d.open = true });
  document.querySelectorAll('input[type=checkbox]').forEach(c => { c.checked = true });
  scrollTo(0, 0);  // bars that stay in sight then lie over nothing that counts
}"""
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def complaints(page):
    """Impact, rule and the first place of everything that axe objects to."""
    page.evaluate(AXE)
    return [
        f"{v['impact']} {v['id']} ({len(v['nodes'])}): {v['nodes'][0]['target']} {v['nodes'][0]['failureSummary']}"
        for v in page.evaluate(RUN, RULES)["violations"]
    ]


@pytest.fixture
def small(sample, tmp_path):
    """A report that has a little of everything."""
    file = tmp_path / "small.html"
    file.write_text(to_html(sample), "utf-8")
    return f"{file.as_uri()}#{anchors.claim(sample.claims[0].id)}"


@pytest.fixture
def large(report, dossier):
    """The report of the examples; seconds for axe, therefore not tried in all four ways."""
    return f"{report}#{anchors.claim(dossier.discrepancies[0].sides[0].claims[0])}"


@pytest.mark.parametrize(
    ("which", "size", "scheme"),
    [
        ("large", DESK, "light"),
        ("large", PHONE, "dark"),
        ("small", DESK, "dark"),
        ("small", PHONE, "light"),
    ],
)
def test_nothing_that_keeps_anybody_out(visit, request, which, size, scheme):
    address = request.getfixturevalue(which)
    page = visit(address, viewport=size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page.evaluate(ALL_ON)
    found = complaints(page)
    print(*found, sep="\n")  # the moderate ones are seen where the test fails, or with -s
    assert [c for c in found if not c.startswith(("moderate", "minor"))] == []


def test_axe_would_see_what_is_wrong(visit, small):
    page = visit(small, bypass_csp=True)
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(c.startswith("critical button-name") for c in complaints(page))
