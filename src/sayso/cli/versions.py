"""`sayso versions`: the states of one article, and what changed from one to the next."""

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import output, status, stored

if TYPE_CHECKING:
    from sayso.store.changes import Change
    from sayso.store.records import Version

Wanted = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="The id of a document or its beginning, its address, or its path.")
]


def versions(
    wanted: Wanted,
    *,
    place: stored.Place = stored.DEFAULT_PLACE,
    wait: stored.Wait = stored.DEFAULT_WAIT,
    as_json: stored.AsJson = False,
) -> int:
    """Show every version of an article that was kept, and what changed from each to the next, sentence by sentence."""
    from sayso.store.asking import document_named  # noqa: PLC0415 - keeps the start quick
    from sayso.store.changes import changes  # noqa: PLC0415
    from sayso.store.versions import versions as versions_of  # noqa: PLC0415

    with stored.opened(place, wait) as store:
        found = versions_of(store, document_named(store, wanted))
    steps = [(), *(changes(old.document, new.document) for old, new in pairwise(found))]
    if as_json:
        told = [
            {"id": v.document.id, "title": v.document.title, "custody": v.held, "changes": step}
            for v, step in zip(found, steps, strict=True)
        ]
        output.write(stored.as_json(told), None)
    else:
        output.write(stored.lines([row for v, step in zip(found, steps, strict=True) for row in _rows(v, step)]), None)
    return status.DONE


def _rows(version: "Version", step: "tuple[Change, ...]") -> list[str]:
    from sayso.export.plain import one_line  # noqa: PLC0415 - keeps the start quick

    held = version.held
    when = f"collected {held.collected}" if held.collected else f"added {held.added}"
    again = f", again {held.collected_again}" if held.collected_again else ""
    head = f"{version.document.id}  {when}{again}  {one_line(held.address or held.name)}"
    return [head, *(f"    {one_line(change.words)}" for change in step)]
