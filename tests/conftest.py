"""What the rooms' tests share: one small dossier of an invented story."""

from pathlib import Path

import pytest

from sayso.export.as_json import from_json

SAMPLE = Path(__file__).parent / "export" / "sample.json"


@pytest.fixture(scope="session")
def sample_path():
    return SAMPLE


@pytest.fixture(scope="session")
def sample():
    return from_json(SAMPLE.read_bytes())


BETWEEN = Path(__file__).parent / "between" / "story"


@pytest.fixture(scope="session")
def old_path():
    """The dossier of `between/story/old`, as `sayso report` wrote it in that folder."""
    return BETWEEN / "old.json"


@pytest.fixture(scope="session")
def new_path():
    """The dossier of `between/story/new`: a report edited, one as it was, one gone, one new."""
    return BETWEEN / "new.json"


@pytest.fixture(scope="session")
def old(old_path):
    return from_json(old_path.read_bytes())


@pytest.fixture(scope="session")
def new(new_path):
    return from_json(new_path.read_bytes())
