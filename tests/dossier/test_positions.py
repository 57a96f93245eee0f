"""Positions: who stands where, read from hand-built claims of invented news."""

import datetime as dt
import json
from pathlib import Path

import pytest
from msgspec import structs

from sayso.dossier.positions import positions
from sayso.dossier.stance_times import TOLD
from sayso.dossier.stances import stances
from sayso.model.claim import Claim, Participant, ResolvedVoice
from sayso.model.clause import Clause, Role
from sayso.model.document import Document, Publication
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
        words=tuple(text.lower().split()), modality=given.pop("modality", Modality.ASSERTED),
        negated=given.pop("negated", False), roles=tuple(roles), tense=given.pop("tense", None),
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
    said = claim("the levy had been raised in secret", "raised", "raise", voices=(voice,), tense="past")
    assert read(said) == [("Ines Olt", Stance.DENIES, "the levy had been raised in secret")]


def test_to_challenge_what_is_said_is_to_deny_it() -> None:
    voice = ResolvedVoice("the minister", 50, 62, entity="olt", cue="challenged")
    said = claim("the levy had been raised in secret", "raised", "raise", voices=(voice,), tense="past")
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


def told_by(
    publisher: str, text: str, head: str, predicate: str, published: int, /, **given: object
) -> tuple[Claim, Document]:
    day = dt.date(2031, 2, published)
    when = Publication(start=day, end=day)
    document = Document(id=publisher, sha256="", text=text, blocks=(), publisher=publisher, published=when)
    return claim(text, head, predicate, document=publisher, **given), document


def test_like_targets_of_several_outlets_are_one_position() -> None:
    roles = [("Vesk", "agent")]
    one, a = told_by("a", "Vesk offered to pay for the broken bridge", "offered", "offer", 3, roles=roles)
    two, b = told_by("b", "Vesk offered to pay for repairs of the broken bridge", "offered", "offer", 5, roles=roles)
    other, c = told_by("c", "Vesk offered to mediate", "offered", "offer", 5, roles=roles)
    found = positions([one, two, other], RESOLUTION, [a, b, c])
    assert [p.claims for p in found] == [(one.id, two.id), (other.id,)]


def test_without_a_time_a_stance_was_taken_by_the_day_of_publication() -> None:
    roles = [("Arda", "agent"), ("the seizure", "patient")]
    told, document = told_by("a", "Arda condemned the seizure", "condemned", "condemn", 3, roles=roles)
    (found,) = positions([told], RESOLUTION, [document])
    assert found.time is not None
    assert (found.time.start, found.time.end, found.time.basis) == (None, "2031-02-03", TOLD)


def test_a_deadline_is_not_the_time_of_its_demand() -> None:
    later = Period(start=None, end=dt.date(2031, 2, 20))
    told, document = told_by("a", "Vesk promised to pay by 20 February", "promised", "promise", 3,
                             roles=[("Vesk", "agent")], period=later, time_text="20 February")  # fmt: skip
    (found,) = positions([told], RESOLUTION, [document])
    assert found.time is not None
    assert found.time.end == "2031-02-03"


def test_the_one_recent_time_of_a_sentence_is_that_of_its_stances() -> None:
    day = Period(start=dt.date(2031, 2, 1), end=dt.date(2031, 2, 1))
    roles = [("Arda", "agent"), ("the seizure", "patient")]
    told, document = told_by("a", "Arda condemned the seizure", "condemned", "condemn", 3, roles=roles)
    beside, _ = told_by("a", "Arda spoke on Saturday", "spoke", "speak", 3, roles=roles[:1], times=(("Saturday", day),))
    (found,) = positions([told, beside], RESOLUTION, [document])
    assert found.time is not None
    assert (found.time.start, found.time.text) == ("2031-02-01", "Saturday")


def test_a_pronoun_is_nobody_whom_its_own_clause_names() -> None:
    text = "Ines Olt, to whom he gave an ultimatum to resign"
    told = claim(text, "gave", "give", roles=[("Ines Olt", "other")])
    he = text.index("he gave")
    agent = Participant("olt", "agent", he, he + 2)
    assert positions([structs.replace(told, participants=(*told.participants, agent))], RESOLUTION) == ()


@pytest.mark.parametrize(
    ("text", "agent", "stance"),
    [
        ("residents should boil their water", "residents", [Stance.URGES]),
        ("the valve should be replaced", "the valve", [Stance.URGES]),
        ("the valve should hold", "the valve", []),
        ("it should be able to hold", "it", []),
        ("we should wait and see", "we", []),
    ],
)
def test_should_urges_only_where_somebody_is_to_act(text: str, agent: str, stance: list[Stance]) -> None:
    voice = ResolvedVoice("the minister", 50, 62, entity="olt", cue="said")
    said = claim(text, "should", "act", roles=[(agent, "agent")], voices=(voice,), modality=Modality.DIRECTIVE)
    said = structs.replace(said, clause=structs.replace(said.clause, head=len(text) - 1))
    assert [s for _, s, _ in read(said)] == stance
