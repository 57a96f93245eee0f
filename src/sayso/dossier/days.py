"""Periods and times of claims as the dossier writes them."""

import datetime as dt

from sayso.dossier.texts import iso
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Days
from sayso.model.dossier_texts import ClaimTime
from sayso.model.time import Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


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


def spoken(iso: str, *, year: bool = True) -> str:
    """A day as a reader writes it: `24 October 2031`, without the year where `year` is not wanted."""
    day = dt.date.fromisoformat(iso[:10])
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def spoken_range(start: str | None, end: str | None) -> str:
    """A period as a reader writes it: `24 October 2031`, `21 to 27 April 2031`, `by …`, `from … on`; unknown: nothing."""
    if start and end:
        if start[:10] == end[:10]:
            return spoken(end)
        first = spoken(start, year=start[:4] != end[:4])
        return f"{first.split()[0] if start[:7] == end[:7] else first} to {spoken(end)}"
    if end:
        return f"by {spoken(end)}"
    return f"from {spoken(start)} on" if start else ""


def listed(*names: str) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)
