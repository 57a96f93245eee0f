"""What the commands over a store share: where it is, which documents are meant, how they are shown."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.errors import ConfigurationError

if TYPE_CHECKING:
    from sayso.store.connect import Store
    from sayso.store.records import Listed, Selection

DEFAULT_PLACE = "sayso.db"
Place = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="FILE_OR_URL",
        envvar="SAYSO_STORE",
        help="The store: a file, or postgresql://USER@db.example/NAME; SAYSO_STORE may name it.",
    ),
]
Wait = Annotated[
    float,
    typer.Option(
        "--wait", metavar="SECONDS", min=0, max=86_400, help="How long to wait where another process writes into the store."
    ),
]
DEFAULT_WAIT = 30.0
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Story = Annotated[str | None, typer.Option("--story", metavar="NAME", help="Only documents that were added for this story.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only this outlet.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only what may be of this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only what may be of this day or earlier.")]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Only this language, such as en.")]
Entity = Annotated[str | None, typer.Option("--entity", metavar="NAME", help="Only documents that name this.")]


def opened(place: str, wait: float = DEFAULT_WAIT, *, create: bool = False) -> "Store":
    """The store of a command; that it is waited for is told on standard error."""
    from sayso.store.connect import open_store  # noqa: PLC0415 - keeps the start quick

    return open_store(place, create=create, patience=wait, tell=told)


def told(words: str) -> None:
    """A line on standard error."""
    typer.echo(f"sayso: {words}", err=True)


def selection(*, since: str | None = None, until: str | None = None, **named: str | None) -> "Selection":
    """The documents that the options mean; raises ConfigurationError for a day that is none."""
    from sayso.store.records import Selection  # noqa: PLC0415 - keeps the start quick

    return Selection(since=_day(since, "--since"), until=_day(until, "--until"), **named)


def _day(value: str | None, option: str) -> dt.date | None:
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError as error:
        remedy = "write a day of the calendar as YYYY-MM-DD"
        raise ConfigurationError("settings", f"{option} cannot be {value!r}", remedy) from error


def as_json(value: Any) -> bytes:  # noqa: ANN401 - any record
    """A record or a list of them as JSON, for people and programs."""
    import msgspec  # noqa: PLC0415

    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def line(item: "Listed") -> str:
    """A document in one line: id, day, outlet, title."""
    from sayso.export.plain import one_line  # noqa: PLC0415 - keeps the start quick

    told = [item.id, day(item), one_line(item.publisher), one_line(item.title or "(no title)")]
    return "  ".join(told) + (f"  [{', '.join(map(one_line, item.stories))}]" if item.stories else "")


def day(item: "Listed") -> str:
    """The day or days of a document, ten characters where it is one."""
    if item.published is None:
        return "no date   "
    last = item.published_until
    return str(item.published) if last in (None, item.published) else f"{item.published}–{last}"


def lines(rows: Sequence[str]) -> bytes:
    """Lines of text."""
    return "".join(f"{row}\n" for row in rows).encode()
