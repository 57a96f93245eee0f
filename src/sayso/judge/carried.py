"""Whose words run on: a claim without a source of its own, told by whoever is cited in its sentence or in the one beside it.

The attributions of a document hold exactly what is said. News goes on from there: "Police said that five were hurt. Two of
them were in hospital." Here only forms are taken in which a reader has no doubt; what a claim takes this way is inferred.
"""

import re
from collections.abc import Callable, Sequence

from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import EntityType, Modality, QuoteKind
from sayso.model.voice import Attribution

SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|report(?:s|ed|ing)?|add(?:s|ed|ing)?|not(?:e[sd]?|ing)|according to"
    r"|stat(?:es?|ed|ing)|announc\w+|confirm\w*|reveal\w*|disclos\w+|explain\w*|recall\w*|testif\w+|citing|quoting|recount\w*"
    r"|wr(?:ote|ites?)|show(?:s|ed|n)?|information from|learned from)\b",
    re.IGNORECASE,
)
_SOME = (
    r"(?:\d[\d,]*|an?other|two|three|four|five|six|seven|eight|nine|ten|others|most|some|none|all|both|half|one|at least)"
)
# How the rest of a sentence goes on with what was said: never with a "he" or a "but", which begin the reporter's own words.
RUNS_ON = re.compile(
    rf",? (?:where|whose|and that|and (?:had|has|have|was|were|is|are|would|will)(?: not)? \w+ed\b|and (?:had|has) \w+)\b"
    rf"|, (?:which|who) (?:had|was|were|went|came|fell|broke|left|began|started|killed)\b"
    rf"|, (?:while|with) {_SOME}\b|, (?:leaving|killing|injuring|wounding|trapping|destroying|damaging)\b"
    r"|; (?!i |we |he |she |they |but |however)",
    re.IGNORECASE,
)
# How a sentence takes up what the one before told.
TAKES_UP = re.compile(
    rf"(?:these|those|such|the same) (?:\w+ ){{1,3}}|(?:he|she|it|they) |(?:about |nearly |of (?:the|these|those|them)\b )?"
    rf"{_SOME} (?:(?:of them|of those|more|others?|people|men|women|children|officers|soldiers|\w+s) )?",
    re.IGNORECASE,
)
INTRODUCED = r"\b(?:an?|another|one|two|three|four|five|six|\d+) (?:[\w’'-]+,? ){{0,3}}{0}s?\b"  # what "the {0}" takes up
ADDS = re.compile(r"\b(?:also|in addition|furthermore|moreover|besides)\b", re.IGNORECASE)
CONFIRMED = re.compile(r"(?:The|This|That|These) [\w-]+(?:,? which (?:was|were)|,)? $")
CONFIRMING = frozenset({"confirm", "report", "announce", "reveal", "disclose", "release", "publish"})
# What the reporter says of a thing: weighing, placing, concluding.
WEIGHING = frozenset(
    """mean come mark raise signal suggest reflect underscore underline highlight show make bring follow appear seem remain
    represent give provide add pose prompt lead contrast contradict echo complicate provoke spark be""".split()
)
_OWN = re.compile(r"[“”\"«»‹›?]|\b(?:I|we|our|us)\b")
_ANYBODY = frozenset({"someone", "somebody", "one", "people", "others", "many", "some"})
_BESIDE = 0.25  # share of it that may stand before or behind the attribution
_LEAST = 0.5  # share of a sentence that the content of the attribution fills, for the sentence to be the source's

Rooted = Callable[[Claim], bool]


class Carried:
    """Finds in one story the claim whose source a claim without a source shares."""

    def __init__(self, scene: Scene, rooted: Rooted) -> None:
        """`rooted` tells whether a claim shows a source of its own."""
        self._scene, self._rooted = scene, rooted
        self._giver: dict[str, tuple[Claim, str]] = {}
        for document in sorted(scene.documents):
            self._read(scene.sentences(document))

    def giver(self, claim: Claim) -> tuple[Claim, str] | None:
        """The claim whose source stands for this one too, and where it stands."""
        return self._giver.get(claim.id)

    def _read(self, sentences: Sequence[Sequence[Claim]]) -> None:
        for n, held in enumerate(sentences):
            bare = [c for c in held if not self._rooted(c)]
            if not bare:
                continue
            if len(bare) < len(held):
                self._rest_of_sentence(held, bare)
                continue
            before = sentences[n - 1] if n and self._joined(sentences[n - 1], held) else ()
            following = sentences[n + 1] if n + 1 < len(sentences) else ()
            after = following if following and self._joined(held, following) else ()
            found = self._confirmed(following) or self._between(before, held, after) or self._taken_up(before, held)
            if found is not None:
                self._giver.update({c.id: found for c in bare})

    def _rest_of_sentence(self, held: Sequence[Claim], bare: Sequence[Claim]) -> None:
        text = self._scene.documents[held[0].document].text
        for giver in (c for c in held if c.clause.voices and self._rooted(c)):
            said = self._attribution(giver)
            end = said.content[-1][1]
            if not _reports(said) or said.cue is None or said.content[0][0] < said.cue.end or not RUNS_ON.match(text, end):
                continue
            for claim in bare:
                if claim.start >= end - 1 or claim.clause.head >= end:
                    self._giver.setdefault(claim.id, (giver, "in the same sentence"))

    def _taken_up(self, before: Sequence[Claim], held: Sequence[Claim]) -> tuple[Claim, str] | None:
        """The source of the sentence before, where this one goes on from it."""
        giver = self._told(before)
        if giver is None or not self._plain(held):
            return None
        text = self._text(held)
        adds = ADDS.search(text[:80]) is not None
        person = giver.voices[-1].type is EntityType.PERSON
        if (person or not adds) and self._of_speaker(held, giver):
            return None
        main = min(held, key=lambda c: (c.clause.modified, c.clause.nominal, c.start))
        goes_on = adds or TAKES_UP.match(text) or _introduced(text, self._text(before))
        return (giver, "in the sentence before") if goes_on and main.clause.predicate not in WEIGHING else None

    def _between(self, before: Sequence[Claim], held: Sequence[Claim], after: Sequence[Claim]) -> tuple[Claim, str] | None:
        """The one source of the sentences on both sides."""
        giver, other = self._told(before), self._told(after)
        if giver is None or other is None or not self._plain(held) or self._of_speaker(held, giver):
            return None
        one = giver.voices[-1].entity is not None and giver.voices[-1].entity == other.voices[-1].entity
        return (giver, "in the sentences before and after") if one else None

    def _confirmed(self, after: Sequence[Claim]) -> tuple[Claim, str] | None:
        """Who bears out the sentence in the next one: "The call, confirmed by both ministries, comes as …"."""
        for claim in after:
            cued = claim.clause.cued
            if cued is None or claim.clause.predicate not in CONFIRMING or not self._rooted(claim):
                continue
            cue = self._scene.annotations[claim.document].attributions[cued].cue
            text = self._scene.documents[claim.document].text
            if cue is not None and CONFIRMED.match(text[claim.clause.sentence_start : cue.start].lstrip()):
                return claim, "in the sentence after"
        return None

    def _told(self, held: Sequence[Claim]) -> Claim | None:
        """A claim of a sentence that one source tells as good as whole, in the reporter's words."""
        givers = [c for c in held if c.clause.voices and self._gives(c)]
        if not givers or len({c.clause.voices[0] for c in givers}) > 1:
            return None
        said = self._attribution(givers[0])
        start, end = givers[0].clause.sentence_start, givers[0].clause.sentence_end
        inside = sum(max(0, min(e, end) - max(s, start)) for s, e in said.content)
        spans = [*said.content, *((v.start, v.end) for v in (said.source, said.cue) if v is not None)]
        around = min(s for s, _ in spans) - start, end - max(e for _, e in spans)
        return givers[0] if inside >= _LEAST * (end - start) and max(around) <= _BESIDE * (end - start) else None

    def _gives(self, claim: Claim) -> bool:
        unreal = claim.modality in {Modality.HYPOTHETICAL, Modality.CONDITIONAL}
        return not unreal and self._rooted(claim) and _reports(self._attribution(claim))

    def _attribution(self, claim: Claim) -> Attribution:
        return self._scene.annotations[claim.document].attributions[claim.clause.voices[0]]

    def _text(self, held: Sequence[Claim]) -> str:
        return self._scene.sentence_text(held[0]).strip()

    def _plain(self, held: Sequence[Claim]) -> bool:
        """True where nobody else is quoted or cited in the sentence, and the reporter does not speak of himself."""
        clause = held[0].clause
        cues = (a.cue for a in self._scene.annotations[held[0].document].attributions if a.source is not None)
        cited = (c for c in cues if c is not None and clause.sentence_start <= c.start < clause.sentence_end)
        return not any(SPEECH.search(c.text) for c in cited) and not _OWN.search(self._text(held))

    def _of_speaker(self, held: Sequence[Claim], giver: Claim) -> bool:
        """True where the sentence tells what the source itself did: that is the reporter's."""
        if giver.voices[-1].type is EntityType.PERSON and re.match(r"(?:he|she)\b", self._text(held), re.IGNORECASE):
            return True
        speakers = {v.entity for v in giver.voices if v.entity is not None}
        return any(p.role == "agent" and p.entity in speakers for c in held for p in c.participants)

    def _joined(self, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
        """True for neighbours in one paragraph: claims of sentences with no other between them."""
        text = self._scene.documents[one[0].document].text
        between = text[one[0].clause.sentence_end : other[0].clause.sentence_start]
        return not between.strip() and "\n" not in text[one[0].clause.sentence_start : other[0].clause.sentence_end].strip()


def _reports(said: Attribution) -> bool:
    told = said.cue is not None and SPEECH.search(said.cue.text) is not None
    return (
        told
        and said.kind is not QuoteKind.DIRECT
        and not said.negated
        and said.source is not None
        and said.source.text.lower() not in _ANYBODY
    )


def _introduced(text: str, before: str) -> bool:
    """True for "The man" after a sentence that tells of "a man"."""
    noun = re.match(r"The (\w+)\b", text)
    return noun is not None and re.search(INTRODUCED.format(re.escape(noun[1])), before, re.IGNORECASE) is not None
