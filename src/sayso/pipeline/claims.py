"""Joins what one document asserts to what the story knows: clauses become claims."""

from collections.abc import Mapping, Sequence

from sayso.dating import Dated
from sayso.model.annotations import Annotations
from sayso.model.claim import Claim, Participant, claim_id
from sayso.model.clause import Clause
from sayso.model.document import Document
from sayso.model.enums import PLACES
from sayso.model.mention import Mention, Resolution
from sayso.model.time import Period
from sayso.pipeline.voices import Voices, voices_of


class Assembler:
    """Builds the claims of one document."""

    def __init__(self, document: Document, found: Annotations, story: Dated, voices: Voices) -> None:
        self._document, self._found, self._voices = document, found, voices
        self._grounded, self._events = story.grounded[document.id], story.events.get(document.id, {})

    def claims(self) -> list[Claim]:
        """One claim for each clause, in order."""
        return [self._claim(clause) for clause in self._found.clauses]

    def _claim(self, clause: Clause) -> Claim:
        time = None if clause.time is None else self._grounded[clause.time]
        counted = None if time else self._counted_from(clause)
        participants = self._participants(clause)
        return Claim(
            id=claim_id(self._document.id, clause.start, clause.end),
            document=self._document.id,
            publisher=self._document.publisher,
            clause=clause,
            voices=self._voices.voices(clause),
            speaker=None if clause.cued is None else self._voices.source(clause.cued),
            spoken=self._voices.spoken(clause),
            whole=self._voices.whole(clause),
            period=time.period if time else counted[0] if counted else Period(),
            time_text=time.text if time else None,
            time_basis=time.basis if time else counted[1] if counted else None,
            times=self._times(clause),
            place=self._place(clause),
            participants=participants,
            quantities=tuple(self._found.quantities[n] for n in clause.quantities),
        )

    def _counted_from(self, clause: Clause) -> tuple[Period, str] | None:
        """Period and basis of a clause that a time counts from ("12 days after the lease ran out"), None where unknown."""
        for time in self._found.times:
            period = self._events.get(time.event) if time.event else None
            if period and time.event and clause.start <= time.event[0] <= clause.head < time.event[1]:
                return period, f"the event that {time.text!r} counts from"
        return None

    def _times(self, clause: Clause) -> tuple[tuple[str, Period], ...]:
        """All times inside the clause, and those of the dated events that some of them count from."""
        inside = [(self._grounded[n].text, self._grounded[n].period) for n in clause.times]
        spans = [e for n in clause.times if (e := self._found.times[n].event) and e in self._events]
        return (*inside, *((self._document.text[slice(*span)], self._events[span]) for span in spans))

    def _participants(self, clause: Clause) -> tuple[Participant, ...]:
        """Entities of the clause; a role is the one of the noun phrase that a mention heads, else `other`."""
        found: dict[tuple[str, str], Participant] = {}
        spans = [(r.start, r.end, r.role) for r in clause.roles]
        for mention in [self._found.mentions[n] for n in clause.mentions] + self._inherited(clause):
            entity = self._voices.entity(mention)
            if entity is not None:
                role = _role(mention, spans)
                found.setdefault((entity, role), Participant(entity, role, mention.start, mention.end))
        return tuple(sorted(found.values(), key=lambda p: (p.start, p.end, p.entity, p.role)))

    def _inherited(self, clause: Clause) -> list[Mention]:
        """Mentions of a subject that stands outside the clause ("…, killing three")."""
        outside = [r for r in clause.roles if r.end <= clause.start or r.start >= clause.end]
        return [m for r in outside for m in self._voices.mentions_in(r.start, r.end)]

    def _place(self, clause: Clause) -> str | None:
        """The first place that the clause names as where it happens."""
        for role in clause.roles:
            if role.role == "place" and clause.start <= role.start < clause.end:
                entity = self._voices.entity_at(role.start, role.end)
                if entity is not None and self._voices.type_of(entity) in PLACES:
                    return entity
        return None


def _role(mention: Mention, spans: Sequence[tuple[int, int, str]]) -> str:
    """The role of the noun phrase whose last word the mention holds; a mere modifier is `other`."""
    for start, end, role in spans:
        if start <= mention.start and mention.end == end:
            return role
    for start, end, role in spans:
        if mention.start <= start and end <= mention.end:
            return role
    return "other"


def assemble(story: Dated, annotations: Mapping[str, Annotations], resolution: Resolution) -> tuple[Claim, ...]:
    """All claims of a story, by document and offset."""
    found: list[Claim] = []
    voices = voices_of(story.documents, annotations, resolution)
    for document in story.documents:
        found += Assembler(document, annotations[document.id], story, voices[document.id]).claims()
    return tuple(found)
