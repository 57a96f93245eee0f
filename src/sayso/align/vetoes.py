"""Why two claims that look alike are not put into one finding: what they share is no question.

Two outlets that name the same man, the same day or the same verb have not yet told of one thing. A veto needs that nothing
else is shared and that the claims lie apart without it; what they share in other words (`covering`, `meaning`) lifts it.
The limits stand where, of the pairs that eleven stories had joined, a reader held nearly all below them to be wrong while
hardly any was in the gold. A vetoed pair keeps its score and is compared all the same: its two sides may still part.
What the model read and is sure of most vetoes do not keep apart: of such pairs readers held two in three to be one question,
at least partly. But where two have changed places, where a verb is all that is shared (four of fourteen), where two sums are
unlike (six of thirteen) or where one is a label or a bare purpose ("to make his point") the veto holds.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sayso.align.counts import unlike_counts
from sayso.align.embed import embed
from sayso.align.features import NAMES, Array
from sayso.align.fragments import fragment
from sayso.align.substance import LIGHT, Substance, predicate, substance
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind

Indices = tuple[int, int]
SAME_DEED = 0.75  # cosine of two verbs in their sentences from which they are one verb
MANY_NAMES = 2  # names in common from which a pair is likely to be one
OTHER_DEED = 0.5  # below it, they are surely two
FEW = 2  # "the two leaders", "both sides": a count that anybody may have
TELLING = 0.6  # same_number from which a shared number is evidence
COMMON_TIME = 0.3  # same_time from which a shared time is evidence
COINS = frozenset(
    "crown dinar dollar euro florin franc guilder krona krone lira mark peso pound rand real riyal rouble ruble rupee"
    " shilling taler thaler yen".split()
)
NAMING = frozenset("call identify name".split())
MUTUAL = frozenset(
    "agree argue chat clash collide compete confer converse cooperate discuss exchange fight joke marry meet negotiate play"
    " quarrel sign speak talk trade".split()
)


class Veto(Enum):
    """What two claims share and why that is no question; the value is the name of a feature of the pair."""

    SWAPPED = "veto_roles_swapped"  # A accuses B, B accuses A
    FRAGMENT = "veto_no_statement"  # "the two leaders", "reports suggest"
    SUMS = "veto_unlike_sums"  # a reward and a loot
    DAY = "veto_only_the_day"
    VERB = "veto_only_the_verb"
    WORD = "veto_only_a_word"
    NAME = "veto_only_a_name"
    COUNT = "veto_unlike_clauses"  # 40 who fled and 41 who were hurt

    @property
    def firm(self) -> bool:
        """True where it holds though the model is sure of the pair."""
        return self in (Veto.SWAPPED, Veto.VERB, Veto.SUMS)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, what each says and the features of the pair."""

    claims: tuple[Claim, Claim]
    said: tuple[Substance, Substance]
    features: Mapping[str, float]

    @property
    def words(self) -> frozenset[str]:
        """Words of substance that both have."""
        return self.said[0].words & self.said[1].words

    @property
    def entities(self) -> frozenset[str]:
        """Entities that take part in both."""
        return self.said[0].entities & self.said[1].entities

    @property
    def same_deed(self) -> bool:
        """True where both have one verb."""
        return bool(self.features["same_predicate"]) or self.features["deed"] >= SAME_DEED

    @property
    def counted(self) -> bool:
        """True where both count one thing or tell a sum, a share or a measure, like or unlike."""
        kinds = [{q.kind for q in c.quantities} - {QuantityKind.COUNT} for c in self.claims]
        return bool(self.features["same_number"] or self.features["other_number"] or kinds[0] & kinds[1])

    def below(self, covering: float, meaning: float) -> bool:
        """True where neither the words nor the meaning of the two come as near as this."""
        return self.features["covering"] < covering and self.features["meaning"] < meaning


def vetoes(
    claims: Sequence[Claim],
    scores: Mapping[Indices, float],
    rows: Array,
    least: float,
    sure: Container[Indices] = frozenset(),
) -> dict[Indices, Veto]:
    """The pairs (indices) that a veto keeps apart; `rows` are their features in the order of `scores`.

    What states nothing is kept apart from everything, so that it speaks in no mean either; the rest from `least` score.
    """
    likely = [(pair, row) for (pair, score), row in zip(scores.items(), rows, strict=True) if score >= least]
    said = {n: substance(claims[n]) for n in sorted({n for pair, _ in likely for n in pair})}
    pairs = {
        (i, j): Pair((claims[i], claims[j]), (said[i], said[j]), dict(zip(NAMES, map(float, row), strict=True)))
        for (i, j), row in likely
    }
    rests = _rests(pairs)
    found = dict.fromkeys(unlike_counts(claims, scores, least), Veto.COUNT)
    pieces = dict(_pieces(claims, scores))
    found.update(dict.fromkeys(pieces, Veto.FRAGMENT))
    for key, pair in pairs.items():
        reason = veto(pair, rests.get(key)) if key not in found else None
        if reason is not None:
            found[key] = reason
    return {key: reason for key, reason in found.items() if reason.firm or pieces.get(key) or key not in sure}


def _pieces(claims: Sequence[Claim], pairs: Iterable[Indices]) -> Iterator[tuple[Indices, bool]]:
    """The pairs of which one claim is a piece that states nothing, and whether that holds though the model is sure.

    Two conditions, or two purposes, may be one.
    """
    kinds = [fragment(claim) for claim in claims]
    for i, j in pairs:
        one, other = kinds[i], kinds[j]
        if one is not other or (one is not None and one.alone):
            yield (i, j), any(kind is not None and kind.firm for kind in (one, other))


def veto(pair: Pair, rest: float | None) -> Veto | None:
    """The first reason against one finding, None where there is none; `rest` is given where a name or word is all."""
    for reason, holds in RULES:
        if holds(pair):
            return reason
    if rest is None:
        return None
    return _only_a_name(pair, rest) if pair.entities else _only_a_word(pair, rest)


def _rests(pairs: Mapping[Indices, Pair]) -> dict[Indices, float]:
    """For pairs that share names or one word alone, how near their meaning is without them; -1 where nothing is left."""
    texts = {k: tuple(s.without(p.words) for s in p.said) for k, p in pairs.items() if _sparse(p)}
    told = sorted({text for two in texts.values() for text in two if text})
    vector = dict(zip(told, embed(told), strict=True))
    return {k: round(float(vector[a] @ vector[b]), 4) if a and b else -1.0 for k, (a, b) in texts.items()}


def _sparse(pair: Pair) -> bool:
    named = bool(pair.entities) and not pair.words
    worded = not pair.entities and len(pair.words) == 1
    return (named or worded) and not pair.counted and pair.features["same_time"] <= COMMON_TIME


def _only_a_name(pair: Pair, rest: float) -> Veto | None:
    """One man, two deeds. Of two acts of speech of one speaker the verb is no evidence; where he is named, his name is."""
    if NAMING & {predicate(c) for c in pair.claims}:
        return None
    f, deed = pair.features, pair.features["deed"] if _told(pair) else 0.0
    if len(pair.entities) > MANY_NAMES:
        return Veto.NAME if rest < 0.2 and deed < 0.3 and f["covering"] < 0.6 else None
    unlike = rest < 0.24 and deed < OTHER_DEED and f["covering"] < 0.7
    lone = rest < 0.35 and deed < 0.36 and (pair.below(0.62, 0.65) or (deed < 0.3 and f["covering"] < 0.46))
    return Veto.NAME if unlike or lone or (rest < 0.35 and _one_speaker(pair) and pair.below(0.62, 0.65)) else None


def _told(pair: Pair) -> bool:
    """False where both verbs are such as "has" or "continues" and tell nothing of what was done."""
    return any(c.clause.speech or predicate(c) not in LIGHT for c in pair.claims)


def _one_speaker(pair: Pair) -> bool:
    speakers = {c.speaker.entity if c.speaker else None for c in pair.claims}
    one = pair.features["same_agent"] or (len(speakers) == 1 and None not in speakers)
    return bool(one) and all(c.clause.speech for c in pair.claims)


def _only_a_word(pair: Pair, rest: float) -> Veto | None:
    unlike = (rest < 0.28 and pair.below(0.5, 0.565)) or (rest < 0.2 and pair.same_deed and pair.below(0.5, 0.66))
    return Veto.WORD if unlike else None


def _swapped(pair: Pair) -> bool:
    """Each of the two does the same to the other; what both do together (they meet, they talk) is no such deed."""
    one, other = pair.claims
    agents = _agents(one), _agents(other)
    if not all(agents) or agents[0] & agents[1] or not pair.same_deed or MUTUAL & {predicate(c) for c in pair.claims}:
        return False
    return agents[0] <= other.entities - agents[1] and agents[1] <= one.entities - agents[0]


def _agents(claim: Claim) -> frozenset[str]:
    return frozenset(p.entity for p in claim.participants if p.role == "agent")


def _fragment(pair: Pair) -> bool:
    number = pair.features["same_number"]
    return any(_states_nothing(c, s, number) for c, s in zip(pair.claims, pair.said, strict=True))


def _states_nothing(claim: Claim, said: Substance, number: float) -> bool:
    """True for a bare "the two leaders" or "38 people" and for a clause of which only a name and light words are left."""
    if claim.clause.nominal:
        least = min((q.low or q.high or 0.0 for q in claim.quantities), default=0.0)
        bare = not said.words and number < TELLING
        return not said.entities and (bare or (least <= FEW and len(said.words) <= 1))
    others = said.entities - frozenset(p.entity for p in claim.participants if p.role in {"agent", "patient"})
    return not (said.words or others or claim.quantities or claim.times)


def _sums(pair: Pair) -> bool:
    """Two unlike sums of one currency, paid for unlike things; a rate may be disputed whatever the verb."""
    units = [{_coin(c, n) for n in range(len(c.quantities))} - {None} for c in pair.claims]
    rates = all(any(q.per for q in c.quantities) for c in pair.claims)
    return bool(units[0] & units[1]) and not rates and not pair.features["same_number"] and pair.features["deed"] < 0.33


def _coin(claim: Claim, n: int) -> str | None:
    quantity = claim.quantities[n]
    if quantity.kind is QuantityKind.MONEY:
        return quantity.unit
    return quantity.of if quantity.of in COINS else None


def _day(pair: Pair) -> bool:
    f = pair.features
    if not f["same_time"] or pair.words or pair.entities or f["same_number"] >= TELLING:
        return False
    return (f["deed"] < 0.3 and pair.below(0.37, 0.44)) or (f["deed"] < 0.2 and f["meaning"] < 0.4)


def _verb(pair: Pair) -> bool:
    f = pair.features
    if pair.entities or not pair.same_deed or pair.words - {predicate(c) for c in pair.claims}:
        return False
    measured = pair.counted and not f["other_number"]
    if measured or f["same_time"] > COMMON_TIME:
        return False
    return pair.below(0.5, 0.58 if f["other_agent"] else 0.515)


RULES: Sequence[tuple[Veto, Callable[[Pair], bool]]] = (
    (Veto.SWAPPED, _swapped),
    (Veto.FRAGMENT, _fragment),
    (Veto.SUMS, _sums),
    (Veto.DAY, _day),
    (Veto.VERB, _verb),
)
