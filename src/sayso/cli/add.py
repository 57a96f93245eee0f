"""`sayso add`: sources into the store."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import output, status, stored
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, settings_from
from sayso.export.words import count

if TYPE_CHECKING:
    from sayso.pipeline.stored import Added

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE", help="Files, folders or web addresses: texts, pages, PDF, mail, feeds, sitemaps, web archives …"
    ),
]
Story = Annotated[str | None, typer.Option("--story", metavar="NAME", help="The story that these documents tell.")]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="N", min=1, help="Processes that annotate; else one for each core.")
]
Contact = Annotated[
    str | None,
    typer.Option("--contact", metavar="ADDRESS", help="Where whoever runs a site reaches you; stands in what is sent."),
]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from this machine and private networks too.")]
Follow = Annotated[bool, typer.Option("--follow", help="Fetch what feeds and sitemaps in files point to as well.")]

Fetch = Annotated[
    list[str] | None,
    typer.Option(
        "--fetch",
        metavar="NAME=VALUE",
        help="A setting of fetching, such as total=120 (seconds), size=50000000 (bytes), interval=5, redirects=9, "
        "robots=false; may be repeated.",
    ),
]


def add(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    sources: Sources,
    *,
    story: Story = None,
    place: stored.Place = stored.DEFAULT_PLACE,
    model: Model = DEFAULT_MODEL,
    workers: Workers = None,
    contact: Contact = None,
    private: Private = False,
    follow: Follow = False,
    fetch: Fetch = None,
    wait: stored.Wait = stored.DEFAULT_WAIT,
    as_json: stored.AsJson = False,
) -> int:
    """Keep what SOURCEs hold, as it arrived and as it was read; the same again changes nothing, an ended run goes on."""
    from sayso.ingest.fetch.settings import fetch_settings  # noqa: PLC0415 - keeps the start quick
    from sayso.pipeline.stored import Adding, add  # noqa: PLC0415 - spaCy takes seconds to import

    how = Adding(
        story=story, settings=settings_from(model=model), workers=workers or len(os.sched_getaffinity(0)),
        web=fetch_settings(fetch or (), contact=contact, allow_private=private or None), follow=follow,
    )  # fmt: skip
    with stored.opened(place, wait, create=True) as store, progress() as told:
        added = add(store, sources, how, progress=told)
    output.write(stored.as_json(added) if as_json else stored.lines([_summary(added, store.shown)]), None)
    if not as_json:
        output.tell_skipped(added.skipped)
    if not added.skipped:
        return status.DONE
    return status.SOME_SKIPPED if added.taken else status.NOTHING_DONE


def _summary(added: "Added", shown: str) -> str:
    """One line; what there is none of is left out, but for what is new."""
    told = [
        count(added.renewed, "document") + " read anew" if added.renewed else "",
        f"{added.known} known" if added.known else "",
        count(added.copies, "copy", "copies") if added.copies else "",
        count(added.unchanged, "source") + " unchanged" if added.unchanged else "",
        f"{len(added.skipped)} skipped" if added.skipped else "",
    ]
    return f"{shown}: " + ", ".join([count(added.new, "new document"), *filter(None, told)])
