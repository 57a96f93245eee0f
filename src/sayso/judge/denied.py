"""A thing that one account says there was not, and another tells of: no bell, no such bill, not a roofless shell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import PRONOUNS, conditioned
from sayso.judge.nouns import plain
from sayso.judge.polarity import REAL, denies, teller, voices_apart
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Verdict

NO_SUCH = re.compile(r"\bno such (\w+)", re.IGNORECASE)
THERE_WAS_NO = re.compile(
    r"\bthere (?:is|are|was|were|has been|have been|had been)(?: \w+){0,3}? no ((?:\w+ )?\w+)", re.IGNORECASE
)
WAS_NOT_A = re.compile(r"\b(?:is|was|were|are|been) not (?:an? |the )?((?:[\w-]+,? ){1,3}[\w-]+)", re.IGNORECASE)
# What nobody denies the being of: words for knowing and saying, for what might have come, and counts of people.
DENIES_ANY = re.compile(
    r"\bden(?:y|ies|ied|ying) (?:any |all |the )?(?:(?:reports?|claims?|allegations?|accusations?|rumou?rs) (?:of|that) )?"
    r"(?:that )?(?:there (?:is|was|were|has been|have been|had been) )?(?:any |a |an )?"
    r"(?P<noun>[a-z-]+)(?: (?:was|were|had been|has been) \w+)?",
    re.IGNORECASE,
)
ABSTRACT = frozenset(
    "evidence doubt sign reason indication comment word need plan way time question point chance hope guarantee report"
    " information detail casualty injury victim death one other thing sense idea suggestion answer fear risk danger link"
    " difference problem confirmation claim case explanation response choice alternative longer more news mention rule limit"
    " comparison similarity connection relation line border side room place end"
    # what somebody is accused of: to deny it is to say that one did not do it
    " charge accusation allegation count wrongdoing guilt involvement responsibility liability"
    " shortage first second third last only same new big large good bad".split()
)
TELLING = re.compile(r"[a-z-]{4,}")
UNTOLD = frozenset(
    "been being have were that this there here with from they them their what when which ever said says saying tell told"
    " also issue issued paid made given granted signed sent held taken took place occurred happened existed exist received"
    " agreed"
    " only just even still then than some such will would first again after before all least".split()
)
MUTE = frozenset("silent mute broken defective".split())  # neither is what did not work
ENDED = frozenset("stop end cease halt finish suspend".split())  # what had ended is not told of as there
RARE = 10  # sentences of a story at most that hold a noun by which two accounts are known to speak of one thing
RARER = 2  # the same for a quality
ONE_MATTER = 0.5  # score of a pair of claims that speak of one matter
SURENESS = 0.6
SHORTEST = 3  # letters of a stem
UNWANTED = frozenset(
    "ask call demand urge want request seek plan consider need would could may might should if any available produce"
    " develop".split()
)


class Denial(Struct, frozen=True):
    """A claim with the noun that it says was not there; `where` are the words by which it says where, or what of.

    `subject` is of what it says so, `such` marks one told before, `any_such` one whose being somebody denies by that word.
    """

    claim: Claim
    noun: str
    subject: frozenset[str] = frozenset()
    such: bool = False
    any_such: bool = False
    where: frozenset[str] = frozenset()


def denied_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between an account that denies a thing and those that tell of it as there."""
    told = [c for c in scene.originals if c.modality in REAL and not c.clause.nominal and not conditioned(c)]
    known = _sentences(told)
    for claim in told:
        for denial in _denials(claim):
            for other in told if denial.subject else (c for c in told if not past(scene, c)):
                if _affirms(scene, other, denial, known):
                    yield _difference(scene, other, denial)


def _denials(claim: Claim) -> Iterator[Denial]:
    if found := DENIES_ANY.search(claim.text):
        such = plain(found["noun"])
        if len(such) > SHORTEST and such not in ABSTRACT and such in {plain(w) for w in claim.clause.words}:
            yield Denial(claim, such, any_such=True, where=_beside(claim.text[found.end("noun") :], such))
        return
    if claim.clause.speech:
        return
    if found := NO_SUCH.search(claim.text):
        yield Denial(claim, plain(found[1]), such=True)
    elif found := THERE_WAS_NO.search(claim.text):
        noun = next((plain(w) for w in reversed(found[1].lower().split()) if plain(w) in _stems(claim)), None)
        qualified = len([w for w in found[1].split() if plain(w) in _stems(claim)]) > 1
        if noun is not None and noun not in ABSTRACT and not qualified:
            told = f"{claim.text[: found.start()]} {claim.text[found.end() :]}"
            yield Denial(claim, noun, where=_beside(told, noun))
    elif found := WAS_NOT_A.search(claim.text):
        subject = frozenset(plain(r.head) for r in claim.clause.roles if r.role == "agent") - PRONOUNS
        words = [w for w in re.findall(r"[\w-]+", found[1].lower()) if plain(w) in _stems(claim) - subject]
        if subject and claim.clause.predicate in words:  # "the shed was not a smoking, empty shell"
            for word in words[:-1]:
                yield Denial(claim, plain(word), subject)


def _beside(text: str, noun: str) -> frozenset[str]:
    """The words that say of what place, time or deed the thing is denied: nobody denies more than these admit."""
    words = (plain(w) for w in TELLING.findall(text.lower()))
    return frozenset(stem(w) for w in words if w != noun and w not in UNTOLD)


def stem(word: str) -> str:
    """A word without the endings that make a verb or a doer of it: looting, looters."""
    word = plain(word)
    for ending in ("ing", "er", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + SHORTEST:
            return word.removesuffix(ending)
    return word


def _inside(claim: Claim, other: Claim) -> bool:
    return claim.document == other.document and claim.clause.sentence_start == other.clause.sentence_start


def _stems(claim: Claim) -> frozenset[str]:
    return frozenset(plain(w) for w in claim.clause.words)


def _sentences(told: Sequence[Claim]) -> Counter[str]:
    """In how many sentences each word stands."""
    held: dict[tuple[str, int], set[str]] = {}
    for claim in told:
        held.setdefault((claim.document, claim.clause.sentence_start), set()).update(_stems(claim))
    return Counter(w for words in held.values() for w in words)


def _affirms(scene: Scene, claim: Claim, denial: Denial, known: Counter[str]) -> bool:
    """True where a claim of another account tells of the thing denied as there."""
    other = denial.claim
    if (
        denies(claim)
        or claim.clause.predicate in ENDED
        or (MUTE & {*claim.clause.words} and not denial.subject)
        or not _there(scene, claim, denial)
        or UNWANTED & {*claim.clause.words, *claim.text.lower().split()}
    ):
        return False
    if denial.any_such:
        words = {*claim.clause.words, claim.clause.predicate}
        near = any(stem(w) == stem(denial.noun) for w in words) and not claim.clause.speech
        return near and known[denial.noun] <= RARE and claim.id != other.id and not _inside(claim, other)
    if denial.such:
        return _one_matter(scene, claim, denial, known)
    if claim.publisher == other.publisher:
        return False
    if denial.subject:
        heads = {plain(r.head) for r in claim.clause.roles}
        near = denial.noun in _words_around(scene, claim) and bool(heads & denial.subject)
        return near and known[denial.noun] <= RARER
    heads = {plain(r.head) for r in claim.clause.roles}
    rare = known[denial.noun] <= RARE and not elsewhere(scene, claim, other)
    done = denial.noun == claim.clause.predicate and not any(r.role == "patient" for r in claim.clause.roles)
    return (denial.noun in heads or done) and rare and not claim.clause.speech


def _there(scene: Scene, claim: Claim, denial: Denial) -> bool:
    """True where a denial says no place or deed, or the sentence of the other account tells of one of them."""
    if not denial.where:
        return True
    around = {stem(w) for c in scene.before(claim, 0) for w in _words_around(scene, c)}
    return bool(denial.where & around)


def _one_matter(scene: Scene, claim: Claim, denial: Denial, known: Counter[str]) -> bool:
    """The noun itself, or the verb that is spelt as it is ("were promised", "no such promise"), told of the same matter."""
    other = denial.claim
    if claim.id == other.id or denial.noun not in {*_stems(claim), claim.clause.predicate} or not voices_apart(claim, other):
        return False
    if claim.document == other.document and claim.start < other.start:
        return denial.noun == claim.clause.predicate or denial.noun in {plain(r.head) for r in claim.clause.roles}
    pair = scene.pair(claim.id, other.id)
    if pair is not None and pair.score >= ONE_MATTER:
        return True
    # "No such letters" is an answer to somebody who told of letters; where few do, it is an answer to them.
    counted = any(q.of is not None and plain(q.of) == denial.noun for q in claim.quantities)
    return counted and known[denial.noun] <= RARE and claim.document != other.document


def _words_around(scene: Scene, claim: Claim) -> frozenset[str]:
    text = scene.sentence_text(claim)
    return frozenset(plain(w) for w in re.findall(r"[\w-]+", text))


def _difference(scene: Scene, claim: Claim, denial: Denial) -> Difference:
    other = denial.claim
    apart = voices_apart(claim, other)
    told, refused = teller(scene, claim), teller(scene, other)
    topic, why = f"whether there was: {denial.noun}", f"{told} tells of “{denial.noun}”, {refused} says that there was none"
    if denial.subject:
        thing = min(denial.subject)
        topic, why = (
            f"whether the {thing} was {denial.noun}",
            f"{told} has the {thing} {denial.noun}, {refused} says it was not",
        )
    return Difference(
        kind=DiscrepancyKind.POLARITY,
        verdict=Verdict.COMPATIBLE if denial.subject else Verdict.CONFLICT,  # "not a charred shell" may be charred
        left=Value(claim.id, claim.text, "affirmed"),
        right=Value(other.id, other.text, "denied"),
        topic=topic,
        why=why,
        weight=SURENESS,
        between=Between.VOICES if apart else None,
    )
