import pytest

import sayso


@pytest.fixture(scope="session")
def dossier(sample_path):
    return sayso.load(sample_path)
