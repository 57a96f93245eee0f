"""The formats of a report, and which of them a file name asks for."""

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TypeVar

from sayso.errors import ConfigurationError
from sayso.model.dossier import Dossier

F = TypeVar("F", bound=Enum)
IN_A_FILE = 100  # columns of a summary that no terminal limits


class Format(Enum):
    """What a dossier is written as."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_SUFFIXES = {
    ".json": Format.JSON, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN,
    ".html": Format.HTML, ".htm": Format.HTML, ".txt": Format.TERMINAL,
}  # fmt: skip


def choose(asked: Format | None, output: Path | None) -> Format:
    """The format asked for, else the one that the name of the output tells, else the terminal's."""
    return asked or (Format.TERMINAL if output is None else by_suffix(output, _SUFFIXES))


def by_suffix(output: Path, suffixes: Mapping[str, F]) -> F:
    """The format that the name of the output tells; raises ConfigurationError where it tells none."""
    found = suffixes.get(output.suffix.lower())
    if found is None:
        remedy = f"use a name ending in {', '.join(suffixes)}; on the command line --format does too"
        raise ConfigurationError("write", f"the name {output} tells no format", remedy)
    return found


def render(dossier: Dossier, form: Format, width: int, color: bool, hints: Sequence[str] | None = None) -> bytes:
    """The dossier in one format, UTF-8; width, colour and hints (the usual ones, else) concern the terminal alone."""
    match form:  # each export is imported where it is used: a start-up pays for nothing else
        case Format.JSON:
            from sayso.export.as_json import to_json  # noqa: PLC0415

            return to_json(dossier)
        case Format.MARKDOWN:
            from sayso.export.as_markdown import to_markdown  # noqa: PLC0415

            return to_markdown(dossier).encode()
        case Format.HTML:
            from sayso.export.as_html import to_html  # noqa: PLC0415

            return to_html(dossier).encode()
        case Format.TERMINAL:
            from sayso.export.as_terminal import HINTS, to_terminal  # noqa: PLC0415

            return to_terminal(dossier, width, color, HINTS if hints is None else hints).encode()
