"""What a server answers where it gives no document, in plain words."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from sayso.ingest.fetch.refusals import Passing, Refused, Why

REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
WORDS = {
    204: ("the server has nothing to give", "look at the address in a browser"),
    401: ("the page asks for a password", "get the document from whoever has access"),
    402: ("the page asks for money", "get the document from whoever has access"),
    403: ("the server does not let us have it", "get the document by browser; some sites refuse every program"),
    404: ("the server knows no such page", "look for a slip in the address, or search an archive for it"),
    406: ("the server has no form of it that we take", "look at the address in a browser"),
    408: ("the server waited too long for the question", "try later"),
    410: ("the page was taken away for good", "search an archive for it"),
    414: ("the address is too long for the server", "look for a slip in the address"),
    425: ("the server is not ready", "try later"),
    429: ("the server was asked too often", "try later, or put more seconds between requests with --fetch interval=SECONDS"),
    451: ("the page is withheld for legal reasons", "search an archive for it"),
}
KINDS = {
    1: ("the server wants to go on in another way", "look at the address in a browser"),
    2: ("the server gave no whole document", "look at the address in a browser"),
    3: ("the server names a way on that cannot be followed", "look at the address in a browser"),
    4: ("the server does not take the question", "look at the address in a browser"),
    5: ("the server is in trouble", "try later"),
}
ODD = ("the server answered with a status that does not exist", "look at the address in a browser")


def refusal(status: int, retry_after: str | None, now: dt.datetime) -> Refused:
    """The refusal for an answer that is no document; Passing where another attempt may do."""
    reason, remedy = WORDS.get(status) or KINDS.get(status // 100, ODD)
    told = f"{reason} ({status})"
    if status not in PASSING:
        return Refused(Why.STATUS, told, remedy, status)
    return Passing(Why.STATUS, told, remedy, status, seconds(retry_after, now))


def seconds(retry_after: str | None, now: dt.datetime) -> float | None:
    """The seconds from `now` that a Retry-After header asks for, 0 or more; None where it says nothing that can be read."""
    text = (retry_after or "").strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=dt.UTC)
    return max(0.0, (then - now).total_seconds())
