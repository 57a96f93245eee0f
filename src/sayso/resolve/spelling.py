"""Spellings of one name: what transliterations do to it, folded to one form."""

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

# In order: what the romanisations of Arabic, Persian, Russian and Ukrainian names write for one sound.
_SOUNDS = (
    (re.compile(r"['’`]"), ""),
    (re.compile(r"(?<=[a-z]{2}t)re$"), "er"),  # centre, theatre
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|ck|q"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ou|oo|o|u"), "u"),
    (re.compile(r"ee|ij|y|e|i"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aiu])h$"), ""),
)
_VOWELS = re.compile(r"[aiu]")
_SOUNDED = 5  # letters from which one sound written in two ways is one word
_LOOSE = 6  # letters from which one vowel may differ besides


@cache
def sounded(word: str) -> str:
    """A folded word with one letter for what transliterations write in many ways: "qaida", "qaeda"."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word


def transliterated(a: str, b: str) -> bool:
    """True where two folded words are romanisations of one: the same consonants, at most one vowel sound apart."""
    if min(len(a), len(b)) < _SOUNDED:
        return False
    one, two = sounded(a), sounded(b)
    if one == two:
        return True
    if min(len(a), len(b)) < _LOOSE or _VOWELS.sub("", one) != _VOWELS.sub("", two):
        return False
    return one[-1] == two[-1] and Levenshtein.distance(one, two, score_cutoff=1) <= 1
