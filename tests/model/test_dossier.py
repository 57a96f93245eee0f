import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.dossier_reading import BriefingLine
from sayso.model.dossier_texts import number


def test_every_evidence_is_the_slice_of_its_document(sample):
    text = {d.id: d.text for d in sample.documents}
    assert all(text[c.document][c.start : c.end] == c.text for c in sample.claims)
    assert all(text[c.document][v.start : v.end] == v.source for c in sample.claims for v in c.attribution)


def test_records_cannot_be_changed(sample):
    with pytest.raises(AttributeError):
        sample.story.title = "another"


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_number_is_written_without_loss(value):
    written = number(value)
    assert (written is None) == (not math.isfinite(value))
    assert written is None or written == value
    assert not isinstance(written, float) or not written.is_integer()


def test_a_line_without_claims_does_not_exist():
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"text": "so they say", "claims": []}', type=BriefingLine)
