"""What a comparison is written as: text for a terminal, Markdown, or its record as JSON."""

from enum import Enum
from pathlib import Path

import msgspec

from sayso.export.formats import by_suffix
from sayso.export.summary import PageShown


class PlainFormat(Enum):
    """What a comparison is written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


_SUFFIXES = {
    ".json": PlainFormat.JSON, ".md": PlainFormat.MARKDOWN, ".markdown": PlainFormat.MARKDOWN, ".txt": PlainFormat.TERMINAL,
}  # fmt: skip


def choose_plain(asked: PlainFormat | None, output: Path | None) -> PlainFormat:
    """The format asked for, else the one that the name of the output tells, else the terminal's."""
    return asked or (PlainFormat.TERMINAL if output is None else by_suffix(output, _SUFFIXES))


def render_plain(record: msgspec.Struct, page: PageShown, form: PlainFormat, width: int, color: bool) -> bytes:
    """A comparison in one format, UTF-8: its `record` as JSON, or the `page` that tells it."""
    match form:  # each export is imported where it is used: a start-up pays for nothing else
        case PlainFormat.JSON:
            return msgspec.json.format(msgspec.json.encode(record, order="deterministic"), indent=1) + b"\n"
        case PlainFormat.MARKDOWN:
            from sayso.export.as_markdown import write_page  # noqa: PLC0415

            return write_page(page).encode()
        case PlainFormat.TERMINAL:
            from sayso.export.as_terminal import set_page  # noqa: PLC0415

            return set_page(page, width, color).encode()
