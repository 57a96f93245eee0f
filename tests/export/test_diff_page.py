"""What changed, and two outlets side by side, as they are set and written."""

import re
import unicodedata
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len

from sayso.between import compare, diff
from sayso.export.as_markdown import write_page
from sayso.export.as_terminal import set_page
from sayso.export.compare_page import compare_page
from sayso.export.diff_page import NOTHING, diff_page

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def pages(old, new):
    return {"diff": diff_page(diff(old, new)), "compare": compare_page(compare(new, "hill", "radio"))}


@pytest.mark.parametrize("name", ["diff", "compare"])
def test_the_page_as_it_is_set_and_written(pages, name):
    assert set_page(pages[name], 100) == (HERE / f"{name}.terminal.txt").read_text("utf-8")
    assert write_page(pages[name]) == (HERE / f"{name}.written.md").read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("name", ["diff", "compare"])
def test_no_line_is_wider_than_asked(pages, name, width):
    assert max(cell_len(row) for row in set_page(pages[name], width).splitlines()) <= width


def test_of_each_section_the_weightiest_lines_and_how_many_more(old, new):
    found = diff(old, new)
    short, whole = diff_page(found, 1), diff_page(found, None)
    assert all(len(s.lines) == 1 for s in short.sections)
    assert [s.title for s in short.sections] == [s.title for s in whole.sections]
    more = {s.title: s.more for s in short.sections}
    assert more["Reworded"] == "and 1 more, with --all, or in full with --format json"
    assert not any(s.more for s in whole.sections)
    assert short.under == whole.under


def test_nothing_changed_says_so(new):
    page = diff_page(diff(new, new))
    assert page.under[1] == NOTHING
    assert page.sections == ()


def test_no_control_sequence_of_a_source_gets_through(hostile, sample):
    named = [msgspec.structs.replace(d, publisher=f"{d.publisher} {n}") for n, d in enumerate(hostile.documents)]
    apart = msgspec.structs.replace(hostile, documents=tuple(named))
    sides = compare_page(compare(apart, named[0].publisher, named[1].publisher), None)
    for page in (diff_page(diff(sample, hostile)), diff_page(diff(hostile, sample)), sides):
        shown = set_page(page, 80)
        assert not any(unicodedata.category(c) == "Cc" for c in shown if c != "\n")
        assert "\u202e" not in shown
        written = write_page(page)
        assert "<script>" not in written
        assert not re.search(r"(?<!\\)\]\(javascript", written)
