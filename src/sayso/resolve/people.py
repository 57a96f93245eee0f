"""When two names of people can be one person, and when they cannot."""

from rapidfuzz.distance import Levenshtein

from sayso.resolve.spelling import transliterated
from sayso.resolve.units import Words, listed

_PARTICLES = listed("al el bin ibn bint abu de del della di da do dos das du la le van von der den ter ten")
_ROMAN = listed("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii jr sr")
# Short forms that the news uses as a first name, each with the names that it may stand for.
_SHORT_FORMS = {
    short: frozenset(full.split())
    for short, full in (
        row.split(": ")
        for row in """abe: abraham
al: albert alan alfred
alex: alexander alexandra alejandro
andy: andrew andreas
ben: benjamin
bert: albert robert herbert
bill: william
bob: robert
bobby: robert
charlie: charles
chris: christopher christian christine
chuck: charles
dan: daniel
danny: daniel
dave: david
dick: richard
don: donald
ed: edward edmund edwin
eddie: edward
fred: frederick alfred
greg: gregory
jack: john
jeff: jeffrey geoffrey
geoff: geoffrey
jerry: gerald jerome
jim: james
jimmy: james
joe: joseph
johnny: john
jon: jonathan
josh: joshua
kate: katherine catherine
kathy: katherine kathleen catherine
ken: kenneth
larry: lawrence
liz: elizabeth
matt: matthew
max: maximilian maxwell
meg: margaret
mike: michael
mick: michael
nick: nicholas nicolas
pat: patrick patricia
peggy: margaret
pete: peter
phil: philip phillip
ray: raymond
rick: richard
rob: robert
ron: ronald
sam: samuel samantha
steve: steven stephen
sue: susan
ted: edward theodore
tim: timothy
tom: thomas
tony: anthony antonio
vic: victor
walt: walter
will: william""".splitlines()
    )
}
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
    """True where two words are spellings of one: equal, or of six letters and more and one letter apart, or transliterated.

    Endings that tell a man's name from a woman's keep two words apart.
    """
    if a == b:
        return True
    if a[:-1] == b[:-1] and a[-1] in _ENDINGS and b[-1] in _ENDINGS:
        return False
    if transliterated(a, b):
        return True
    if min(len(a), len(b)) < _LONG or a[0] != b[0]:
        return False
    return Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _given_fit(a: Words, b: Words) -> bool:
    """True where the given names of one are among those of the other, as words or initials, in order.

    An initial stands for a word of its own place: "Paul W. Reed" is no William, "J. Paul Reed" may be Paul.
    """
    short, long = sorted((a, b), key=len)
    rest, skipped = list(long), False
    for word in short:
        while rest and not (
            alike(word, rest[0]) or _short_form(word, rest[0]) or (not skipped and _initial_of(word, rest[0]))
        ):
            rest.pop(0)
            skipped = True
        if not rest:
            return False
        rest.pop(0)
    return True


def _short_form(a: str, b: str) -> bool:
    """True for "Ken" and "Kenneth"."""
    return b in _SHORT_FORMS.get(a, ()) or a in _SHORT_FORMS.get(b, ())


def _initial_of(a: str, b: str) -> bool:
    return (len(a) == 1 or len(b) == 1) and a[0] == b[0]


def same_person(a: Words, b: Words) -> bool:
    """True where two full names can be one person's: surname alike, given names alike, initials or left out."""
    a, b = core(a), core(b)
    if {numeral(a), numeral(b)} in ({None, "sr"}, {None, "jr"}):
        a, b = (n[:-1] if numeral(n) else n for n in (a, b))  # left out as often as not
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
