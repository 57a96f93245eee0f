"""What the words beside a name tell of its kind: "the ferry X", "X, a newspaper in …", "a town called X", "X plc"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.document import Document
from sayso.model.enums import EntityType, MentionKind
from sayso.resolve.units import Unit

_SHIPS = "|".join(
    words.replace("_", " ")
    for words in """ship vessel tanker ferry freighter trawler yacht frigate destroyer submarine warship barge steamer
    catamaran lifeboat schooner bulk_carrier aircraft_carrier cruise_liner patrol_boat fishing_boat cargo_boat""".split()
)
_FIRMS = "|".join(
    """company subsidiary airline bank insurer retailer newspaper daily weekly magazine broadcaster tabloid newswire agency
    website portal broadsheet manufacturer charity militia""".split()
)
_TOWNS = "town|village|city|hamlet|suburb|township|municipality|seaport|resort"
_DEGREES = r"(?:(?!(?:of|for|at|from|in|with|and|or|to|by|on|who|that)\b)[\w’'-]+ ){0,3}?"
_OWN = r"(?:the|a|an|\w+['’]s)"
_GOES_ON = r"(?=[,.;)]| (?:in|of|that|which|based|owned|run|for|near|with|on|to)\b)"
_BEFORE = (
    (EntityType.PRODUCT, re.compile(rf"\b(?:{_SHIPS})(?:,? the)? ['\"“‘]?$")),
    (EntityType.ORG, re.compile(rf"\b{_OWN} {_DEGREES}(?:{_FIRMS})(?: called| named| the)? ['\"“‘]?$", re.I)),
    (EntityType.ORG, re.compile(r"\b(?:a (?:unit|subsidiary) of|shares (?:in|of))(?: the)?(?: \w+-(?:listed|based))? $")),
    (EntityType.GPE, re.compile(rf"\b(?:{_TOWNS}) (?:called|named) ['\"“‘]?$")),
)  # fmt: skip
_AFTER = (
    (EntityType.PRODUCT, re.compile(rf"['\"”’]?, {_OWN} {_DEGREES}(?:{_SHIPS})\b{_GOES_ON}")),
    (EntityType.ORG, re.compile(rf"['\"”’]?, {_OWN} {_DEGREES}(?:{_FIRMS})\b{_GOES_ON}")),
    (EntityType.ORG, re.compile(r",? which (?!is where|has been where)|['’]s (?:shares|shareholders|subsidiar\w+)\b")),
    (EntityType.GPE, re.compile(rf"['\"”’]?, (?:a|an|the) {_DEGREES}(?:{_TOWNS})\b{_GOES_ON}")),
)  # fmt: skip
_FORM = re.compile(r"\b(?:inc|ltd|corp|plc|llc|gmbh|n\.?v|s\.a|s\.p\.a|asa|oyj|bhd|pty)\.?$", re.I)
_REACH = 60  # characters beside a name that are read
_WEIGHT = 8.0  # a plain word for what a thing is outweighs what a model made of a few of its names
_FROM_PERSON = frozenset({EntityType.PERSON, EntityType.GROUP})


def _beside(text: str, start: int, end: int) -> list[EntityType]:
    """The kinds that the words around text[start:end] tell."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    found = [kind for kind, pattern in _BEFORE if pattern.search(before)]
    return found + [kind for kind, pattern in _AFTER if pattern.match(after)]


def told_kind(unit: Unit, text: str) -> EntityType | None:
    """The kind that the words beside the unit's names tell most often, None where they tell none."""
    votes: dict[EntityType, int] = {}
    for m in unit.mentions:
        if m.kind is not MentionKind.NAME or m.title is not None:
            continue
        told = _beside(text, m.start, m.end)
        if _FORM.search(m.text):
            told.append(EntityType.ORG)
        for kind in told:
            votes[kind] = votes.get(kind, 0) + 1
    order = list(EntityType)
    return max(votes, key=lambda k: (votes[k], -order.index(k)), default=None)


def with_kinds(found: Sequence[Unit], documents: Sequence[Document]) -> list[Unit]:
    """The units, those told to be a ship, a firm or a town with that kind; countries and people with gender keep theirs."""
    texts = {d.id: d.text for d in documents}
    return [_with_kind(u, texts[u.document]) for u in found]


def _with_kind(unit: Unit, text: str) -> Unit:
    if not unit.named or unit.country is not None or unit.gender in {"m", "f"}:
        return unit
    kind = told_kind(unit, text)
    if kind is None or (kind is EntityType.ORG and unit.type not in _FROM_PERSON):
        return unit
    types = dict(unit.types)
    ship = kind is EntityType.PRODUCT
    types[kind] = types.get(kind, 0.0) + _WEIGHT
    return replace(unit, ship=ship, types=tuple(sorted(types.items(), key=lambda p: p[0].value)))
