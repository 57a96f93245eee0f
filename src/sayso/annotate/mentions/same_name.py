"""Chains of names within one document: the same words, surnames, short forms, acronyms."""

from collections import defaultdict
from itertools import pairwise

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.discourse import Discourse
from sayso.annotate.mentions.records import Sighting
from sayso.annotate.mentions.world import fold
from sayso.model.enums import EntityType, MentionKind

_SMALL = lx.words("of the for and de la del des in on to")
_WHOLE_WORD = 4  # letters of each word behind an acronym of two letters
Words = tuple[str, ...]


def chain_names(discourse: Discourse) -> None:
    """Joins the names of a document that the document itself shows to be one."""
    names = [i for i, s in enumerate(discourse.sightings) if s.kind is MentionKind.NAME]
    words = {i: _words(discourse, i) for i in names}
    _join_equal(discourse, names, words)
    _join_persons(discourse, [i for i in names if discourse.sightings[i].type is EntityType.PERSON], words)
    _join_bodies(discourse, [i for i in names if discourse.sightings[i].type is EntityType.ORG], words)
    _join_bracketed(discourse, names)


def _words(discourse: Discourse, i: int) -> Words:
    s = discourse.sightings[i]
    return tuple(fold(discourse.docs[s.part][s.first : s.last].text.replace(".", "")).removeprefix("the ").split())


def _key(s: Sighting, words: Words) -> tuple[str, ...]:
    if s.country:
        return ("country", s.country)
    if s.type is EntityType.GROUP:
        return ("group", " ".join(words).removesuffix("s"))
    if s.type is EntityType.PERSON and len(words) == 1:
        return ("person", words[0], s.gender or "")
    return ("name", *words)


def _join_equal(discourse: Discourse, names: list[int], words: dict[int, Words]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for i in names:
        key = _key(discourse.sightings[i], words[i])
        if key[0] != "person":  # a bare surname may be anybody's: it waits for the full names
            discourse.join(first.setdefault(key, i), i)


def _fits(short: Words, full: Words) -> bool:
    """True where a shorter name of a person is the end, or a later part, of a full one."""
    size = len(short)
    return any(full[k : k + size] == short for k in range(1, len(full) - size + 1))


def _join_persons(discourse: Discourse, persons: list[int], words: dict[int, Words]) -> None:
    """Surnames go to the full name; where two share it, to the last one told before (else the next)."""
    full = [i for i in persons if len(words[i]) > 1]
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in full:
        for word in set(words[i]):
            by_word[word].append(i)
    for i in persons:
        longer = [j for j in by_word.get(words[i][-1], ()) if len(words[j]) > len(words[i])]
        fitting = [j for j in longer if _fits(words[i], words[j])]
        if not fitting:
            fitting = [j for j in longer if words[j][: len(words[i])] == words[i]]
            if len({discourse.root(j) for j in fitting}) > 1:
                continue
        gender = discourse.sightings[i].gender
        fitting = [j for j in fitting if gender is None or discourse.facts(j).gender in {None, gender}]
        if fitting:
            discourse.join(i, max((j for j in fitting if j < i), default=fitting[0]))
    known = {word for j in full for word in words[j][1:]}
    alone = [i for i in persons if len(words[i]) == 1 and words[i][0] not in known]
    _join_alone(discourse, alone, words)
    _join_genders(discourse, alone, words)


def _join_alone(discourse: Discourse, alone: list[int], words: dict[int, Words]) -> None:
    """Bare names that no full name of the document ends in are one by their word and gender."""
    first: dict[tuple[str, ...], int] = {}
    for i in alone:
        discourse.join(first.setdefault(_key(discourse.sightings[i], words[i]), i), i)


def _join_genders(discourse: Discourse, alone: list[int], words: dict[int, Words]) -> None:
    """A bare surname goes to the titled one ("Ms Reyes") where only one is so called."""
    titled: dict[str, set[int]] = defaultdict(set)
    for i in alone:
        if discourse.facts(i).gender:
            titled[words[i][0]].add(discourse.root(i))
    for i in alone:
        one = titled.get(words[i][0], set())
        if len(one) == 1 and discourse.facts(i).gender is None:
            discourse.join(i, next(iter(one)))


def initials(words: Words) -> set[str]:
    """The acronyms that a name of several words may have: with its small words and without."""
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}


def _shortens(short: Words, full: Words) -> bool:
    """True where a short name of a body is a fuller one cut: "the Herald", "the Court", "Arcadia" for "Arcadia News"."""
    if len(short) >= len(full):
        return False
    if len(short) == 1 and short[0] == full[-1] and (short[0] in lx.MEDIA_NAMES or short[0] in lx.NAME_HEADS):
        return True
    whole = len(full) > 2 or min(map(len, full)) >= _WHOLE_WORD  # two letters fit too much: "UF" is no "US Fleet"
    if len(short) == 1 and 2 <= len(short[0]) <= 6 and short[0] in initials(full) and whole:
        return True
    return full[: len(short)] == short and all(w in lx.NAME_HEADS for w in full[len(short) :])


def _join_bodies(discourse: Discourse, bodies: list[int], words: dict[int, Words]) -> None:
    full: dict[Words, int] = {}
    for i in bodies:
        if len(words[i]) > 1:
            full.setdefault(words[i], i)
    for i in bodies:
        fitting = {discourse.root(j): j for w, j in full.items() if _shortens(words[i], w)}
        if len(fitting) == 1:
            discourse.join(i, next(iter(fitting.values())))
        elif fitting and len(words[i]) == 1:
            before = [j for j in bodies if j < i and discourse.root(j) in fitting and len(words[j]) > 1]
            if before:
                discourse.join(i, before[-1])


def _join_bracketed(discourse: Discourse, names: list[int]) -> None:
    """Joins "International Widget Board (IWB)": an acronym in brackets right after its name."""
    for a, b in pairwise(names):
        one, two = discourse.sightings[a], discourse.sightings[b]
        if one.part != two.part or two.first != one.last + 1 or discourse.docs[one.part][one.last].text != "(":
            continue
        doc = discourse.docs[one.part]
        long, short = doc[one.first : one.last].text, doc[two.first : two.last].text
        if len(long) < len(short):
            long, short = short, long
        letters = [c for c in fold(long) if c.isalpha()]
        found = iter(letters)
        if (
            short.isupper()
            and letters
            and short.lower()[0] == letters[0]
            and all(c in found for c in fold(short) if c.isalpha())
        ):
            discourse.join(a, b)
