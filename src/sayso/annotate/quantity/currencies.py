"""Currencies by sign, code and name, from the Unicode data in babel; a unit is the ISO 4217 code."""

import re
import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global

# Names shared by several currencies: the one that a news text means without saying which. Names that are missing here
# and shared (peso, dinar, shilling, crown …) stay the bare name, which never meets a code.
_PLAIN = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "yuan": "CNY",
    "renminbi": "CNY", "yen": "JPY", "won": "KRW", "lira": "TRY", "shekel": "ILS", "sterling": "GBP", "rand": "ZAR",
    "real": "BRL", "buck": "USD",
}  # fmt: skip
# Nouns that are common English words in another sense are read only with the adjective of their country.
_TOO_COMMON = frozenset(
    {"real", "sol", "som", "sole", "gold", "tala", "kina", "leone", "sum", "crown", "colon", "mark", "lei"}
)
_SIGNS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "Rs": "INR",
    "Rs.": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₴": "UAH",
    "₫": "VND", "₸": "KZT", "₾": "GEL", "₡": "CRC", "₲": "PYG", "₵": "GHS", "৳": "BDT", "C$": "CAD", "CA$": "CAD",
    "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN",
    "J$": "JMD", "Z$": "ZWL", "CN¥": "CNY", "RM": "MYR", "Rp": "IDR", "zł": "PLN", "PS": "GBP", "N$": "NAD",
    "EC$": "XCD", "TT$": "TTD", "US $": "USD", "Bs": "VES",
}  # fmt: skip


def _current_codes() -> frozenset[str]:
    """Codes that are legal tender somewhere today."""
    territories = get_global("territory_currencies")
    return frozenset(code for uses in territories.values() for code, _, until, tender in uses if until is None and tender)


def fold(name: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))


@cache
def currency_names() -> dict[str, str]:
    """Currency names in lower case, singular and plural, with or without the country's adjective, to units."""
    names: dict[str, str] = {}
    owners: dict[str, set[str]] = {}
    english = Locale("en")
    codes = _current_codes()
    for code, display in sorted(english.currencies.items()):
        if code not in codes or "(" in display:
            continue
        plurals = english._data["currency_names_plural"].get(code, {})
        for form in {display, *plurals.values()}:
            full = fold(form).replace("us dollar", "u.s. dollar")
            noun = full.rpartition(" ")[2]
            names[full] = code
            names[full.replace("u.s. ", "us ")] = code
            names[full if full.endswith("s") else full + "s"] = code
            owners.setdefault(noun, set()).add(code)
            owners.setdefault(noun.removesuffix("s") + "s", set()).add(code)
    for noun, sharing in owners.items():
        singular = noun.removesuffix("s")
        if singular not in _TOO_COMMON and noun not in _TOO_COMMON:
            names[noun] = _PLAIN.get(singular) or (min(sharing) if len(sharing) == 1 else singular)
    return names | _english_names()


def _english_names() -> dict[str, str]:
    """What English calls otherwise than the data."""
    crowns = {"danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "czech": "CZK", "icelandic": "ISK"}
    names = {f"{adjective} crown{s}": code for adjective, code in crowns.items() for s in ("", "s")}
    for word, code in _PLAIN.items():
        if word not in _TOO_COMMON:
            names |= {word: code, word + "s": code}
    names |= {"american dollars": "USD", "pounds sterling": "GBP", "pound sterling": "GBP", "cent": "cent", "cents": "cent"}
    names |= {"pence": "penny", "kroner": "krone", "kronor": "krona"}
    return names


@cache
def codes() -> frozenset[str]:
    """ISO codes that may stand before or after a number."""
    return _current_codes()


def unit_of_sign(sign: str) -> str:
    """The code of a sign or code as written before a number."""
    return _SIGNS.get(sign) or _SIGNS.get(sign.upper()) or _SIGNS.get(sign.capitalize()) or sign.upper()


# Signs made of letters only, and codes, count in their own case: the regex that holds them ignores case elsewhere.
SIGN = "(?-i:" + "|".join(re.escape(s) for s in sorted([*_SIGNS, *_current_codes()], key=lambda s: (-len(s), s))) + ")"
