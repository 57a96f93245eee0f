"""Which lines of a section are shown: each sentence once, and no more than a reader takes in."""

from collections.abc import Iterable

from sayso.export.summary import LineShown, SectionShown
from sayso.model.dossier_findings import without_added_days

MOST = 8  # lines of a section, where it holds more
FULL = "with --all, or in full with --format json"


def plain(text: str) -> str:
    """A sentence without what a headline adds to it."""
    return without_added_days(text).strip(" .…").casefold()


def section(title: str, lead: str, lines: Iterable[LineShown]) -> SectionShown:
    """A section in which no sentence stands twice, for several findings may stand in one; values are kept apart."""
    kept: dict[tuple[str, object], LineShown] = {}
    for line in lines:
        kept.setdefault((plain(line.text), line.table), line)
    return SectionShown(title, lead, tuple(kept.values()))


def shortened(shown: SectionShown, most: int | None) -> SectionShown:
    """The section with its first lines, and how many are left out; None for all."""
    if most is None or len(shown.lines) <= most:
        return shown
    return SectionShown(shown.title, shown.lead, shown.lines[:most], f"and {len(shown.lines) - most} more, {FULL}")
