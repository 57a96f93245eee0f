"""When two names of people can be one person, and when they cannot."""

from rapidfuzz.distance import Levenshtein

from sayso.resolve.units import Words, listed

_PARTICLES = listed("al el bin ibn bint abu de del della di da do dos das du la le van von der den ter ten")
_ROMAN = listed("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii jr sr")
_LONG = 6  # letters from which two spellings may differ in one
_ENDINGS = frozenset("aoe")


def core(name: Words) -> Words:
    """A name without its particles, unless nothing but one word would be left of two."""
    kept = tuple(w for w in name if w not in _PARTICLES)
    return kept or name


def numeral(name: Words) -> str | None:
    """The numeral of a pope or king, or junior and senior."""
    return name[-1] if len(name) > 1 and name[-1] in _ROMAN else None


def alike(a: str, b: str) -> bool:
    """True where two words are spellings of one: equal, or of six letters and more and one letter apart.

    Endings that tell a man's name from a woman's keep two words apart.
    """
    if a == b:
        return True
    if min(len(a), len(b)) < _LONG or a[0] != b[0]:
        return False
    if a[:-1] == b[:-1] and a[-1] in _ENDINGS and b[-1] in _ENDINGS:
        return False
    return Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _given_fit(a: Words, b: Words) -> bool:
    """True where the given names of one are among those of the other, as words or initials, in order."""
    short, long = sorted((a, b), key=len)
    rest = list(long)
    for word in short:
        while rest and not (alike(word, rest[0]) or ((len(word) == 1 or len(rest[0]) == 1) and word[0] == rest[0][0])):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


def same_person(a: Words, b: Words) -> bool:
    """True where two full names can be one person's: surname alike, given names alike, initials or left out."""
    a, b = core(a), core(b)
    if numeral(a) != numeral(b):
        return False
    if len(a) == 1 or len(b) == 1:
        return False
    if len(a) != len(b) and _given_fit(a, b) and alike(a[0], b[0]) and len(min(a, b, key=len)) > 1:
        return True  # a second surname or a middle name left out
    return alike(a[-1], b[-1]) and _given_fit(a[:-1], b[:-1])


def surname_of(short: Words, full: Words) -> bool:
    """True where a short name is the end, or a later part, of a full one, in one spelling or another."""
    short, full = core(short), core(full)
    size = len(short)
    if size >= len(full) or numeral(full):
        return False
    return any(all(map(alike, short, full[k : k + size])) for k in range(1, len(full) - size + 1))


def begins(short: Words, full: Words) -> bool:
    """True where a short name is the beginning of a full one: a given name, or a pope without the numeral."""
    return len(short) < len(full) and full[: len(short)] == short


def two_people(a: frozenset[Words], b: frozenset[Words]) -> bool:
    """True where some full name of one cannot be any full name of the other."""
    return any(
        len(core(x)) > 1 and len(core(y)) > 1 and not same_person(x, y) and not begins(x, y) and not begins(y, x)
        for x in a
        for y in b
    )
