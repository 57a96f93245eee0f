"""Entities merged and split: which mentions people hold to be one thing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.corrections.finding_again import entity_again
from sayso.model.annotations import Annotations
from sayso.model.correction import (
    Action,
    Correction,
    Corrections,
    EntityTarget,
    MentionTarget,
    NameTarget,
    Outcome,
)
from sayso.model.document import identify
from sayso.model.enums import MentionKind
from sayso.model.mention import Entity, EntityMention, Link, Mention, Resolution

Span = tuple[str, int, int]
Result = tuple[Resolution, Outcome]


def correct_entities(
    resolution: Resolution, annotations: Iterable[Annotations], corrections: Corrections
) -> tuple[Resolution, tuple[Outcome, ...]]:
    """The resolution with the entities that people decided on, one correction after the other, and what became of each."""
    wanted = corrections.standing(Action.MERGE_ENTITIES, Action.SPLIT_ENTITY)
    if not wanted:
        return resolution, ()
    known = _Mentions(annotations)
    outcomes = []
    for correction in wanted:
        act: Callable[[Resolution, Correction, _Mentions], Result]
        act = _merge if correction.action is Action.MERGE_ENTITIES else _split
        resolution, outcome = act(resolution, correction, known)
        outcomes.append(outcome)
    return resolution, tuple(outcomes)


class _Mentions:
    """The mentions of all documents, and which of them coreference holds together."""

    def __init__(self, annotations: Iterable[Annotations]) -> None:
        self.at: dict[Span, Mention] = {}
        self._chains: dict[tuple[str, int], list[Span]] = {}
        for found in annotations:
            for m in found.mentions:
                span = found.document, m.start, m.end
                self.at[span] = m
                self._chains.setdefault((found.document, m.chain), []).append(span)

    def called(self, span: Span) -> frozenset[str]:
        """All that a mention is called, folded: with its title and with an article, too."""
        m = self.at.get(span)
        if m is None or m.kind is MentionKind.PRONOUN:
            return frozenset()
        titled = {f"{m.title} {m.text}", f"{m.title.split()[-1]} {m.text}"} if m.title else set()
        return frozenset(t.casefold() for t in {m.text, f"the {m.text}", *titled})

    def with_what_refers_back(self, taken: Collection[Span]) -> set[Span]:
        """The mentions with the descriptions and pronouns of those chains whose names are all among them."""
        found = set(taken)
        for span in taken:
            if span in self.at:
                chain = self._chains[span[0], self.at[span].chain]
                names = {s for s in chain if self.at[s].kind is MentionKind.NAME}
                if names and names <= found:
                    found |= set(chain)
        return found


def _merge(resolution: Resolution, correction: Correction, known: _Mentions) -> Result:
    """Makes one entity of several: it is called as the correction says, else as the first of them."""
    del known
    targets = [t for t in correction.targets if isinstance(t, EntityTarget)]
    found = [(t, entity_again(t, resolution)) for t in targets]
    gone = [t.name for t, e in found if e is None]
    if gone:
        note = f"nothing in these reports is called “{gone[0]}” any more"
        return resolution, Outcome(id=correction.id, applied=False, note=note)
    one = list({e.id: e for _, e in found if e is not None}.values())
    name = correction.value or (one[0].name if one else "")
    if len(one) < 2 and (not one or one[0].name == name):
        return resolution, Outcome(id=correction.id, applied=True, note="they are one without it")
    key = one[0].id if name == one[0].name else identify("e", name, one[0].type.value)
    merged = Entity(
        id=key,
        type=one[0].type,
        name=name,
        aliases=tuple(sorted({name, *(a for e in one for a in e.aliases)})),
        mentions=_ordered(m for e in one for m in e.mentions),
    )
    shown = _ordered(m for e in one for m in [n for n in e.mentions if n.kind is MentionKind.NAME][:3] or e.mentions[:1])
    link = Link(key, shown, f"{correction.by} said so on {correction.at[:10]}: {correction.why}")
    gone_ids = {e.id: key for e in one}
    rest = [e for e in resolution.entities if e.id not in gone_ids]
    return _rebuilt([*rest, merged], _moved(resolution.links, gone_ids), link), Outcome(id=correction.id, applied=True)


def _split(resolution: Resolution, correction: Correction, known: _Mentions) -> Result:
    """Takes mentions, and all that bear some names, out of an entity into one of their own."""
    target = next((t for t in correction.targets if isinstance(t, EntityTarget)), None)
    entity = entity_again(target, resolution) if target else None
    if target is None or entity is None:
        name = target.name if target else ""
        note = f"nothing in these reports is called “{name}” any more"
        return resolution, Outcome(id=correction.id, applied=False, note=note)
    wanted = _wanted(correction, known)
    own = {(m.document, m.start, m.end) for m in entity.mentions}
    if not wanted:
        return resolution, Outcome(
            id=correction.id, applied=False, note="the names and mentions are gone from these reports"
        )
    taken = known.with_what_refers_back(wanted & own) & own
    if not taken or taken == own:
        return resolution, Outcome(id=correction.id, applied=True, note="they stand apart without it")
    out, stay = _parted(entity, taken, known)
    others = [e for e in resolution.entities if e.id != entity.id]
    out = _with_own_id(out, {e.id for e in (*others, stay)})
    link = Link(
        out.id, out.mentions[:3], f"{correction.by} parted it from {entity.name} on {correction.at[:10]}: {correction.why}"
    )
    links = [ln for old in resolution.links for ln in _parted_link(old, entity.id, (stay, out))]
    return _rebuilt([*others, stay, out], links, link), Outcome(id=correction.id, applied=True)


def _wanted(correction: Correction, known: _Mentions) -> set[Span]:
    """All mentions of the documents that bear one of the names, and those that are named by themselves."""
    names = {t.name.casefold() for t in correction.targets if isinstance(t, NameTarget)}
    spans = {(t.document, t.start, t.end) for t in correction.targets if isinstance(t, MentionTarget)}
    return {s for s in spans if s in known.at} | {s for s in known.at if names & known.called(s)}


def _parted(entity: Entity, taken: set[Span], known: _Mentions) -> tuple[Entity, Entity]:
    """(what was taken out, what stays); what keeps its name keeps its id."""
    parts = []
    for inside in (True, False):
        mentions = tuple(m for m in entity.mentions if ((m.document, m.start, m.end) in taken) is inside)
        heard = frozenset(c for m in mentions for c in known.called((m.document, m.start, m.end)))
        aliases = tuple(a for a in entity.aliases if a.casefold() in heard) or _words(mentions, known) or (entity.name,)
        name = entity.name if entity.name in aliases else max(aliases, key=lambda a: (len(a.split()), len(a), a))
        key = entity.id if name == entity.name and not inside else identify("e", name, entity.type.value)
        parts.append(replace(entity, id=key, name=name, aliases=aliases, mentions=mentions))
    return parts[0], parts[1]


def _words(mentions: Sequence[EntityMention], known: _Mentions) -> tuple[str, ...]:
    found = (known.at.get((m.document, m.start, m.end)) for m in mentions)
    return tuple(sorted({m.text for m in found if m is not None and m.kind is not MentionKind.PRONOUN}))


def _with_own_id(entity: Entity, others: Collection[str]) -> Entity:
    if entity.id not in others:
        return entity
    first = entity.mentions[0]
    return replace(entity, id=identify("e", entity.name, entity.type.value, first.document, first.start, first.end))


def _parted_link(link: Link, entity: str, parts: tuple[Entity, Entity]) -> list[Link]:
    """A link of the old entity with those of its mentions that each part has."""
    if link.entity != entity:
        return [link]
    found = []
    for part in parts:
        mentions = tuple(m for m in link.mentions if m in part.mentions)
        if mentions:
            found.append(Link(part.id, mentions, link.why))
    return found


def _moved(links: Iterable[Link], moved: Mapping[str, str]) -> list[Link]:
    return [Link(moved.get(ln.entity, ln.entity), ln.mentions, ln.why) for ln in links]


def _ordered(mentions: Iterable[EntityMention]) -> tuple[EntityMention, ...]:
    return tuple(sorted(set(mentions), key=lambda m: (m.document, m.start, -m.end)))


def _rebuilt(entities: Iterable[Entity], links: Iterable[Link], added: Link) -> Resolution:
    """A resolution in the order that all have: entities by mentions, links by entity."""
    ordered = tuple(sorted(entities, key=lambda e: (-len(e.mentions), e.name, e.id)))
    of = {(m.document, m.start, m.end): e.id for e in ordered for m in e.mentions}
    return Resolution(ordered, tuple(sorted([*links, added], key=lambda ln: (ln.entity, ln.why))), of)
