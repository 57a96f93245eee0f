"""What the pages show is what happens."""

import pytest


def test_examples_of_the_page_are_what_happens(page, excerpts, memory, tmp_path):
    room = excerpts.Room(tmp_path, memory)
    missing = []
    for block in excerpts.blocks(page.read_text("utf-8")):
        if block.kind == "console":
            for step in excerpts.steps(block):
                try:
                    printed = room.command(step.command)
                except excerpts.CannotRunError as error:
                    missing.append(str(error))
                    continue
                assert excerpts.matches(step.shown, printed), f"$ {step.command}\n{printed}"
        elif block.kind == "python":
            assert not room.python(block)
        elif block.name:
            room.write(block)
    if missing:
        pytest.skip(f"not on this machine: {'; '.join(missing)}")


@pytest.mark.parametrize(
    ("shown", "printed", "right"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\n…\nthree\n", "one\ntwo\ntwo\nthree\n", True),
        ("one\n…\n", "one\n", True),
        ("…\nthree\n", "one\ntwo\nthree\n", True),
        ("one\n…\nthree\n", "one\ntwo\n", False),
        ("one\n", "one\ntwo\n", False),
        ("two\n…\none\n", "one\ntwo\n", False),
        ("tw\n…\n", "two\n", False),
    ],
)
def test_lines_may_be_left_out_and_nothing_else(excerpts, shown, printed, right):
    assert excerpts.matches(shown, printed) is right


def test_an_excerpt_is_taken_anew_from_its_first_lines(excerpts):
    shown = "…\nSHIPS\n • nine ships left\n…\n"
    printed = "PORTS\n • none\n\nSHIPS\n • ten ships left\n • one stays\n"
    assert excerpts.refreshed(shown, printed) == "…\nSHIPS\n • ten ships left\n…\n"


def test_pages_that_run_are_many(excerpts):
    kinds = [b.kind for page in excerpts.pages() for b in excerpts.blocks(page.read_text("utf-8"))]
    assert kinds.count("console") > 10
    assert kinds.count("python") > 3
