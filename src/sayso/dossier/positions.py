"""Who stands where: actor, stance and target of claims that praise, condemn, demand, offer, threaten, deny, keep silent.

A stance is read from the predicate of a claim with its agents ("X and Y condemned Z"), from a noun after a verb of showing
("expressed opposition to Z"), from a copular phrase ("is against Z"), and from the word of saying over a claim ("X denied
that …"). What is negated, only foreseen or only supposed shows no stance.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.dossier.days import time_of
from sayso.dossier.stances import stances
from sayso.dossier.telling import Told, told_stance, voiced_stance
from sayso.model.claim import Claim
from sayso.model.clause import Role
from sayso.model.document import Document
from sayso.model.dossier_reading import Position
from sayso.model.enums import Stance
from sayso.model.mention import Resolution

LONGEST_TARGET = 160  # code points
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_PRONOUNS = _FIRST_PERSON | frozenset({
    "he", "she", "it", "they", "you", "him", "her", "them", "who", "whom", "that", "which", "what", "this", "these", "those",
    "one", "some", "many", "others",
})  # fmt: skip
_WHOLE_TARGET = frozenset({Stance.URGES, Stance.DEMANDS, Stance.OFFERS, Stance.THREATENS, Stance.DECLINES, Stance.DENIES})
_NEEDS_NO_TARGET = frozenset({Stance.SILENT, Stance.DECLINES})
_LINKS = re.compile(r"^(?:for|to|of|against|at|over|towards?|with|on|by|as|upon|from|in|that)\b\s*", re.IGNORECASE)
_TRIM = " \t\n\r,;:.-–—\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class _Seen:
    """One stance in one claim."""

    actor: str
    stance: Stance
    target: str | None
    claim: Claim


def positions(claims: Sequence[Claim], resolution: Resolution, documents: Sequence[Document] = ()) -> tuple[Position, ...]:
    """Every actor's stances with the claims that show them, ordered by first claim; conjoined actors each get one.

    Actors and targets are names of entities where the story knows them, else the words of the text. `documents`
    give the words of actors that stand outside their clause; without them such claims are left out.
    """
    reader = _Reader(resolution, {d.id: d for d in documents})
    ordered = sorted(claims, key=lambda c: (c.document, c.start, c.end))
    own = [seen for claim in ordered for seen in reader.own(claim)]
    # What is said under a verb of stance repeats the clause of that verb, where there is one.
    told = {_place(seen) for seen in own}
    voiced = {_place(s): s for claim in reversed(ordered) for s in reader.voiced(claim) if _place(s) not in told}
    grouped: dict[tuple[str, Stance, str], list[_Seen]] = {}
    for seen in sorted([*own, *voiced.values()], key=lambda s: (s.claim.document, s.claim.start, s.claim.end)):
        grouped.setdefault((seen.actor.casefold(), seen.stance, _key(seen.target)), []).append(seen)
    return tuple(_position(found) for found in grouped.values())


def _place(seen: _Seen) -> tuple[str, int, str, Stance]:
    return seen.claim.document, seen.claim.clause.sentence_start, seen.actor, seen.stance


def _key(target: str | None) -> str:
    words = re.findall(r"\w+", (target or "").casefold())
    return " ".join(w for w in words if w not in {"the", "a", "an", "its", "his", "her", "their"})


def _position(found: Sequence[_Seen]) -> Position:
    first = found[0]
    time = next((t for seen in found if (t := time_of(seen.claim)) is not None), None)
    ids = tuple(dict.fromkeys(seen.claim.id for seen in found))
    return Position(actor=first.actor, stance=first.stance, target=first.target, time=time, claims=ids)


class _Reader:
    """Reads the stances of one claim at a time."""

    def __init__(self, resolution: Resolution, documents: Mapping[str, Document]) -> None:
        self._names = {entity.id: entity.name for entity in resolution.entities}
        self._documents = documents

    def own(self, claim: Claim) -> Iterator[_Seen]:
        """The stances that the clause itself tells."""
        told = told_stance(claim)
        if told is None:
            return
        target = self._target(claim, told)
        if target is None and told.stance not in _NEEDS_NO_TARGET:
            return
        for actor in self._actors(claim):
            if _key(actor) != _key(target):
                yield _Seen(actor, told.stance, target, claim)

    def voiced(self, claim: Claim) -> Iterator[_Seen]:
        """The stance of the innermost voice towards what it says."""
        stance = voiced_stance(claim)
        actor = self._voice(claim) if stance is not None and told_stance(claim) is None else None
        if stance is not None and actor is not None:
            yield _Seen(actor, stance, _short(claim.text), claim)

    def _actors(self, claim: Claim) -> list[str]:
        agents = [p for p in claim.participants if p.role == "agent"]
        found = [self._names[p.entity] for p in agents if p.entity in self._names]
        spans = [(p.start, p.end) for p in agents]
        for role in (r for r in claim.clause.roles if r.role == "agent"):
            if any((role.start <= a and b <= role.end) or (a <= role.start and role.end <= b) for a, b in spans):
                continue
            if role.head in _FIRST_PERSON:
                actor = self._voice(claim)
            else:
                actor = self._words(claim, role) if role.head in stances().actors else None
            if actor is not None:
                found.append(actor)
        return list(dict.fromkeys(found))

    def _voice(self, claim: Claim) -> str | None:
        if not claim.voices:
            return None
        voice = claim.voices[-1]
        if voice.entity in self._names:
            return self._names[voice.entity]
        return None if voice.source.casefold() in _PRONOUNS else _short(voice.source)

    def _words(self, claim: Claim, role: Role) -> str | None:
        if claim.start <= role.start and role.end <= claim.end:
            return _short(claim.text[role.start - claim.start : role.end - claim.start])
        document = self._documents.get(claim.document)
        return _short(document.text[role.start : role.end]) if document is not None else None

    def _target(self, claim: Claim, told: Told) -> str | None:
        rest = claim.text[told.at :].strip(_TRIM)
        passive = rest.startswith("by ")
        if told.stance in _WHOLE_TARGET and not told.by_noun and not passive:
            return _short(re.sub(r"^(?:for|that)\b", "", rest))
        edge = claim.start + told.at
        patients = [r for r in claim.clause.roles if r.role == "patient" and (r.start < edge or not passive)]
        if patients and not told.by_noun:
            patient = min(patients, key=lambda r: (r.start < edge, r.start))
            held = (p.entity for p in claim.participants if patient.start <= p.start and p.end == patient.end)
            pronoun = patient.head.casefold() in _PRONOUNS
            return self._names.get(next(held, "")) or (None if pronoun else self._words(claim, patient))
        return None if passive else _short(_LINKS.sub("", rest))


def _short(text: str) -> str | None:
    clean = " ".join(text.split()).strip(_TRIM)
    if len(clean) > LONGEST_TARGET:
        clean = clean[:LONGEST_TARGET].rsplit(" ", 1)[0] + " …"
    return clean or None
