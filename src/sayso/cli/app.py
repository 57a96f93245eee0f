"""The command line: `sayso` and its commands. Exit status: 0 done, 1 some documents skipped, 2 nothing done."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli import status
from sayso.cli.add import add
from sayso.cli.compare import compare
from sayso.cli.correct import correct
from sayso.cli.diff import diff
from sayso.cli.documents import documents
from sayso.cli.evaluate import evaluate
from sayso.cli.explain import explain
from sayso.cli.export import export
from sayso.cli.hints import called
from sayso.cli.report import report
from sayso.cli.schema import schema
from sayso.cli.search import search
from sayso.cli.store import store
from sayso.cli.versions import versions
from sayso.errors import SaysoError

EPILOG = (
    "Exit status: 0 done, 1 some documents were skipped, 2 nothing was done. Example: sayso report reports/ -o story.html"
)

app = typer.Typer(
    name="sayso", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)  # fmt: skip
app.command(
    short_help="Rebuild one story from several reports.",
    epilog="Example: sayso report harbour.txt coast.html --format json -o story.json. "
    "Example: sayso report --story harbour -o story.html",
)(report)
app.command(short_help="Show why: claims, values, features.", epilog="Example: sayso explain f3a9 story.json")(explain)
app.command(
    short_help="Show what changed between two dossiers.",
    epilog="Example: sayso diff monday.json tuesday.json. Example: sayso diff monday.json tuesday.json -o changes.md",
)(diff)
app.command(
    short_help="Set two outlets side by side.",
    epilog="Example: sayso compare gazette post story.json. Example: sayso compare 'Hill Gazette' 'Valley Post' reports/",
)(compare)
app.command(
    short_help="Merge, split, date, dismiss: decide by hand.",
    epilog='Example: sayso correct merge-findings f3a9 f77c -d story.json --by "A. Reader" --why "one fire". '
    "Example: sayso correct undo 2 -d story.json",
)(correct)
app.command(
    short_help="Measure how well sayso reads.",
    epilog="Example: sayso evaluate timex gold.jsonl --part odd. Example: sayso evaluate dossier gold.json reports/",
)(evaluate)
app.command(
    short_help="Keep sources in the store.",
    epilog="Example: sayso add reports/ --story harbour. Example: sayso add feed.jsonl --store postgresql://desk@db.example/news",
)(add)
app.command(
    short_help="List what the store holds.",
    epilog="Example: sayso documents --story harbour. Example: sayso documents --outlet 'Hill Gazette' --json",
)(documents)
app.command(
    short_help="Find documents in the store.",
    # A word with a dash before it is one that must not be there; -h would begin such a word.
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    epilog="Example: sayso search 'ferry \"coast guard\" -storm'. Example: sayso search 'a ship sank' --similar --most 5",
)(search)
app.command(
    short_help="Show how an article changed.",
    epilog="Example: sayso versions d4c07. Example: sayso versions https://gazette.example/fire --json",
)(versions)
app.command(
    short_help="Write tables of the store.",
    epilog="Example: sayso export --to csv --story harbour -o tables. "
    "Example: sayso export --to parquet --table claims --table documents --story harbour",
)(export)
app.command(
    short_help="Check, back up or restore the store.",
    epilog="Example: sayso store check. Example: sayso store backup monday.jsonl.gz. "
    "Example: sayso store restore monday.jsonl.gz --store postgresql://desk@db.example/news",
)(store)
app.command(short_help="Print the JSON Schema of a dossier.", epilog="Example: sayso schema > dossier.schema.json")(schema)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """On whose say-so? Reads several reports of one story and rebuilds the story across them.

    A dossier is the rebuilt story as one file.
    """


def run(arguments: Sequence[str], command: str = "sayso") -> int:
    """Runs one command, called as `command`; returns the exit status. What goes wrong is one plain line on stderr.

    No arguments ask for help.
    """
    try:
        done = app(args=list(arguments) or ["--help"], prog_name=command, standalone_mode=False)
    except SaysoError as error:
        typer.echo(f"sayso: {error}", err=True)
        return status.NOTHING_DONE
    except typer.TyperException as error:
        typer.echo(f"sayso: {error.format_message()} (see sayso --help)", err=True)
        return status.NOTHING_DONE
    return done if isinstance(done, int) else status.DONE


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    sys.exit(run(sys.argv[1:], called(sys.argv[0])))
