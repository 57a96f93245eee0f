"""Who stands where: actor, stance and target of claims that praise, condemn, demand, offer, threaten, deny, keep silent.

A stance is read from the predicate of a claim with its agents ("X and Y condemned Z"), from a noun after a verb of showing
("expressed opposition to Z"), from a copular phrase ("is against Z"), and from the word of saying over a claim ("X denied
that …"). What is negated, only foreseen or only supposed shows no stance.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.dossier.outlook_kinds import kind_of
from sayso.dossier.stance_times import Times
from sayso.dossier.stances import stances
from sayso.dossier.targets import (
    LONGEST,
    accused,
    is_fragment,
    short,
    without_link,
    without_parenthesis,
    without_second_verb,
)
from sayso.dossier.telling import Told, after_cue, told_stance, turned, voiced_stance
from sayso.model.claim import Claim
from sayso.model.clause import Role
from sayso.model.document import Document
from sayso.model.dossier_reading import Position
from sayso.model.enums import Modality, OutlookKind, Stance
from sayso.model.mention import Resolution

ALIKE = 0.5  # share of the content words of the shorter of two targets from which they are one
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_PRONOUNS = _FIRST_PERSON | frozenset({
    "he", "she", "it", "they", "you", "him", "her", "them", "who", "whom", "that", "which", "what", "this", "these", "those",
    "one", "some", "many", "others",
})  # fmt: skip
_WHOLE_TARGET = frozenset({Stance.URGES, Stance.DEMANDS, Stance.OFFERS, Stance.THREATENS, Stance.DECLINES, Stance.DENIES})
_NEEDS_NO_TARGET = frozenset({Stance.SILENT, Stance.DECLINES})
_CUT = re.compile(r"\b(?:who|which|that|to)(?: \w+)?$")
_NAMED = 5  # code points of a mention that is longer than a pronoun of the third person
_ACCUSING = frozenset({Stance.CONDEMNS, Stance.SUPPORTS})
_ADDRESSED = frozenset(
    {"accuse", "blame", "fault", "thank", "praise", "congratulate", "commend", "credit", "criticise", "criticize"}
)
_EMPTY = frozenset({
    "the", "a", "an", "its", "his", "her", "their", "to", "of", "in", "on", "for", "at", "by", "and", "with", "within",
    "from", "that", "this", "about", "any", "all", "be", "is", "as",
})  # fmt: skip


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
    told |= {(document, at, Stance.DENIES) for document, at, stance in told if stance is Stance.OPPOSES}
    voiced = {_place(s): s for claim in reversed(ordered) for s in reader.voiced(claim) if _place(s) not in told}
    seen = sorted([*own, *voiced.values()], key=lambda s: (s.claim.document, s.claim.start, s.claim.end))
    times = Times(ordered, {d.id: d for d in documents})
    return tuple(_position(found, times) for found in _folded(seen))


def _folded(seen: Sequence[_Seen]) -> Sequence[Sequence[_Seen]]:
    """One group for each actor, stance and target, whoever tells it: targets in like words are one."""
    groups: dict[tuple[str, Stance], list[list[_Seen]]] = {}
    order: list[list[_Seen]] = []
    for item in seen:
        near = groups.setdefault((item.actor.casefold(), item.stance), [])
        home = next((g for g in near if _alike(g[0].target, item.target)), None)
        if home is None:
            home = []
            near.append(home)
            order.append(home)
        home.append(item)
    return order


def _alike(one: str | None, two: str | None) -> bool:
    if _key(one) == _key(two):
        return True
    a, b = set(_key(one).split()) - _EMPTY, set(_key(two).split()) - _EMPTY
    return len(a & b) >= max(2, ALIKE * min(len(a), len(b)))


def _place(seen: _Seen) -> tuple[str, int, Stance]:
    return seen.claim.document, seen.claim.clause.sentence_start, seen.stance


def _key(target: str | None) -> str:
    words = re.findall(r"\w+", (target or "").casefold())
    return " ".join(w for w in words if w not in {"the", "a", "an", "its", "his", "her", "their"})


def _position(found: Sequence[_Seen], times: Times) -> Position:
    first = max(found, key=lambda s: len(s.target or "") <= LONGEST)
    told = [time for seen in found if (time := times.of(seen.claim)) is not None]
    time = next((t for t in told if t.text is not None), told[0] if told else None)
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
        if (target is None and told.stance not in _NEEDS_NO_TARGET) or is_fragment(target or ""):
            return
        for actor in self._actors(claim):
            if _key(actor) != _key(target):
                threat = told.stance is Stance.OFFERS and kind_of(claim, claim.text) is OutlookKind.THREAT
                stance = Stance.THREATENS if threat else turned(told.stance, claim, target)
                yield _Seen(actor, stance, target, claim)

    def voiced(self, claim: Claim) -> Iterator[_Seen]:
        """The stance of the innermost voice towards what it says."""
        stance = voiced_stance(claim)
        actor = self._voice(claim) if stance is not None and told_stance(claim) is None else None
        if stance is None or actor is None:
            return
        inside = after_cue(claim, stance)
        whole = bool(claim.clause.tense) or claim.modality is not Modality.ASSERTED
        said = short(claim.text) if whole and not is_fragment(claim.text) else None
        target = self._target(claim, inside) if inside is not None else said
        if stance is Stance.OPPOSES and inside is None:
            stance = Stance.DENIES  # what is said there is no thing but a statement
        if target is not None and _key(actor) != _key(target):
            yield _Seen(actor, turned(stance, claim, target), target, claim)

    def _actors(self, claim: Claim) -> list[str]:
        # A pronoun never means what its own clause names: "the mayor, to whom he gave …" has another "he".
        others = {p.entity for p in claim.participants if p.role != "agent" and p.end - p.start >= _NAMED}
        agents = [
            p for p in claim.participants if p.role == "agent" and not (p.end - p.start < _NAMED and p.entity in others)
        ]
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
        return None if voice.source.casefold() in _PRONOUNS or not voice.citable else short(voice.source)

    def _words(self, claim: Claim, role: Role) -> str | None:
        return short(self._raw(claim, role) or "")

    def _raw(self, claim: Claim, role: Role) -> str | None:
        """The very characters of a role; None where they stand outside of the claim and its document is not given."""
        if claim.start <= role.start and role.end <= claim.end:
            return claim.text[role.start - claim.start : role.end - claim.start]
        document = self._documents.get(claim.document)
        return document.text[role.start : role.end] if document is not None else None

    def _target(self, claim: Claim, told: Told) -> str | None:
        rest = claim.text[told.at :]
        passive = rest.lstrip().startswith("by ")
        if told.stance in _WHOLE_TARGET and not told.by_noun and not passive:
            words = short(
                without_second_verb(
                    re.sub(
                        r"^(?:for|that|on|upon|aside|off|down|away)\b",
                        "",
                        without_parenthesis(self._on(claim, rest)).lstrip(),
                    )
                )
            )
            return words and self._named(claim, told, words)
        edge = claim.start + told.at
        patients = [r for r in claim.clause.roles if r.role == "patient" and (r.start < edge or not passive)]
        if patients and not told.by_noun:
            patient = min(patients, key=lambda r: (r.start < edge, r.start))
            raw = self._raw(claim, patient) or ""
            if told.stance in _ACCUSING and stances().lemma(claim.clause.predicate) in _ADDRESSED:
                raw = accused(raw)
            end = patient.start + len(raw)
            held = (p.entity for p in claim.participants if patient.start <= p.start and p.end == end)
            return self._names.get(next(held, "")) or (None if patient.head.casefold() in _PRONOUNS else short(raw))
        return None if passive else short(without_second_verb(without_link(self._on(claim, rest))))

    def _on(self, claim: Claim, rest: str) -> str:
        """The words after the predicate, with what is nested in the clause where they would break off."""
        document = self._documents.get(claim.document)
        end = min(claim.clause.full_end, claim.clause.sentence_end)
        cut = not rest.strip() or _CUT.search(rest)
        return rest + document.text[claim.end : end] if cut and document is not None and end > claim.end else rest

    def _named(self, claim: Claim, told: Told, words: str) -> str:
        """The name of the entity that the words are, else the words."""
        at = claim.start + told.at
        held = (p.entity for p in claim.participants if p.start >= at and p.end - p.start == len(words))
        return self._names.get(next(held, "")) or words
