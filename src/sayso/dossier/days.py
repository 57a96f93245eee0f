"""Periods and times of claims as the dossier writes them."""

from sayso.dossier.texts import iso
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Days
from sayso.model.dossier_texts import ClaimTime
from sayso.model.time import Period


def days_of(period: Period) -> Days:
    """First and last day in ISO 8601, None where open or unknown."""
    return Days(
        start=period.start.isoformat() if period.start else None,
        end=period.end.isoformat() if period.end else None,
    )


def time_of(claim: Claim) -> ClaimTime | None:
    """When what the claim tells took place, with the words and the reading; None where that is not known."""
    if not claim.period.known:
        return None
    start, end = iso(claim.period)
    return ClaimTime(start=start, end=end, text=claim.time_text, basis=claim.time_basis)
