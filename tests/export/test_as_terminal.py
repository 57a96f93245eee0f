import unicodedata
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len

from sayso.export.as_terminal import HINTS, to_terminal
from sayso.model.dossier_reading import Briefing
from sayso.model.enums import DiscrepancyKind

GOLDEN = Path(__file__).with_name("sample.terminal.txt")


def test_the_page_as_it_is_set(sample):
    assert to_terminal(sample, 80) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 110, 200])
def test_no_line_is_wider_than_asked(sample, hostile, wide, width):
    for dossier in (sample, hostile, wide):
        assert max(cell_len(row) for row in to_terminal(dossier, width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 110, 200])
def test_ids_stand_at_the_right_edge_and_values_in_columns(sample, width):
    rows = to_terminal(sample, width).splitlines()
    assert sum(row.endswith((" x1", " x2", " x3", " c4")) and len(row) == width for row in rows) == 4
    at = {row.index(bar) for row in rows for bar in "█" if bar in row}
    assert len(at) == 1


def test_a_narrow_page_stands_outlets_below_their_values(sample):
    rows = to_terminal(sample, 40).splitlines()
    at = rows.index("     was relieved of duty")
    assert rows[at + 1] == "       Coast Daily · no source found"


def test_each_figure_is_told_once(sample):
    assert to_terminal(sample, 80).count("People hurt") == 1


def test_wide_and_combining_characters_keep_the_columns(wide):
    rows = to_terminal(wide, 80).splitlines()
    (wide_row,) = [row for row in rows if "港の船" in row and "·" in row]
    (plain_row,) = [row for row in rows if "The Signal · on its own word" in row]
    assert cell_len(wide_row[: wide_row.index("Coast")]) == cell_len(plain_row[: plain_row.index("The Signal")])


def test_no_control_sequence_of_a_source_gets_through(hostile):
    shown = to_terminal(hostile, 80)
    assert not any(unicodedata.category(c) == "Cc" for c in shown if c != "\n")
    assert "\u202e" not in shown


def test_colours_only_where_asked_for(sample):
    assert "\x1b[" in to_terminal(sample, 80, color=True)
    assert "\x1b" not in to_terminal(sample, 80)


def test_a_dossier_with_nothing_to_say_says_so(sample):
    empty = msgspec.structs.replace(sample, briefing=Briefing(()), discrepancies=(), skipped=())
    shown = to_terminal(empty, 80)
    assert "Nothing in these reports" in shown
    assert HINTS[0] not in shown


@pytest.fixture
def wide(sample):
    """The sample with wide letters and combining marks in one side of the dispute."""
    sides = sample.discrepancies[0].sides
    side = msgspec.structs.replace(sides[0], value="港の船 é̂ge " * 2)
    apart = msgspec.structs.replace(sample.discrepancies[0], sides=(side, *sides[1:]))
    return msgspec.structs.replace(sample, discrepancies=(apart, *sample.discrepancies[1:]))


def test_what_somebody_is_called_is_the_outlets_own_word(sample):
    apart = msgspec.structs.replace(sample.discrepancies[1], kind=DiscrepancyKind.LABEL)
    shown = to_terminal(msgspec.structs.replace(sample, discrepancies=(apart,)), 110)
    assert "Harbour Post · on its own word" in shown
    assert "Harbour Post · on the word of the harbour authority" in to_terminal(sample, 110)
