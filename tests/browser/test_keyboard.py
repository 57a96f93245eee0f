"""The page with nothing but a keyboard."""

from playwright.sync_api import expect

# What has the focus: a name of its place, and whether a reader sees that it has it.
FOCUS = """() => {
  const e = document.activeElement, all = [...document.querySelectorAll('*')], style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const near = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1;
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [all.indexOf(e), e.outerHTML.slice(0, 90), near && ring];
}"""


def test_the_first_stop_skips_to_the_report(page):
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the report")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#briefing').contains(document.activeElement)")


def test_every_stop_can_be_seen_and_left(visit):
    page = visit(reduced_motion="reduce")
    stops = []
    for _ in range(120):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    assert len({place for place, _, _ in stops}) == len(stops)
    assert [what for _, what, seen in stops if not seen] == []
    for place, what, _ in stops[-2:-20:-1]:
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUS)[0] == place, what


def test_findings_are_filtered_and_unfolded_from_the_keyboard(page):
    page.get_by_role("navigation").get_by_role("link", name="Findings").press("Enter")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('select')"):  # the links beside the heading, if any
        assert page.evaluate("document.querySelector('#findings').contains(document.activeElement)")
        page.keyboard.press("Tab")
    expect(page.get_by_label("Status")).to_be_focused()
    page.keyboard.type("disputed")
    expect(page.get_by_role("form").get_by_role("status")).to_contain_text(" of ")
    fold = page.locator("#findings details:visible").first
    fold.locator("summary").press("Enter")
    expect(fold.get_by_role("link").first).to_be_visible()


def test_the_way_back_is_a_key_away(page, words_in_sight):
    quote = page.get_by_role("region", name="Where accounts part").get_by_role("blockquote").get_by_role("link").first
    quote.press("Enter")
    words_in_sight(page)
    page.get_by_role("button", name="Back").press("Enter")
    expect(quote).to_be_focused()
