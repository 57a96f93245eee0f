"""Datelines: the place, date and agency with which a report opens, set apart from its first sentence."""

import re

from sayso.ingest.blocks.agencies import WIRE, is_agency, is_signature
from sayso.ingest.blocks.notes import Line, Notes, Part
from sayso.ingest.blocks.places import is_place
from sayso.model.document import Block
from sayso.model.enums import BlockKind

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_CAPITALS = rf"[{_UP}][{_UP}'’.-]+(?: [{_UP}][{_UP}'’.-]*){{0,3}}"
_NAME = rf"[{_UP}][\w'’.-]*(?: (?:[{_UP}][\w'’.-]*|de|la|al|el|of|the|upon|der|do|da|dos|del|les|sur)){{0,4}}"
_DATE = r"(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"[A-Za-z][\w.&'’/ ,-]{1,40}"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}|{_NAME})(?P<region>(?:[,/] ?{_NAME}){{0,2}}?)(?P<date>[,.]? {_DATE})?,?"
    rf"(?: ?\((?P<agency>{_AGENCY})\)| /(?P<slashed>{_AGENCY})/\.?)?(?P<dash>\s*(?:--+|—|–)\s*|\s+-\s+|:\s+|(?<=/)\s+"
    rf"|(?<=/\.)\s+)"
)
_SIGNED = re.compile(rf"\((?P<agency>{_AGENCY})\)(?P<dash>\s*(?:--+|—|–|-)\s*|\s+)")
_BARE = re.compile(rf"(?P<agency>{_NAME})\s+(?:--+|—|–)\s+")  # in a page that puts agencies side by side
_TEXT = re.compile(rf"[\"'“‘«„\[(¿¡]*[{_UP}\d]")
_SECOND_DASH = re.compile(r"[^.!?]*?\s(?:--|—|–|-)\s")
_NO_PLACE_WRITTEN = """
    FILE UPDATE UPDATED WATCH LIVE BREAKING EXCLUSIVE ANALYSIS OPINION VIDEO PHOTO PHOTOS CORRECTION NOTE NEWS REPORT
    ALERT FACTBOX EXPLAINER INTERVIEW TIMELINE NATO UNICEF UNESCO OPEC ASEAN CORRECTED REFILE WRAPUP RECAP COLUMN
    COMMENTARY
"""
_NO_PLACE = frozenset(_NO_PLACE_WRITTEN.split())
_WINDOW = 160  # characters in which a dateline ends


def dateline(line: Line) -> Part | None:
    """The dateline before a paragraph as a block of its own, with the agency it names; None where there is none."""
    head = line.text[:_WINDOW]
    found = _DATELINE.match(head)
    if found and _TEXT.match(line.text, found.end()) and _holds(found, line):
        return _part(line, found, found["agency"] or found["slashed"])
    signed = _SIGNED.match(head)
    if signed and _TEXT.match(line.text, signed.end()) and line.opening and _signs(signed):
        return _part(line, signed, signed["agency"])
    bare = _BARE.match(head)
    if bare and _TEXT.match(line.text, bare.end()) and (is_agency(bare["agency"]) or WIRE.search(bare["agency"])):
        return _part(line, bare, bare["agency"])
    return None


def _signs(found: re.Match[str]) -> bool:
    return is_agency(found["agency"]) or (is_signature(found["agency"]) and bool(found["dash"].strip()))


def _holds(found: re.Match[str], line: Line) -> bool:
    """Whether what looks like a dateline is one: a report signs it, or it is a known place, or stands where one must."""
    place, region, agency = found["place"], found["region"].strip(",/ "), found["agency"] or found["slashed"]
    capitals = place.isupper()
    if place.split()[0].strip(".'’") in _NO_PLACE or len(place) < 3:
        return False
    known = is_place(place) or bool(region and is_place(region.split(",")[-1].split("/")[-1]))
    if agency and not is_place(agency):
        return known or is_agency(agency) or (capitals and is_signature(agency))
    if ":" in found["dash"]:
        return known and capitals and (line.opening or not region)
    if found["date"]:
        return known or capitals
    if _SECOND_DASH.match(line.text, found.end()):  # "Paris – City of lights – …" is a sentence
        return known and capitals
    return known or (capitals and line.opening)


def _part(line: Line, found: re.Match[str], agency: str | None) -> Part:
    cut = found.end()
    blocks = (
        Block(line.start, line.start + len(line.text[:cut].rstrip()), BlockKind.DATELINE),
        Block(line.start + cut, line.end, BlockKind.PARAGRAPH),
    )
    names = tuple(n.strip() for n in re.split(r"[/,]| and ", agency or "") if n.strip() and not is_place(n))
    return Part(blocks, Notes(credits=names))
