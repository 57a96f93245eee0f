"""Times that answer one question in unlike words: each is the other's nearest, and neither text tells both of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct, structs

from sayso.judge.clocks import DAY, Clock, apart, clocks
from sayso.judge.dates import FUTURE, HOUR_WORDS, NOW, RELATIVE, REPEATED, SAYINGS, WEEKDAY, reads
from sayso.judge.days import in_noun
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import LIGHT, brief, conditioned, one_deed, same_predicate
from sayso.judge.nouns import one_kind, plain
from sayso.judge.revised import revised
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere
from sayso.judge.surroundings import NEAR, likeness, named_alike, stems, weights
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Verdict
from sayso.model.time import Period

FEWEST = 3  # words of a sentence that says something
BESIDE, AROUND, DEED, NAMED = 0.35, 0.35, 0.15, 0.25  # what speaks for one question beside the score of the claims
REPLACED = 0.3  # where one text says that the time was moved
MOVED = re.compile(
    r"\b(?:moved|postponed|put off|pushed back|brought forward|rescheduled|delayed|adjourned|extended)"
    r" (?:\w+ ){0,3}(?:to|until|till)\b[^,;:]{0,20}$",
    re.IGNORECASE,
)
GATHERINGS = frozenset({"meet", "speak", "talk"})  # which are fixed for a day, so long as they are to come
WAYS = (
    frozenset("leave depart set_out set_off take_off sail start".split()),
    frozenset("arrive land reach dock touch_down".split()),
)
COMMON = 40  # sentences that hold a stem from which it brings no times together
LEAST = 5  # minutes that two clocks must be apart where a text says that it corrects the hour
ROUNDED = 10  # the same where none does: less is rounding
ZONED = 20  # characters after a sentence in which the zone of a time may stand ("9 p.m. Eastern time")
DEICTIC = re.compile(r"\b(?:today|tomorrow|yesterday|tonight|night)\b", re.IGNORECASE)  # a day more or less, by the printing
FARTHEST_DAYS, FARTHEST_YEARS, FARTHEST_MINUTES = 35, 12, 6 * 60
WEIGHT, SUREST = 0.4, 0.55  # how sure such a match is at most: what aligned claims differ in is surer


class Grain(Enum):
    """How closely a time is told; only times of one grain are set against each other."""

    CLOCK = "clock"
    DAY = "day"
    YEAR = "year"


SURE = {Grain.CLOCK: 0.65, Grain.DAY: 0.8, Grain.YEAR: 0.7}  # strength of a match that is told


class Moment(Struct, frozen=True):
    """A time of one text with its claim, its words and the stems beside it and in its sentence."""

    claim: Claim
    text: str
    period: Period
    grain: Grain
    near: frozenset[str]
    around: frozenset[str]
    clock: Clock | None = None


class Match(Struct, frozen=True):
    """Two times with how strongly they answer one question."""

    strength: float
    left: Moment
    right: Moment


def moment_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between times that two outlets give one thing, wherever and however they tell it."""
    for match in matches(scene):
        if match.strength >= SURE[match.left.grain]:
            yield _difference(scene, match)


def matches(scene: Scene) -> list[Match]:
    """The pairs of times that exclude each other and of which each is the other's nearest in that text."""
    told = _moments(scene)
    weight = weights(scene)
    found = []
    for a, b in _candidates([m for document in sorted(told) for m in told[document]]):
        if not _comparable(scene, a, b):
            continue
        strength = _strength(scene, a, b, weight)
        ours, theirs = told[a.claim.document], told[b.claim.document]
        if not _known(scene, a, theirs, strength, weight) and not _known(scene, b, ours, strength, weight):
            found.append(Match(strength, a, b))
    best: dict[tuple[str, str, str], float] = {}
    for match in found:
        for key in _keys(match):
            best[key] = max(best.get(key, 0.0), match.strength)
    return [match for match in found if all(best[key] == match.strength for key in _keys(match))]


def _keys(match: Match) -> tuple[tuple[str, str, str], ...]:
    a, b = match.left, match.right
    return (a.claim.id, a.text, b.claim.document), (b.claim.id, b.text, a.claim.document)


def _moments(scene: Scene) -> dict[str, list[Moment]]:
    """The times of a story by document: in the shortest clause that names them, sayings and conditions left out."""
    found: dict[str, list[Moment]] = defaultdict(list)
    seen: set[tuple[str, int, str]] = set()
    for claim in sorted(scene.claims.values(), key=lambda c: (c.document, c.clause.nominal, len(c.text), c.start)):
        often = REPEATED - GATHERINGS if claim.modality in FUTURE else REPEATED
        if claim.clause.speech or claim.clause.predicate in often | SAYINGS or conditioned(claim) or claim.negated:
            continue
        for text, period in claim.times:
            grain = _grain(text, period)
            key = (claim.document, claim.clause.sentence_start, text)
            if grain is not None and key not in seen:
                seen.add(key)
                found[claim.document].append(_moment(scene, claim, (text, period, grain)))
    for document in sorted(scene.documents):
        found[document].extend(_clocks(scene, document))
    return dict(found)


def _clocks(scene: Scene, document: str) -> Iterator[Moment]:
    """The times of the clock, with the shortest clause that tells each."""
    text = scene.documents[document].text
    for claims in scene.sentences(document):
        first, last = claims[0].clause.sentence_start, claims[0].clause.sentence_end
        for clock in clocks(text[first : last + ZONED]):
            at = first + clock.start
            if at >= last:
                continue
            held = [c for c in claims if c.start <= at < c.end and not c.clause.nominal] or claims
            claim = min(held, key=lambda c: (len(c.text), c.start))
            if (claim.clause.predicate in REPEATED and not claim.clause.speech) or claim.negated:
                continue
            shown = text[at : first + clock.end]
            moment = _moment(scene, claim, (shown, claim.period, Grain.CLOCK))
            yield structs.replace(moment, clock=clock)


def _moment(scene: Scene, claim: Claim, told: tuple[str, Period, Grain]) -> Moment:
    text, period, grain = told
    sentence = scene.sentence_text(claim)
    at = sentence.find(text)
    before, after = sentence[:at], sentence[at + len(text) :]
    return Moment(claim, text, period, grain, stems(f"{before[-NEAR:]} {after[:NEAR]}"), stems(f"{before} {after}"))


def _grain(text: str, period: Period) -> Grain | None:
    """How closely a time is told; None where its words count from elsewhere or leave the day open."""
    first, last = period.start, period.end
    if first is not None and last is None and text == str(first.year):
        return Grain.YEAR  # "since 1994, when"
    if first is None or last is None or NOW.fullmatch(text) or RELATIVE.search(text):
        return None
    if first == last and period.start_time is not None and period.end_time is not None:
        return None  # read by itself
    if first == last:
        bare = set(re.findall(r"[a-z]+", text.lower())) <= HOUR_WORDS and not re.search(r"\d{4}", text)
        return None if bare else Grain.DAY
    year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return Grain.YEAR if year and str(first.year) in text else None


def _candidates(flat: Sequence[Moment]) -> Iterator[tuple[Moment, Moment]]:
    """Times of two texts that share a word that says something."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for n, moment in enumerate(flat):
        for stem in moment.around:
            by_stem[stem].append(n)
    held = (ns for ns in by_stem.values() if len(ns) <= COMMON)
    pairs = {(n, m) for ns in held for k, n in enumerate(ns) for m in ns[k + 1 :]}
    for n, m in sorted(pairs):
        if flat[n].claim.document != flat[m].claim.document:
            yield flat[n], flat[m]


def _comparable(scene: Scene, a: Moment, b: Moment) -> bool:
    """Two times of one grain that exclude each other and are not far apart, both over or both to come."""
    if a.claim.publisher == b.claim.publisher or a.grain is not b.grain or min(len(a.around), len(b.around)) < FEWEST:
        return False
    ahead = [m.claim.modality in FUTURE or _moved(scene, m) for m in (a, b)]
    if ahead[0] != ahead[1] or elsewhere(scene, a.claim, b.claim):
        return False
    if (a.grain is Grain.CLOCK and _other_day(scene, a, b)) or scene.other_company((a.claim,), (b.claim,)):
        return False
    if a.grain is Grain.DAY and not (_moved(scene, a) != _moved(scene, b) or _one_deed(scene, a.claim, b.claim)):
        return False
    if a.grain is Grain.YEAR and not _one_year(scene, a, b):
        return False
    if WEEKDAY.findall(a.text.lower()) == WEEKDAY.findall(b.text.lower()) != []:
        return False  # one word, grounded unlike
    if a.grain is Grain.CLOCK and _other_way(a.claim, b.claim):
        return False
    return _apart(scene, a, b)


def _other_way(a: Claim, b: Claim) -> bool:
    """True where one sets out or arrives and the other does not: each at its own hour."""
    ways = [next((way for way in WAYS if c.clause.predicate in way), frozenset()) for c in (a, b)]
    return ways[0] != ways[1]


def _one_year(scene: Scene, a: Moment, b: Moment) -> bool:
    """True where both years are of one noun, both the beginning of what lasts, or both of one deed."""
    if in_noun(a.claim, a.text) != in_noun(b.claim, b.text):
        return False
    left, right = (_bound(scene.sentence_text(m.claim), m.text) for m in (a, b))
    if left and right:
        return left == right or one_kind(left, right)
    return not (left or right) and _one_deed(scene, a.claim, b.claim)


def _bound(sentence: str, year: str) -> str | None:
    """The noun that a year is of ("the treaty of 1998"), or the word before it that says that something lasts since."""
    found = re.search(rf"\b(?:(since)|([a-z]+) of) {re.escape(year)}\b", sentence)
    return (found[1] or plain(found[2])) if found else None


def _moved(scene: Scene, moment: Moment) -> bool:
    """True for a day to which something is put off or brought forward."""
    text = scene.sentence_text(moment.claim)
    return MOVED.search(text[: text.find(moment.text)]) is not None


def _one_deed(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where both tell of one deed, by the word or near it in meaning."""
    pair = scene.pair(a.id, b.id)
    return same_predicate(a, b) or (pair is not None and one_deed(pair))


def _other_day(scene: Scene, a: Moment, b: Moment) -> bool:
    """True where the sentences of two clock times name days of the week, and no common one."""
    texts = (scene.sentence_text(m.claim) for m in (a, b))
    left, right = (set(WEEKDAY.findall(text.lower())) for text in texts)
    return bool(left and right) and not left & right


def _apart(scene: Scene, a: Moment, b: Moment) -> bool:
    p, q = a.period, b.period
    if a.clock is not None and b.clock is not None:
        least = LEAST if revised(scene, a.claim) or revised(scene, b.claim) else ROUNDED
        return least <= apart(a.clock, b.clock) <= FARTHEST_MINUTES
    if p.start is None or q.start is None:
        return False
    if a.grain is Grain.YEAR:
        return 1 <= abs(p.start.year - q.start.year) <= FARTHEST_YEARS
    if p.end is None or q.end is None:
        return False
    days = max((q.start - p.end).days, (p.start - q.end).days)
    least = 2 if DEICTIC.search(a.text) or DEICTIC.search(b.text) else 1
    return least <= days <= FARTHEST_DAYS and not _other_figures(a.claim, b.claim)


def _other_figures(a: Claim, b: Claim) -> bool:
    """True where either clause tells a number that the other has otherwise: it was one on one day, another on another."""
    return any(p.kind is q.kind and p.unit == q.unit and p.low != q.low for p in a.quantities for q in b.quantities)


def _known(scene: Scene, moment: Moment, told: Sequence[Moment], strength: float, weight: Mapping[str, float]) -> bool:
    """True where the other text tells this time as well, and of something as alike."""
    same = (other for other in told if other.grain is moment.grain and _same(moment, other))
    return any(moment.grain is not Grain.DAY or 2 * _strength(scene, moment, other, weight) >= strength for other in same)


def _same(a: Moment, b: Moment) -> bool:
    if a.clock is not None and b.clock is not None:
        return apart(a.clock, b.clock) < LEAST
    p, q = a.period.start, b.period.start
    return p == q if a.grain is Grain.DAY or p is None or q is None else p.year == q.year


def _strength(scene: Scene, a: Moment, b: Moment, weight: Mapping[str, float]) -> float:
    scores = [p.score for c in _holders(scene, a) for d in _holders(scene, b) if (p := scene.pair(c.id, d.id)) is not None]
    deed = a.claim.clause.predicate == b.claim.clause.predicate and a.claim.clause.predicate not in LIGHT
    return (
        max(scores, default=0.0)
        + BESIDE * likeness(a.near, b.near, weight)
        + AROUND * likeness(a.around, b.around, weight)
        + DEED * deed
        + REPLACED * (_moved(scene, a) != _moved(scene, b))
        + NAMED * named_alike(scene, a.claim, b.claim)
    )


def _holders(scene: Scene, moment: Moment) -> list[Claim]:
    """The claims of the sentence that name the time."""
    return [c for c in scene.sentence(moment.claim) if moment.text in c.text]


def _reads(moment: Moment) -> str:
    """The hours alone of a time of the clock: of a bare hour the day is no more than a guess."""
    if moment.clock is None:
        return reads(moment.period)
    first, last = (f"{at % DAY // 60:02}:{at % 60:02}" for at in (moment.clock.low, moment.clock.high))
    return first if first == last else f"{first}–{last}"


def _difference(scene: Scene, match: Match) -> Difference:
    a, b = match.left, match.right
    update = any(revised(scene, m.claim) or _moved(scene, m) for m in (a, b))
    why = f"where {a.claim.publisher} has “{a.text}”, {b.claim.publisher} has “{b.text}”"
    return Difference(
        kind=DiscrepancyKind.DATE,
        verdict=Verdict.UPDATE if update else Verdict.CONFLICT,
        left=Value(a.claim.id, a.text, _reads(a)),
        right=Value(b.claim.id, b.text, _reads(b)),
        topic=f"when: {brief(a.claim, b.claim)}",
        why=f"{why}: what is told changed" if update else why,
        weight=min(SUREST, WEIGHT * match.strength),
    )
