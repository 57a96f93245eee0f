"""The generated parts of the reference are those that the code makes."""

from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", sorted(p.name for p in REFERENCE.glob("*.md")))
def test_the_page_is_as_the_code_makes_it(name, generate):
    page = (REFERENCE / name).read_text("utf-8")
    assert generate.written(page) == page, "make docs renews it"


def test_every_generated_part_is_in_the_reference():
    pages = "".join(p.read_text("utf-8") for p in REFERENCE.glob("*.md"))
    for part in ("usage report", "usage explain", "usage correct", "usage schema", "settings", "records", "vocabularies"):
        assert pages.count(f"<!-- generated: {part} -->") == 1


def test_every_command_has_its_part(generate):
    page = (REFERENCE / "commands.md").read_text("utf-8")
    assert all(f"<!-- generated: usage {name} -->" in page for name in generate.COMMANDS)


def test_a_part_that_nobody_makes_is_no_silent_gap(generate):
    with pytest.raises(KeyError):
        generate.written("<!-- generated: nonsense -->\n<!-- end -->")


def test_old_text_is_replaced(generate):
    made = generate.written("before\n<!-- generated: settings -->\nwhat stood there\n<!-- end -->\nafter\n")
    assert "what stood there" not in made
    assert made.startswith("before\n<!-- generated: settings -->\n\n| setting |")
    assert made.endswith("<!-- end -->\nafter\n")
