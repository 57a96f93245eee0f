"""`sayso search`: documents that bear some words, or mean nearly the same."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.cli import output, status, stored
from sayso.cli.progress import progress
from sayso.errors import ConfigurationError

Query = Annotated[
    list[str],
    typer.Argument(metavar="QUERY", help='Words, "a phrase", -unwanted, either or other; with --similar a sentence.'),
]
Similar = Annotated[bool, typer.Option("--similar", help="By meaning, with the sentence model, not by words.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="At most so many documents.")]


def search(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    words: Query,
    *,
    similar: Similar = False,
    most: Most = 20,
    place: stored.Place = stored.DEFAULT_PLACE,
    story: stored.Story = None,
    outlet: stored.Outlet = None,
    entity: stored.Entity = None,
    since: stored.Since = None,
    until: stored.Until = None,
    language: stored.Language = None,
    wait: stored.Wait = stored.DEFAULT_WAIT,
    as_json: stored.AsJson = False,
) -> int:
    """Find documents by their words or, with --similar, by what they mean; the best come first."""
    from sayso.store.searching import search  # noqa: PLC0415

    query = _query(words)
    named = {"story": story, "outlet": outlet, "entity": entity, "since": since, "until": until, "language": language}
    with stored.opened(place, wait) as store:
        if similar:
            from sayso.pipeline.stored_similar import similar as like  # noqa: PLC0415 - the model takes seconds to load

            with progress() as told:
                found = like(store, query, stored.selection(**named), most, told)
        else:
            found = search(store, stored.selection(query=query, **named), most)
    rows = [row for hit in found for row in (stored.line(hit.document), f"    {hit.passage}")]
    output.write(stored.as_json(found) if as_json else stored.lines(rows or ["no document"]), None)
    return status.DONE


def _query(words: Sequence[str]) -> str:
    """The words as one query; of several arguments, one with blanks is a phrase, whose marks the shell has taken.

    Raises ConfigurationError for a slip in an option, which would be searched for.
    """
    for word in words:
        if word.startswith("--") or list(words) == ["-h"]:
            remedy = "see sayso search --help; a word that must not be there has one dash: -word"
            raise ConfigurationError("search", f"there is no option {word}", remedy)
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
