"""How an entry of a timeline is told: in words that can be read by themselves, where the dossier has such."""

import calendar
import re

from sayso.export.charts.svg import plain
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import Finding, TimelineEntry
from sayso.model.dossier_texts import DossierClaim

_DAY = re.compile(rf"\b(?:{'|'.join([*calendar.day_name, *calendar.month_name[1:]])})\b")


def label(look: Lookup, entry: TimelineEntry) -> str:
    """The headline of the finding that holds the entry, if it tells one of the entry's own claims; else the summary.

    A finding may hold claims of several days, and a sentence clauses of several: a headline that begins with what took
    place at another time would stand at the wrong day. A summary that begins within its sentence says so.
    """
    findings = {f.id: f for c in entry.claims if (f := look.finding_of.get(c))}
    best = next(
        (
            h
            for f in findings.values()
            if (h := _headline(f)) and any(_holds(look, h, c, entry) for c in look.told(entry.claims))
        ),
        None,
    )
    return best or _begun(plain(entry.summary))


def _headline(finding: Finding) -> str:
    told = plain(finding.headline)
    return "" if told[:1].islower() or told.startswith("…") else told


def _holds(look: Lookup, headline: str, claim: DossierClaim, entry: TimelineEntry) -> bool:
    """Whether the headline tells the claim, and nothing of another time before it."""
    at = headline.find(plain(claim.text))
    if at < 0:
        return headline.removesuffix("…").strip() in plain(claim.text)
    if _DAY.search(headline, 0, at):
        return False
    before = (c for c in look.dossier.claims if c.document == claim.document and c.time and c.time.start) if at else ()
    when = entry.date.start, entry.date.end
    other = (c for c in before if c.time and (c.time.start, c.time.end) != when and c.id not in entry.claims)
    return not any(-1 < headline.find(plain(c.text)) < at for c in other)


def _begun(summary: str) -> str:
    return f"… {summary}" if summary[:1].islower() else summary
