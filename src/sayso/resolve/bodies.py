"""When two names of organisations, works or places are one: short forms, acronyms, other order of words, translations."""

from rapidfuzz.distance import Levenshtein

from sayso.resolve.people import alike
from sayso.resolve.spelling import transliterated
from sayso.resolve.units import Words, listed

_SMALL = listed(
    """of the for and & in on to at de la le las los les del des du della di do da dos das y e et und der die das"""
)
_WHOLE_WORD = 4  # letters of each word behind an acronym of two letters
_ENGLISH_SMALL = listed("of the for and & in on to at")
# Words that a short form leaves out: "Arcadia" for "Arcadia News".
_LEFT_OUT = listed("""news newspaper group company corporation party organization organisation network television tv
    channel radio agency
    airlines airways holdings com online media press international strip""")
_STATES = listed("us uk un eu american british national united")
_TWO_WORDS = {"united states": "us", "united kingdom": "uk", "united nations": "un"}
_SHIP_OF = listed("uss hms ins mv ss rms hmcs hmas usns")  # before the name of a ship
_PRESS = listed("""news times post journal herald tribune guardian telegraph mail express globe gazette chronicle
    observer standard star
    mirror sun independent press today bulletin courier record review dispatch examiner inquirer monitor sentinel argus""")


def content(name: Words) -> Words:
    """The words of a name without its small words."""
    return tuple(w for w in name if w not in _SMALL) or name


def squashed(name: Words) -> str:
    """The name without spaces and without the ending of an address on the web."""
    joined = "".join(name)
    for ending in ("com", "org", "net"):
        if len(name) == 1 and len(joined) > len(ending) + 3:
            joined = joined.removesuffix(ending)
    return joined


def acronym_of(short: Words, full: Words) -> bool:
    """True where a word of two to six letters is made of the initials of a longer name."""
    if len(short) != 1 or not 2 <= len(short[0]) <= 6 or len(content(full)) < 2:
        return False
    if len(short[0]) == 2 and min(map(len, content(full))) < _WHOLE_WORD:
        return False  # two letters fit too much: "UF" is no "US Fleet"
    return short[0] in initials(full)


def initials(full: Words) -> frozenset[str]:
    """What a name's initials spell: with and without small words, its country ("U.S. Centers"), and what "and" adds."""
    inner = content(full)
    heads = [full, inner]
    if inner[0] in _STATES and len(inner) > 3:
        heads.append(inner[1:])
    for joined in ("and", "&"):
        if joined in full and len(content(full[: full.index(joined)])) > 1:
            before = content(full[: full.index(joined)])
            heads += [before, before[1:]] if before[0] in _STATES and len(before) > 3 else [before]
    return frozenset("".join(w[0] for w in head) for head in heads)


def cut_of(short: Words, full: Words) -> bool:
    """True where a short form is a name without its kind ("Arcadia" of "Arcadia News") or an outlet's last word."""
    if not short or len(short) >= len(full):
        return False
    if full[: len(short)] == short:
        return all(w in _LEFT_OUT for w in full[len(short) :]) and (len(short) > 1 or len(short[0]) > 1)
    if len(short) == 1:
        return short[0] == full[-1] and (short[0] in _PRESS or full[0] in _SHIP_OF)
    return full[-len(short) :] == short


def short_state(name: Words) -> Words:
    """The name with "US" and "UK" for the two words in front: "United States Coast Guard"."""
    short = _TWO_WORDS.get(" ".join(name[:2]))
    return (short, *name[2:]) if short and len(name) > 2 else name


def same_words(a: Words, b: Words) -> bool:
    """True for the same content words in another order: "Defence Ministry", "Ministry of Defence"."""
    one, two = sorted(content(short_state(a))), sorted(content(short_state(b)))
    return a != b and len(one) == len(two) > 1 and all(map(alike, one, two))


def same_spelling(a: Words, b: Words) -> bool:
    """True for one name in two romanisations, word by word."""
    return a != b and len(a) == len(b) and all(x == y or transliterated(x, y) for x, y in zip(a, b, strict=True))


def cognates(a: Words, b: Words) -> int:
    """How many content words of one name have a word of the same root in the other: "liberation", "liberación"."""
    left, count = list(content(b)), 0
    for word in content(a):
        near = [w for w in left if _cognate(word, w)]
        if near:
            left.remove(near[0])
            count += 1
    return count


def _cognate(a: str, b: str) -> bool:
    if min(len(a), len(b)) < 5 or a[:3] != b[:3]:
        return False
    return Levenshtein.normalized_similarity(a, b) >= 0.65


def is_foreign(name: Words) -> bool:
    """True where the small words of a name are not English."""
    small = {w for w in name if w in _SMALL}
    return bool(small - _ENGLISH_SMALL)


def translated(a: Words, b: Words) -> bool:
    """True where one name is English, the other not, both built alike with the same first word or its cognate.

    "Front of the Stars", "Frente de las Estrellas": as many content words, the small words between them, the first word
    shared. Or, in any order, two cognates and more that are two thirds of the words: "National Liberation Army", "Ejército
    de Liberación Nacional". That alone is no proof: whoever calls this asks for a shared context too.
    """
    if is_foreign(a) == is_foreign(b) or len(content(a)) < 2 or len(content(a)) != len(content(b)):
        return False
    found = cognates(a, b)
    if found > 1 and 3 * found >= 2 * len(content(a)):
        return True
    if not any(w in _SMALL for w in a) or not any(w in _SMALL for w in b):
        return False
    one, two = content(a)[0], content(b)[0]
    return len(one) > 3 and one[0] == two[0] and Levenshtein.normalized_similarity(one, two) >= 0.6
