"""Days and moments as people write them into a correction."""

import datetime as dt

from sayso.model.document import Publication
from sayso.model.enums import Basis

FORMS = "write a day (2031-03-09), a moment (2031-03-09T07:30+01:00) or first and last day (2031-03-07/2031-03-09)"


def publication(value: str, why: str) -> Publication | None:
    """What a day, a moment or an interval says of the time of publication; None where it is none of these."""
    first, stroke, last = value.partition("/")
    ends = [moment for part in ((first, last) if stroke else (first,)) if (moment := _moment(part.strip())) is not None]
    if len(ends) != (2 if stroke else 1) or (stroke and ends[0].date() > ends[1].date()):
        return None
    start = ends[0]
    exact = not stroke and "T" in first
    zone = start.strftime("%z") if exact else ""
    return Publication(
        start=start.date(),
        end=ends[-1].date(),
        zone=("UTC" if zone == "+0000" else f"{zone[:3]}:{zone[3:5]}") if zone else None,
        basis=Basis.STATED,
        at=start.isoformat() if exact else None,
        why=why,
    )


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
