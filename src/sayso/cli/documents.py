"""`sayso documents`: what the store holds."""

from sayso.cli import output, status, stored
from sayso.export.words import count


def documents(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    *,
    place: stored.Place = stored.DEFAULT_PLACE,
    story: stored.Story = None,
    outlet: stored.Outlet = None,
    since: stored.Since = None,
    until: stored.Until = None,
    language: stored.Language = None,
    as_json: stored.AsJson = False,
) -> int:
    """List the documents of the store by day: id, day, outlet, title, stories."""
    from sayso.store.asking import listed  # noqa: PLC0415 - keeps the start quick
    from sayso.store.connect import open_store  # noqa: PLC0415

    wanted = stored.selection(story=story, outlet=outlet, since=since, until=until, language=language)
    with open_store(place) as store:
        found = listed(store, wanted)
    rows = [*map(stored.line, found), count(len(found), "document")]
    output.write(stored.as_json(found) if as_json else stored.lines(rows), None)
    return status.DONE
