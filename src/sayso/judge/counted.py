"""What a quantity answers: what befell whom, or how many of what, in which scope."""

import re
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from sayso.judge.clocks import MANY
from sayso.judge.lexicon import outcome_forms, outcome_of, outcomes
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

ANYBODY = frozenset(
    "people person other victim individual life fatality death casualty man woman body one resident civilian human"
    " injury dead wounded injured patient toll number total soul survivor missing figure tally count".split()
)
PLACED = frozenset(
    "jail prison province country state village town city district county region island continent place".split()
)
TALLIES = frozenset("number toll total figure tally count".split())
# Words beside a number that narrow what it counts without saying whom it befell.
EMPTY_MODIFIERS = frozenset(
    "about some estimated total overall other confirm confirmed known different several official young innocent local own"
    " report reported international these".split()
)
FURTHER = frozenset("more another additional further extra".split())
IRREGULAR = {
    "child": "children", "man": "men", "woman": "women", "person": "people", "people": "people", "foot": "feet",
    "life": "lives", "wife": "wives", "aircraft": "aircraft", "police": "police",
}  # fmt: skip
ACTIVE = frozenset("kill injure wound hurt arrest detain rescue murder slay".split())
CLOSE = 3  # the same where those counted have a name of their own ("12 sailors are still missing")
NEAR = 7  # words between a number and the word that tells what befell those counted
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
GRADES = {
    **dict.fromkeys("critical critically".split(), "critically hurt"),
    **dict.fromkeys("serious seriously severe severely grave gravely".split(), "seriously hurt"),
    **dict.fromkeys("moderate moderately".split(), "moderately hurt"),
    **dict.fromkeys("light lightly slight slightly minor mild mildly".split(), "lightly hurt"),
}
HARM = re.compile(r"\b(?:conditions?|injur\w+|wound\w*|hurt|burns?)\b|^ of (?:them|whom|these|those) \w+ly\b", re.IGNORECASE)
GROWN = frozenset("those people adults children men women anyone everyone persons patients youths".split())
LIVES = frozenset({"take", "claim", "cost", "lose"})
LOST = re.compile(r"\bloss of (?:\w+ ){0,3}$", re.IGNORECASE)
# "The number of confirmed deaths climbed to", "brought the toll from the blast to"
TOLL = re.compile(
    r"\b(?:death toll|toll|(?:number|tally|count) of (?:the )?(?:\w+ )?"
    r"(?P<what>dead|deaths|fatalities|killed|injured|wounded|missing))"
    r" (?:[^,;:.]* )?(?:to|at|is|was|reached|hit|passed|of|now) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
STAYING = frozenset({"admit", "remain", "stay", "keep", "hospitalise", "hospitalize"})
MOVING = frozenset({*GRADES.values(), "in hospital"})  # outcomes of which both more and fewer may be told later
SPANNED = re.compile(r"\b(?:year|month|week|day|hour|minute)s?(?:,| and) $", re.IGNORECASE)
GOES_ON = re.compile(r"(?:,| and) (?:[\w-]+ ){1,2}(?:month|week|day|hour|minute|second)s?\b", re.IGNORECASE)
HOURS = 12
TICKER = re.compile(r"[012]?\d[.:][0-5]\d")
NARROWING = frozenset("aged age plus last final first remaining".split())
MORE = re.compile(r" (?:more|further|additional)\b", re.IGNORECASE)
HOUR = re.compile(r"\b(?:since|until|till|before|after|past|around|at|from) $", re.IGNORECASE)
# Before an age: whose it is.
OF_AGE = re.compile(
    r"\b(?:man|woman|boy|girl|child|baby|infant|toddler|nurse|worker|student|pensioner|teenager|youth|lad|widow|widower"
    r"|father|mother|driver|guard|officer|soldier|farmer|teacher|pupil|patient|victim) of (?:about |some )?$",
    re.IGNORECASE,
)
CASES = re.compile(
    r"\b(?:number|count|tally|total) of (?:\w+ ){0,2}(?:cases|infections) (?:at|to|is|was|as) $", re.IGNORECASE
)
LARGE, FINELY = 1000, 1.05  # from which a count may be rounded, and by how much
VAGUE = frozenset("several some many few dozens hundreds thousands scores millions".split())
BREAK = re.compile(r"[;:,]|\d|(?:^|\s)(?:and|but|while|whereas)\s")


class Counted(Struct, frozen=True):
    """The question that a count answers: `outcome` (None for mere things), `noun` counted, and the narrowing `scope`."""

    outcome: str | None
    noun: str | None
    scope: frozenset[str]

    @property
    def grows(self) -> bool:
        """True where the count rises as news comes in."""
        return self.outcome is not None and outcomes()[self.outcome].grows

    def words(self) -> str:
        """The question in words."""
        own = self.noun is not None and self.outcome is not None and outcome_of(self.noun) == self.outcome
        noun = "people" if own or self.noun in ANYBODY or self.noun is None else plural(self.noun)
        who = " ".join([*sorted(w for w in self.scope if w != self.noun), noun])
        return f"number of {who} {self.outcome}" if self.outcome else f"number of {who}"


def counted(quantity: Quantity, claim: Claim) -> Counted:
    """What `quantity` counts in `claim`."""
    return _counted(quantity, _Clause(claim.text, claim.start, claim.negated))


class _Clause(NamedTuple):
    """What a count is read from."""

    text: str
    start: int
    negated: bool


@lru_cache(maxsize=20_000)  # each number is set against many others, and what it counts is asked every time
def _counted(quantity: Quantity, claim: _Clause) -> Counted:
    noun = singular(quantity.of)
    outcome = _outcome(quantity, noun, claim) if quantity.kind is QuantityKind.COUNT else None
    scope = {singular(w) or w for w in quantity.of_words if w not in EMPTY_MODIFIERS and outcome_of(w) != outcome}
    scope -= {noun or ""}
    if outcome is not None and noun is not None and noun not in ANYBODY and outcome_of(noun) is None:
        scope.add(noun)
    return Counted(outcome, noun, frozenset(scope))


def plural(noun: str) -> str:
    """The plural of a common noun for a heading; a name stays as it is."""
    if noun in IRREGULAR or noun[:1].isupper():
        return IRREGULAR.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def singular(noun: str | None) -> str | None:
    """A lemma that the tagger left in the plural, without its s."""
    if noun and len(noun) > 4 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def _outcome(quantity: Quantity, noun: str | None, claim: _Clause) -> str | None:
    """By the noun counted, else by its modifiers, else by the word that stands nearest, else by the governing verb."""
    if (part := _part(quantity, claim)) is not None:
        return part
    if noun == "life" and (quantity.governor in LIVES or LOST.search(claim.text[: quantity.start - claim.start])):
        return "dead"
    if CASES.search(claim.text[: max(0, quantity.start - claim.start)]):
        return "infected"
    if (told := TOLL.search(claim.text[: max(0, quantity.start - claim.start)])) is not None:
        return outcome_forms().get((told["what"] or "dead").lower(), "dead")
    if noun in PLACED:
        return None  # "ill in three provinces"
    if noun is not None and noun not in TALLIES and (own := outcome_of(noun)) is not None:
        return own
    if noun in TALLIES:
        return next((o for w in quantity.of_words if (o := outcome_of(w))), _nearest(quantity, claim, NEAR))
    if quantity.governor in ACTIVE and quantity.relation in {"nsubj", "agent"}:
        return None  # those who did it
    if noun is not None and noun not in ANYBODY and not _person(quantity):
        return _nearest(quantity, claim, CLOSE)
    nearest = _nearest(quantity, claim, NEAR)
    if nearest is not None:
        return nearest
    if quantity.relation in {"dobj", "nsubjpass", "nsubj"} and quantity.governor:
        return _unfound(quantity, claim) or outcome_of(quantity.governor)
    return None


def _part(quantity: Quantity, claim: _Clause) -> str | None:
    """How badly those counted are hurt, or that they are kept in a hospital."""
    after = BREAK.split(claim.text[max(0, quantity.end - claim.start) :])[0]
    words = WORD.findall(after)[:NEAR]
    grades = {GRADES[w.lower()] for w in words if w.lower() in GRADES}
    if HARM.search(after) and len(grades) == 1 and not any("-" in w for w in words):
        return grades.pop()
    if (
        quantity.governor in STAYING
        and quantity.relation in {"nsubj", "nsubjpass", "dobj"}
        and re.search(r"\bhospital\b", after)
    ):
        return "in hospital"
    return None


def _person(quantity: Quantity) -> bool:
    """A counted noun that something befell: its governor says so directly."""
    return bool(quantity.governor and outcome_of(quantity.governor) and quantity.relation in {"dobj", "nsubjpass", "attr"})


def _unfound(quantity: Quantity, claim: _Clause) -> str | None:
    """People who are still sought, or not found yet."""
    text = claim.text.lower()
    if quantity.governor in {"seek", "search"} and "still" in text:
        return "missing"
    if (quantity.governor in {"find", "have"} and "found" in text) and (
        claim.negated or " yet to be" in text or "not been" in text
    ):
        return "missing"
    return None


def _nearest(quantity: Quantity, claim: _Clause, reach: int) -> str | None:
    """The outcome told nearest to the number, before it or after it, with no other number or clause between."""
    first, last = quantity.start - claim.start, max(quantity.end, quantity.of_end or 0) - claim.start
    before = BREAK.split(claim.text[: max(0, first)])[-1]
    after = BREAK.split(claim.text[max(0, last) :])[0]
    found = []
    for distance, word in enumerate(reversed(WORD.findall(before)[-reach:])):
        if word.lower() in outcome_forms():
            found.append((distance, 0, outcome_forms()[word.lower()]))
    for distance, word in enumerate(WORD.findall(after)[:reach]):
        if word.lower() in outcome_forms():
            found.append((distance, 1, outcome_forms()[word.lower()]))
    return min(found)[2] if found else None


def rounded(p: Quantity, q: Quantity) -> bool:
    """True for one large number told more and less finely: "9.2 million" and "9.21 million", "over 100,000" and 100,000."""
    low, high = sorted((value_of(p), value_of(q)))
    if low < LARGE or high > FINELY * low:
        return False
    digits = min(len(f"{v:.0f}".rstrip("0")) for v in (low, high))
    return f"{low:.{max(0, digits - 1)}e}" == f"{high:.{max(0, digits - 1)}e}"


def compound(quantity: Quantity, claim: Claim) -> bool:
    """True for half of a length of time that is told in two units: "three hours and forty minutes"."""
    before, after = claim.text[: max(0, quantity.start - claim.start)], claim.text[max(0, quantity.end - claim.start) :]
    return quantity.kind is QuantityKind.DURATION and bool(SPANNED.search(before) or GOES_ON.match(after))


def vague(quantity: Quantity) -> bool:
    """True for "several" and "dozens", not for "some 300"."""
    return quantity.value is None and not quantity.exact and bool(VAGUE & set(quantity.text.lower().split()))


def partial(quantity: Quantity) -> bool:
    """True where the text counts a part of something, or what is added to a count told before."""
    return quantity.partitive or further(quantity)


def further(quantity: Quantity) -> bool:
    """True for "three more", "another two": an addition, not a count."""
    told = quantity.text.lower().replace("more than", "")
    return bool(FURTHER & {*quantity.of_words, *told.split()})


def aside(quantity: Quantity, claim: Claim) -> bool:
    """True for an age ("those over 65", "a man of 70"), an hour and for a count beside another ("plus 10 others")."""
    if OF_AGE.search(claim.text[: max(0, quantity.start - claim.start)]) or _hour(quantity, claim):
        return True
    before = [w.strip(",;") for w in claim.text[: max(0, quantity.start - claim.start)].lower().split()[-1:]]
    if MORE.match(claim.text[quantity.end - claim.start :]):
        return True
    bounded = quantity.text.lower().startswith(("over ", "under ", "below ", "above "))
    return before[:1] != [] and (before[0] in NARROWING or (bounded and before[0] in GROWN))


def _hour(quantity: Quantity, claim: Claim) -> bool:
    """True for "seen since ten": an hour that reads like a count, as does that of a line of a ticker."""
    if quantity.kind is not QuantityKind.COUNT:
        return False
    if TICKER.fullmatch(quantity.text):
        return True
    if value_of(quantity) > HOURS or (quantity.of_start is not None and quantity.of_start >= quantity.end):
        return False
    before = claim.text[: max(0, quantity.start - claim.start)]
    return HOUR.search(before) is not None and MANY.search(before.rstrip()) is None


def ratio(p: Quantity, q: Quantity) -> float:
    """The larger of two numbers by the smaller."""
    values = sorted((value_of(p), value_of(q)))
    return values[1] / values[0] if values[0] > 0 else float("inf")


def value_of(quantity: Quantity) -> float:
    """The number that a quantity names: the largest of alternatives, else its lower or only bound."""
    if quantity.exact:
        return max(quantity.exact)
    return (quantity.low if quantity.low else quantity.high) or 0.0
