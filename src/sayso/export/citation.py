"""A statement cited so that anybody can check it: the words, who tells them, when, and which characters of which text."""

from sayso.export import words
from sayso.export.plain import one_line
from sayso.model.dossier_texts import DossierClaim, DossierDocument

PLACE = "@"  # where `source_of` leaves room for the characters; the page's script puts them in
_SHOWN = 16  # of the 64 digits of the hash: enough to tell texts apart


def citation(document: DossierDocument, claim: DossierClaim, finding: str | None = None) -> str:
    """`“words” — Outlet, “Title”, 4 March 2031, characters 32–106 of sha256 872c…; sayso finding f1`.

    The words stand as the document has them but for line breaks; characters count from 0, the end exclusive.
    """
    place = source_of(document).replace(PLACE, f"{claim.start}–{claim.end}", 1)
    return f"“{one_line(claim.text)}” — {place}" + (f"; sayso finding {one_line(finding)}" if finding else "")


def source_of(document: DossierDocument) -> str:
    """The part of a citation that all claims of a document share, with `PLACE` for the characters."""
    title = f", “{_kept(document.title)}”" if document.title else ""
    when = words.days(document.published.start, document.published.end)
    digits = one_line(document.sha256)[:_SHOWN]
    return f"{_kept(document.publisher)}{title}, {_kept(when)}, characters {PLACE} of sha256 {digits}…"


def _kept(text: str) -> str:
    """One line that holds no `PLACE` of its own: its at signs become full-width ones."""
    return one_line(text).replace(PLACE, "＠")
