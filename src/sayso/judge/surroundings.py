"""Figures of a story with what stands around them: the words near by, those of the sentence, whom and what it names."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from sayso.judge.counted import ANYBODY, Counted, aside, counted, further, vague, value_of
from sayso.judge.nouns import one_kind, plain
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity
from sayso.model.units import converter

NEAR = 50  # characters on either side of a number
RARE = 6  # sentences of the whole story that may name what is rarely named
STEM = 6  # letters by which two words are one: dead simple, and blind to endings
AMONG = re.compile(r"\W*(?:of|among) (?:the|those|these|its|their|them|all)\b[^,]*,", re.IGNORECASE)
AND = re.compile(r",? (?:and )?")
WORD = re.compile(r"[^\W\d_]{3,}")
EMPTY = frozenset(
    "the and that for with was were has have had his her its their they this but not from who which are been said"
    " says say after also than into out over when there would could will more less least most about some all any other"
    " only what while where she him them then being under upon per around nearly almost just between before people"
    " person man men woman women number year years day days week weeks month months hour hours minute minutes time"
    " hundred thousand million billion one two three four five six seven eight nine ten first second third last next"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
# Whom "people" may stand for.
HUMANS = ANYBODY | frozenset(
    "passenger crew hostage captive customer employee staff worker child pupil student tourist villager demonstrator"
    " protester supporter marcher citizen national sailor evacuee prisoner detainee guest visitor fan mourner member"
    " soldier officer traveller family inhabitant voter".split()
)


class Figure(Struct, frozen=True):
    """A number of one text: the claims that hold it (the closest first), what it counts, and the stems around it.

    `noun` is None where the text names none, or only in another sentence; `near` and `around` are the stems beside the
    number and of its whole sentence.
    """

    claims: tuple[Claim, ...]
    quantity: Quantity
    key: Counted
    noun: str | None
    near: frozenset[str]
    around: frozenset[str]
    sentence: str

    @property
    def claim(self) -> Claim:
        """The closest claim."""
        return self.claims[0]


def figures(scene: Scene) -> dict[str, list[Figure]]:
    """All numbers that say how many or how much, by document, in order."""
    held: dict[str, dict[int, list[tuple[Claim, Quantity]]]] = {}
    for claim in sorted(scene.claims.values(), key=lambda c: (c.document, c.start, c.end)):
        for quantity in claim.quantities:
            if _plain(claim, quantity) and not _among(scene, claim, quantity):
                held.setdefault(claim.document, {}).setdefault(quantity.start, []).append((claim, quantity))
    return {d: _compounds(scene, d, [_figure(scene, told[at]) for at in sorted(told)]) for d, told in held.items()}


def _compounds(scene: Scene, document: str, told: list[Figure]) -> list[Figure]:
    """The figures of a text; "four years and six months" is one length of time."""
    found: list[Figure] = []
    text = scene.documents[document].text
    for figure in told:
        before = found[-1].quantity if found else None
        q = figure.quantity
        if (
            before is not None
            and before.kind is q.kind is QuantityKind.DURATION
            and AND.fullmatch(text[before.end : q.start])
        ):
            whole = _sum(before, q, text)
            if whole is not None:
                found[-1] = structs.replace(found[-1], quantity=whole)
                continue
        found.append(figure)
    return found


def _sum(one: Quantity, other: Quantity, text: str) -> Quantity | None:
    """The sum of two exact lengths of time in the unit of the first; None where either is not exact or not smaller."""
    convert = converter(other.unit, one.unit) if one.unit and other.unit and one.unit != other.unit else None
    if convert is None or one.value is None or other.value is None:
        return None
    whole = one.value + convert(other.value)
    return structs.replace(
        one,
        end=other.end,
        text=text[one.start : other.end],
        value=whole,
        low=whole,
        high=whole,
        likely_low=whole,
        likely_high=whole,
        exact=(),
    )


def _plain(claim: Claim, quantity: Quantity) -> bool:
    """True for the number of a whole, at one time; one of something is a manner of speaking."""
    if quantity.kind in {QuantityKind.ORDINAL, QuantityKind.AGE} or quantity.partitive or quantity.delta or vague(quantity):
        return False
    if further(quantity) or aside(quantity, claim) or quantity.text.endswith("-"):
        return False
    return quantity.kind is not QuantityKind.COUNT or value_of(quantity) > 1


def _among(scene: Scene, claim: Claim, quantity: Quantity) -> bool:
    """True for the four of "Of the nine, four remain"."""
    before = scene.documents[claim.document].text[claim.clause.sentence_start : quantity.start]
    return AMONG.match(before) is not None


def _figure(scene: Scene, told: list[tuple[Claim, Quantity]]) -> Figure:
    told = sorted(told, key=lambda x: (x[0].clause.nominal, len(x[0].text)))
    claim, quantity = told[0][0], told[0][1]
    text = scene.documents[claim.document].text
    first, last = claim.clause.sentence_start, claim.clause.sentence_end
    sentence = text[first:last]
    before, after = (
        text[max(first, quantity.start - NEAR) : quantity.start],
        text[quantity.end : min(last, quantity.end + NEAR)],
    )
    here = quantity.of_start is None or first <= quantity.of_start < last
    key = counted(quantity, claim)
    return Figure(
        claims=tuple(c for c, _ in told),
        quantity=quantity,
        key=key,
        noun=plain(key.noun) if key.noun and here else None,
        near=stems(f"{before} {after}"),
        around=stems(f"{text[first : quantity.start]} {text[quantity.end : last]}"),
        sentence=sentence,
    )


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    return frozenset(w[:STEM] for w in (found.lower() for found in WORD.findall(text)) if w not in EMPTY)


def one_noun(a: Figure, b: Figure) -> bool:
    """True where both count one kind of thing, or people under whatever name."""
    if a.quantity.kind is QuantityKind.PERCENT:
        return a.noun == b.noun
    if a.quantity.kind is not QuantityKind.COUNT:
        return a.noun is None or b.noun is None or one_kind(a.noun, b.noun)
    if a.noun is None or b.noun is None:
        return False
    return one_kind(a.noun, b.noun) or bool({a.noun, b.noun} & ANYBODY and {a.noun, b.noun} <= HUMANS)


def weights(scene: Scene) -> dict[str, float]:
    """How much each stem says: the logarithm of how few sentences of the story hold it."""
    seen: Counter[str] = Counter()
    total = 0
    for document in sorted(scene.documents):
        for claims in scene.sentences(document):
            first = claims[0].clause
            seen.update(stems(scene.documents[document].text[first.sentence_start : first.sentence_end]))
            total += 1
    return {stem: math.log((total + 1) / (count + 0.5)) for stem, count in seen.items()}


def named_alike(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where both sentences name a person, place or thing that few sentences of the story name."""
    left, right = ({e for c in scene.sentence(x) for e in c.entities} for x in (a, b))
    return any(scene.mentioned(e) <= RARE for e in left & right)


def likeness(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two sets of stems by weight."""
    if not one or not other:
        return 0.0
    norm = math.sqrt(sum(_squares(one, weight)) * sum(_squares(other, weight)))
    return sum(_squares(one & other, weight)) / norm if norm else 0.0


def _squares(held: frozenset[str], weight: Mapping[str, float]) -> Iterator[float]:
    return (weight.get(stem, 0.0) ** 2 for stem in sorted(held))
