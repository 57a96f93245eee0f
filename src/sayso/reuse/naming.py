"""Whether a text names another outlet or agency."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from sayso.model.document import Document

# The news agencies of the world by the short form that stands in datelines, with their names and domains.
_AGENCIES: dict[str, tuple[str, ...]] = {
    "afp": ("agence france-presse", "agence france presse", "afp"),
    "ap": ("associated press", "ap news", "ap"),
    "reuters": ("reuters", "thomson reuters"),
    "upi": ("united press international", "upi"),
    "dpa": ("deutsche presse-agentur", "dpa"),
    "ansa": ("ansa",),
    "efe": ("agencia efe", "efe"),
    "tass": ("tass", "itar-tass"),
    "ria": ("ria novosti",),
    "xinhua": ("xinhua", "xinhua news agency", "xinhuanet"),
    "kyodo": ("kyodo", "kyodo news"),
    "jiji": ("jiji press",),
    "yonhap": ("yonhap", "yonhap news agency"),
    "pti": ("press trust of india", "pti"),
    "ians": ("indo-asian news service", "ians"),
    "anadolu": ("anadolu", "anadolu agency"),
    "pa": ("press association", "pa media"),
    "bloomberg": ("bloomberg", "bloomberg news"),
    "aap": ("australian associated press", "aap"),
    "cp": ("canadian press", "the canadian press"),
    "ntb": ("ntb",),
    "tt": ("tt news agency",),
    "apa": ("austria presse agentur",),
    "ats": ("keystone-ats",),
    "lusa": ("agencia lusa", "lusa"),
    "belga": ("belga",),
    "interfax": ("interfax",),
    "wam": ("emirates news agency",),
    "mena": ("middle east news agency",),
    "antara": ("antara",),
    "bernama": ("bernama",),
}
_SUFFIX = re.compile(r"\.(?:com?|org|net|gov|edu|ac|info|news|tv|int)?(?:\.?[a-z]{2})?$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_COMMON_LABELS = frozenset(
    {"www", "news", "edition", "online", "en", "uk", "us", "worldnews", "international", "world", "amp"}
)
_MOST_WORDS = 5


def names_publisher(document: Document, publisher: str) -> bool:
    """True where the credits or the text of `document` name `publisher` (a name or a web address)."""
    return not _keys(publisher).isdisjoint(_named(document.text, document.credits))


def credits_publisher(document: Document, publisher: str) -> bool:
    """True where the credits of `document` name `publisher`."""
    return not _keys(publisher).isdisjoint(_named("", document.credits))


def signs_itself(document: Document) -> bool:
    """True for an agency's own copy: a credit of the text is the name of the outlet, or a part of its web address."""
    own = _keys(document.publisher)
    pieces = {p for key in own for p in key.split("-")} if len(own) < _MOST_WORDS else own
    return any(not (_keys(c) | {_joined(c.lower())}).isdisjoint(own | pieces) for c in document.credits)


def same_publisher(one: Document, two: Document) -> bool:
    """True where both stem from one outlet as far as its name tells."""
    return not _keys(one.publisher).isdisjoint(_keys(two.publisher))


@lru_cache(maxsize=4096)
def _keys(publisher: str) -> frozenset[str]:
    """The forms, run together and in lower case, under which an outlet may be named."""
    name = publisher.strip().lower()
    host = urlsplit(name if "//" in name else f"//{name}").hostname if "." in name and " " not in name else None
    base = next((x for x in reversed(_SUFFIX.sub("", host).split(".")) if x not in _COMMON_LABELS), "") if host else name
    words = [w for w in _WORD.findall(base) if w != "the"]
    keys = {"".join(words)} if words else set()
    for short, names in _AGENCIES.items():
        forms = {_joined(n) for n in names} | {short}
        if keys & forms or keys & {f"{form}news" for form in forms}:
            keys |= {_joined(n) for n in names}
    return frozenset(k for k in keys if len(k) > 1)


def _joined(name: str) -> str:
    return "".join(_WORD.findall(name))


@lru_cache(maxsize=1024)
def _named(text: str, credit: tuple[str, ...]) -> frozenset[str]:
    """All runs of up to five capitalised words of a text, and the credits, run together and in lower case."""
    found = {"".join(w for w in _WORD.findall(c.lower()) if w != "the") for c in credit}
    found |= set().union(*(_keys(c) for c in credit))
    run: list[str] = []
    last = 0
    for match in _WORD.finditer(text):
        if not match.group()[0].isupper():
            run = []
            continue
        broken = bool(text[last : match.start()].strip(" ."))
        run = [match.group().lower()] if broken or not run else [*run, match.group().lower()][-_MOST_WORDS:]
        last = match.end()
        found.update("".join(run[-n:]) for n in range(1, len(run) + 1))
    return frozenset(found)
