"""Entities and links, written out of the clusters."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from babel import Locale
from msgspec.structs import replace

from sayso.model.document import Document, identify
from sayso.model.enums import CountryForm, EntityType, MentionKind
from sayso.model.mention import Entity, EntityMention, Link, Mention, Resolution
from sayso.resolve.bodies import squashed
from sayso.resolve.clusters import Clusters
from sayso.resolve.units import listed, words_of

_SMALL_FIRST = listed("the this that these those both his her its their police")
# Titles that belong to what somebody is called; "Minister" does not.
_CALLED_BY = listed("mr mrs ms miss dr pope king queen prince princess sir lord lady emperor cardinal sheikh ayatollah")
_FORM_WHY = {CountryForm.ADJECTIVE: "adjective of the country", CountryForm.SEAT: "capital used for government"}
_SHORT = 4  # letters up to which an upper-case name of a country is an abbreviation
_USUAL = 4  # times as often as the fullest name that a body's usual name is used
Placed = tuple[str, Mention]


def is_entity(clusters: Clusters, root: int, speakers: frozenset[tuple[str, int, int]]) -> bool:
    """True for what is named, described twice (pronouns counted), or described and cited as a source."""
    units = [clusters.units[k] for k in clusters.members(root)]
    mentions = [(u.document, m) for u in units for m in u.mentions]
    if any(m.kind is MentionKind.NAME for _, m in mentions):
        return True
    described = [(d, m) for d, m in mentions if m.kind is MentionKind.DESCRIPTION]
    return bool(described) and (len(mentions) > 1 or any((d, m.start, m.end) in speakers for d, m in described))


def _uncapped(description: str) -> str:
    """A description as it would stand in mid-sentence."""
    first, _, rest = description.partition(" ")
    return f"{first.lower()} {rest}".rstrip() if first.lower() in _SMALL_FIRST else description


def _with_article(text: str, start: int, end: int) -> str:
    """The name with its article where a capital in mid-sentence shows that the article belongs to it."""
    before = text[max(0, start - 6) : start]
    inner = before.endswith("The ") and before[:-4].endswith(" ") and before[:-4].rstrip()[-1:].isalnum()
    return ("The " if inner else "") + text[start:end]


@cache
def _country_name(code: str) -> str | None:
    """The English name of a country, as CLDR has it."""
    name = Locale("en").territories.get(code)
    return str(name) if name else None


def _called(placed: Sequence[Placed], texts: dict[str, str]) -> Counter[str]:
    """All names by which the texts call a thing; the country's adjective and capital are none of its names."""
    names = [(d, m) for d, m in placed if m.kind is MentionKind.NAME and m.form in {None, CountryForm.NAME}]
    if not names:
        names = [(d, m) for d, m in placed if m.kind is MentionKind.NAME]
    if not names:
        return Counter(_uncapped(m.text) for _, m in placed if m.kind is MentionKind.DESCRIPTION)
    return Counter(_with_article(texts[d], m.start, m.end) for d, m in names)


def _usual(called: Counter[str], fullest: str, kind: EntityType) -> str:
    """The name that a body mostly goes by, where that is no acronym, no address and no single word of the fullest."""
    usual = max(called, key=lambda n: (called[n], n))
    if kind in {EntityType.PERSON, EntityType.GPE} or called[usual] < _USUAL * called[fullest]:
        return fullest
    short, full = words_of(usual), words_of(fullest)
    own = len(short) > 1 if set(short) <= set(full) else not usual.replace(".", "").isupper() and "." not in usual
    return usual if own else fullest


def _best_name(called: Counter[str], placed: Sequence[Placed]) -> str:
    """The fullest name: most words, then most letters besides dots, then most used, then the one with accents."""
    countries = {m.country for _, m in placed if m.country}
    if countries:
        own = {m.text for _, m in placed if m.form is CountryForm.NAME and len(m.text.replace(".", "")) > _SHORT}
        found = _country_name(min(countries))
        if found and (found in own or not own - {"America"}):
            return found

    def rank(name: str) -> tuple[int, int, int, str]:
        plain = not name.isupper() or len(called) == 1
        return (len(words_of(name)) if plain else 0, called[name], len(name), name)

    return max(called, key=rank)


def _titled(placed: Sequence[Placed], texts: dict[str, str]) -> set[str]:
    """Names with the courtesy or rank that is part of them: "Mr Reyes", "Queen Maud"."""
    found = set()
    for d, m in placed:
        title = m.title.split()[-1] if m.title and m.kind is MentionKind.NAME else ""
        if title.lower().rstrip(".") in _CALLED_BY and texts[d][: m.start].endswith(f"{title} "):
            found.add(f"{title[:1].upper()}{title[1:]} {m.text}")
    return found


def _seen(placed: Sequence[Placed]) -> tuple[EntityMention, ...]:
    return tuple(EntityMention(d, m.start, m.end, m.kind) for d, m in placed)


def _outlets(documents: Sequence[Document]) -> frozenset[str]:
    """What the publishers of the story are called, written together: "example.org" gives "example"."""
    labels = (label for d in documents for label in d.publisher.lower().removeprefix("www.").split("."))
    return frozenset(squashed(words_of(label)) for label in labels if len(label) > 3)


def _entity(clusters: Clusters, root: int, texts: dict[str, str], outlets: frozenset[str]) -> Entity:
    units = [clusters.units[k] for k in clusters.members(root)]
    placed = sorted(((u.document, m) for u in units for m in u.mentions), key=lambda p: (p[0], p[1].start, -p[1].end))
    called = _called(placed, texts)
    kind = clusters.type(root)
    name = _usual(called, _best_name(called, placed), kind) if called else _best_name(called, placed)
    if any(u.country for u in units):
        kind = EntityType.GPE
    elif kind is not EntityType.GPE and squashed(words_of(name)) in outlets:
        kind = EntityType.ORG
    key = identify("e", name, kind.value)
    return Entity(
        id=key, type=kind, name=name, aliases=tuple(sorted({*called, name, *_titled(placed, texts)})), mentions=_seen(placed)
    )


def _distinct(found: dict[int, Entity]) -> dict[int, Entity]:
    """Entities with ids of their own: the id tells the first mention where two are called alike and were kept apart."""
    shared = Counter(e.id for e in found.values())
    return {
        root: e
        if shared[e.id] == 1
        else replace(
            e, id=identify("e", e.name, e.type.value, e.mentions[0].document, e.mentions[0].start, e.mentions[0].end)
        )
        for root, e in found.items()
    }


def _links(clusters: Clusters, ids: dict[int, str]) -> list[Link]:
    """One link for each reason: joins across units, and what coreference joined within documents."""
    told: dict[tuple[str, str], list[Placed]] = {}
    for join in clusters.joins:
        entity = ids.get(clusters.root(join.a))
        if entity:
            units = [clusters.units[k] for k in (join.a, join.b)]
            told.setdefault((entity, join.why), []).extend(
                (u.document, m) for u in units for m in u.mentions if _evidence(m)
            )
    for root, entity in ids.items():
        for k in clusters.members(root):
            unit = clusters.units[k]
            if unit.named:
                for m in unit.mentions:
                    if m.kind is MentionKind.DESCRIPTION:
                        told.setdefault((entity, f"'{m.text}' refers back within its document"), []).append(
                            (unit.document, m)
                        )
    told.update(_by_form(clusters, ids))
    links = []
    for (entity, why), placed in told.items():
        unique = {(d, m.start, m.end): (d, m) for d, m in placed}
        links.append(Link(entity, _seen([unique[k] for k in sorted(unique)]), why))
    return sorted(links, key=lambda link: (link.entity, link.why))


def _by_form(clusters: Clusters, ids: dict[int, str]) -> dict[tuple[str, str], list[Placed]]:
    """The mentions of a country that are not its name, with what makes them mean the country."""
    told: dict[tuple[str, str], list[Placed]] = {}
    for root, entity in ids.items():
        for unit in (clusters.units[k] for k in clusters.members(root)):
            for m in unit.mentions:
                if m.form in _FORM_WHY:
                    told.setdefault((entity, f"'{m.text}': {_FORM_WHY[m.form]}"), []).append((unit.document, m))
    return told


def _evidence(mention: Mention) -> bool:
    return mention.kind is not MentionKind.PRONOUN


def write_out(clusters: Clusters, documents: Sequence[Document], speakers: frozenset[tuple[str, int, int]]) -> Resolution:
    """The clusters as entities (most mentioned first), links and the map from mentions to entities."""
    texts = {d.id: d.text for d in documents}
    outlets = _outlets(documents)
    roots = [r for r in clusters.roots() if is_entity(clusters, r, speakers)]
    found = _distinct({r: _entity(clusters, r, texts, outlets) for r in roots})
    ids = {root: entity.id for root, entity in found.items()}
    entities = sorted(found.values(), key=lambda e: (-len(e.mentions), e.name, e.id))
    of = {(m.document, m.start, m.end): e.id for e in entities for m in e.mentions}
    return Resolution(tuple(entities), tuple(_links(clusters, ids)), of)
