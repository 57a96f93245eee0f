"""Writes those parts of the reference that the code knows best, between `<!-- generated: … -->` and `<!-- end -->`.

python docs/generate.py     writes them
"""

import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import typer

from sayso.cli.app import app
from sayso.config import Settings
from sayso.model.dossier import Dossier

REFERENCE = Path(__file__).parent / "reference"
COMMANDS: Mapping[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
_PART = re.compile(r"(<!-- generated: ([^>]+?) -->\n).*?(<!-- end -->)", re.DOTALL)
_PLAIN = {"string": "string", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "null"}


def written(page: str) -> str:
    """A page of the reference with its generated parts made anew; raises KeyError for a part that nobody makes."""
    return _PART.sub(lambda m: f"{m[1]}\n{_part(m[2])}\n{m[3]}", page)


def _part(name: str) -> str:
    kind, _, of = name.partition(" ")
    makers: dict[str, Callable[[], str]] = {
        "usage": lambda: _usage(of), "settings": _settings, "records": _records, "vocabularies": _vocabularies
    }  # fmt: skip
    return makers[kind]().rstrip() + "\n"


def _table(*rows: tuple[str, ...]) -> str:
    head, *body = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body]) + "\n"


def _usage(name: str) -> str:
    """The arguments and options of one command."""
    command = COMMANDS[name]
    rows = [("argument or option", "default", "meaning")]
    for p in command.params:
        option = p.param_type_name == "option"
        names = ", ".join(f"`{o}`" for o in p.opts) if option else f"`{p.metavar}`"
        takes = f" {p.metavar or 'FORMAT'}" if option and not p.is_flag else ""
        several = ", may be repeated" if (p.nargs == -1 or p.multiple) and "repeated" not in p.help else ""
        default = "required" if p.required else f"`{p.default}`" if p.default else "none"
        rows.append((names + takes + several, default, p.help + _choices(p.type_descriptor.annotation)))
    rows.append(("`--help`, `-h`", "", "Show help and an example."))
    return f"{command.help}\n\n{_table(*rows)}"


def _choices(kind: object) -> str:
    """The words that a parameter of a type takes, where they are a closed list."""
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        return ""
    return f" One of {', '.join(f'`{choice.value}`' for choice in kind)}."


def _settings() -> str:
    """The fields of `Settings`, with the meanings that its docstring gives."""
    told = inspect.getdoc(Settings) or ""
    meaning = dict(re.findall(r"^(\w+): (.*?)\.?$", told, re.MULTILINE))
    rows = [("setting", "default", "type", "meaning")]
    for field in msgspec.structs.fields(Settings):
        value = "none" if field.default is None else f"`{field.default}`".replace("'", '"')
        kind = get_type_hints(Settings)[field.name]
        rows.append((f"`{field.name}`", value, _named(kind), re.sub(r"\bNone\b", "none", meaning[field.name])))
    return _table(*rows)


def _named(kind: object) -> str:
    """A type in words."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    if type(None) in get_args(kind):
        return f"{_named(parts[0])} or none"
    names = {"str": "text", "float": "number", "int": "whole number", "date": "day", "tuple": "list of texts"}
    return names[getattr(kind, "__name__", "")]


def _schema() -> Mapping[str, Mapping[str, Any]]:
    _, parts = msgspec.json.schema_components([Dossier])
    return parts


def _reached(name: str, known: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """A record and those that its keys hold, in the order of the keys."""
    yield name
    for value in known[name].get("properties", {}).values():
        for found in re.findall(r"#/\$defs/(\w+)", str(value)):
            yield from _reached(found, known)


def _records() -> str:
    """Every record of a dossier with its keys."""
    known = _schema()
    parts = []
    for name in dict.fromkeys(_reached("Dossier", known)):
        if "properties" in known[name]:
            rows = [(f"`{key}`", _value(value)) for key, value in known[name]["properties"].items()]
            told = textwrap.dedent(known[name].get("description", "")).strip()
            parts.append(f"### {name}\n\n{_flowing(told)}\n\n{_table(('key', 'value'), *rows)}")
    return "\n".join(parts)


def _flowing(text: str) -> str:
    """Paragraphs without the line breaks of the source."""
    return re.sub(r"\bNone\b", "`null`", "\n\n".join(" ".join(p.split()) for p in text.split("\n\n")))


def _value(schema: Mapping[str, Any]) -> str:
    """What a key may hold, in words, with a link where that is a record or a vocabulary."""
    if "anyOf" in schema:
        said = [_value(one) for one in schema["anyOf"]]
        return " or ".join(one for one in said if one != "whole number" or "number" not in said)
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return " or ".join(f"`{v}`" for v in schema["enum"])
    if schema.get("type") == "array":
        least = f", at least {schema['minItems']}" if schema.get("minItems") else ""
        return f"list of {_plural(_value(schema['items']))}{least}"
    if schema.get("type") == "object":
        return f"object: by name, {_value(schema['additionalProperties'])}"
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kinds = [k for k in kinds if k != "integer" or "number" not in kinds]
    return " or ".join(_PLAIN[k] for k in kinds) + _bounds(schema)


def _plural(kind: str) -> str:
    return kind if kind.startswith(("[", "list")) else f"{kind}s"


def _bounds(schema: Mapping[str, Any]) -> str:
    if "minimum" in schema and "maximum" in schema:
        return f" from {schema['minimum']} to {schema['maximum']}"
    return f", {schema['minimum']} or more" if "minimum" in schema else ""


def _vocabularies() -> str:
    """The closed vocabularies with their words."""
    known = _schema()
    parts = []
    for name in dict.fromkeys(_reached("Dossier", known)):
        if "enum" in known[name]:
            words = ", ".join(f"`{word}`" for word in known[name]["enum"])
            parts.append(f"### {name}\n\n{_flowing(known[name].get('description', ''))}\n\n{words}\n")
    return "\n".join(parts)


def main() -> None:
    """Writes every page of the reference that has generated parts."""
    for file in sorted(REFERENCE.glob("*.md")):
        page = file.read_text("utf-8")
        made = written(page)
        if made != page:
            file.write_text(made, "utf-8")
            print(f"changed: {file.name}")


if __name__ == "__main__":
    main()
