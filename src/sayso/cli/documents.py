"""`sayso documents`: what the store holds."""

from typing import Annotated

import typer

from sayso.cli import output, status, stored
from sayso.export.words import count

Unread = Annotated[
    bool, typer.Option("--skipped", help="List what could not be read, with reason and remedy; only --story narrows it.")
]


def documents(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    *,
    place: stored.Place = stored.DEFAULT_PLACE,
    story: stored.Story = None,
    outlet: stored.Outlet = None,
    since: stored.Since = None,
    until: stored.Until = None,
    language: stored.Language = None,
    unread: Unread = False,
    wait: stored.Wait = stored.DEFAULT_WAIT,
    as_json: stored.AsJson = False,
) -> int:
    """List the documents of the store by day: id, day, outlet, title, stories; or what could not be read."""
    from sayso.export.plain import one_line  # noqa: PLC0415 - keeps the start quick
    from sayso.store.asking import listed, skipped  # noqa: PLC0415 - keeps the start quick

    wanted = stored.selection(story=story, outlet=outlet, since=since, until=until, language=language)
    with stored.opened(place, wait) as store:
        if unread:
            lost = skipped(store, story)
            told = [f"{one_line(s.path)}: {one_line(s.reason)} ({one_line(s.remedy)})" for s in lost]
            output.write(stored.as_json(lost) if as_json else stored.lines([*told, f"{len(lost)} skipped"]), None)
            return status.DONE
        found = listed(store, wanted)
    rows = [*map(stored.line, found), count(len(found), "document")]
    output.write(stored.as_json(found) if as_json else stored.lines(rows), None)
    return status.DONE
