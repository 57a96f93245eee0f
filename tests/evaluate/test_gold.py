import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RunError
from sayso.evaluate.gold import Part, read_rows, take
from sayso.evaluate.quantities.metric import QuantityRow
from sayso.evaluate.timex.metric import TimexRow

GOOD = '{"id": "a", "text": "On Monday it rained.", "dct": null, "timex": [{"start": 3, "end": 9, "value": "x"}], "more": 1}'


def written(folder, *lines, name="gold.jsonl"):
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_rows_of_several_files_plain_and_packed(tmp_path):
    packed = tmp_path / "more.jsonl.gz"
    packed.write_bytes(gzip.compress("\n\n".join(GOOD.replace('"a"', f'"{i}"') for i in "bcd").encode()))
    rows = read_rows([written(tmp_path, GOOD), packed], TimexRow)
    assert [(r.name, r.even) for r in rows] == [("a", True), ("b", True), ("c", False), ("d", True)]
    assert rows[0].row.timex[0].value == "x"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([GOOD, "{"], r"gold.jsonl, line 2: Input data was truncated .*measure.md"),
        (["", GOOD.replace("9", '"9"')], r"line 2: Expected `int`, got `str` - at `\$.timex\[0\].end`"),
        ([GOOD.replace("9", "99")], r"line 1: the expression 3..99 does not lie in the text \(mend the row"),
        ([GOOD.replace("9", "3")], r"the expression 3..3 does not lie"),
        ([GOOD, GOOD], r"line 2: the id 'a' stands in .*line 1 already \(give each row its own id\)"),
        ([" "], r"gold.jsonl holds no rows"),
        ([GOOD.replace('"dct": null', '"dct": "2031-02-30"')], r"line 1: dct '2031-02-30' is no day"),
        ([GOOD.replace('"end": 9', '"end": 9, "type": "DAY"')], r"has the type 'DAY', which is none of DATE, TIME"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_a_remedy(tmp_path, lines, words):
    with pytest.raises(RunError, match=words):
        read_rows([written(tmp_path, *lines)], TimexRow)


def test_a_byte_order_mark_is_no_part_of_the_first_row(tmp_path):
    assert [r.name for r in read_rows([written(tmp_path, "\ufeff" + GOOD)], TimexRow)] == ["a"]


def test_an_unknown_change_is_told(tmp_path):
    row = '{"text": "Nine rose.", "quantities": [{"value": "9", "change": "^"}]}'
    with pytest.raises(RunError, match=r"the change '\^', which is none of = < > ~ up down"):
        read_rows([written(tmp_path, row)], QuantityRow)


def test_a_file_is_named_once(tmp_path):
    path = written(tmp_path, GOOD)
    with pytest.raises(RunError, match="which is named already"):
        read_rows([path, tmp_path / "." / path.name], TimexRow)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(RunError, match="No such file"):
        read_rows([tmp_path / "none.jsonl"], TimexRow)
    with pytest.raises(RunError, match="pack it with gzip"):
        read_rows([written(tmp_path, GOOD, name="plain.gz")], TimexRow)
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(json.dumps([GOOD] * 50).encode())[:-12])
    with pytest.raises(RunError, match="cannot read"):
        read_rows([cut], TimexRow)
    with pytest.raises(RunError, match=r"line 1: .*utf-8"):
        latin = tmp_path / "latin.jsonl"
        latin.write_bytes(GOOD.replace("Monday", "Mönday").encode("latin-1"))
        read_rows([latin], TimexRow)


@given(st.lists(st.booleans()))
def test_the_halves_are_disjoint_and_make_the_whole(evens):
    numbers = list(range(len(evens)))
    even, odd = take(numbers, evens, Part.EVEN), take(numbers, evens, Part.ODD)
    assert sorted(even + odd) == take(numbers, evens, Part.ALL) == numbers
