"""Days that differ between twin sentences, whichever clause of either the day stands in."""

import re
from collections.abc import Collection, Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import LIGHT, brief
from sayso.judge.scene import Scene
from sayso.judge.twins import NEAREST, SURE
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, Verdict

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
NAMED = re.compile(
    rf"\b(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?P<day>\d{{1,2}}) (?P<of>{MONTH})\b"
    rf"|\b(?P<month>{MONTH}) (?P<second>\d{{1,2}})\b(?!\d)|\b(?P<year>(?:1[6-9]|20)\d\d)\b"
)
SHORTER, LONGER = 0.6, 0.5  # shares of the words of two sentences that tell one thing
FEWEST = 4
RAMBLING = 350
Day = tuple[str, str, str]  # form, what it names, and its words
Sentence = tuple[str, int]


def day_differences(scene: Scene, found: Collection[frozenset[Sentence]], spoken: Collection[str]) -> Iterator[Difference]:
    """Conflicts between twin sentences that part in one named day or year, but for those found already and days of speech.

    A weekday is set against a weekday and a date against a date, so that no year or week need be known.
    """
    seen = set(found)
    for pair, a, b in scene.pairs():
        key = frozenset((_sentence(a), _sentence(b)))
        if key in seen or not _near(pair, a, b):
            continue
        seen.add(key)
        parted = _parted(scene, a, b)
        if parted is None:
            continue
        left, right = (_holder(scene, c, day) for c, day in zip((a, b), parted, strict=True))
        if in_noun(left, parted[0][1]) != in_noun(right, parted[1][1]):
            continue
        if any(c.clause.predicate in spoken or c.clause.speech for c in (left, right)) or _ahead(left) != _ahead(right):
            continue
        shown = [day[2] for day in parted]
        yield Difference(
            kind=DiscrepancyKind.DATE,
            verdict=Verdict.CONFLICT,
            left=Value(left.id, shown[0], parted[0][1]),
            right=Value(right.id, shown[1], parted[1][1]),
            topic=f"when: {brief(left, right)}",
            why=f"{a.publisher} has {shown[0]}, {b.publisher} {shown[1]}, in nearly the same words",
            weight=pair.score,
        )


def _sentence(claim: Claim) -> Sentence:
    return claim.document, claim.clause.sentence_start


def _near(pair: PairScore, a: Claim, b: Claim) -> bool:
    if a.publisher == b.publisher or pair.score < SURE or pair.features.get("mutual_rank", 0.0) < NEAREST:
        return False
    return a.negated == b.negated and max(c.clause.sentence_end - c.clause.sentence_start for c in (a, b)) <= RAMBLING


def _parted(scene: Scene, a: Claim, b: Claim) -> tuple[Day, Day] | None:
    """The one day of either sentence that the other does not name, where all else is told alike."""
    texts = [scene.sentence_text(c) for c in (a, b)]
    days = [{d[:2]: d for d in _days(t)} for t in texts]
    ours, theirs = ([d for k, d in one.items() if k not in other] for one, other in ((days[0], days[1]), (days[1], days[0])))
    if len(ours) != 1 or len(theirs) != 1 or ours[0][0] != theirs[0][0]:
        return None
    counts = [{(q.low, q.high) for told in scene.sentence(c) for q in told.quantities if q.low or q.high} for c in (a, b)]
    if counts[0] != counts[1]:
        return None
    if scene.other_company(scene.sentence(a), scene.sentence(b)):
        return None
    words = [_words(scene, c) for c in (a, b)]
    shared = len(words[0] & words[1])
    alike = shared >= max(FEWEST, SHORTER * min(map(len, words)), LONGER * max(map(len, words)))
    return (ours[0], theirs[0]) if alike else None


def _days(text: str) -> Iterator[Day]:
    for m in NAMED.finditer(text.lower()):
        words = text[m.start() : m.end()]
        if m["weekday"]:
            yield "weekday", m["weekday"].capitalize(), words
        elif m["year"]:
            yield "year", m["year"], words
        else:
            yield "date", f"{int(m['day'] or m['second'])} {(m['of'] or m['month']).capitalize()}", words


def _words(scene: Scene, claim: Claim) -> frozenset[str]:
    """The content words of a claim's sentence without those that name days."""
    told = {w.rstrip("s") for c in scene.sentence(claim) for w in c.clause.words} - LIGHT
    return frozenset(w for w in told if not re.fullmatch(rf"\w+day|{MONTH}|[\d.,]+", w))


def _holder(scene: Scene, claim: Claim, day: Day) -> Claim:
    """The shortest clause of the sentence that holds the words of a day."""
    held = [c for c in scene.sentence(claim) if day[2] in c.text and not c.clause.nominal]
    return min(held, key=lambda c: (len(c.text), c.start), default=claim)


def in_noun(claim: Claim, year: str) -> bool:
    """True where a bare year names something and dates nothing else: "the 2010 champion" was banned in another year."""
    before, after = r"\b(?:the|an?|his|her|their|its|\w+['’]s) ", r" (?!and\b|or\b)[A-Za-z]"
    return year.isdigit() and bool(re.search(before + year + after, claim.text))


def _ahead(claim: Claim) -> bool:
    return claim.modality in {Modality.PREDICTED, Modality.INTENDED, Modality.DIRECTIVE}
