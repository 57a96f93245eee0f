"""Every word that the output takes from a closed vocabulary has an entry in the glossary, and each entry one place."""

import re
from collections import Counter
from pathlib import Path

import pytest

from sayso.dossier.briefing import TITLES
from sayso.export.as_json import schema
from sayso.model.enums import Status

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")
TERMS = re.findall(r"\*\*(.+?)\*\*", PAGE)
VOCABULARIES = {name: d["enum"] for name, d in schema()["$defs"].items() if "enum" in d}


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_the_words_of_a_vocabulary_are_explained(name):
    assert set(VOCABULARIES[name]) - set(TERMS) == set()


def test_the_vocabularies_are_found():
    assert {"Status", "Verdict", "Modality", "OriginBasis"} <= set(VOCABULARIES)
    assert set(VOCABULARIES["Status"]) == {s.value for s in Status}


def test_the_sections_of_the_briefing_are_explained():
    assert set(TITLES) <= set(TERMS)


def test_the_terms_of_the_lists_stand_once():
    heads = re.findall(r"^- \*\*(.+?)\*\*", PAGE, re.MULTILINE)
    assert [head for head, n in Counter(heads).items() if n > 1] == []
    assert len(heads) > 30
