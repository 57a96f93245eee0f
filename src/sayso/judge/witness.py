"""Sentences in which an outlet says that it saw, heard, asked or holds what it tells."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import QuoteKind
from sayso.model.voice import Attribution

_HELD = r"(?:seen|reviewed|obtained|examined|witnessed|viewed|verified|read|heard|consulted|checked)"
_WITNESS = (
    r"\b(?:this (?:newspaper|reporter|correspondent|magazine|website|channel)|our (?:own )?(?:reporter|correspondent)s?"
    rf"|in an interview with {{0}}|{_HELD} by (?:{{0}}|us)"
    r"|(?:reporter|correspondent|journalist|photographer)s? (?:for|of|from|with) {0}"
    r"|{0}(?:[’']s)? (?:reporter|correspondent|journalist|team|photographer)s?"
    r"|{0} (?:saw|has seen|has read|counted|visited|witnessed|obtained|has obtained|reviewed|has reviewed|has asked|asked"
    r"|can reveal|has learned)"
    r"|(?:I|we)(?: have|[’']ve)? (?:saw|seen|counted|watched|met|found|visited|stood|heard|asked|spoken? to|walked|obtained)"
    r"|(?:did not|didn[’']t|has not|have not|had not|not yet)"
    r" (?:return|answer|reply to|respond to)"
    r" (?:our|my|repeated))\b"
)


def witnessed(document: Document, claim: Claim, said: Sequence[Attribution]) -> bool:
    """True where the outlet's own words in the claim's sentence show that it was there, asked or has it before it.

    `said` are the attributions of the document: an "I saw" that somebody is quoted with is his.
    """
    start, end = claim.clause.sentence_start, claim.clause.sentence_end
    text = list(document.text[start:end])
    for attribution in said:
        for s, e in attribution.content if attribution.kind is QuoteKind.DIRECT else ():
            for at in range(max(s, start), min(e, end)):
                text[at - start] = " "
    return _witness(document.publisher).search("".join(text)) is not None


@cache
def _witness(publisher: str) -> re.Pattern[str]:
    name = "(?:the )?" + re.escape(re.sub(r"^the ", "", publisher, flags=re.IGNORECASE))
    return re.compile(_WITNESS.format(name), re.IGNORECASE)
