"""The line that tells a foretelling: its passage, else its words with who a pronoun or an unnamed subject is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.dossier.passages import passages
from sayso.dossier.readable import balanced, noun_only, reads_alone
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import EntityType
from sayso.model.mention import Entity

LONGEST = 240  # code points of a sentence that stands for its claim
SHORTEST = 25  # code points below which a claim seldom tells what is to come
_PRONOUN = re.compile(r"(?:he|she|it|they|this|that|these|those|who|which|whom)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:we|i)\b", re.IGNORECASE)
_OWN_ANYWHERE = re.compile(r"\b(?:we|i|our|us|my)\b", re.IGNORECASE)
_STOPS = " \t\n\r,;:.-–—"
_NOUN = re.compile(r"(?:the|a|an|its|his|her|their|some|all|about|no|one|two|\d|[A-Z“\"‘])", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:\w+ly )?(?:will|would|shall|may|might|could|is|are|was|were|has|have|had|to be|\w+(?:ed|s|ing)|vow\w*)\b",
    re.IGNORECASE,
)
_HE = frozenset({"he", "she"})
_LEAD = re.compile(r"(?:But|And|So|Then|Also|Meanwhile|However|Instead|Still|Yet)\b,? ?")


@dataclass(frozen=True)
class Wording:
    """Puts foretellings into lines; `entities` are those of the story by id."""

    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]

    def best(self, claims: Sequence[Claim]) -> tuple[Claim, str]:
        """The claim of a group that reads best, with its line."""
        lines = [(*self._line(c), n, c) for n, c in enumerate(claims)]
        _, text, _, claim = min(lines, key=lambda x: (x[0], x[2]))
        return claim, text

    def sentence(self, claim: Claim) -> str:
        """The sentence of a claim on one line; nothing where its document is not known."""
        document = self.documents.get(claim.document)
        text = document.text[claim.clause.sentence_start : claim.clause.sentence_end] if document is not None else ""
        return " ".join(text.split())

    def _line(self, claim: Claim) -> tuple[int, str]:
        """How badly a claim reads (0: well), and its line."""
        document = self.documents.get(claim.document)
        if document is None or not document.text:
            return 9, " ".join(claim.text.split())
        found = min(passages(claim, document.text), key=lambda p: p.rank, default=None)
        if found is not None:
            return found.rank, found.text
        sentence = self.sentence(claim)
        named = None if claim.clause.modified or noun_only(claim.text) else self._named(claim, document)
        if named is not None and not named.startswith("[") and reads_alone(named):
            return 4, self._voiced(named, claim)
        if reads_alone(sentence):
            return 5, sentence
        bare = named is not None and not named.startswith("[")
        if named is not None and (reads_alone(named) or (bare and len(claim.text) >= SHORTEST and balanced(claim.text))):
            return 6, self._voiced(named, claim)
        if len(sentence) <= LONGEST:
            return 7, self._voiced(sentence, claim)
        flat = " ".join(claim.text.split())
        return 8, self._voiced(named or (f"… {flat}" if flat[0].islower() else flat), claim)

    def _named(self, claim: Claim, document: Document) -> str | None:
        """The words of the claim with its subject named; None where a pronoun stays unknown."""
        flat = _LEAD.sub("", " ".join(claim.text.split())).strip(_STOPS)
        roles = [r for r in claim.clause.roles if r.role in {"agent", "patient"} and r.start < claim.clause.head]
        subject = max(roles, key=lambda r: r.start, default=None)
        if subject is None:
            return None
        words = " ".join(document.text[subject.start : subject.end].split())
        meant = next((self.entities[p.entity] for p in claim.participants if p.start == subject.start), None)
        who = meant.name if meant is not None and _fits(words, meant) else None
        if subject.end <= claim.start:
            named = who if _PRONOUN.match(words) else words if _NOUN.match(words) else None
            return f"[{named}] {flat}" if named and _BEGINS.match(flat) else None
        if not _PRONOUN.fullmatch(words):
            return flat if not _PRONOUN.match(flat) else None
        if who is None or who.casefold() == words.casefold():
            return None
        return re.sub(rf"\b{re.escape(words)}\b", lambda m: f"{m[0]} [{who}]", flat, count=1)

    def _voiced(self, text: str, claim: Claim) -> str:
        """The line with who speaks in front where it says "we" or "I"."""
        outside = [v for v in claim.voices if not claim.start <= v.start < claim.end]
        if not outside or not _OWN_ANYWHERE.search(text):
            return text
        voice = outside[-1]
        known = self.entities.get(voice.entity) if voice.entity is not None else None
        name = known.name if known is not None else " ".join(voice.source.split())
        return text if _PRONOUN.fullmatch(name) or _OWN.fullmatch(name) else f"{name}: {text}"


def _fits(pronoun: str, entity: Entity) -> bool:
    """Whether a pronoun can mean an entity of this type: "they" is often another than the last body that was named."""
    low = pronoun.casefold()
    if low in _HE:
        return entity.type is EntityType.PERSON
    return entity.type is EntityType.GROUP if low == "they" else True
