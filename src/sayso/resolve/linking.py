"""The rules that join units across documents, strongest first; each join states its reason."""

from collections import defaultdict
from collections.abc import Iterable

from sayso.model.enums import PLACES, EntityType, MentionKind
from sayso.resolve import bodies, people
from sayso.resolve.clusters import Clusters
from sayso.resolve.spelling import sounded
from sayso.resolve.units import Unit, Words, listed

_BODIES = frozenset({EntityType.ORG, EntityType.FACILITY, EntityType.OTHER, EntityType.WORK, EntityType.PRODUCT})
# Every country has one: a bare one is joined to a fuller name only within its document.
_OF_ANY_STATE = listed("ministry department parliament senate assembly army navy police court cabinet treasury congress")


def say(name: Words) -> str:
    """A folded name for a reason, in quotation marks."""
    return f"'{' '.join(name)}'"


def link_countries(clusters: Clusters) -> None:
    """Names, adjectives and acting capitals of one country are that country."""
    first: dict[str, int] = {}
    for i, unit in enumerate(clusters.units):
        if unit.country:
            a = first.setdefault(unit.country, i)
            if a != i:
                clusters.join(a, i, f"one country ({unit.country})")


def _open(clusters: Clusters) -> list[int]:
    """Units with a name of their own that are no country."""
    return [i for i, u in enumerate(clusters.units) if u.named and u.country is None]


def _key(unit: Unit, name: Words) -> Words:
    """Where equal names meet: by kind where one word may name many things."""
    if unit.type is EntityType.GROUP:
        return ("group:", *name[:-1], name[-1].removesuffix("s"))
    if unit.ship:
        return ("ship:", *name)
    if len(name) == 1 and unit.type is EntityType.PERSON and len(unit.fullest) == 1:
        return ("human:" if unit.human else "bare:", *name)
    return name


def link_equal(clusters: Clusters) -> None:
    """The same words name the same thing; a bare word only where it is all that the unit is called.

    Namesakes stay apart: a person with a title or a pronoun from a town, and so does a surname that somebody in the story
    has; a ship from the town or the person that it is named for.
    """
    first: dict[Words, int] = {}
    for i in _open(clusters):
        unit = clusters.units[i]
        for name, _ in unit.names:
            if len(name) < len(unit.fullest) and unit.type is EntityType.PERSON:
                continue
            a = first.setdefault(_key(unit, name), i)
            if a != i:
                clusters.join(a, i, f"the same name {say(name)}")
    surnames = _surnames(clusters)
    for key, i in sorted(first.items()):
        plain = first.get(key[1:]) if key[0] in {"bare:", "human:", "ship:"} else None
        if plain is None or (key[0] != "ship:" and len(clusters.units[plain].fullest) > 1):
            continue
        other = clusters.type(plain)
        namesake = other in PLACES and (key[0] != "bare:" or key[1] in surnames)
        if not namesake and not (key[0] == "ship:" and other is EntityType.PERSON):
            clusters.join(plain, i, f"the same word {say(key[1:])}")
    for key, i in sorted(first.items()):
        human = first.get(("human:", *key[1:])) if key[0] == "bare:" else None
        if human is not None:
            clusters.join(human, i, f"the same name {say(key[1:])}")


def _surnames(clusters: Clusters) -> frozenset[str]:
    """The last words of the full names of people."""
    full = (u.fullest for i, u in enumerate(clusters.units) if u.country is None and clusters.type(i) is EntityType.PERSON)
    return frozenset(name[-1] for name in full if len(name) > 1)


def link_full_names(clusters: Clusters) -> None:
    """Full names of people in other spellings, with initials, or with a name left out; met by surname or part of it."""
    blocks: dict[str, list[tuple[Words, int]]] = defaultdict(list)
    for i in _open(clusters):
        name = clusters.units[i].fullest
        if clusters.type(i) is EntityType.PERSON and len(people.core(name)) > 1:
            for start in sorted({sounded(w)[:3] for w in people.core(name)[1:]}):
                blocks[start].append((name, i))
    for _, block in sorted(blocks.items()):
        representatives = sorted({clusters.root(i): (name, i) for name, i in reversed(block)}.values())
        for n, (name, i) in enumerate(representatives):
            for other, j in representatives[n + 1 :]:
                if people.same_person(name, other):
                    clusters.join(i, j, f"{say(name)} and {say(other)} are forms of one person's name")


def _only(clusters: Clusters, candidates: Iterable[int]) -> int | None:
    """The one cluster that all candidates belong to, or None where there are several or none."""
    roots = {clusters.root(i) for i in candidates}
    return next(iter(roots)) if len(roots) == 1 else None


def link_short_people(clusters: Clusters) -> None:
    """Surnames, given names and popes without numeral go to the full name, where only one person of the story has it."""
    full: dict[str, list[tuple[Words, int]]] = defaultdict(list)
    for i in _open(clusters):
        if clusters.type(i) is EntityType.PERSON:
            for name, _ in clusters.units[i].names:
                if len(name) > 1:
                    for start in sorted({sounded(w)[:3] for w in people.core(name)}):
                        full[start].append((name, i))
    for i in _open(clusters):
        unit, name = clusters.units[i], clusters.units[i].fullest
        if unit.type not in {EntityType.PERSON, EntityType.ORG, EntityType.OTHER} or not name:
            continue
        near = [
            (n, j) for n, j in full[sounded(people.core(name)[0])[:3]] if len(n) > len(name) and _agree(unit, clusters, j)
        ]
        one = _only(clusters, [j for n, j in near if people.surname_of(name, n)])
        if one is not None and (len(people.core(name)) == 1 or unit.type is EntityType.PERSON):
            clusters.join(one, i, f"{say(name)} is the surname of {say(clusters.units[one].fullest)}, alone in the story")
            continue
        started = [j for n, j in near if people.begins(name, n)]
        one = _only(clusters, started)
        if one is not None and unit.type is EntityType.PERSON and not any(people.surname_of(name, n) for n, _ in near):
            clusters.join(one, i, f"{say(name)} begins the name of {say(clusters.units[one].fullest)}, alone in the story")


def _agree(unit: Unit, clusters: Clusters, j: int) -> bool:
    """False where titles or pronouns say that two are man and woman."""
    genders = {clusters.units[k].gender for k in clusters.members(j)} - {None}
    return unit.gender is None or not genders or unit.gender in genders


def link_bodies(clusters: Clusters) -> None:
    """Short forms, acronyms, another order of words, addresses of organisations, where only one of the story fits."""
    units = [i for i in _open(clusters) if clusters.type(i) in _BODIES]
    by_word: dict[str, list[tuple[Words, int]]] = defaultdict(list)
    for i in units:
        for name, _ in clusters.units[i].names:
            for key in sorted({*name, bodies.squashed(name), *_acronyms(name), _sound(name)}):
                by_word[key].append((name, i))
    for i in units:
        for name, _ in clusters.units[i].names:
            near = by_word[name[0]] + by_word[bodies.squashed(name)] + by_word[name[-1]] + by_word[_sound(name)]
            called = {n for n, _ in near}
            for rule, words in _BODY_RULES:
                like = {n for n in called if rule(name, n)}
                if not like:
                    continue
                own = clusters.root(i)
                fitting = [(n, j) for n, j in near if n in like and clusters.root(j) != own]
                if name[-1] in _OF_ANY_STATE and rule is not bodies.same_words:
                    fitting = [(n, j) for n, j in fitting if clusters.units[j].document == clusters.units[i].document]
                one = _only(clusters, [j for _, j in fitting])
                if one is not None:
                    clusters.join(one, i, f"{say(name)} {words} {say(min(fitting)[0])}")


def _acronyms(name: Words) -> frozenset[str]:
    return bodies.initials(name) if len(bodies.content(name)) > 1 else frozenset()


def _sound(name: Words) -> str:
    """Where romanisations of one name meet; no name is written with the mark."""
    return f"~{' '.join(map(sounded, name))}"


def _same_address(a: Words, b: Words) -> bool:
    return a != b and bodies.squashed(a) == bodies.squashed(b)


_BODY_RULES = (
    (bodies.same_words, "has the words of"),
    (bodies.same_spelling, "is another spelling of"),
    (_same_address, "is written together for"),
    (bodies.acronym_of, "is the acronym of"),
    (bodies.cut_of, "is short for"),
)


def link_translations(clusters: Clusters, contexts: dict[int, frozenset[str]]) -> None:
    """A name in another language, built like an English one and told of in the same words.

    `contexts` holds the words around each unit, capitalised ones marked by "^": a name and three other words must be shared.
    """
    heads: dict[str, dict[Words, int]] = defaultdict(dict)
    for i in _open(clusters):
        name = clusters.units[i].fullest
        words = bodies.content(name)
        if clusters.type(i) in _BODIES | {EntityType.PERSON} and len(words) > 1:
            for start in sorted({words[0][:2], *(w[:3] for w in words if len(w) > 4)}):
                heads[start].setdefault(name, i)
    for _, block in sorted(heads.items()):
        foreign = [(n, i) for n, i in block.items() if bodies.is_foreign(n)]
        for a, i in block.items() if foreign else ():
            for b, j in foreign:
                if bodies.translated(a, b) and clusters.root(i) != clusters.root(j):
                    _link_translation(clusters, (i, j), contexts)


def _link_translation(clusters: Clusters, pair: tuple[int, int], contexts: dict[int, frozenset[str]]) -> None:
    (i, j), (a, b) = pair, (clusters.units[k].fullest for k in pair)
    shared = sorted(_context(clusters, i, contexts) & _context(clusters, j, contexts) - {*a, *b})
    names = [w for w in shared if w.startswith("^") and w[1:] not in {*a, *b}]
    if names and len(shared) - len(names) >= _SHARED:
        told = ", ".join([*names[:2], *shared[len(names) :][:4]]).replace("^", "")
        clusters.join(i, j, f"{say(b)} is built like {say(a)} and told of with the same words ({told})")


_SHARED = 3


def _context(clusters: Clusters, i: int, contexts: dict[int, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*(contexts.get(k, frozenset()) for k in clusters.members(i)))


def link_roles(clusters: Clusters) -> None:
    """Takes "the driver" of one document for the only driver that another names, where each tells of one only."""
    described: dict[str, list[int]] = defaultdict(list)
    titled: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(clusters.units):
        if unit.named and unit.type is EntityType.PERSON:
            for role in sorted({m.title.split()[-1].lower() for m in unit.mentions if m.title}):
                titled[role].append(i)
        elif not unit.named and unit.type is EntityType.PERSON:
            texts = {m.text.lower() for m in unit.mentions if m.kind is MentionKind.DESCRIPTION and not m.plural}
            if len(texts) == 1 and len(words := next(iter(texts)).split()) == 2 and words[0] == "the":
                described[words[1]].append(i)
    for role, units in sorted(described.items()):
        one = _only(clusters, titled.get(role, ()))
        if one is None or role not in _SINGULAR_ROLES:
            continue
        documents = [clusters.units[i].document for i in units]
        for i in units:
            if documents.count(clusters.units[i].document) == 1:
                clusters.join(
                    one, i, f"'the {role}' fits the only {role} that the story names, {say(clusters.units[one].fullest)}"
                )


# Work of which an event has one: others ("the resident", "the officer") may be anybody.
_SINGULAR_ROLES = listed(
    "driver pilot captain mayor governor conductor skipper sculptor architect coroner headmaster rector"
)
