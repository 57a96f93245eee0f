"""Questions that news answer with a number, asked of every text of a story: what is told in unlike words meets here."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations

from msgspec import Struct, structs

from sayso.judge.algebra import compare_quantities
from sayso.judge.counted import aside, compound, further, ratio, rounded, vague, value_of
from sayso.judge.difference import Difference, Value
from sayso.judge.figures import reads
from sayso.judge.likeness import conditioned
from sayso.judge.nouns import one_kind, plain
from sayso.judge.once import once
from sayso.judge.parts import one_of_two
from sayso.judge.polarity import voices_apart
from sayso.judge.revised import revised
from sayso.judge.scene import Scene
from sayso.judge.scope import EXPECTED, RATE, elsewhere
from sayso.judge.tolls import LARGEST_RATIO, TOLD, past
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, QuantityKind, Verdict
from sayso.model.quantity import Quantity

REACH = 60  # characters on either side of a number in which a cue may stand
SURENESS = 0.55
NEARER = 40  # and in which a word may stand that speaks against it, up to the next comma
BREAK, COMMA = re.compile(r"[;:]|\. |\n"), re.compile(r"[,;:]|\. |\n")
CLOCK = re.compile(r"\b(?:past|to|since|at|around|after|before|by|until|o['’]clock|half|quarter) $", re.IGNORECASE)
DENIED = re.compile(r"\b(?:not|rather than|instead of|and no longer) (?:the )?$", re.IGNORECASE)
NONE_ABOVE = re.compile(r"\bno (?:\w+ ){1,3}$", re.IGNORECASE)
AMONG = re.compile(r"\W*(?:of|among) (?:the|those|these) ", re.IGNORECASE)  # "of the 180,000, half": told for its parts
HAD_TO = re.compile(r"\b(?:had|have had|has had) to\b", re.IGNORECASE)
PLANNED_THINGS = re.compile(r"\bplanned (?=[a-z]+s\b)", re.IGNORECASE)  # "340 planned operations" may all be called off
HOURS = 12
PLANNED = frozenset({Modality.PREDICTED, Modality.INTENDED})


class Question(Struct, frozen=True):
    """A question with the words by which its answers are known."""

    name: str
    about: str
    kinds: frozenset[QuantityKind]
    cues: re.Pattern[str]
    against: re.Pattern[str] | None
    nouns: re.Pattern[str] | None
    units: re.Pattern[str] | None
    moves: bool
    whose: bool  # asked of one person at a time: how long his ban is, and how long hers
    rate: bool  # asked of what comes in each span of time
    daily: bool  # moves from day to day, and does not within one
    here: bool  # asked of one place at a time
    ahead: bool  # asked of what is agreed or planned as well


class Answer(Struct, frozen=True):
    """A number of one claim that answers a question."""

    claim: Claim
    quantity: Quantity


@cache
def questions() -> tuple[Question, ...]:
    """The curated table of questions."""
    table = tomllib.loads((files("sayso.judge") / "asked.toml").read_text("utf8"))

    def form(row: Mapping[str, str], key: str) -> re.Pattern[str] | None:
        return re.compile(row[key], re.IGNORECASE) if key in row else None

    return tuple(
        Question(
            name,
            row["about"],
            frozenset(map(QuantityKind, row["kinds"])),
            re.compile(row["cues"], re.IGNORECASE),
            form(row, "against"),
            form(row, "nouns"),
            form(row, "units"),
            *(bool(row.get(flag, False)) for flag in ("moves", "whose", "rate", "daily", "here", "ahead")),
        )
        for name, row in table.items()
    )


def asked_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the answers of outlets that each give one; a text with two answers speaks of two things."""
    told = list(_told(scene))
    for question in questions():
        yield from _moved(_asked(scene, question, told))


def _asked(scene: Scene, question: Question, told: Sequence[Answer]) -> Iterator[Difference]:
    """The differences between the answers to one question."""
    held: dict[str, list[Answer]] = {}
    for answer in told:
        if _answers(scene, question, answer):
            held.setdefault(answer.claim.document, []).append(answer)
    single = [_single(scene, question, answers) for answers in held.values()]
    for ours, theirs in combinations(single, 2):
        for a in ours:
            for b in theirs:
                if _together(scene, question, a, b) and (found := _compared(scene, question, a, b)) is not None:
                    yield found


def _moved(found: Iterator[Difference]) -> Iterator[Difference]:
    """Where one text says that a value took the place of another, it did so in all texts that tell the two."""
    differences = list(found)
    updates = {frozenset((d.left.reads, d.right.reads)): d.why for d in differences if d.verdict is Verdict.UPDATE}
    for d in differences:
        why = updates.get(frozenset((d.left.reads, d.right.reads)))
        yield d if why is None else structs.replace(d, verdict=Verdict.UPDATE, why=why)


@once
def questions_of(scene: Scene, claim: Claim, quantity: Quantity) -> frozenset[str]:
    """Names of the questions that a number answers where it stands."""
    answer = Answer(claim, quantity)
    return frozenset(q.name for q in questions() if _answers(scene, q, answer))


def _told(scene: Scene) -> Iterator[Answer]:
    """Every number that is told as fact, or as planned, once, with the shortest clause that holds it."""
    held: dict[tuple[str, int], Answer] = {}
    for claim in sorted(scene.originals, key=_plainly):
        if not (claim.modality in TOLD | PLANNED or _had_to(claim)) or conditioned(claim) or past(scene, claim):
            continue
        text = scene.documents[claim.document].text
        for quantity in claim.quantities:
            before = text[claim.clause.sentence_start : quantity.start]
            if (
                AMONG.match(before)
                or not _plain(claim, quantity)
                or DENIED.search(before)
                or _clock(before, quantity)
                or before.endswith("(")
            ):
                continue
            if not claim.negated or NONE_ABOVE.search(before):
                held.setdefault((claim.document, quantity.start), Answer(claim, _bounded(before, quantity)))
    yield from (held[key] for key in sorted(held))


def _plainly(claim: Claim) -> tuple[bool, bool, int, str, int]:
    """What is told as fact before what is planned, and the shortest clause first."""
    return claim.modality not in TOLD, claim.clause.nominal, len(claim.text), claim.document, claim.start


def _clock(before: str, quantity: Quantity) -> bool:
    """True for an hour that reads like a count: "half past ten", "since eleven"."""
    bare = quantity.kind is QuantityKind.COUNT and (quantity.of_start is None or quantity.of_start < quantity.start)
    return bare and value_of(quantity) <= HOURS and CLOCK.search(before) is not None


def _bounded(before: str, quantity: Quantity) -> Quantity:
    """Up to seven metres is what "no wave above seven metres" admits."""
    if NONE_ABOVE.search(before) and quantity.low is not None and quantity.high is None:
        return structs.replace(quantity, low=0.0, high=quantity.low, low_open=False, likely_low=None, likely_high=None)
    return quantity


def _plain(claim: Claim, quantity: Quantity) -> bool:
    """True for the number of a whole at one time."""
    if quantity.kind in {QuantityKind.ORDINAL, QuantityKind.AGE} or quantity.partitive or quantity.per or quantity.delta:
        return False
    if further(quantity) or compound(quantity, claim) or aside(quantity, claim) or vague(quantity):
        return False
    return value_of(quantity) > 1 and quantity.change not in {"up", "down"}


def _answers(scene: Scene, question: Question, answer: Answer) -> bool:
    q = answer.quantity
    if q.kind not in question.kinds or not (question.ahead or answer.claim.modality in TOLD or _had_to(answer.claim)):
        return False
    if question.units is not None and not question.units.search(q.unit or ""):
        return False
    if question.nouns is not None and q.kind is QuantityKind.COUNT and not _counts(question.nouns, q):
        return False
    around, close = _around(scene, answer, BREAK, REACH), _around(scene, answer, COMMA, NEARER)
    rated = _has(RATE, close if question.rate else around)
    if _has(EXPECTED, PLANNED_THINGS.sub("", around)) or (rated != question.rate and q.kind is not QuantityKind.MEASURE):
        return False
    return bool(question.cues.search(around)) and not (question.against and question.against.search(close))


def _had_to(claim: Claim) -> bool:
    """True for what somebody had to do, and did."""
    return claim.modality is Modality.DIRECTIVE and HAD_TO.search(claim.text) is not None


def _counts(nouns: re.Pattern[str], q: Quantity) -> bool:
    """True where what is counted is among the nouns; what stands before a number is not surely counted by it."""
    after = q.of_start is not None and q.of_start > q.start
    return nouns.search(plain(q.of or "")) is not None or (not after and nouns.search("") is not None)


def _around(scene: Scene, answer: Answer, end: re.Pattern[str], reach: int) -> str:
    """The words near a number, within its sentence and up to what matches `end`."""
    claim, q = answer.claim, answer.quantity
    first, last = max(claim.clause.sentence_start, q.start - reach), min(claim.clause.sentence_end, q.end + reach)
    return _window(scene.documents[claim.document].text, (first, q.start, q.end, last), end)


@lru_cache(maxsize=20_000)  # each number is asked every question, and compared with many others
def _window(text: str, places: tuple[int, int, int, int], end: re.Pattern[str]) -> str:
    first, start, stop, last = places
    return f"{end.split(text[first:start])[-1]}{text[start:stop]}{end.split(text[stop:last])[0]}"


@lru_cache(maxsize=20_000)
def _has(words: re.Pattern[str], text: str) -> bool:
    return words.search(text) is not None


def _single(scene: Scene, question: Question, answers: Sequence[Answer]) -> list[Answer]:
    """The answers of a text to which it gives no other of the same person."""
    return [a for a in answers if _one([b for b in answers if _together(scene, question, a, b)])]


def _together(scene: Scene, question: Question, a: Answer, b: Answer) -> bool:
    """False where a question about one person is answered for two."""
    if not question.whose:
        return True
    left, right = ({e for e in x.claim.entities if scene.is_person(e) and scene.proper(e)} for x in (a, b))
    return not (left and right) or bool(left & right)


def _one(answers: Sequence[Answer]) -> bool:
    """True where no two answers of one voice exclude each other."""
    for a, b in combinations(answers, 2):
        found = compare_quantities(a.quantity, b.quantity)
        if found is not None and found.verdict is Verdict.CONFLICT and not voices_apart(a.claim, b.claim):
            return False
    return True


def _one_day(a: Claim, b: Claim) -> bool:
    """True where both tell the day themselves, and the same."""
    told = {(c.period.start, c.period.end) for c in (a, b)}
    first, last = next(iter(told))
    return bool(a.time_text and b.time_text) and len(told) == 1 and first is not None and first == last


def _compared(scene: Scene, question: Question, a: Answer, b: Answer) -> Difference | None:
    p, q = a.quantity, b.quantity
    if a.claim.publisher == b.claim.publisher or ratio(p, q) > LARGEST_RATIO or rounded(p, q):
        return None
    if one_of_two(scene, (a.claim, p), (b.claim, q)) or (question.here and elsewhere(scene, a.claim, b.claim)):
        return None
    if p.kind is QuantityKind.COUNT and not question.nouns and not one_kind(p.of, q.of):
        return None
    comparison = compare_quantities(p, q)
    if comparison is None or comparison.verdict is Verdict.AGREE:
        return None
    apart = scene.earlier(a.claim, b.claim) is not None and not _one_day(a.claim, b.claim)
    if question.daily and (comparison.verdict is not Verdict.CONFLICT or not apart):
        return None  # of one day the words themselves must agree
    moves = question.moves or question.daily or revised(scene, a.claim) or revised(scene, b.claim)
    if comparison.verdict is not Verdict.CONFLICT and not (moves and not comparison.expected):
        return None
    return Difference(
        kind=DiscrepancyKind.NUMBER,
        verdict=Verdict.UPDATE if moves else Verdict.CONFLICT,
        left=Value(a.claim.id, p.text, reads(p)),
        right=Value(b.claim.id, q.text, reads(q)),
        topic=question.about,
        why=f"{comparison.why}: "
        + (f"what is told of {question.about} has changed" if moves else f"both tell {question.about}"),
        weight=SURENESS,
        whole=True,
    )
