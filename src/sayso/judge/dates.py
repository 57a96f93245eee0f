"""Dates that differ: the same deed told for different times."""

import re
from collections.abc import Iterator

from sayso.judge.algebra import Comparison, compare_periods
from sayso.judge.counted import counted, ratio
from sayso.judge.days import day_differences, in_noun
from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import states_of
from sayso.judge.likeness import LIGHT, brief, one_deed, one_subject
from sayso.judge.occasions import two_occasions
from sayso.judge.scene import Scene
from sayso.judge.twins import twins
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, Verdict
from sayso.model.time import Period

SURE = 0.38
SURER = 0.6  # score from which two claims tell of one thing whatever their verbs
SUREST = 0.9  # and from which, where each is the other's nearest, they are one clause
SAME_THING = 0.6  # cosine of two claims that do
COMMON_WORDS = 0.1  # likeness in words below which two claims of unlike deeds tell of two
COPIED = 0.97  # cosine of the letters of two claims of which one copies the other
WORD_FOR_WORD = 0.6  # share of the longer twin's words
FUTURE = frozenset({Modality.PREDICTED, Modality.INTENDED, Modality.CONDITIONAL, Modality.HYPOTHETICAL, Modality.DIRECTIVE})
HOUR_WORDS = frozenset(
    "a p m am pm noon midnight at around about shortly after before a little just by o clock local time".split()
)
NOW = re.compile(r"now|currently|current|present|recent|so far|until now|to date", re.IGNORECASE)  # the day of telling
WEEKDAY, FIGURE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"), re.compile(r"\d")
# Sayings that may be told anew on another day, be they told in nearly the same words.
SAYINGS = frozenset(
    "warn announce promise urge demand claim deny insist admit confirm accuse argue vow pledge threaten explain complain"
    " reveal predict declare stress remark recall believe think suggest praise".split()
)
OTHER_TOLL = 2.0  # times as many: a count that moved in one event hardly does so twice
# Told from a time that stands elsewhere in the text, or no time at which anything is done.
RELATIVE = re.compile(
    r"\b(?:prior|previous|preceding|fiscal|financial|school year|season)\b|^the \w+(?: before| after)?$"
    r"|\bpast\b|\b(?:earlier|later)\b|^(?:the|a) (?:next|following|same|previous|first|last)\b",
    re.IGNORECASE,
)
DEICTIC = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night|overnight)\b", re.IGNORECASE
)
DATELINE = re.compile(r"[A-Z][A-Z .’'-]+\b[^()]{0,40}\([^()]*$")  # "OSTREL, May 3 (Wire": where and when it was written
WEEK = 7  # days
SHIFTED = 1  # days by which a "today" may be off where the day of publication is
# Before a time that is not when it happened: "up 3 % from May", "than in 2019".
ASIDE = re.compile(
    r"\b(?:from|than|over|versus|compared (?:with|to)|against)"
    r"(?: in| the| on| [\d.,]+(?: million| billion| percent|%)? in)? $",
    re.IGNORECASE,
)
LEADING = frozenset(
    "on in at by of since until till from for last this next early late before after around about"
    " to and or as between".split()
)
FOLLOWING = frozenset(
    "in on at by for from to of with after before when where while as and or but that which who until during near over"
    " because if under against amid following despite through into outside inside it he she they we has had have was were is"
    " are said"
    " morning afternoon evening night without about"
    " around off".split()
)
SPANS = frozenset("week month quarter year day weekend period end begin start finish season".split())
RAMBLING = 350  # characters of a claim from which its words are not one sentence
REPEATED = frozenset("say tell report add write tweet post note state comment speak talk meet call".split())


def date_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the governing times of aligned claims that tell one deed, then between the days of sentences."""
    told = list(_governing(scene))
    yield from told
    ends = ((scene.claims[d.left.claim], scene.claims[d.right.claim]) for d in told)
    seen = {frozenset((c.document, c.clause.sentence_start) for c in pair) for pair in ends}
    yield from day_differences(scene, seen, REPEATED | SAYINGS)


def _governing(scene: Scene) -> Iterator[Difference]:
    for pair, a, b in scene.pairs():
        if (undated := _weekdays(pair, a, b)) is not None:
            yield undated
            continue
        ends = _ends(pair, a, b)
        if not ends and not _comparable(scene, pair, a, b):
            continue
        comparison = ends or compare_periods(a.period, b.period)
        if (
            comparison is None
            or comparison.verdict is Verdict.AGREE
            or _shifted(a, b)
            or in_noun(a, a.time_text or "") != in_noun(b, b.time_text or "")
        ):
            continue
        verdict = comparison.verdict
        if verdict is Verdict.COMPATIBLE and not (_narrow(a.period) and _narrow(b.period) and scene.together(a, b)):
            continue
        alike = twins(pair, a, b, time_words(a, b)) and not _other_state(a, b)
        if two_occasions(scene, a, b, alike=bool(ends) or alike):
            continue
        if verdict is Verdict.CONFLICT and not alike and not one_thing(pair, a, b):
            continue
        why = _sentence(a, b, comparison)
        done = bool(ends) or (alike and not any(map(_saying, (a, b))))
        if verdict is Verdict.CONFLICT and not done and (a.clause.speech or b.clause.speech):
            verdict, why = Verdict.COMPATIBLE, f"{why}; both can have been said"
        yield Difference(
            kind=DiscrepancyKind.DATE,
            verdict=verdict,
            left=Value(a.id, a.time_text or "", reads(a.period)),
            right=Value(b.id, b.time_text or "", reads(b.period)),
            topic=f"when: {brief(a, b)}",
            why=why,
            weight=pair.score,
        )


def _weekdays(pair: PairScore, a: Claim, b: Claim) -> Difference | None:
    """Twins of which each names one day of the week, and not the same, where nobody knows of which week."""
    left, right = (WEEKDAY.findall(c.text.lower()) for c in (a, b))
    if (a.period.known and b.period.known) or len(left) != 1 or len(right) != 1 or left == right or a.negated != b.negated:
        return None
    if (REPEATED | SAYINGS) & {a.clause.predicate, b.clause.predicate} or a.clause.speech or b.clause.speech:
        return None
    if (a.modality in FUTURE) != (b.modality in FUTURE) or not twins(pair, a, b, {left[0], right[0]}, WORD_FOR_WORD):
        return None
    shown = [d.capitalize() for d in (left[0], right[0])]
    return Difference(
        kind=DiscrepancyKind.DATE,
        verdict=Verdict.CONFLICT,
        left=Value(a.id, shown[0], shown[0]),
        right=Value(b.id, shown[1], shown[1]),
        topic=f"when: {brief(a, b)}",
        why=f"{a.publisher} has {shown[0]}, {b.publisher} {shown[1]}, in nearly the same words",
        weight=pair.score,
    )


def _comparable(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> bool:
    if pair.score < SURE or not _dated(a) or not _dated(b) or a.negated != b.negated or a.document == b.document:
        return False
    if any(RELATIVE.search(c.time_text or "") for c in (a, b)) or _other_event(a, b):
        return False
    if _same_words(a, b) or (pair.features.get("characters", 0.0) >= COPIED and not _one_form(a, b)):
        return False
    if any(len(c.text) > RAMBLING or _mere_time(c) for c in (a, b)):
        return False
    if a.clause.predicate in REPEATED or b.clause.predicate in REPEATED or a.clause.nominal or b.clause.nominal:
        return False
    return _ahead(scene, a) == _ahead(scene, b)


def _ahead(scene: Scene, claim: Claim) -> bool:
    """True for what is still to come; what "would place the call around the 23rd" is inferred, and over."""
    first = scene.published[claim.document][0]
    over = first is not None and claim.period.end is not None and claim.period.end < first
    return claim.modality in FUTURE and not (over and claim.modality is Modality.PREDICTED)


def _mere_time(claim: Claim) -> bool:
    """True for a clause that says no more than which time is meant: "the month that ended on 3 May"."""
    told = set(re.findall(r"[^\W_]+", (claim.time_text or "").lower()))
    return {w for w in claim.clause.words if w not in told} <= SPANS


def _ends(pair: PairScore, a: Claim, b: Claim) -> Comparison | None:
    """Two ends that twins tell of one thing ("until Friday", "until Sunday"): what lasts ends once."""
    if a.negated != b.negated or not (_until(a) and _until(b)):
        return None
    if a.period.end == b.period.end or _same_words(a, b):
        return None
    mirrored = pair.score >= SUREST and pair.features.get("mutual_rank", 0.0) == 1.0 and one_deed(pair)
    if not mirrored and not twins(pair, a, b, time_words(a, b)):
        return None
    return Comparison(Verdict.CONFLICT, "it cannot end on both days")


def _saying(claim: Claim) -> bool:
    """True where somebody says something; what is declared of a thing, by whomever, is a deed."""
    return claim.clause.predicate in SAYINGS and any(r.role == "agent" for r in claim.clause.roles)


def _until(claim: Claim) -> bool:
    """True where the claim's time is told as an end: "until Friday"."""
    told = re.escape(claim.time_text or "")
    return claim.period.end is not None and bool(re.search(rf"\b(?:until|till) {told}", claim.text, re.IGNORECASE))


def time_words(a: Claim, b: Claim) -> frozenset[str]:
    """The words of both times, in which twins may part."""
    return frozenset(re.findall(r"[a-z]+|\d+", f"{a.time_text} {b.time_text}".lower()))


def _other_state(a: Claim, b: Claim) -> bool:
    """True where the two verbs bring about unlike states (taken, freed): two deeds, each with a time of its own."""
    left, right = states_of(a.clause.predicate), states_of(b.clause.predicate)
    return bool(left and right and not left & right)


def _same_words(a: Claim, b: Claim) -> bool:
    """One word for a time, grounded unlike: the reading of it parts, not the accounts."""
    left, right = ((c.time_text or "").casefold() for c in (a, b))
    return left == right or (WEEKDAY.findall(left) == WEEKDAY.findall(right) != [])


def _other_event(a: Claim, b: Claim) -> bool:
    """True where the claims count unlike numbers of those whom it befell: two events, each of its time."""
    tolls = [{counted(q, c).outcome: q for q in c.quantities} for c in (a, b)]
    return any(
        outcome is not None and ratio(p, tolls[1][outcome]) > OTHER_TOLL
        for outcome, p in tolls[0].items()
        if outcome in tolls[1]
    )


def _one_form(a: Claim, b: Claim) -> bool:
    """Both name a weekday, or both a day or year in figures: a copy that reads otherwise was changed, not re-dated."""
    return any(all(form.search((c.time_text or "").lower()) for c in (a, b)) for form in (WEEKDAY, FIGURE))


def one_thing(pair: PairScore, a: Claim, b: Claim) -> bool:
    """One deed of one subject, or claims so alike that the verb does not matter."""
    if _other_state(a, b):
        return False
    if pair.score >= SURER and pair.features.get("meaning", 0.0) >= SAME_THING:
        return one_deed(pair) or pair.features.get("words", 0.0) >= COMMON_WORDS
    if a.clause.predicate in LIGHT or b.clause.predicate in LIGHT:
        return False
    return one_deed(pair) and one_subject(a, b)


def _dated(claim: Claim) -> bool:
    """A closed period whose words name a day or more: an hour alone leaves open which day is meant."""
    if claim.period.start is None or claim.period.end is None or NOW.fullmatch(claim.time_text or ""):
        return False
    if DATELINE.match(claim.text):
        return False
    at = claim.text.find(claim.time_text or "")
    if at > 0 and (ASIDE.search(claim.text[:at]) or _in_name(claim, at)):
        return False
    return not set(re.findall(r"[a-z]+", (claim.time_text or "").lower())) <= HOUR_WORDS or bool(
        re.search(r"\d{4}", claim.time_text or "")
    )


def _shifted(a: Claim, b: Claim) -> bool:
    """True where a day told from that of publication and another lie so near that the publication may be misdated."""
    if not any(DEICTIC.search(c.time_text or "") for c in (a, b)):
        return False
    ends = [c.period.start for c in (a, b) if c.period.start is not None]
    if len(ends) != 2 or ends[0] == ends[1]:
        return False
    gap = abs((ends[0] - ends[1]).days) % WEEK  # a weekday goes by a week where publication does by a day
    return min(gap, WEEK - gap) <= SHIFTED


def _in_name(claim: Claim, at: int) -> bool:
    """True for a date that stands before a noun as part of its name: "the 3 May committee"."""
    before, after = claim.text[:at].split(), claim.text[at + len(claim.time_text or "") :]
    following = re.match(r" ([a-z]+)", after)
    day = re.search(r"\b\d{1,2}\b", claim.time_text or "") is not None
    return (
        day
        and following is not None
        and following[1] not in FOLLOWING
        and bool(before)
        and before[-1].lower() not in LEADING
    )


def _narrow(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days <= 7


def _sentence(a: Claim, b: Claim, comparison: Comparison) -> str:
    told = [f"“{c.time_text}” ({reads(c.period)})" for c in (a, b)]
    if comparison.verdict is Verdict.CONFLICT and all(c.period.start == c.period.end for c in (a, b)):
        apart = "times" if a.period.start == b.period.start else "days"
        return f"{' and '.join(told)} are different {apart}"
    return f"{' against '.join(told)}: {comparison.why}"


def reads(period: Period) -> str:
    """A period as days: 2025-11-22/2025-11-24, with times of day where known."""
    if period.start is None and period.end is None:
        return "unknown"
    first = ".." if period.start is None else period.start.isoformat()
    last = ".." if period.end is None else period.end.isoformat()
    days = first if first == last else f"{first}/{last}"
    if period.start_time is not None or period.end_time is not None:
        hours = [t.isoformat("minutes") if t else "" for t in (period.start_time, period.end_time)]
        days += f" {hours[0]}" if hours[0] == hours[1] else f" {hours[0]}–{hours[1]}"
    return days
