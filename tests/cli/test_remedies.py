"""What an error tells people to type can be typed."""

import ast
import re
from pathlib import Path

import pytest
import typer.main

import sayso
from sayso.cli.app import app
from sayso.ingest.fetch import FetchSettings

SOURCE = Path(sayso.__file__).parent
COMMANDS = typer.main.get_command(app).commands
OPTIONS = {name: {o for p in command.params for o in p.opts} for name, command in COMMANDS.items()}
EVERY = set().union(*OPTIONS.values()) | {"--help", "--version"}
FOREIGN = {"--upgrade", "--force-reinstall"}  # those of pip
FETCHING = ("ingest/fetch", "ingest/web.py", "ingest/arrivals.py")


def words(module):
    """The strings of a module that are shown, f-strings with `{}` for what is filled in; no docstrings."""
    tree = ast.parse(module.read_text("utf-8"))
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    inside = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs | inside:
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)


def modules(*rooms):
    found = [m for m in sorted(SOURCE.rglob("*.py")) if str(m.relative_to(SOURCE)).startswith(rooms)]
    assert found
    return found


@pytest.mark.parametrize("module", modules(""), ids=lambda m: str(m.relative_to(SOURCE)))
def test_every_option_that_is_named_is_there(module):
    for told in words(module):
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+(?![\w-])", told)) <= EVERY | FOREIGN, told
        for command, rest in re.findall(r"\bsayso ([a-z]+)((?: [^;,)]*)?)", told):
            if command in OPTIONS:
                assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", rest)) <= OPTIONS[command] | {"--help"}, told


@pytest.mark.parametrize("module", modules(*FETCHING), ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_setting_of_fetching_is_named_as_it_is_typed(module):
    names = "|".join(FetchSettings.__struct_fields__)
    for told in words(module):
        for name in re.findall(r"--fetch (\S*)", told):
            assert re.fullmatch(rf"(?:{names})=\S+", name), told
        assert not re.search(rf"\b(?:with|see|allow) (?:{names})\b", told), told
    assert "--fetch" in OPTIONS["add"]


def test_the_limits_of_fetching_name_their_remedies():
    shown = " ".join(told for module in modules(*FETCHING) for told in words(module))
    for name in ("size", "total", "idle", "redirects", "robots", "interval", "ports", "longest_wait"):
        assert f"--fetch {name}=" in shown
