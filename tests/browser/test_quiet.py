"""Opening the report does nothing but show it."""

import json

import pytest

from sayso.export.as_html import to_html
from sayso.export.as_json import from_json, to_json

EVIL = """<script>window.__hit=1</script><img src=x onerror="window.__hit=1"><svg onload=window.__hit=1>"'</style>{{7*7}}"""
WORDS = {
    "about", "actor", "aliases", "authors", "by", "cue", "label", "language", "name", "path", "publisher", "reads",
    "reason", "remedy", "statement", "summary", "target", "text", "title", "unit", "url", "value", "why",
}  # fmt: skip
PUT_IN = """() => {
  for (const [tag, words] of [['script', 'window.__hit = 1'], ['style', 'body { display: none }']]) {
    const made = document.createElement(tag);
    made.textContent = words;
    document.head.append(made);
  }
}"""


def poisoned(thing, key=""):
    """The same dossier with markup in every text that comes from outside."""
    if isinstance(thing, dict):
        return {k: poisoned(v, k) for k, v in thing.items()}
    if isinstance(thing, list):
        return [poisoned(v, key) for v in thing]
    return thing + EVIL if isinstance(thing, str) and key in WORDS else thing


def opened(page):
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    return page


@pytest.fixture
def hostile(sample, tmp_path):
    file = tmp_path / "hostile.html"
    file.write_text(to_html(from_json(json.dumps(poisoned(json.loads(to_json(sample)))).encode())), "utf-8")
    return file.as_uri()


def test_no_word_of_a_hostile_source_runs(visit, hostile):
    page = opened(visit(hostile))
    assert page.evaluate("window.__hit") is None
    assert page.evaluate("document.querySelectorAll('[onload], [onerror], img, iframe, object, embed, base').length") == 0
    assert "window.__hit" in page.title()
    assert page.get_by_text("<script>window.__hit=1</script>").count() > 5


def test_a_script_or_style_that_got_in_would_be_refused_and_seen(page, troubles):
    page.evaluate(PUT_IN)
    assert page.evaluate("window.__hit") is None
    assert page.locator("body").is_visible()
    assert sum("Content Security Policy" in trouble for trouble in troubles) == 2
    troubles.clear()


def test_a_request_would_be_seen(page, troubles):
    page.evaluate("fetch('https://news.invalid/x').catch(() => 0)")
    assert troubles
    troubles.clear()


def test_the_report_of_the_examples_opens_without_a_word(page):
    """The watch of `visit` is the test: no request, nothing said in the console, no error."""
    opened(page)
    assert page.get_by_role("heading", level=1).is_visible()
