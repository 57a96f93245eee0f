"""From the briefing to the words of both sides and back, as a reader does who doubts a figure; also with scripts off."""

import pytest
from playwright.sync_api import expect

from sayso.export import anchors
from sayso.model.enums import DiscrepancyKind


@pytest.fixture
def toll(dossier):
    """The figure that most accounts differ on."""
    return max((x for x in dossier.discrepancies if x.kind is DiscrepancyKind.NUMBER), key=lambda x: len(x.sides))


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request):
    return request.param


def places(thing):
    return f'[href="#{anchors.discrepancy(thing.id)}"], [href="#{anchors.finding(thing.finding)}"]'


def test_from_a_disputed_figure_to_the_words_of_both_sides_and_back(visit, dossier, toll, scripts, words_in_sight):
    page = visit(java_script_enabled=scripts)
    line = page.get_by_role("region", name="Briefing").locator("li").filter(has=page.locator(places(toll))).first
    assert any(side.value in line.inner_text() for side in toll.sides)
    line.locator(places(toll)).first.click()

    apart = page.locator(f"#{anchors.discrepancy(toll.id)}")
    if not page.url.endswith(anchors.discrepancy(toll.id)):
        page.locator(f"#{anchors.finding(toll.finding)}").locator(places(toll)).first.click()
    expect(apart).to_be_in_viewport()
    claims = {claim.id: claim for claim in dossier.claims}
    for side in toll.sides[:2]:
        quote = apart.locator(", ".join(f'[href="#{anchors.claim(c)}"]' for c in side.claims)).first
        claim = next(c for c in side.claims if quote.get_attribute("href") == f"#{anchors.claim(c)}")
        quote.click()
        words = words_in_sight(page)
        assert words in claims[claim].text
        if scripts:
            assert words == claims[claim].text
            page.get_by_role("button", name="Back").click()
            expect(quote).to_be_focused()
        else:
            page.go_back()
        expect(quote).to_be_in_viewport()


def test_from_the_words_to_what_is_found_of_them(page, dossier, toll, words_in_sight):
    claim = toll.sides[0].claims[0]
    finding = next(f for f in dossier.findings if claim in f.claims)
    page.goto(f"{page.url}#{anchors.claim(claim)}")
    words_in_sight(page)
    page.get_by_role("region", name="Where you are").get_by_role("link", name="Its finding").click()
    expect(page.locator(f"#{anchors.finding(finding.id)}")).to_be_in_viewport()


def test_a_finding_that_is_folded_away_opens_at_its_address(visit, report, dossier, scripts):
    folded = next(f for f in dossier.findings if len(f.outlets) == 1)
    page = visit(f"{report}#{anchors.finding(folded.id)}", java_script_enabled=scripts)
    expect(page.locator(f"#{anchors.finding(folded.id)}")).to_be_in_viewport()


def test_every_link_of_the_page_leads_somewhere(page):
    links = """() => [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))"""
    lost = """ids => ids.filter(id => !document.getElementById(id))"""
    found = page.evaluate(links)
    assert len(found) > 500
    assert page.evaluate(lost, found) == []


def test_without_scripts_nothing_offers_what_it_cannot_do(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("button:visible, select:visible, textarea:visible").count() == 0
    fold = page.get_by_role("region", name="Findings").locator("details").first
    fold.locator("summary").click()
    expect(fold.get_by_role("link").first).to_be_visible()
