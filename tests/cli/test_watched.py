"""What changes where a person watches."""

import inspect
import io
import re
from importlib import import_module

import pytest

from sayso.cli import output
from sayso.cli.progress import PLAIN, progress

STAGED = ("report", "reading", "stored", "stored_similar")


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_screen_and_taken_away(monkeypatch):
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as told:
        told("annotate", 0.5)
    assert "reading the reports" in screen.getvalue()


def test_every_stage_has_a_label_in_plain_words():
    sources = (inspect.getsource(import_module(f"sayso.pipeline.{name}")) for name in STAGED)
    assert set(PLAIN) == {name for source in sources for name in re.findall(r'(?:\.stage|progress)\("(\w+)"', source)}


def test_nothing_is_shown_in_a_pipe(monkeypatch):
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    with progress() as told:
        assert told is None
    assert pipe.getvalue() == ""


@pytest.mark.parametrize(
    ("screen", "name", "value", "colored"),
    [
        (Screen(), "TERM", "xterm", True),
        (Screen(), "NO_COLOR", "1", False),
        (Screen(), "TERM", "dumb", False),
        (io.StringIO(), "TERM", "xterm", False),
    ],
)
def test_colours(monkeypatch, screen, name, value, colored):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv(name, value)
    assert output.colored() is colored


def test_width_follows_the_screen_up_to_a_readable_most(monkeypatch):
    monkeypatch.setattr("sys.stdout", Screen())
    for columns, width in ((60, 60), (300, output.WIDEST)):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert output.width() == width
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert output.width() == output.IN_A_PIPE
