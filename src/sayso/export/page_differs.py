"""The words in which accounts part, marked in the sentences that hold them."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Discrepancy, Side
from sayso.model.dossier_texts import DossierClaim
from sayso.model.enums import DiscrepancyKind

Parts = tuple[tuple[str, bool], ...]
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


def differing(look: Lookup, apart: Discrepancy, side: Side, claim: DossierClaim) -> Parts:
    """The claim's text on one line in parts, each with whether it is what differs; joined they are the text.

    The value's own words are looked for first, then the figures or the time of the claim; where neither stands in the
    claim, the words that no claim of another side has differ.
    """
    text = one_line(claim.text)
    found = _value(text, side.value, apart.about) or _reading(look, apart, claim, text)
    if not found:
        others = [one_line(c.text) for s in apart.sides if s is not side for c in look.told(s.claims)]
        found = _unlike(text, others)
    return _parts(text, found)


def _value(text: str, value: str, about: str) -> list[tuple[int, int]]:
    """Where the value stands in the text; of several places the one soonest followed by words of what it is about."""
    wanted = one_line(value)
    if not wanted:
        return []
    found = list(re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text, re.IGNORECASE))
    topic = {w.lower() for w in _WORD.findall(about) if len(w) > 2}
    best = min(found, key=lambda m: _distance(text, m.end(), topic), default=None)
    return [best.span()] if best else []


def _distance(text: str, start: int, topic: set[str]) -> int:
    """How many characters after `start` the first word of the topic stands."""
    return next((w.start() - start for w in _WORD.finditer(text, start) if w[0].lower() in topic), len(text))


def _reading(look: Lookup, apart: Discrepancy, claim: DossierClaim, text: str) -> list[tuple[int, int]]:
    """The claim's figures or time, where accounts part in such."""
    document = look.documents.get(claim.document)
    if apart.kind is DiscrepancyKind.NUMBER and document:
        return [x for q in claim.quantities for x in _value(text, document.text[q.start : q.end], apart.about)]
    if apart.kind is DiscrepancyKind.DATE and claim.time and claim.time.text:
        return _value(text, claim.time.text, apart.about)
    return []


def _unlike(text: str, others: Iterable[str]) -> list[tuple[int, int]]:
    """The words that the likest of the other texts does not have in the same order; nothing where all would differ."""
    own = list(_WORD.finditer(text))
    best = max((_match(own, other) for other in others), key=lambda m: m.ratio(), default=None)
    if best is None:
        return []
    spans = [
        (own[a].start(), own[b - 1].end()) for op, a, b, _, _ in best.get_opcodes() if op in {"replace", "delete"} and b > a
    ]
    return [] if sum(e - s for s, e in spans) > 0.7 * len(text) else spans


def _match(own: list[re.Match[str]], other: str) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, [w[0].lower() for w in own], [w[0].lower() for w in _WORD.finditer(other)], autojunk=False)


def _parts(text: str, spans: list[tuple[int, int]]) -> Parts:
    out: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(spans):
        if start < at:
            continue
        out += [(text[at:start], False), (text[start:end], True)]
        at = end
    return tuple(x for x in [*out, (text[at:], False)] if x[0])
