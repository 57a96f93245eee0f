"""Numbers that count nothing: dates, clock times, labels, addresses, telephone numbers, scores, web addresses."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from sayso.annotate.quantity.clocks import clock_spans

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_LABELS = (
    r"No|Nos|Nr|Number|Section|Sec|Row|Article|Art|Route|Flight|Room|Channel|Chapter|Page|pp|Level|Group|Phase|Stage|Gate|Pier|Unit|"
    r"Block|Highway|Interstate|Exit|Platform|Terminal|Lane|Resolution|Order|Act|Amendment|Title|Rule|Volume|Vol|Part|Figure|Fig|"
    r"Table|Grade|Tier|Category|Class|Type|Mark|Version|Episode|Season|Zone|District|Area|Sector|Pillar|Schedule|Clause|Proposition|"
    r"Prop|Bill|Decree|Law|Case|File|Docket|Bus|Line|Train|Tram|Hall|Building|Floor|Ward|Week|Day|Game|Round|Lap|Turn|Psalm|Verse"
)
_PATTERNS = (
    r"\b(?:https?://|www\.)\S{1,400}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    # "shortly after eleven": an hour, unless a noun follows
    r"\b(?i:shortly|just|soon|well|long|minutes?|moments?|a\slittle)\s(?:after|before|past)\s"
    r"(?:1[0-2]|[1-9]|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b"
    r"(?=\s{0,4}(?:[,.;:)!?]|$)|\s(?:on|in\sthe|at\snight|that|last|yesterday|this)\b)",
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\b\.?|hrs?\b|GMT|UTC|h\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b",
    r"\b\d{1,4}\s?(?:a\.m|p\.m|am|pm|AM|PM|A\.M|P\.M)\b\.?|\b\d{3,4}\s?(?:GMT|UTC|hours\sGMT)\b|\b\d{1,2}\s{1,4}o['’]clock",
    rf"\b{_MONTH}\s{{1,4}}\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\b(?!\s?(?:per\s?cent|%|,\d{{3}}|million|billion))(?:,?\s{{1,4}}\d{{4}}\b)?",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s{{1,4}}(?:of\s{{1,4}})?{_MONTH}\b(?:,?\s{{1,4}}\d{{4}}\b)?|\b{_MONTH},?\s{{1,4}}\d{{4}}\b",
    r"\b(?i:since)\s(?:[a-z]{1,30}\s){0,2}1\d{3}\b(?!,\d)",
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    rf"\b\d{{4,6}}\s{_MONTH}\b|\b\d{{1,2}}º?\s{{1,4}}de\s{{1,4}}\w{{4,10}}\b|\b\d{{1,2}}\.\s{{1,4}}[A-ZÄ]\w{{2,8}}\s{{1,4}}\d{{4}}\b",
    r"['’]?\b\d{2,4}['’]?s\b",  # decades
    r"\b(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)?\d\d)\b(?!\s?(?:%|\w{0,40}illion|\w{0,40}people))",  # spans of years
    r"\b(?i:in|since|by|of|from|until|till|during|before|after|between|late|early|mid|season|year|and|to|for|the)\s(?:1[5-9]|20)\d\d\b"
    r"(?!\s?(?:%|per|to\b|[a-z]{1,30}s\b|\w{0,40}illion)|[,.]\d)",
    rf"\b(?:{_LABELS})\.?\s(?:No\.?\s)?\d{{1,30}}\w{{0,40}}(?:[.-]\d{{1,30}}){{0,8}}\b(?!\s?(?:%|per\s?cent|\w{{0,40}}illion))",
    r"(?<![\w.])[A-Za-z]{1,30}[-‑]\d{1,30}(?:[-‑.]\w{1,40}){0,8}\b",  # F-35, COVID-19
    r"\b(?:Boeing|Airbus|Embraer|Bombardier|Antonov|Tupolev|Ilyushin|Sukhoi|Cessna|Fokker|Gulfstream|Learjet|Lockheed|Ariane|Soyuz|Falcon|"
    r"Galaxy|iPhone|PlayStation|Xbox|Windows|Android)\s(?:[A-Z]{1,3}-?)?\d{2,4}(?:-\d{1,4})?(?!\s?(?:%|[a-z]{3,20}s\b))\b",
    r"#\s?\d{1,30}|\bH\.\s?R\.\s?\d{1,30}|\bS\.\s\d{1,30}|§{1,3}\s?\d{1,30}(?:\.\d{1,30})?",
    r"(?<![\w$€£,.])\+?\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,6}\b(?![,.]?\d)|\b1-8\d\d-\w{3}-\w{4}\b",
    r"\b\d{1,5}\s(?:[A-Z][\w'’]{1,40}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Place|Terrace|Court|Way)\b",
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b",
    r"\b\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s{1,4}(?:win|victory|defeat|loss|draw|lead|vote|votes|thrashing|down|up|record|scoreline|aggregate)\b",
    r"\b(?:24/7|9/11|7/7|50-50|50/50)\b",
    r"\b(?:zero|one|two|three)[-\s](?:time|way|sided|on[-\s]one)\b|\bone[-\s](?:off|another|stop)\b|\b(?:any|every|some)[-\s]one\b",
    r"\b(?:at|than)\sfirst\b|\bfirst\s(?:thought|feared|reported|believed|announced|told)\b",
    r"\bfirst[-\s](?:lady|ladies|hand|aid|place|name|minister|time)\b|\bsecond[-\s](?:hand|guess\w{0,40})\b|\bthird[-\s]part(?:y|ies)\b",
    r"\b(?:all|at|for|in|the)\s{1,4}(?:zero|hundreds?)\b(?=\s{1,4}(?:tolerance|sum))|\bzero[-\s](?:tolerance|sum)\b",
    r"\b(?:Big|Fortune|FTSE|Nasdaq|Group\sof|S&P|Formula|World\sWar|Gang\sof)\s\d{1,30}\b",
)
_SKIP = re.compile("|".join(f"(?:{p})" for p in _PATTERNS))


class Skips:
    """The stretches of one text in which numbers are no quantities."""

    def __init__(self, text: str) -> None:
        spans = sorted([*(m.span() for m in _SKIP.finditer(text)), *clock_spans(text)])
        self._starts = [s for s, _ in spans]
        self._ends = [e for _, e in spans]

    def covers(self, start: int, end: int) -> bool:
        """True where [start, end) meets such a stretch."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


class Times:
    """The time expressions of one text by their spans."""

    def __init__(self, spans: Iterable[tuple[int, int, bool]]) -> None:
        """`spans` holds start, end, and whether the expression is a mere length or frequency."""
        self._spans = sorted(spans)
        self._starts = [s for s, _, _ in self._spans]

    def at(self, start: int, end: int) -> bool | None:
        """None outside; else whether the expression that meets [start, end) is a length of time."""
        at = bisect_right(self._starts, end - 1) - 1
        while at >= 0 and at >= bisect_right(self._starts, end - 1) - 3:
            _, stop, length = self._spans[at]
            if stop > start:
                return length
            at -= 1
        return None
