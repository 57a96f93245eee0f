"""What somebody tells and somebody else rejects in the next sentence: "The ministry denies this", "he called it a lie"."""

import re
from collections.abc import Iterator, Sequence

from sayso.judge.dates import REPEATED, SAYINGS
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import PRONOUNS
from sayso.judge.polarity import INFINITIVE, REAL, teller
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, Verdict

THAT = (
    r"(?:this|that|it|them|these|those|both(?: \w+)?|all of (?:it|this|that)"
    r"|(?:the|these|those|such|his|her|their) (?:\w+ ){0,2}(?:claims?|allegations?|accusations?|reports?|accounts?"
    r"|suggestions?|versions?|assertions?|story|stories|points?))"
)
FALSE = (
    r"(?:[\"“‘'«]?(?:\w+ ){0,3}(?:untrue|false|lies?|a lie|nonsense|fabricat\w+|invent\w+|baseless|unfounded|groundless"
    r"|absurd|rubbish|slander\w*|wrong|fiction|made up|misleading|malicious))"
)
# After the word that points back: nothing that goes on with what is denied ("denied it had", "denied claims that").
ENDS = r"[,.;:!?”\"]|$|\s(?:and|but|as|on|in|at|when|saying|outright|flatly|categorically|yesterday"
ENDS += r"|again|too|vehemently|strongly)\b"
REJECTS = re.compile(
    rf"\b(?:denie[sd]|deny|denying|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)|refut(?:es|ed)|contradict(?:s|ed)?"
    rf"|rebuff(?:s|ed)?|rubbish(?:es|ed)?) {THAT}(?={ENDS})"
    rf"|\b(?:call(?:s|ed)?|describe[sd]?|brand(?:s|ed)?|dismiss(?:es|ed)?) {THAT} (?:as )?{FALSE}"
    rf"|\b(?:{THAT}|the \w+) (?:is|was|are|were) {FALSE}",
    re.IGNORECASE,
)
UNTOUCHED = re.compile(r"(?:\b(?:not|never|neither|nor|cannot)|n['’]t)(?: \w+)? $", re.IGNORECASE)  # "does not dispute this"
LONGEST = 320  # characters of a sentence that says one thing
BACK = 2  # sentences before a rejection in which somebody may tell what is rejected
SURENESS = 0.6
LEARNING = frozenset("hear learn know find_out read see find discover".split())  # read as speech, and told of as deeds


def rebuttal_differences(scene: Scene) -> Iterator[Difference]:
    """Disputes between the voice of one sentence and the one that rejects it in the same or the next."""
    for document in sorted(scene.documents):
        sentences = scene.sentences(document)
        for n, claims in enumerate(sentences):
            refusing = next((c for c in claims if _refuses(scene, c)), None)
            if refusing is None:
                continue
            around = (claims, *reversed(sentences[max(0, n - BACK) : n]))
            told = _told(refusing, next((held for held in around if _voiced(refusing, held)), ()))
            for claim in told[:1]:
                yield _difference(scene, claim, refusing)


def _refuses(scene: Scene, claim: Claim) -> bool:
    """True for a clause in which somebody rejects what was told just before."""
    if claim.clause.nominal or claim.negated or claim.modality is not Modality.ASSERTED:
        return False
    text = scene.documents[claim.document].text[claim.start : min(claim.clause.sentence_end, claim.end + 1)]
    found = REJECTS.search(text)
    return found is not None and not UNTOUCHED.search(text[: found.start()])


def _voiced(refusing: Claim, claims: Sequence[Claim]) -> bool:
    """True where somebody is told to have said something before the rejection: of such sentences it means the nearest."""
    return any(c.end <= refusing.start and c.voices for c in claims)


def _told(refusing: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """What stands before a rejection in its own words and another voice, main clauses first."""
    found = [
        c
        for c in claims
        if c.end <= refusing.start
        and c.modality in REAL
        and not c.clause.nominal
        and (not c.clause.speech or c.clause.predicate in LEARNING)
        and c.clause.predicate not in REPEATED | SAYINGS
        and not INFINITIVE.match(c.text)
        and not any(v.negated for v in c.voices)
        and c.clause.sentence_end - c.clause.sentence_start <= LONGEST
        and c.voices
        and not _same_teller(c, refusing)
    ]
    return sorted(found, key=lambda c: (c.clause.modified, c.start, -len(c.text)))


def _same_teller(claim: Claim, refusing: Claim) -> bool:
    """True where the one who rejects is the one who told it."""
    heads = {r.head for r in refusing.clause.roles if r.role == "agent"} - PRONOUNS
    agents = {p.entity for p in refusing.participants if p.role == "agent"}
    return any(
        (v.entity and v.entity in agents) or v.source.lower().split()[-1:] == [h] for v in claim.voices for h in heads
    )


def _difference(scene: Scene, claim: Claim, refusing: Claim) -> Difference:
    return Difference(
        kind=DiscrepancyKind.POLARITY,
        verdict=Verdict.CONFLICT,
        left=Value(claim.id, claim.text, "affirmed"),
        right=Value(refusing.id, refusing.text, "denied"),
        topic=f"whether: {claim.text}",
        why=f"told by {teller(scene, claim)}, and contradicted: “{' '.join(refusing.text.split())[:120]}”",
        weight=SURENESS,
        between=Between.VOICES,
    )
