"""Units of measure, of time and of share by their canonical names, which pint understands.

Each row of the tables: canonical name, then the other words and signs for it. Plurals in -s are added to words.
"""

import re
from functools import cache

from sayso.annotate.quantity.currencies import codes, currency_names, fold
from sayso.annotate.quantity.spans import Unit
from sayso.model.enums import QuantityKind

_MEASURES = """
metre: meter, metres, meters, m, mtr
kilometre: kilometer, km, kms, kilometres, kilometers, klick
centimetre: centimeter, cm
millimetre: millimeter, mm
micrometre: micrometer, micron, µm
nanometre: nanometer, nm
mile: mi
nautical mile: nmi
foot: feet, ft, foot, -foot
inch: inches, in., -inch, ″
yard: yd, yds
light year: light-year, light years, light-years
square metre: square meter, sq m, sq. m, sqm, m², m2
square kilometre: square kilometer, sq km, sq. km, km², km2
square mile: sq mi, sq mile, sq. mile
square foot: square feet, sq ft, sq. ft, sq foot, sqft
square inch: square inches, sq in
hectare: ha
acre:
cubic metre: cubic meter, m³, m3
cubic foot: cubic feet, cu ft
cubic kilometre: cubic kilometer
litre: liter, l, ltr
millilitre: milliliter, ml
gallon: gal
barrel: bbl
kilogram: kilogramme, kilo, kg, kgs
gram: gramme, g, gm
milligram: milligramme, mg
microgram: mcg, µg
tonne: metric ton, metric tons, metric tonne
ton: short ton
kilotonne: kiloton
megatonne: megaton
gigatonne: gigaton
pound: lb, lbs, pound-mass
ounce: oz
stone: st
carat:
metre per second: m/s, meters per second, metres per second, meter per second
kilometre per hour: km/h, kph, kmh, kmph, kilometers per hour, kilometres per hour, kilometer per hour, km per hour
mile per hour: mph, miles per hour, miles an hour, mile an hour
knot:
celsius: degrees Celsius, degree Celsius, °C, degrees centigrade, ° C, degrees C, Celsius, º C, ºC, C
fahrenheit: degrees Fahrenheit, degree Fahrenheit, °F, ° F, degrees F, Fahrenheit, ºF, F
degree: °, º
watt: W
kilowatt: kW
megawatt: MW
gigawatt: GW
terawatt: TW
kilowatt hour: kWh, kilowatt-hour, kilowatt hours, kilowatt-hours
megawatt hour: MWh, megawatt-hour, megawatt hours, megawatt-hours
gigawatt hour: GWh, gigawatt-hour, gigawatt hours
terawatt hour: TWh, terawatt-hour, terawatt hours
horsepower: hp
metric horsepower: PS
brake horsepower: bhp
volt: V
kilovolt: kV
ampere: amp
joule: J
kilojoule: kJ
calorie: cal
kilocalorie: kcal
newton metre: Nm, newton meter, newton-metre, newton-meter
foot pound: lb-ft, lb ft, ft-lb, pound-feet, pound-foot, foot-pound, pound feet, foot-pounds
hertz: Hz
kilohertz: kHz
megahertz: MHz
gigahertz: GHz
byte:
kilobyte: KB, kB
megabyte: MB
gigabyte: GB, gig
terabyte: TB
petabyte: PB
megabit per second: Mbps, Mbit/s, Mb/s, megabits per second
gigabit per second: Gbps, Gbit/s, gigabits per second
megapixel: MP
pixel:
decibel: dB
revolution per minute: rpm, RPM, revolutions per minute
pascal: Pa
hectopascal: hPa
bar:
millibar: mb, mbar
psi:
becquerel: Bq
sievert: Sv
millisievert: mSv
british thermal unit: BTU
million british thermal unit: mmBTU, MMBtu
ppm: parts per million
calibre: caliber
milliampere hour: mAh
watt hour: Wh
mile per gallon: mpg, miles per gallon
cubic centimetre: cc, cubic centimeter, cm³
frame per second: fps, frames per second
gram per kilometre: g/km
megabyte per second: MB/s
kilopascal: kPa
lumen:
"""
_TIMES = """
second: sec, secs
minute: min, mins
hour: hr, hrs
day:
night:
week: wk, wks
fortnight:
month:
year: yr, yrs
decade:
century: centuries
millisecond: ms
millennium: millennia
"""
_SHARES = """
percent: %, per cent, pct, pc, percents, p.c.
percentage point: percentage points, percent point, pp, ppt, percentage-point
basis point: basis points, bps
"""
# Letters that are units only when glued to the digits ("5G" is no gram, "3 in" no inch, "40 C" hardly a temperature).
_GLUED = frozenset({"C", "F", "g", "l", "st", "V", "J", "W", "ms", "mb", "MP", "PS", "Pa", "mi", "min", "PB", "m2", "m3"})
_SPACED_TOO = frozenset({"W", "V", "g", "min", "mi", "PS", "MP"})
PERCENT = Unit("percent", QuantityKind.PERCENT)
PERCENTAGE_POINT = Unit("percentage point", QuantityKind.PERCENT)
_LEADING = re.compile(r"(?:[\s\u00a0]?-[\s]?|[\s\u00a0]{0,4})")


def _rows(table: str) -> list[tuple[str, list[str]]]:
    rows = []
    for line in table.strip().splitlines():
        name, _, others = line.partition(":")
        rows.append((name, [o.strip() for o in others.split(",") if o.strip()]))
    return rows


def _is_sign(surface: str) -> bool:
    """Symbols keep their case; words do not."""
    return len(surface) <= 4 and surface not in _WORDS_OF_FOUR


_SHORT_WORDS = """
mile foot feet inch yard acre gram kilo knot ton bar volt watt byte day week hour year amp gig pct pc sec secs mins
hrs
"""
_WORDS_OF_FOUR = frozenset(_SHORT_WORDS.split())


@cache
def _surfaces() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Words (lower case) and signs (own case) of all units."""
    words: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    tables = ((_MEASURES, QuantityKind.MEASURE), (_TIMES, QuantityKind.DURATION), (_SHARES, QuantityKind.PERCENT))
    for table, kind in tables:
        for name, others in _rows(table):
            unit = Unit(name, kind)
            for surface in [name, *others]:
                bare = surface.removeprefix("-")
                if _is_sign(bare):
                    signs[bare] = unit
                    continue
                for form in (bare, bare + "s", bare.replace(" ", "-")):
                    words.setdefault(form.lower(), unit)
    for surface, code in currency_names().items():
        words.setdefault(surface, Unit(code, QuantityKind.MONEY))
    for code in codes():
        signs.setdefault(code, Unit(code, QuantityKind.MONEY))
    # "pounds" is in both: the sense is settled by `unit_at`
    words.pop("stones", None)
    words.pop("pounds", None)
    words.pop("pound", None)
    return words, signs


@cache
def _pattern() -> re.Pattern[str]:
    words, signs = _surfaces()
    by_length = sorted([*words, "pound", "pounds"], key=lambda s: (-len(s), s))
    signs_by_length = sorted(signs, key=lambda s: (-len(s), s))
    word = "|".join(map(re.escape, by_length))
    sign = "|".join(map(re.escape, signs_by_length))
    return re.compile(rf"(?:(?P<word>{word})(?!\w)|(?P<sign>(?-i:{sign}))(?![^\W_]))", re.IGNORECASE)


_PER = re.compile(
    r"(?:\s{0,4}/\s{0,4}|\s{1,4}per\s{1,4}|\s{1,4}(?:an?|each|every)\s{1,4}(?=(?:second|minute|hour|day|night|week|month|quarter|year|barrel|gallon|"
    r"litre|liter|tonne|ton|ounce|pound|kilo|gram|share|head|person)\b))(?P<of>[A-Za-z]{1,30}(?:\s(?=foot|metre|meter|mile)[a-z]{1,30})?)\b"
    r"(?!\s{1,4}(?:earlier|ago|later|before|after|on|old)\b)",
    re.IGNORECASE,
)
_MASS_SENSE = re.compile(r"\s{1,4}(?:of|in\s{1,4}weight|heavier|lighter|overweight)\b|-", re.IGNORECASE)
_WEIGHING = re.compile(
    r"\b(?:weigh(?:s|ed|ing|t)?|lost|lose|losing|gain(?:ed|ing)?|heav\w{1,40})\b[^.;]{0,30}$", re.IGNORECASE
)


def unit_at(text: str, number_start: int, number_end: int, glued: str | None) -> tuple[Unit, int] | None:
    """The unit that follows a number, and its end; `glued` are letters that stand right at the digits."""
    leading = _LEADING.match(text, number_end)
    at = leading.end() if leading else number_end
    match = _pattern().match(text, at)
    if match is None or (glued is not None and at != number_end):
        return None
    words, signs = _surfaces()
    if match["sign"] is not None:
        if at > number_end and match["sign"] in _GLUED - _SPACED_TOO:
            return None
        return signs[match["sign"]], match.end()
    word = fold(match["word"])
    if word in ("pound", "pounds"):
        return _pounds(text, number_start, match.end()), match.end()
    if word == "won" and not re.search(r"\d{3}|illion", text[number_start:number_end]):
        return None
    unit = words.get(word) or words.get(match["word"].lower())
    return (unit, match.end()) if unit else None


def _pounds(text: str, number_start: int, end: int) -> Unit:
    """Weight where the words around say so, else the currency."""
    window = text[max(0, number_start - 60) : number_start]
    if _MASS_SENSE.match(text, end) or _WEIGHING.search(window) or text[end - 1] != "s":
        return Unit("pound", QuantityKind.MEASURE)
    return Unit("GBP", QuantityKind.MONEY)


def per_at(text: str, end: int) -> tuple[str, int] | None:
    """What a rate is counted by ("per gallon", "a month"), in the singular, and the end of the words."""
    match = _PER.match(text, end)
    if match is None or match["of"].lower() in ("cent", "centage"):
        return None
    words, signs = _surfaces()
    surface = match["of"]
    unit = words.get(surface.lower()) or signs.get(surface)
    return (unit.name if unit else surface.lower()), match.end()


_NOT_ALONE = frozenset({"stone", "bar", "carat", "pixel", "knot", "second", "degree", "foot", "yard", "night", "celsius"})


def unit_of_noun(noun: str) -> Unit | None:
    """The unit that a counted noun names ("50 previous years"); words with another common sense are none."""
    unit = _surfaces()[0].get(noun)
    known = unit is not None and unit.kind in (QuantityKind.MEASURE, QuantityKind.DURATION)
    return unit if known and noun not in _NOT_ALONE else None


def unit_of_sign(code: str) -> Unit:
    """The unit of a currency sign or code."""
    return Unit(code, QuantityKind.MONEY)
