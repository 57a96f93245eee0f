"""Positions: who stands where, read from hand-built claims of invented news."""

import datetime as dt
import json
from pathlib import Path

import pytest

from sayso.dossier.positions import positions
from sayso.dossier.stances import stances
from sayso.model.claim import Claim, Participant, ResolvedVoice
from sayso.model.clause import Clause, Role
from sayso.model.document import Document
from sayso.model.enums import EntityType, Modality, Stance
from sayso.model.mention import Entity, Resolution
from sayso.model.time import Period

NAMES = {"olt": "Ines Olt", "arda": "Arda", "vesk": "Vesk", "rail": "Northern Rail"}
ENTITIES = tuple(Entity(id=i, type=EntityType.OTHER, name=n, aliases=(), mentions=()) for i, n in NAMES.items())
CASES = [json.loads(line) for line in (Path(__file__).parent / "positions.jsonl").read_text("utf8").splitlines()]
RESOLUTION = Resolution(ENTITIES, (), {})


def claim(text: str, head: str, predicate: str, /, **given: object) -> Claim:
    """A claim about `text`; roles are words with the role's name, entities are known by their names."""
    roles, participants = [], []
    for words, role in given.pop("roles", ()):
        start = text.index(words)
        roles.append(Role(start, start + len(words), role, words.split()[-1].lower().removesuffix("s")))
        for entity, name in NAMES.items():
            if name in words:
                participants.append(
                    Participant(entity, role, start + words.index(name), start + words.index(name) + len(name))
                )
    clause = Clause(
        start=0, end=len(text), text=text, sentence_start=0, sentence_end=len(text), head=text.index(head),
        predicate=predicate,
        words=tuple(text.lower().split()), modality=given.pop("modality", Modality.ASSERTED), negated=False,
        roles=tuple(roles),
    )  # fmt: skip
    key = f"c-{text[:20]}-{given.get('document', 'd')}"
    return Claim(
        id=key, document=given.pop("document", "d"), publisher="P", clause=clause, participants=tuple(participants), **given
    )


def read(*claims: Claim) -> list[tuple[str, Stance, str | None]]:
    return [(p.actor, p.stance, p.target) for p in positions(claims, RESOLUTION)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_stances_of_clauses(case: dict) -> None:
    modality = Modality(case["modality"])
    found = read(claim(case["text"], case["head"], case["predicate"], roles=case["roles"], modality=modality))
    assert [[actor, stance.value, target] for actor, stance, target in found] == case["expected"]


def test_conjoined_actors_each_take_the_stance() -> None:
    roles = [("Arda", "agent"), ("Vesk", "agent"), ("the seizure", "patient")]
    found = read(claim("Arda and Vesk condemned the seizure", "condemned", "condemn", roles=roles))
    assert found == [("Arda", Stance.CONDEMNS, "the seizure"), ("Vesk", Stance.CONDEMNS, "the seizure")]


def test_the_word_of_saying_shows_a_stance_towards_what_is_said() -> None:
    voice = ResolvedVoice("the minister", 50, 62, entity="olt", cue="denied")
    said = claim("the levy had been raised in secret", "raised", "raise", voices=(voice,))
    assert read(said) == [("Ines Olt", Stance.DENIES, "the levy had been raised in secret")]


def test_a_first_person_speaks_for_the_voice() -> None:
    voice = ResolvedVoice("Olt", 50, 53, entity="olt", cue="said")
    said = claim("I am against another tunnel", "am", "against", roles=[("I", "agent")], voices=(voice,))
    assert read(said) == [("Ines Olt", Stance.OPPOSES, "another tunnel")]


def test_one_position_gathers_the_claims_of_all_documents() -> None:
    roles = [("Arda", "agent"), ("the seizure", "patient")]
    day = Period(start=dt.date(2031, 2, 3), end=dt.date(2031, 2, 3))
    one = claim("Arda condemned the seizure", "condemned", "condemn", roles=roles, document="a")
    two = claim("On Monday Arda condemned the seizure", "condemned", "condemn", roles=roles, document="b",
                period=day, time_text="Monday", time_basis="weekday")  # fmt: skip
    (found,) = positions([two, one], RESOLUTION)
    assert found.claims == (one.id, two.id)
    assert found.time is not None
    assert found.time.start == "2031-02-03"


def test_an_actor_outside_its_clause_needs_the_document() -> None:
    text = "The residents met at noon and denounced the toll."
    clause = Clause(
        start=30, end=48, text=text[30:48], sentence_start=0, sentence_end=len(text), head=30, predicate="denounce",
        words=(), modality=Modality.ASSERTED, negated=False,
        roles=(Role(0, 13, "agent", "resident"), Role(40, 48, "patient", "toll")),
    )  # fmt: skip
    told = Claim(id="c", document="d", publisher="P", clause=clause)
    document = Document(id="d", sha256="", text=text, blocks=(), publisher="P")
    assert positions([told], RESOLUTION) == ()
    (found,) = positions([told], RESOLUTION, [document])
    assert (found.actor, found.target) == ("The residents", "the toll")


def test_every_stance_has_words_and_no_verb_two_stances() -> None:
    table = stances()
    told = set(table.verbs.values()) | {s for found in table.phrases.values() for _, s in found} | {Stance.SILENT}
    assert told == set(Stance)
    assert len(table.verbs) + sum(map(len, table.phrases.values())) >= 150
    assert table.lemma("criticised") == "criticise"
    assert table.lemma("denies") == "deny"
    assert table.lemma("spurned") == "spurn"
