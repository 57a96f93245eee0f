"""Small stories without a parse: claims, mentions and documents made by hand."""

import datetime as dt

import pytest

from sayso.corrections.lines import identified
from sayso.model.alignment import Alignment
from sayso.model.annotations import Annotations
from sayso.model.claim import Claim, claim_id
from sayso.model.clause import Clause
from sayso.model.correction import (
    Action,
    ClaimTarget,
    Correction,
    Corrections,
    EntityTarget,
    FindingTarget,
    LineTarget,
    MentionTarget,
)
from sayso.model.document import Document, Publication
from sayso.model.enums import Basis, EntityType, MentionKind, Modality
from sayso.model.mention import Entity, EntityMention, Mention, Resolution
from sayso.model.story import ReadStory

WORDS = [f"The harbour of Nymo closed pier number {n}." for n in range(12)]


class Maker:
    """Makes claims, corrections and stories of twelve sentences, three documents in turn."""

    def claim(self, n, shift=0, text=None):
        text = text or WORDS[n]
        start = 100 * n + shift
        clause = Clause(
            start=start, end=start + len(text), text=text, sentence_start=start, sentence_end=start + len(text), head=start,
            predicate="close", words=("close",), modality=Modality.ASSERTED, negated=False,
        )  # fmt: skip
        document = f"d{n % 3}"
        return Claim(
            id=claim_id(document, clause.start, clause.end), document=document, publisher=f"Outlet {n % 3}", clause=clause
        )

    def claim_target(self, n):
        claim = self.claim(n)
        return ClaimTarget(document=claim.document, start=claim.start, end=claim.end, text=claim.text)

    def finding(self, *numbers):
        return FindingTarget(id=f"f{numbers}", words=WORDS[numbers[0]], claims=tuple(map(self.claim_target, numbers)))

    def line(self, action, *targets, value=None, at="2031-03-09T10:00:00Z", why="seen on site"):
        return identified(
            Correction(id="", at=at, by="A. Reader", why=why, action=Action(action), targets=targets, value=value)
        )

    def undo(self, *lines, at="2031-03-10T10:00:00Z"):
        return self.line("undo", *(LineTarget(id=x.id) for x in lines), at=at)

    def all(self, *lines):
        return Corrections(lines=lines)

    def story(self, **changes):
        made = {"documents": (), "annotations": {}, "reuse": (), "resolution": Resolution((), (), {}),
                "claims": tuple(self.claim(n) for n in range(12))} | changes  # fmt: skip
        return ReadStory(**made)

    def alignment(self, *groups):
        """Groups by numbers of claims; what is not named stands alone."""
        rest = set(range(12)) - {n for g in groups for n in g}
        named = [tuple(self.claim(n).id for n in g) for g in (*groups, *((n,) for n in sorted(rest)))]
        return Alignment(tuple(named), ())

    def numbers(self, alignment):
        """The groups with more than one claim, by their numbers."""
        of = {self.claim(n).id: n for n in range(12)}
        return sorted(sorted(of[c] for c in g) for g in alignment.groups if len(g) > 1)

    def document(self, n, publisher=None):
        return Document(
            id=f"d{n}", sha256=f"{n}" * 64, text="x", blocks=(), publisher=publisher or f"Outlet {n}",
            published=Publication(dt.date(2031, 3, 5 + n), dt.date(2031, 3, 5 + n), basis=Basis.STATED),
        )  # fmt: skip

    def people(self):
        """(resolution, annotations): Ann Poe in both documents with a pronoun, Poe and Bea Poe in one each."""
        rows = [("d0", 0, "Ann Poe", 0, "n"), ("d0", 20, "she", 0, "p"), ("d0", 30, "Poe", 1, "n"),
                ("d0", 40, "she", 1, "p"), ("d1", 0, "Ann Poe", 0, "n"), ("d1", 20, "Bea Poe", 1, "n")]  # fmt: skip
        kinds = {"n": MentionKind.NAME, "p": MentionKind.PRONOUN}
        found = {"d0": [], "d1": []}
        for document, start, text, chain, kind in rows:
            found[document].append(
                Mention(start=start, end=start + len(text), text=text, kind=kinds[kind], type=EntityType.PERSON, chain=chain)
            )
        notes = [
            Annotations(document=d, sentences=(), mentions=tuple(m), times=(), quantities=(), attributions=(), clauses=())
            for d, m in found.items()
        ]
        spans = [EntityMention(d, s, s + len(t), kinds[k]) for d, s, t, _, k in rows]
        ann = Entity(
            id="eann", type=EntityType.PERSON, name="Ann Poe", aliases=("Ann Poe", "Poe"), mentions=tuple(spans[:5])
        )
        bea = Entity(id="ebea", type=EntityType.PERSON, name="Bea Poe", aliases=("Bea Poe",), mentions=tuple(spans[5:]))
        of = {(m.document, m.start, m.end): e.id for e in (ann, bea) for m in e.mentions}
        return Resolution((ann, bea), (), of), notes

    def entity_target(self, entity):
        mentions = tuple(
            MentionTarget(document=m.document, start=m.start, end=m.end, text="")
            for m in entity.mentions
            if m.kind.value == "name"
        )
        return EntityTarget(id=entity.id, name=entity.name, aliases=entity.aliases, mentions=mentions)


@pytest.fixture(scope="session")
def make():
    return Maker()
