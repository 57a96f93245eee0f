import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from sayso.corrections.files import NAME, append, beside, find_corrections, read_corrections
from sayso.corrections.lines import to_line
from sayso.errors import ConfigurationError, RunError

WRITER = """
import sys
from pathlib import Path
from sayso.corrections.files import append
from sayso.corrections.lines import identified
from sayso.model.correction import Action, Correction, NameTarget
for n in range(60):
    why = sys.argv[2] * 3000
    append(identified(Correction(id="", at="2031", by=sys.argv[2], why=f"{n}{why}", action=Action.UNDO, targets=())),
           Path(sys.argv[1]))
"""


def test_corrections_lie_in_the_folder_or_beside_the_file(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "more").mkdir()
    assert beside([tmp_path]) == beside([tmp_path / "a.txt"]) == (tmp_path / NAME,)
    assert beside([tmp_path / "more", tmp_path]) == beside([tmp_path, tmp_path / "more"])


def test_no_file_and_an_empty_file_say_the_same(tmp_path):
    none = find_corrections([tmp_path])
    (tmp_path / NAME).write_text("\n\n")
    assert find_corrections([tmp_path]) == none
    assert not none.lines


def test_a_file_that_was_asked_for_must_be_there(tmp_path):
    with pytest.raises(ConfigurationError, match=r"there is no file .*leave it out"):
        find_corrections([tmp_path], str(tmp_path / "gone.jsonl"))


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / NAME).mkdir()
    with pytest.raises(RunError, match="cannot read"):
        find_corrections([tmp_path])
    with pytest.raises(RunError, match=r"cannot write .*--file"):
        append(None, tmp_path / NAME)


def test_a_bad_line_leaves_the_others(make, tmp_path):
    line = make.line("merge-findings", make.finding(1), make.finding(2))
    place = tmp_path / NAME
    place.write_bytes(b"nonsense\n" + to_line(line))
    read = read_corrections([place])
    assert read.lines == (line,)
    assert [(u.file, u.number) for u in read.unread] == [(NAME, 1)]


def test_a_line_added_by_hand_without_its_line_feed_stays_whole(make, tmp_path):
    first = make.line("merge-findings", make.finding(1), make.finding(2))
    second = make.line("merge-findings", make.finding(3), make.finding(4))
    place = tmp_path / NAME
    place.write_bytes(to_line(first).rstrip(b"\n"))
    append(second, place)
    assert read_corrections([place]).lines == (first, second)


def test_lines_of_several_files_come_in_the_order_of_writing(make, tmp_path):
    early, late = (make.line("undo", at=f"2031-03-0{n}T00:00:00Z") for n in (1, 2))
    places = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    append(late, places[0])
    append(early, places[1])
    assert read_corrections(places).lines == (early, late)


def test_two_processes_write_whole_lines(tmp_path):
    place = tmp_path / NAME
    source = str(Path(sys.modules["sayso"].__file__).parents[1])
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(place), who], env={"PYTHONPATH": source}) for who in ("a", "b")
    ]
    assert [process.wait() for process in running] == [0, 0]
    read = read_corrections([place])
    assert not read.unread
    assert len(set(read.lines)) == len({replace(c, id="") for c in read.lines}) == 120
