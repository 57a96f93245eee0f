from pathlib import Path

import pytest

from sayso.annotate.parse import load_model


@pytest.fixture(scope="session")
def gold():
    return Path(__file__).parent / "gold"


@pytest.fixture(scope="session")
def nlp():
    return load_model()
