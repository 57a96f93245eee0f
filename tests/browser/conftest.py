"""The report in a real browser: opened as a file, as a reader opens it, and watched for anything that goes wrong."""

import os

import pytest

from benchmarks.chromium import HOW, chromium, find_chromium
from benchmarks.stories import examples
from sayso.export.as_html import to_html

WITHOUT = bool(os.environ.get("SAYSO_NO_BROWSER")) and not os.environ.get("CI")
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def pytest_terminal_summary(terminalreporter):
    if WITHOUT and find_chromium() is None:
        terminalreporter.write_line(
            "THE BROWSER TESTS WERE LEFT OUT: no Chromium, and SAYSO_NO_BROWSER is set.", yellow=True
        )


@pytest.fixture(scope="package")
def browser():
    """One Chromium for all tests. Without one the tests fail, unless a developer chose to leave them out."""
    if find_chromium() is None:
        if WITHOUT:
            pytest.skip("no Chromium, and SAYSO_NO_BROWSER is set")
        pytest.fail(HOW, pytrace=False)
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="package")
def dossier():
    """The example corpus."""
    return examples()


@pytest.fixture(scope="package")
def report(dossier, tmp_path_factory):
    """The address of the report of the example corpus."""
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(to_html(dossier), "utf-8")
    return file.as_uri()


# The words in the texts that stand out in the colour of what was asked for, and whether their beginning is in sight: in the
# window, and with nothing over it.
MARKED = """() => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'var(--hit)';
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const pieces = [...document.querySelectorAll('.text *')].filter(
    e => e.textContent && getComputedStyle(e).backgroundColor === colour);
  const box = pieces.length ? pieces[0].getClientRects()[0] : null;
  const top = box && document.elementFromPoint(box.left + 3, box.top + box.height / 2);
  return [pieces.map(p => p.textContent).join(''), Boolean(top) && (pieces[0].contains(top) || top.contains(pieces[0]))];
}"""


@pytest.fixture
def words_in_sight():
    """The marked words on a page, once they have come into sight: scrolling may take a moment."""

    def look(page):
        for _ in range(40):
            words, seen = page.evaluate(MARKED)
            if words and seen:
                return words
            page.wait_for_timeout(50)
        pytest.fail(f"no marked words in sight (marked: {words!r}, in sight: {seen})")

    return look


@pytest.fixture
def troubles():
    """What the pages of one test did that they should not have done: requests, complaints, broken policies."""
    return []


@pytest.fixture
def visit(browser, report, troubles):
    """Opens a page in a fresh window; at the end, no page may have given trouble."""
    windows = []

    def open_page(address=report, **options):
        windows.append(browser.new_context(**{"viewport": DESK, **options}))
        windows[-1].set_default_timeout(30_000)
        page = windows[-1].new_page()
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("console", lambda said: said.type in {"error", "warning"} and troubles.append(f"console: {said.text}"))
        page.on(
            "request", lambda request: request.url.split("#")[0] != address.split("#")[0] and troubles.append(request.url)
        )
        page.goto(address)
        return page

    yield open_page
    for window in windows:
        window.close()
    assert troubles == []


@pytest.fixture
def page(visit):
    """The report of the examples at a desk."""
    return visit()


@pytest.fixture
def phone(visit):
    """The report of the examples on a phone."""
    return visit(viewport=PHONE, is_mobile=True, has_touch=True)
