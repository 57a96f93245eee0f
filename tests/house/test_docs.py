"""What README and docs name exists, and what exists is in the reference."""

import json
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import typer

import sayso
from sayso.cli.app import app
from sayso.config import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
REFERENCE = ROOT / "docs" / "reference"
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)
TOP = typer.main.get_command(app)
OPTIONS = {o for c in (TOP, *TOP.commands.values()) for p in c.params for o in p.opts if o.startswith("-")} | {
    "--help",
    "-h",
}
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def code_of(page):
    """Code spans, and the lines of code blocks."""
    text = page.read_text("utf-8")
    blocks = [line.split("#")[0].strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    return [*CODE.findall(BLOCK.sub("", text)), *filter(None, blocks)]


def known_command(words):
    return words[1] in TOP.commands or words[1] in OPTIONS or words[1] == "COMMAND"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_and_targets_exist(page):
    for code in code_of(page):
        words = code.split()
        if words[0] == "sayso" and len(words) > 1:
            assert known_command(words), code
        if words[0] in {"sayso", *OPTIONS}:
            dash = "--" if words[1:2] == ["search"] else "-"  # a word of a query may have one
            assert {w.split("=")[0] for w in words if w.startswith(dash) and w != "-"} <= OPTIONS, code
        if words[0] == "make" and len(words) > 1:
            assert words[1] in TARGETS, code


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_dotted_names_exist(page):
    for name in re.findall(r"\bsayso(?:\.[A-Za-z_]+)+", "\n".join(code_of(page))):
        if re.fullmatch(r"sayso\.(dossier|meta|corrections|db)(\.\w+)?", name):
            continue  # a version of the contract, a file name
        if name in GROUPS:
            continue  # where added parts are found
        parts = name.split(".")
        thing = import_module("sayso")
        for n, part in enumerate(parts[1:], 2):
            thing = getattr(thing, part, None) or import_module(".".join(parts[:n]))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", sorted(TOP.commands))
def test_every_command_and_option_is_in_the_reference(name):
    section = (REFERENCE / "commands.md").read_text("utf-8").split(f"## `sayso {name}", 1)[1].split("\n## ")[0]
    options = {o for p in TOP.commands[name].params for o in p.opts if o.startswith("-")}
    assert options <= set(CODE.findall(section))


def test_the_reference_names_no_option_that_is_not():
    named = set(re.findall(r"`(--?[a-z][a-z-]*)`", (REFERENCE / "commands.md").read_text("utf-8")))
    assert named <= OPTIONS


def test_settings_are_the_ones_of_the_record():
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", (REFERENCE / "settings.md").read_text("utf-8"), re.MULTILINE)
    assert [name for name, _ in rows] == list(Settings.__struct_fields__)
    for name, default in rows:
        value = getattr(Settings(), name)
        assert default.strip("`") == ("none" if value is None else str(value).replace("'", '"'))
        assert f"{name}:" in Settings.__doc__


def test_dossier_keys_are_the_ones_of_the_schema():
    schema = json.loads((REFERENCE / "dossier.schema.json").read_text("utf-8"))["$defs"]
    keys = {key for record in schema.values() for key in record.get("properties", {})}
    page = (REFERENCE / "dossier.md").read_text("utf-8").split("\n## Records")[0]
    rows = re.findall(r"^\| `(\w+)(?:\[\])?` \| (.*) \|$", page, re.MULTILINE)
    assert {name for name, _ in rows} | {"schema"} == set(schema["Dossier"]["properties"])
    named = {code for _, row in rows for code in CODE.findall(row)}
    assert {name for name in named if name.isidentifier()} <= keys
    assert keys <= named | {name for name, _ in rows} | {"schema"}


def test_the_public_surface_is_frozen():
    errors = {"ConfigurationError", "RunError", "SaysoError", "SkipDocument"}
    assert set(sayso.__all__) == errors | {"Dossier", "Settings", "__version__", "load", "report"}
    told = (REFERENCE / "python.md").read_text("utf-8")
    assert all(f"sayso.{name}" in told for name in sayso.__all__)
