"""How an entry of a timeline is told: in words that can be read by themselves, where the dossier has such."""

from sayso.export.charts.svg import plain
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import Finding, TimelineEntry


def label(look: Lookup, entry: TimelineEntry) -> str:
    """The headline of the finding that holds the entry, if it is mostly one of the entry's own claims; else the summary.

    A finding may hold claims of several days, and a sentence clauses of several: what is told by the way in a headline of
    another day would stand at the wrong one. A summary that begins within its sentence says so.
    """
    told = [plain(c.text) for c in look.told(entry.claims)]
    findings = {f.id: f for c in entry.claims if (f := look.finding_of.get(c))}
    best = next((h for f in findings.values() if (h := _headline(f)) and any(_holds(h, t) for t in told)), None)
    return best or _begun(plain(entry.summary))


def _headline(finding: Finding) -> str:
    told = plain(finding.headline)
    return "" if told[:1].islower() or told.startswith("…") else told


def _holds(headline: str, claim: str) -> bool:
    return (claim in headline and 2 * len(claim) >= len(headline)) or headline.removesuffix("…").strip() in claim


def _begun(summary: str) -> str:
    return f"… {summary}" if summary[:1].islower() else summary
