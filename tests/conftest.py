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
