"""Filters, layers and citations: what the page does when it is told to."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from sayso.export import anchors
from sayso.export.citation import citation

STYLE = """e => [...getComputedStyle(e)].map(p => getComputedStyle(e).getPropertyValue(p)).join()"""


def shown(page):
    """The ids of the findings that the filters leave."""
    return set(page.locator("#findings .f:not([hidden])").evaluate_all("found => found.map(f => f.id)"))


def ids(findings):
    return {anchors.finding(f.id) for f in findings}


def heard(page):
    """What the live region by the filters says."""
    return page.get_by_role("form", name="Filter the findings").get_by_role("status")


def test_findings_are_filtered_by_status_and_outlet_and_counted_aloud(page, dossier):
    assert shown(page) == ids(dossier.findings)
    status = Counter(f.status for f in dossier.findings).most_common()[-1][0]
    page.get_by_label("Status").select_option(status.value)
    some = [f for f in dossier.findings if f.status is status]
    assert shown(page) == ids(some)
    expect(heard(page)).to_contain_text(str(len(some)))

    outlet = Counter(o for f in some for o in f.outlets).most_common()[-1][0]
    of = page.get_by_label("Outlet").get_by_role("option").filter(has_text=outlet)
    page.get_by_label("Outlet").select_option(of.get_attribute("value"))
    fewer = [f for f in some if outlet in f.outlets]
    assert shown(page) == ids(fewer)
    expect(heard(page)).to_contain_text(str(len(fewer)))
    assert heard(page).get_attribute("aria-live") == "polite"

    page.get_by_role("button", name="Show all").click()
    expect(heard(page)).to_contain_text(str(len(dossier.findings)))
    assert shown(page) == ids(dossier.findings)


def test_findings_are_filtered_by_who_is_named_in_them(page):
    choice = page.get_by_label("Named in it")
    options = choice.get_by_role("option").all()[1:4]
    assert options
    for option in options:
        choice.select_option(option.get_attribute("value"))
        assert f"({len(shown(page))})" in option.inner_text()


def test_a_filtered_view_has_an_address(page, visit, dossier):
    page.get_by_label("Status").select_option("disputed")
    again = visit(page.url)
    assert shown(again) == shown(page) < ids(dossier.findings)
    assert again.get_by_label("Status").input_value() == "disputed"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_layers_are_switched_on_and_off(visit, scripts):
    page = visit(java_script_enabled=scripts)
    layers = page.get_by_role("group", name="Mark in the texts").get_by_role("checkbox")
    assert layers.count() >= 4
    for layer in layers.all():
        layer.uncheck()
    for layer in layers.all():
        piece = page.locator(f".text .{layer.get_attribute('id').removeprefix('layer-')}").first
        off = piece.evaluate(STYLE)
        layer.check()
        on = piece.evaluate(STYLE)
        layer.uncheck()
        assert on != off == piece.evaluate(STYLE)


def test_words_are_copied_as_a_citation(visit, dossier):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    quote = page.get_by_role("region", name="Where accounts part").get_by_role("blockquote").first
    at = quote.get_by_role("link").first.get_attribute("href")
    quote.get_by_role("button", name="Copy these words as a citation").click()
    expect(page.get_by_text("Citation copied.")).to_be_attached()
    claim = next(c for c in dossier.claims if at == f"#{anchors.claim(c.id)}")
    document = next(d for d in dossier.documents if d.id == claim.document)
    finding = next((f.id for f in dossier.findings if claim.id in f.claims), None)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == citation(document, claim, finding)
    assert document.text[claim.start : claim.end] in copied


def test_where_copying_is_refused_the_citation_is_there_to_be_copied_by_hand(page):
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
    )
    page.get_by_role("button", name="Copy these words as a citation").first.click()
    box = page.get_by_role("textbox", name="citation")
    expect(box).to_be_focused()
    assert page.evaluate("getSelection().toString()") == box.input_value() != ""
