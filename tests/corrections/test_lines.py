import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corrections.lines import UnreadableLineError, from_line, identified, to_line
from sayso.model.correction import Action, Correction, NameTarget

texts = st.text(st.characters(codec="utf-8"), max_size=20)


@given(texts, texts, st.lists(texts, max_size=3), st.none() | texts)
def test_a_line_holds_a_whole_correction_and_nothing_breaks_it(by, why, names, value):
    targets = tuple(NameTarget(name=n) for n in names)
    made = identified(Correction(id="", at="2031", by=by, why=why, action=Action.SPLIT_ENTITY, targets=targets, value=value))
    line = to_line(made)
    assert line.count(b"\n") == 1
    assert from_line(line) == made
    assert identified(made) == made


def test_a_line_without_an_id_is_given_one(make):
    made = make.line("merge-findings", make.finding(1), make.finding(2))
    row = json.loads(to_line(made))
    del row["id"]
    assert from_line(json.dumps(row, indent=None).encode()) == made


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"why": "another reason"}, "changed after it was written"),
        ({"action": "delete"}, "no correction: Invalid enum value 'delete'"),
        ({"targets": [{"kind": "planet"}]}, "no correction"),
        ({"by": None}, "no correction"),
    ],
)
def test_a_line_that_was_changed_is_refused_with_what_it_says(make, change, reason):
    row = json.loads(to_line(make.line("merge-findings", make.finding(1), make.finding(2)))) | change
    with pytest.raises(UnreadableLineError, match=reason) as error:
        from_line(json.dumps(row).encode())
    assert error.value.found["at"] == "2031-03-09T10:00:00Z"


@pytest.mark.parametrize("line", [b"{", b"[1]", b"3", b"\xff\xfe", b'{"id": 3}', b"null"])
def test_what_is_no_correction_is_refused(line):
    with pytest.raises(UnreadableLineError):
        from_line(line)
