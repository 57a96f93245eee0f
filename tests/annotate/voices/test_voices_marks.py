import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.voices.marks import quotations

ODD = st.text(alphabet=st.sampled_from("\"“”„«»‹›'‘’`´. ,\nabAB1sâ€œ\x9d\x93&;"), max_size=80)


def inner(text):
    return [text[slice(*q.inner)] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “go” and “stay”.", ["go", "stay"]),
        ('She said "go" and “stay".', ["go", "stay"]),
        ("‘Go on,’ she said, ‘don’t stop.’", ["Go on,", "don’t stop."]),
        ("'The voters' choice is clear,' she said.", ["The voters' choice is clear,"]),
        ("The voters' choice wasn't clear in the '90s.", []),
        ("«go» and »stay«", ["go", "stay"]),
        ("“He told me ‘go’ twice,” she said.", ["He told me ‘go’ twice,"]),
        ("The wall is 6'2\" high.", []),
        ("``go'' she said", ["go"]),
        ("no opening” here", []),
        ("“One. Two “three” four", ["One.", "three"]),
        ("\x93go\x94 she said", ["go"]),
        ("„go“ she said", ["go"]),
        ("”go” she said", ["go"]),
        ("‚go‘ she said", ["go"]),
        ("‹go› she said", ["go"]),
        ("「go」 she said", ["go"]),
        ("''go'' she said", ["go"]),
        ("「he said 『go』 twice」", ["he said 『go』 twice"]),
    ],
)
def test_what_stands_in_marks(text, expected):
    assert inner(text) == expected


def test_an_unclosed_quotation_is_marked():
    (quotation,) = quotations("Moor said: “We saw it. ")
    assert quotation.open_end
    assert quotation.end == len("Moor said: “We saw it.")


@given(ODD)
def test_quotations_are_ordered_disjoint_and_inside(text):
    at = 0
    for quotation in quotations(text):
        assert at <= quotation.start <= quotation.inner[0] <= quotation.inner[1] <= quotation.end <= len(text)
        assert quotation.start < quotation.end
        at = quotation.end
