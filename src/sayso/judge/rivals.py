"""Two counts of one thing that a text itself sets against each other: "About 6,000 came. Police speak of 3,500"."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.judge.algebra import compare_quantities
from sayso.judge.counted import ANYBODY, aside, counted, further, ratio, vague, value_of
from sayso.judge.difference import Difference, Value
from sayso.judge.figures import reads
from sayso.judge.likeness import PRONOUNS
from sayso.judge.nouns import one_kind, plain
from sayso.judge.once import once
from sayso.judge.polarity import teller
from sayso.judge.scene import Scene
from sayso.judge.scope import EXPECTED, base
from sayso.judge.surroundings import HUMANS
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, QuantityKind, Verdict
from sayso.model.quantity import Quantity

HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|roughly|perhaps|only|just|at least|at most|more than|over|up to|as many as)"
    r" ){0,2}"
    r"[“\"‘']?(?:up to )?"
)
FIGURE = r"(?:number|figure|total|toll|tally|count|sum|loss|losses|damage|crowd|turnout|attendance)"
# Who gives another number, and nothing but a number: its thing is that of the number before.
RIVAL = re.compile(
    rf"(?:^|[;,:—–-] |\b(?:while|though|although|but|and|whereas) )(?P<who>[^;,:]{{2,60}}?) "
    rf"(?P<then>(?:now |still |only |later |had |has |have |initially |first |at first |instead |itself ){{0,3}})"
    rf"(?:(?:speaks?|spoke|spoken|talks?|talked) of|(?:counts?|counted|estimates?|estimated|reckons?)(?: that| it at)?"
    rf"|(?:puts?|gives?|gave)"
    rf" (?:it|this|that|them|(?:the|its|their|his|her) {FIGURE}(?: of (?P<what>[\w ’'-]{{2,40}}?))?) (?:at|as))"
    rf" {HEDGE}$",
    re.IGNORECASE,
)
# "Twenty-two thousand, said the police": a sentence that is no more than a number and who gives it.
OPENING = re.compile(rf"[\s“\"‘']*{HEDGE}", re.IGNORECASE)
BARE = re.compile(
    r"[”\"’']?,? (?:(?:say|says|said|claim|claims|according to) (?P<who>[^.;,]{3,50})"
    r"|(?P<teller>(?:the )?[\w’' -]{3,40}?) (?:say|says|said|claim|claims|claimed)(?: [\w ]{3,20})?)(?:[.;]|, who\b.*)?\s*",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:had|initially|first)\b", re.IGNORECASE)
NOBODY = frozenset("some others many one".split())  # parties without a name
OF_THEM = re.compile(r"\b(?:among|of) (?:whom|which|them|these|those)\b", re.IGNORECASE)
LARGEST = 10.0  # times as many: beyond it the two are of unlike things
LONGEST = 320  # characters of a sentence that says one thing
KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT})
SURENESS = 0.65


class Told(Struct, frozen=True):
    """Who gives a number, and where his words begin; `what` is what he counts, `bare` marks a sentence of no other words."""

    who: str
    at: int
    what: str | None
    then: bool
    bare: bool = False


class Count(Struct, frozen=True):
    """A number with the shortest clause that tells it."""

    claim: Claim
    quantity: Quantity


class Rivals(Struct, frozen=True):
    """A number and the one that another party gives; `then` where it gave it at an earlier time."""

    first: Count
    other: Count
    who: str
    then: bool


def rival_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between the numbers of two parties in one text; an update where one was given before the other."""
    for told in rivals(scene):
        (a, p), (b, q) = ((c.claim, c.quantity) for c in (told.first, told.other))
        yield Difference(
            kind=DiscrepancyKind.NUMBER,
            verdict=Verdict.UPDATE if told.then else Verdict.CONFLICT,
            left=Value(a.id, p.text, reads(p)),
            right=Value(b.id, q.text, reads(q)),
            topic=counted(p, a).words() if p.kind is QuantityKind.COUNT else f"{p.kind.value} told by two parties",
            why=f"{teller(scene, a)} has “{p.text}”, {told.who} “{q.text}”",
            weight=SURENESS,
            between=Between.VOICES,
        )


@once
def rivals(scene: Scene) -> Sequence[Rivals]:
    """All pairs of numbers of which a text has one party set one against that of the other."""
    return tuple(found for document in sorted(scene.documents) for found in _in_text(scene, document))


@once
def contested(scene: Scene) -> frozenset[tuple[str, int]]:
    """The numbers that one party sets against another's: no later telling of the same count."""
    return frozenset((r.other.claim.document, r.other.quantity.start) for r in rivals(scene) if not r.then)


def _in_text(scene: Scene, document: str) -> Iterator[Rivals]:
    earlier: list[Count] = []
    text = scene.documents[document].text
    for claims in scene.sentences(document):
        counts = _counts(scene, claims)
        start = claims[0].clause.sentence_start
        for other in counts:
            told = _told(text[start : other.quantity.start], text[other.quantity.end : claims[0].clause.sentence_end])
            if told is None or claims[0].clause.sentence_end - start > LONGEST:
                continue
            here = [c for c in counts if c.quantity.end <= start + told.at]
            first = _answered(here or (earlier if told.at <= 1 else []), other, told)
            if first is not None and _two_parties(first, told.who):
                yield Rivals(first, Count(_holder(claims, other), other.quantity), told.who.strip(), told.then)
        earlier = counts


def _told(before: str, after: str) -> Told | None:
    """Who gives a number, by the words before it or after it."""
    if found := RIVAL.search(before):
        return Told(found["who"], found.start("who"), found["what"], BEFORE.search(found["then"]) is not None)
    if bare := BARE.fullmatch(after) if OPENING.fullmatch(before) else None:
        return Told(bare["who"] or bare["teller"], 0, None, then=False, bare=True)
    return None


def _counts(scene: Scene, claims: Sequence[Claim]) -> list[Count]:
    """The numbers of a sentence in order, those left out that say nothing of how many there are now."""
    held: dict[int, Count] = {}
    for claim in sorted(claims, key=lambda c: (c.clause.nominal, len(c.text))):
        for q in claim.quantities:
            plainly = q.kind in KINDS and not q.partitive and not q.delta and not vague(q) and not further(q)
            if plainly and not aside(q, claim) and value_of(q) > 1 and not base(scene, claim, q):
                held.setdefault(q.start, Count(claim, q))
    told = [held[at] for at in sorted(held)]
    return [
        c for c in told if c.claim.modality in {Modality.ASSERTED, Modality.POSSIBLE} and not EXPECTED.search(c.claim.text)
    ]


def _holder(claims: Sequence[Claim], count: Count) -> Claim:
    """The claim of the party that gives the number, in which it speaks."""
    around = [c for c in claims if c.start <= count.quantity.start < c.end and not c.clause.nominal]
    return min(around, key=lambda c: len(c.text), default=count.claim)


def _answered(candidates: Sequence[Count], other: Count, told: Told) -> Count | None:
    """The one number among those told just before that the other is set against; None where it may be any of several."""
    found = [c for c in candidates if _comparable(c, other, told)]
    values = {(c.quantity.low, c.quantity.high) for c in found}
    return found[-1] if len(values) == 1 else None


def _comparable(one: Count, other: Count, told: Told) -> bool:
    p, q = one.quantity, other.quantity
    if p.kind is not q.kind and not (p.kind in {QuantityKind.MONEY, QuantityKind.MEASURE} and q.kind is QuantityKind.COUNT):
        return False
    if not 1 < ratio(p, q) <= LARGEST:
        return False
    if p.kind is q.kind and p.unit != q.unit:
        return False
    if p.kind is QuantityKind.COUNT and not _one_noun(one, other, told):
        return False
    comparison = compare_quantities(p, q) if p.kind is q.kind else None
    return comparison is not None and comparison.verdict is Verdict.CONFLICT


def _one_noun(one: Count, other: Count, told: Told) -> bool:
    """True where the other number names nothing counted, or what the first counts."""
    p, q = one.quantity, other.quantity
    what = told.what
    if p.of is None:
        return told.bare and q.of is None
    if what is not None:
        words = {plain(w) for w in what.lower().split()}
        key = counted(p, one.claim)
        return plain(p.of) in words or bool(
            words & (HUMANS | ANYBODY) and plain(p.of) in HUMANS and _asked(key.outcome, what)
        )
    own = q.of is not None and q.of_start is not None and q.of_start >= q.end
    return not own or one_kind(p.of, q.of) or {plain(p.of), plain(q.of or "")} <= HUMANS


def _asked(outcome: str | None, what: str) -> bool:
    """True where the words ask for those whom that befell, or for no such thing."""
    return (
        outcome is None
        or outcome in what
        or (outcome == "dead" and re.search(r"dead|death|killed|victim", what) is not None)
    )


def _two_parties(first: Count, who: str) -> bool:
    """True where the one who sets the number against the other has a name or a noun, and did not give the first."""
    words = [w.lower() for w in re.findall(r"[\w’'-]+", who)]
    if not words or {words[0], words[-1]} & (PRONOUNS | NOBODY) or OF_THEM.search(who):
        return False
    return not any(words[-1] in v.source.lower().split() for v in first.claim.voices)
