"""Claims by hand: what an outlet says in one clause."""

import pytest

from sayso.model.claim import Claim, Participant, ResolvedVoice, claim_id
from sayso.model.clause import Clause
from sayso.model.enums import Modality, QuantityKind
from sayso.model.quantity import Quantity

SMALL = {"the", "a", "on", "in", "at", "of", "were", "was", "by", "had", "that", "and"}


def _takes_part(text, start, entity, role, words=""):
    at = start + text.index(words)
    return Participant(entity, role, at, at + len(words))


def said(text, document="a", start=0, /, **given):
    """A claim that stands at `start` of a document; entities are (name, role) or (name, role, the words that name it).

    `number` is a counted value, its noun and verb.

    `sentence` is the start of the sentence around the claim and `head` the verb's offset, both in the document.
    """
    number = given.pop("number", None)
    quantities = ()
    if number is not None:
        value, noun, *verb = number
        quantities = (
            Quantity(
                start=0,
                end=1,
                text="",
                kind=QuantityKind.COUNT,
                low=value,
                high=value,
                value=value,
                of=noun,
                governor=verb[0] if verb else None,
            ),
        )
    end = start + len(text)
    clause = Clause(
        start=start, end=end, text=text, sentence_start=given.pop("sentence", start), sentence_end=end,
        head=given.pop("head", start),
        predicate=given.pop("predicate", "sink"),
        words=tuple(w for w in text.lower().split() if w not in SMALL),
        modality=given.pop("modality", Modality.ASSERTED), negated=given.pop("negated", False),
        speech=given.pop("speech", False), nominal=given.pop("nominal", False),
        tense=given.pop("tense", None), modified=given.pop("modified", False), roles=given.pop("roles", ()),
    )  # fmt: skip
    return Claim(
        id=claim_id(document, start, end), document=document, publisher=f"Outlet {document}", clause=clause,
        participants=tuple(_takes_part(text, start, *told) for told in given.pop("entities", ())),
        voices=tuple(ResolvedVoice(v, 0, 1) for v in given.pop("voices", ())),
        quantities=quantities, **given,
    )  # fmt: skip


STORY = (
    said("The ferry sank off the cape on Monday", "a", 0, entities=[("e1", "agent")]),
    said("12 passengers drowned", "a", 100, number=(12.0, "passenger"), predicate="drown"),
    said("the captain had been asleep", "a", 200, negated=True, voices=["the owner"], predicate="be"),
    said("A ferry went down near the cape", "b", 0, entities=[("e1", "agent")], predicate="go_down"),
    said("Twelve people on board drowned", "b", 100, number=(12.0, "people"), predicate="drown"),
    said("The town will build a new harbour", "b", 200, modality=Modality.PREDICTED, predicate="build"),
    said("The ferry sank on Monday", "c", 0, entities=[("e1", "agent")]),
    said("14 passengers drowned when the ferry sank", "c", 100, number=(14.0, "passenger"), predicate="drown"),
    said("when the ferry sank", "c", 122),
    said("the mayor visited the hospital", "c", 200, entities=[("e2", "agent"), ("e3", "place")], predicate="visit"),
)


@pytest.fixture(scope="session")
def story():
    return STORY


@pytest.fixture(scope="session")
def claim_of():
    return said
