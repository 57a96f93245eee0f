"""Actors as the page shows them: what each outlet calls them, where they stand, and who else is named."""

import re
from collections import Counter
from dataclasses import dataclass

from sayso.export import anchors, words
from sayso.export.lookup import Lookup
from sayso.export.page_evidence import Chip, chips
from sayso.export.plain import one_line
from sayso.model.dossier_reading import Label, Position
from sayso.model.enums import Stance
from sayso.model.mention import Entity

_BEFORE = re.compile(r"^(?:the|an?|its|his|her|their|whose|this|that) ")
_FIRST = 10  # actors shown open


@dataclass(frozen=True)
class Stand:
    """Where an actor stands towards something."""

    stance: str
    target: str
    when: str | None
    outlets: tuple[Chip, ...]


@dataclass(frozen=True)
class Called:
    """The words by which one outlet calls an actor."""

    outlet: str
    labels: tuple[Chip, ...]


@dataclass(frozen=True)
class Actor:
    """One entity, or a mere name that takes a position."""

    anchor: str | None
    name: str
    mentions: str
    aliases: tuple[str, ...]
    called: tuple[Called, ...]
    stands: tuple[Stand, ...]


@dataclass(frozen=True)
class Actors:
    """The important ones, and the others; `loaded` are each outlet's words that judge."""

    first: tuple[Actor, ...]
    rest: tuple[Actor, ...]
    loaded: tuple[Called, ...] = ()


def actors(look: Lookup) -> Actors:
    """Everybody who is named or takes a position; those with a stand or labels of several outlets first, by mentions."""
    stands: dict[str, list[Position]] = {}
    for position in look.dossier.positions:
        stands.setdefault(position.actor, []).append(position)
    labels = {f.entity: f.labels for f in look.dossier.framing}
    made = [
        _actor(look, e, labels.get(e.id, ()), stands.pop(e.name, []) + stands.pop(e.id, [])) for e in look.dossier.entities
    ]
    made += [
        Actor(None, one_line(look.name(a)), "", (), (), tuple(_stand(look, p) for p in found)) for a, found in stands.items()
    ]
    weight = {a: _weight(look, a) for a in made}
    chosen = sorted((a for a in made if a.stands or a.called), key=lambda a: weight[a])
    first = [a for a in chosen if a.stands or len(a.called) > 1][:_FIRST] or chosen[:_FIRST]
    rest = sorted((a for a in made if a not in set(first)), key=lambda a: weight[a])
    return Actors(tuple(first), tuple(rest), _loaded(look))


def _weight(look: Lookup, actor: Actor) -> tuple[int, str]:
    return -int(actor.mentions.split()[0] or 0) if actor.mentions else 0, actor.name.lower()


def _actor(look: Lookup, entity: Entity, labels: tuple[Label, ...], positions: list[Position]) -> Actor:
    name = one_line(entity.name)
    aliases = dict.fromkeys(one_line(a) for a in entity.aliases)
    called = _called(look, labels) if positions or _differ(labels) else ()
    return Actor(
        anchors.entity(entity.id), name, words.count(len(entity.mentions), "mention"),
        tuple(a for a in aliases if a != name), called, tuple(_stand(look, p) for p in positions),
    )  # fmt: skip


def _differ(labels: tuple[Label, ...]) -> bool:
    """Whether there is anything to compare: one and the same label everywhere says nothing of anybody."""
    return len({_BEFORE.sub("", one_line(x.label).lower()) for x in labels}) > 1


def _called(look: Lookup, labels: tuple[Label, ...]) -> tuple[Called, ...]:
    by: dict[str, dict[str, str]] = {}
    times: Counter[tuple[str, str]] = Counter()
    for label in labels:
        document = look.documents.get(label.document)
        outlet = one_line(document.publisher) if document else label.document
        words_ = one_line(label.label)
        times[outlet, words_.lower()] += label.count
        if words_.lower() not in {w.lower() for w in by.setdefault(outlet, {})}:
            by[outlet][words_] = _place(look, label)
    return tuple(
        Called(o, tuple(Chip(_times(w, times[o, w.lower()]), href) for w, href in by[o].items()))
        for o in sorted(by, key=str.lower)
    )


def _loaded(look: Lookup) -> tuple[Called, ...]:
    """The words that judge, by outlet, with whom each is said of, how often, and how often only in quotation marks."""
    by: dict[str, list[Chip]] = {}
    for word in look.dossier.loaded:
        of = f" of {one_line(look.name(word.entity))}" if word.entity else ""
        quoted = "" if not word.quoted else " in quotation marks" if not word.own else f", {word.quoted} in quotation marks"
        text = f"“{one_line(word.word)}”{of}" + (f" ×{len(word.uses)}" if len(word.uses) > 1 else "") + quoted
        first = word.uses[0]
        place = _place(look, Label(label=word.word, document=first.document, start=first.start, end=first.end))
        by.setdefault(one_line(word.outlet), []).append(Chip(text, place))
    return tuple(Called(outlet, tuple(chips_)) for outlet, chips_ in by.items())


def _times(label: str, number: int) -> str:
    return f"“{label}”" + (f" ×{number}" if number > 1 else "")


def _place(look: Lookup, label: Label) -> str:
    """The claim that holds the label, the shortest of several; else its document."""
    over = [c for c in look.dossier.claims if c.document == label.document and c.start <= label.start and label.end <= c.end]
    if over:
        return f"#{anchors.claim(min(over, key=lambda c: (c.end - c.start, c.id)).id)}"
    return f"#{anchors.document(label.document)}"


def _stand(look: Lookup, position: Position) -> Stand:
    target = one_line(look.name(position.target)) if position.target else ""
    when = words.days(position.time.start, position.time.end) if position.time else None
    stance = "says nothing" if position.stance is Stance.SILENT else position.stance.value
    return Stand(stance, target, when, chips(look, position.claims))
