"""What language a text is in."""

import pytest

from sayso.errors import RunError
from sayso.ingest import language


def test_a_full_disk_is_no_fault_of_a_document(monkeypatch):
    def full(text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("py3langid.rank", full)
    with pytest.raises(RunError, match=r"No space left on device \(free some space"):
        language.language_of("The weir at Tolm held through the night, the board said.")
