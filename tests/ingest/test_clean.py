import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.clean import clean
from sayso.ingest.lines import unwrap

ODD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("\x00\r\n\t\u200b\u00ad\ufeff\u2028\x85ÃÂâ€œ©ðŸ\x80\x9c\u0301e É…»\u00a0")
    ),
    max_size=80,
)


@given(ODD)
@settings(max_examples=500, deadline=None)
def test_cleaning_is_idempotent_and_leaves_no_rubbish(raw):
    text = clean(raw)
    assert clean(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in text)
    assert "\n\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))
    text.encode("utf-8")


@given(ODD)
@settings(max_examples=200, deadline=None)
def test_unwrapping_changes_line_breaks_only(raw):
    text = clean(raw)
    unwrapped = unwrap(text)
    assert len(unwrapped) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, unwrapped, strict=True))


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\u200bb\u00adc\ufeff\x00d", "abcd"),
        ("10\u00a0000 “metres” – ‘deep’ «so»", "10 000 “metres” – ‘deep’ «so»"),
        ("end  \n\n\n\n\n\nnext", "end\n\n\nnext"),
        ("cafe\u0301", "café"),
        ("\ud800broken", "broken"),
    ],
)
def test_cleaning(raw, wanted):
    assert clean(raw) == wanted


@pytest.mark.parametrize(
    "text", ["It’s “odd” – naïve café, said Zoë…", "Ğ ş ł ő", "€5 and £6", "10°", "«Ça va»", "Übermut tut selten gut"]
)
@pytest.mark.parametrize("table", ["latin-1", "cp1252"])
def test_mojibake_is_undone(text, table):
    wrong = "".join(_wrong(byte, table) for byte in text.encode("utf-8"))
    if "ş" not in text and "Ğ" not in text:  # pairs of Latin Extended letters are mended inside words only
        assert clean("so " + wrong) == "so " + clean(text)
    else:
        assert clean(clean(wrong)) == clean(wrong)


def _wrong(byte: int, table: str) -> str:
    try:
        return bytes([byte]).decode(table)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize(
    "text", ["LE CAFÉ… est fermé", "«CAFÉ»", "à « midi »", "A IRMÃ»", "É… claro", "SCHÖ” sagte er", "5 â 6", "Å «eat»"]
)
def test_true_letters_are_left_alone(text):
    assert clean(text) == text


def test_wrapped_paragraphs_become_lines():
    raw = (
        "The harbour office closed the old bridge on Monday after two\nbarges struck its middle pier, and said "
        "it would stay shut\n"
        "for a week at the least.\n\nDivers went down in the afternoon to look at the damage that\nthe barges had done.\n"
    )
    assert [len(p.split("\n")) for p in unwrap(clean(raw)).split("\n\n")] == [1, 1]


def test_scraped_paragraphs_stay_apart():
    raw = (
        "A heading of some words\n"
        + "The bridge was closed on Monday after two barges struck it, and it will stay closed. " * 2
    )
    assert unwrap(clean(raw)).count("\n") == 1
