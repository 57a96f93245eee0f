import unicodedata

import msgspec
import pytest
from rich.cells import cell_len

from sayso.export.as_terminal import to_terminal
from sayso.model.dossier_reading import Briefing


def test_every_section_and_side_is_there_with_its_sources(sample):
    shown = to_terminal(sample, 80)
    for words in ("CHANGED", "DISPUTED", "ONE ORIGIN", "OUTLOOK", "SKIPPED", "FURTHER DIFFERENCES"):
        assert words in shown
    assert "Coast Daily, Harbour Post, The Signal · 1 origin · f1" in shown
    assert "has not been relieved of duty" in shown
    assert "conflict of polarity, between outlets · x1" in shown


def test_a_voice_counts_as_an_origin_even_outside_of_findings(sample):
    line = to_terminal(sample, 80).split("refloat the ferry")[1]
    assert "Harbour Post · 1 origin" in line.split("FURTHER")[0]


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_asked(sample, hostile, width):
    for dossier in (sample, hostile):
        assert max(cell_len(row) for row in to_terminal(dossier, width).splitlines()) <= width


def test_no_control_sequence_of_a_source_gets_through(hostile):
    shown = to_terminal(hostile, 80)
    assert not any(unicodedata.category(c) == "Cc" for c in shown if c != "\n")
    assert "\u202e" not in shown


def test_colours_only_where_asked_for(sample):
    assert "\x1b[" in to_terminal(sample, 80, color=True)
    assert "\x1b" not in to_terminal(sample, 80)


def test_a_dossier_with_nothing_to_say_says_so(sample):
    empty = msgspec.structs.replace(sample, briefing=Briefing(()), discrepancies=(), skipped=())
    assert "Nothing in these reports" in to_terminal(empty, 80)
