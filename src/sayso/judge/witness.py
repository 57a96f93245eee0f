"""Sentences in which an outlet says that it saw, heard, asked or holds what it tells."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import QuoteKind
from sayso.model.voice import Attribution

_THE = re.compile(r"^the ", re.IGNORECASE)
_HELD = r"(?:seen|reviewed|obtained|examined|witnessed|viewed|verified|read|heard|consulted|checked)"
_WITNESS = re.compile(
    r"\b(?:this (?:newspaper|reporter|correspondent|magazine|website|channel)|our (?:own )?(?:reporter|correspondent)s?"
    rf"|{_HELD} by us"
    r"|(?:I|we)(?: have|[’']ve)? (?:saw|seen|counted|watched|met|found|visited|stood|heard|asked|spoken? to|walked|obtained)"
    r"|(?:did not|didn[’']t|has not|have not|had not|not yet)"
    r" (?:return|answer|reply to|respond to)"
    r" (?:our|my|repeated))\b",
    re.IGNORECASE,
)
_BY_NAME = (
    rf"\b(?:in an interview with {{0}}|{_HELD} by {{0}}"
    r"|(?:reporter|correspondent|journalist|photographer)s? (?:for|of|from|with) {0}"
    r"|{0}(?:[’']s)? (?:reporter|correspondent|journalist|team|photographer)s?"
    r"|{0} (?:saw|has seen|has read|counted|visited|witnessed|obtained|has obtained|reviewed|has reviewed|has asked|asked"
    r"|can reveal|has learned))\b"
)


def witnessed(document: Document, claim: Claim, said: Sequence[Attribution]) -> bool:
    """True where the outlet's own words in the claim's sentence show that it was there, asked or has it before it.

    `said` are the attributions of the document: an "I saw" that somebody is quoted with is his.
    """
    start, end = claim.clause.sentence_start, claim.clause.sentence_end
    text = document.text[start:end]
    for attribution in said:
        for s, e in attribution.content if attribution.kind is QuoteKind.DIRECT else ():
            first, last = max(s, start) - start, min(e, end) - start
            if first < last:
                text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return _WITNESS.search(text) is not None or _named(text, _THE.sub("", document.publisher))


def _named(text: str, name: str) -> bool:
    """True where a text tells that the outlet of that name was there, asked or has it.

    A story has as many outlets as reports, and few texts name theirs: only for those is the form of a name made.
    """
    if name.isascii() and name.lower() not in text.lower():
        return False
    return _by_name(name).search(text) is not None


@cache
def _by_name(name: str) -> re.Pattern[str]:
    return re.compile(_BY_NAME.format("(?:the )?" + re.escape(name)), re.IGNORECASE)
