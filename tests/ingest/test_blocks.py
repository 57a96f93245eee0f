"""Blocks: invented snippets with the kind of every part, and the laws that hold for any text."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.blocks import split
from sayso.ingest.clean import clean
from sayso.ingest.lines import LONGEST, unwrap
from sayso.model.enums import BlockKind

CASES = [json.loads(line) for line in Path(__file__).with_name("blocks.jsonl").read_text(encoding="utf-8").splitlines()]
GLUED = {"dateline", "update", "byline", "date-line"}  # what shares its line with the part behind it


def compose(case: dict[str, object]) -> str:
    """The text of a case: parts joined by its separator, those that share a line by a blank."""
    text = ""
    previous = None
    for kind, words in case["blocks"]:
        glued = previous in ("dateline", "update") or (
            previous in ("byline", "date-line") and kind in ("byline", "date-line")
        )
        glued = glued or (kind == "credit" and bool(case.get("tail")))
        text += (" " if glued else case["sep"]) + words if text else words
        previous = kind
    return text


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_kinds(case):
    text = compose(case)
    found = split(unwrap(clean(text)))
    assert [[b.kind.value, text[b.start : b.end]] for b in found.blocks] == case["blocks"]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_notes(case):
    notes = split(unwrap(clean(compose(case)))).notes
    assert list(notes.credits) == case.get("credits", [])
    assert list(notes.authors) == case.get("authors", [])
    assert (notes.published.start.isoformat() if notes.published else None) == case.get("date")
    assert notes.modified == case.get("modified")


def test_the_opening_heading_is_the_title():
    case = next(c for c in CASES if "title" in c)
    assert split(compose(case)).title == case["title"]
    assert split("The bridge is closed. Nobody knows why it was not mended before.").title is None


WORDS = st.sampled_from(
    [
        *"AaéĞ.!?:–—-|/()[]“”\"'«»@#©_*…、。 \n\u00a0\u3000",
        *(
            "\n\n",
            "Ann Poe ",
            "By ",
            "OSLO ",
            "(AFP) ",
            "Updated at 11:20 a.m.: ",
            "FILE - ",
            "Photo: ",
            "March 4, 2021",
            "2021-03-04",
        ),
        *("(end) ", "NNNN", "Related stories\n", "Source: ", "The bridge was closed. ", "contributed to this report"),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_blocks_are_disjoint_ordered_and_cover_everything(raw):
    text = unwrap(clean(raw))
    blocks = split(text).blocks
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()


@given(st.integers(1, 4), st.sampled_from(["The bridge was closed on Monday. ", "x", "word "]))
@settings(max_examples=12, deadline=None)
def test_no_block_is_overlong(times, words):
    text = clean(words * (times * LONGEST // len(words) + 7))
    blocks = split(text).blocks
    assert max(b.end - b.start for b in blocks) <= LONGEST
    assert "".join(text[b.start : b.end] for b in blocks).replace(" ", "") == text.replace(" ", "")
    if "." in words:
        assert all(text[b.end - 1] == "." for b in blocks)


def test_hints_from_markup_are_kept():
    text = "A short line.\n\nThe bridge was closed on Monday after two barges struck it."
    assert split(text, {0: BlockKind.HEADING}).blocks[0].kind is BlockKind.HEADING
