"""Paper, phone, dark rooms and readers whom motion makes ill."""

import re

import pytest
from playwright.sync_api import expect

from sayso.export import anchors

UNFOLD = "document.querySelectorAll('details').forEach(d => { d.open = true })"
WIDE = """width => [Math.max(innerWidth, document.scrollingElement.scrollWidth) - width, ...[
  ...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.wide'))
  .slice(0, 3).map(e => e.outerHTML.slice(0, 120))]"""
COLOURS = """() => ['html', 'h1', '.text', '#findings a'].map(s => getComputedStyle(document.querySelector(s)))
  .map(s => [s.color, s.backgroundColor].join())"""
LIGHT = "() => getComputedStyle(document.documentElement).backgroundColor.match(/[0-9]+/g).slice(0, 3).every(c => c > 200)"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_paper_everything_is_unfolded_and_no_control_is_left(visit, scripts):
    page = visit(java_script_enabled=scripts, color_scheme="dark")
    page.emulate_media(media="print")
    if scripts:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for fold in page.locator("main details:not(.long, .long *)").all():  # the long ones are printed where they are unfolded
        assert fold.locator("summary ~ *").first.is_visible(), fold.inner_text()
    assert page.locator("nav:visible, button:visible, select:visible, input:visible, .skip:visible").count() == 0
    assert page.evaluate(LIGHT)
    if scripts:
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("main details[open]").count() == 0


def test_the_printed_file_holds_the_report(page, dossier):
    folded = "document.querySelectorAll('main details:not([open], .long)').length"
    page.evaluate(f"addEventListener('beforeprint', () => {{ window.folded = {folded} }})")
    paper = page.pdf(format="A4", outline=True, tagged=True)
    assert page.evaluate("window.folded") == 0 < page.evaluate(folded)
    titles = [title(found) for found in re.findall(rb"/Title (\(.*?[^\\]\)|<[0-9A-F]+>)", paper, re.DOTALL)]
    assert "Briefing" in " ".join(titles)
    for x in dossier.discrepancies:
        heading = page.locator(f"#{anchors.discrepancy(x.id)}").locator("h3, h4").first.text_content()
        assert any(heading.split("¶")[0].strip() in t for t in titles), heading
    assert 5 < len(re.findall(rb"/Type /Page\b", paper)) < 80


def title(found):
    """A heading as it stands in the outline of a PDF."""
    raw = bytes.fromhex(found[1:-1].decode()) if found[:1] == b"<" else re.sub(rb"\\(.)", rb"\1", found[1:-1])
    return raw.decode("utf-16" if raw[:2] == b"\xfe\xff" else "latin-1")


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_scrolls_one_way_only(visit, width):
    page = visit(viewport={"width": width, "height": 844}, is_mobile=True, has_touch=True)
    assert page.evaluate(WIDE, width) == [0]
    page.evaluate(UNFOLD)
    assert page.evaluate(WIDE, width) == [0]


def test_a_phone_reaches_every_part_by_its_contents(phone):
    phone.get_by_text("Contents").tap()
    phone.get_by_role("navigation").get_by_role("link", name="Documents").tap()
    heading = phone.get_by_role("heading", level=2, name="Documents")
    expect(heading).to_be_in_viewport()
    expect(phone.get_by_role("navigation").get_by_role("link", name="Briefing")).to_be_hidden()


def test_a_phone_shows_the_words_behind_a_tap(phone, words_in_sight):
    phone.get_by_role("region", name="Where accounts part").get_by_role("blockquote").get_by_role("link").first.tap()
    words_in_sight(phone)
    phone.get_by_role("button", name="Back").tap()
    expect(phone.get_by_role("region", name="Where accounts part")).to_be_in_viewport()


def test_a_dark_room_gets_a_dark_page(visit):
    light, dark = visit(color_scheme="light"), visit(color_scheme="dark")
    assert light.evaluate(LIGHT)
    assert not dark.evaluate(LIGHT)
    assert all(a != b for a, b in zip(light.evaluate(COLOURS), dark.evaluate(COLOURS), strict=True))


def test_nothing_moves_for_those_who_ask_for_stillness(visit):
    page = visit(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s =>
      s.scrollBehavior === 'smooth' || parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none').length"""
    assert page.evaluate(moving) == 0
