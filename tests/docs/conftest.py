"""What the pages say, run: each page in a folder of its own, with one reading of the examples for all."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _script(name):
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / f"{name}.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


excerpts = _script("excerpts")


@pytest.fixture(scope="session")
def generate():
    return _script("generate")


@pytest.fixture(scope="session", name="excerpts")
def excerpts_fixture():
    return excerpts


@pytest.fixture(scope="session")
def memory():
    """Dossiers made so far."""
    return {}


def pytest_generate_tests(metafunc):
    if "page" in metafunc.fixturenames:
        pages = excerpts.pages()
        metafunc.parametrize("page", pages, ids=[str(p.relative_to(ROOT)) for p in pages])
