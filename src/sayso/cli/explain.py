"""`sayso explain`: why a finding, a verdict or an origin."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import load
from sayso.cli import output, status
from sayso.errors import RunError
from sayso.export.explain import explain as explained


def explain(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Of anything the report shows; its beginning, a line of the summary, or words in quotation marks will do.",
        ),
    ],
    dossier: Annotated[
        Path, typer.Argument(metavar="DOSSIER", help="A dossier in JSON, as `sayso report -o FILE.json` writes it.")
    ],
) -> int:
    """Show why: the claims, values and features behind one finding, discrepancy, source, claim, entity or report."""
    if dossier.suffix.lower() in {".html", ".htm"}:
        raise RunError("read", f"{dossier} is the page", "give the .json written with it: sayso report … -o story.json")
    output.write(explained(load(dossier), wanted, output.width(), output.colored()).encode(), None)
    return status.DONE
