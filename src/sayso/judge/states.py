"""States of one person or thing that exclude each other, or of which one follows on the other."""

import re
from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import states, states_of
from sayso.judge.likeness import PRONOUNS, as_told, conditioned
from sayso.judge.nouns import kind_of
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, EntityType, Modality, QuantityKind, Verdict

OPENING = frozenset({"open", "reopen", "close", "shut", "resume"})  # what opens is what is opened
STATIVE = frozenset(
    {"shut", "missing", "alive", "dead", "unaccounted", "lost", "safe", "free", "open", "closed", "homeless"}
)
INTRANSITIVE = frozenset({"disappear", "vanish", "die", "escape", "survive", "succumb", "perish", "drown"})
DYING = re.compile(
    r"\bfighting for (?:his|her|their) li(?:fe|ves)\b|"
    r"\bin (?:surgery|intensive care|(?:a )?(?:critical|grave) condition|a coma)\b"
    r"|\bcritically (?:ill|hurt|injured|wounded)\b",
    re.IGNORECASE,
)
AT_LARGE = re.compile(
    r"\b(?:remain\w*|still|is|are|was|were) (?:still )?(?:at large|on the run|being sought)\b", re.IGNORECASE
)
CUSTODY = re.compile(r"\b(?:in|into) custody\b|\bbehind bars\b|\bunder arrest\b", re.IGNORECASE)
LET_GO = re.compile(r"\blet (?:him |her |them )?go\b", re.IGNORECASE)
OVER = re.compile(r"\b(?:in connection with|on suspicion of|suspected of|over the)\b", re.IGNORECASE)
ASIDE = re.compile(r", (?:which|who)\b")
TOO_MANY = frozenset(
    "man woman person people officer soldier policeman boy girl child body other one two driver victim".split()
)
BECAUSE = re.compile(r"\bbecause\W*$", re.IGNORECASE)
RARE = 8  # sentences of a story at most that hold a noun by which one person is known
HOLDERS = frozenset({EntityType.PERSON, EntityType.GROUP})
THINGS = frozenset({EntityType.OTHER, EntityType.FACILITY, EntityType.PRODUCT, EntityType.WORK})  # so ships are read
OF_THINGS = frozenset({"missing", "found", "open", "closed"})
OFTEN_CUT = {"unaccounte": "unaccounted"}  # a lemma that the tagger makes of an adjective
CAUGHT = frozenset({"hold", "detain", "arrest", "apprehend", "capture", "catch"})
HUNTING = re.compile(
    r"\bon the (?:hunt|lookout)\b|\b(?:look|search|hunt)(?:s|ed|ing)? for\b|\b(?:hunt|seek)ing\b|\bmanhunt\b"
)
SUSPECTS = frozenset(
    "suspect perpetrator attacker assailant gunman bomber shooter killer murderer robber culprit arsonist kidnapper"
    " fugitive".split()
)
SOMEBODY = frozenset({"man", "woman", "person"})
POLICE = frozenset("police policeman officer detective force investigator authority they".split())
OTHERS = re.compile(r"\b(?:other|another|second|third|further|more|additional|remaining|accomplices?)\b")
SEVERAL = re.compile(r"\b(?:two|three|four|five|six|several)\b")
THE_SUSPECT = "the suspect"


def state_differences(scene: Scene) -> Iterator[Difference]:
    """Updates between claims of different outlets that put one person, or the one who is sought, into successive states."""
    held: dict[str, list[tuple[Claim, str, str]]] = {}
    for claim in scene.originals:
        if claim.modality is Modality.ASSERTED and not denies(claim) and not scene.background(claim.period):
            for word, state in () if _reason(scene, claim) else _states(claim):
                for entity in _holders(scene, claim, word, state) or _things(scene, claim, word):
                    held.setdefault(entity, []).append((claim, word, state))
            if search := _hunted(claim):
                held.setdefault(THE_SUSPECT, []).append((claim, claim.clause.predicate, search))
    if THE_SUSPECT in held:
        held[THE_SUSPECT] += _held_again(scene, held[THE_SUSPECT])
    for entity in sorted(held):
        yield from _moves(scene, entity, held[entity])


def _reason(scene: Scene, claim: Claim) -> bool:
    """True for what is told as the reason of something, or of a name: it is older than what it explains."""
    before = scene.documents[claim.document].text[claim.clause.sentence_start : claim.start]
    return BECAUSE.search(before) is not None or BECAUSE.match(claim.text) is not None


def _states(claim: Claim) -> Iterator[tuple[str, str]]:
    """Words of the clause's head that put somebody into a state."""
    predicate = OFTEN_CUT.get(claim.clause.predicate, claim.clause.predicate)
    for name in sorted(states_of(predicate)):
        yield predicate, name
    if DYING.search(claim.text):
        yield "in danger", "hurt"
    if CUSTODY.search(claim.text) and predicate in {"take", "keep", "be", "remain", "remand", "place"}:
        yield "custody", "held"
    if LET_GO.search(claim.text):
        yield "let go", "free"
    if predicate in {"go", "be", "remain", "report"}:
        for word in claim.clause.words:
            if word in STATIVE:
                for name in sorted(states_of(word)):
                    yield word, name


def _holders(scene: Scene, claim: Claim, word: str, state: str) -> list[str]:
    """Those whom the state befalls: the patient, or the subject of a verb or adjective of being."""
    by_role = {
        role: [p.entity for p in claim.participants if p.role == role and _can_hold(scene, p.entity, state)]
        for role in ("agent", "patient")
    }
    if word in INTRANSITIVE:
        return by_role["agent"]
    return by_role["patient"] or (by_role["agent"] if word in STATIVE or word in {"in danger", "custody", "let go"} else [])


def _can_hold(scene: Scene, entity: str, state: str) -> bool:
    known = scene.entities.get(entity)
    return known is not None and (known.type in HOLDERS or (known.type in THINGS and state in OF_THINGS))


def _things(scene: Scene, claim: Claim, word: str) -> list[str]:
    """Those whom no name tells but a noun with "the", one thing throughout a story: the hostages, the bridge.

    "A cleaner" is one too, where few sentences of the story have the noun.
    """
    text = claim.text.lower()
    restricted = claim.clause.modified and not ASIDE.search(text)
    if (
        OTHERS.search(text)
        or SEVERAL.search(text)
        or restricted
        or any(q.kind is QuantityKind.COUNT for q in claim.quantities)
    ):
        return []
    being = word in INTRANSITIVE or claim.clause.predicate in STATIVE or word in STATIVE
    alone = word in OPENING and not any(r.role == "patient" for r in claim.clause.roles)
    role = "agent" if being or alone else "patient"
    held = {r.head: r for r in claim.clause.roles if r.role == role and r.head not in PRONOUNS}
    if len(held) != 1:
        return []
    ((head, span),) = held.items()
    words = scene.documents[claim.document].text[span.start : span.end].lower().split()
    known = words[:1] == ["the"] or (words[:1] in (["a"], ["an"]) and head not in TOO_MANY and scene.rarity(head) <= RARE)
    return [f"the {kind_of(head)}"] if known else []


def _hunted(claim: Claim) -> str | None:
    """Whether the one whom the police are after is sought or held: a story has one such search, unless it tells of more."""
    told = claim.text.lower()
    if not claim.clause.nominal and AT_LARGE.search(told) and not OTHERS.search(told):
        return "sought"
    if claim.clause.predicate in CAUGHT and OVER.search(told) and not claim.clause.nominal and not conditioned(claim):
        return "held"
    if claim.clause.nominal or conditioned(claim) or OTHERS.search(told) or SEVERAL.search(told):
        return None
    if claim.clause.predicate in CAUGHT:
        caught = any(r.role == "patient" and r.head in SUSPECTS for r in claim.clause.roles)
        return "held" if caught and not claim.clause.modified else None
    return "sought" if hunting(claim) else None


def hunting(claim: Claim) -> bool:
    """True where somebody, or the police somebody, are after one who did something."""
    heads = {role: {r.head for r in claim.clause.roles if r.role == role} for role in ("agent", "patient", "other")}
    after = heads["patient"] | heads["other"]
    whom = after & SUSPECTS or (after & SOMEBODY and heads["agent"] & POLICE)
    return bool(whom) and HUNTING.search(claim.text.lower()) is not None


def _held_again(scene: Scene, told: list[tuple[Claim, str, str]]) -> Iterator[tuple[Claim, str, str]]:
    """Further claims of a document that tells of the suspects' arrest, in which a pronoun stands for them."""
    documents = {claim.document for claim, _, state in told if state == "held"}
    for claim in scene.originals:
        heads = {r.head for r in claim.clause.roles if r.role == "patient"}
        real = claim.modality is Modality.ASSERTED and not denies(claim) and not claim.clause.speech
        if claim.document in documents and claim.clause.predicate in CAUGHT and heads and heads <= PRONOUNS and real:
            yield claim, claim.clause.predicate, "held"


def _moves(scene: Scene, entity: str, told: list[tuple[Claim, str, str]]) -> Iterator[Difference]:
    known = {(claim.document, state) for claim, _, state in told}
    for a, word, state in told:
        for b, later_word, later in told:
            if (a.document, later) in known:
                continue  # that text tells both: nothing moved after it
            again = later in states()[state].again and scene.earlier(a, b) is True
            if a.publisher == b.publisher or state == later or not (again or later in states()[state].follows):
                continue
            if scene.earlier(a, b) is False:
                continue  # told the other way round: somebody was freed and lost again, or the stories are two
            name = scene.name(entity) or entity
            yield Difference(
                kind=DiscrepancyKind.POLARITY,
                verdict=Verdict.UPDATE,
                left=Value(a.id, a.text, state),
                right=Value(b.id, b.text, later),
                topic=f"what became of {name}",
                why=f"{a.publisher} tells that {name} is {state} (“{as_told(a, word)}”), "
                f"{b.publisher} {later} (“{as_told(b, later_word)}”): a state that changes",
                weight=0.7,
            )
