"""Rewords and alters the sentences of a report, for invented stories: every choice comes from the given `Random`."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from random import Random

from msgspec import Struct

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|‘[^‘]*?’(?![a-z])")
_BREAK = re.compile(r"(?<=[.?!])(?P<mark>[\"”’»]?)\s+(?=[\"“‘«]?[A-ZÁÉÍÓÚÑ])")
_ACCORDING = re.compile(r"(?P<what>[^\"“”‘«]+?), according to (?P<who>(?:the|a) [a-z’' ]+)\.")
_SAID = re.compile(r"(?P<what>[^\"“”‘«]+?), (?P<who>(?:the|a) [a-z’' ]+?) said\.")
_LOWERED = re.compile(r"(?:The|An?|More|Two|Three|Six|At|By|It|Its|No|On) ")
_DANGLING = re.compile(r"[\"“‘«]|(?:He|She|It|Its|They|Their|That|This|Then|But|And|Nor|According to the pair) ?\b")
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = re.compile(
    rf"(?P<day>\b\d{{1,2}}) (?:{_MONTHS})\b|\b(?:{_MONTHS}) (?P<year>20\d\d)\b|\bon (?P<weekday>{'|'.join(_WEEKDAYS)})\b"
)
_NUMBER = rf"(?P<number>\b\d{{1,3}}\b(?![,.:]\d)|\b(?:{'|'.join([*_WORDS, *map(str.capitalize, _WORDS)])})\b)"


class FactKind(Enum):
    """What an alteration changes."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


class Altered(Struct, frozen=True, kw_only=True):
    """A fact that a document tells otherwise than its source; `sentence` is as the document has it."""

    kind: FactKind
    sentence: str
    before: str
    after: str


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, good enough for the texts that are drawn on."""
    parts, at = [], 0
    for found in _BREAK.finditer(paragraph):
        parts.append(paragraph[at : found.end("mark")])
        at = found.end()
    return [*parts, paragraph[at:]]


def reword(paragraph: str, phrases: Mapping[str, Sequence[str]], zeal: float, rng: Random) -> str:
    """The paragraph with a share `zeal` of the known phrases put otherwise, outside of quotation marks."""
    for phrase, others in phrases.items():
        if phrase in paragraph and rng.random() < zeal:
            paragraph = _outside(paragraph, phrase, rng.choice(list(others)))
    turned = [_turn(s) if rng.random() < zeal else s for s in sentences(paragraph)]
    return " ".join(_swap(turned) if rng.random() < zeal / 2 else turned)


def alter(
    paragraphs: Sequence[str], kind: FactKind, words: Mapping[str, Mapping[str, object]], rng: Random
) -> list[Altered]:
    """Every way to alter one fact of this kind in the paragraphs, in their order; empty where there is none."""
    ways: dict[FactKind, Callable[[str], list[tuple[int, str, str]]]] = {
        FactKind.NUMBER: lambda s: _numbers(s, words["numbers"], rng),
        FactKind.DATE: lambda s: _dates(s, rng),
        FactKind.PLACE: lambda s: [(s.find(a), a, str(b)) for a, b in words["places"].items() if a in s],
    }
    made = []
    for sentence in (s for p in paragraphs for s in sentences(p)):
        shown = _QUOTED.sub(lambda m: "\0" * len(m[0]), sentence)
        for at, before, after in ways[kind](shown):
            written = sentence[:at] + after + sentence[at + len(before) :]
            made.append(Altered(kind=kind, sentence=written, before=before, after=after))
    return made


def apply(paragraphs: Sequence[str], altered: Altered) -> list[str]:
    """The paragraphs with the sentence as it is altered in place of the one it was."""
    out: list[str] = []
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            if altered.sentence in _all_changes(sentence, altered):
                return [*out, paragraph.replace(sentence, altered.sentence, 1), *paragraphs[len(out) + 1 :]]
        out.append(paragraph)
    raise ValueError(altered.sentence)


def _all_changes(sentence: str, altered: Altered) -> set[str]:
    """The sentence with any one occurrence of the words before put as those after."""
    found = re.finditer(re.escape(altered.before), sentence)
    return {sentence[: m.start()] + altered.after + sentence[m.end() :] for m in found}


def _outside(text: str, phrase: str, other: str) -> str:
    """Replaces the first occurrence of a phrase that does not begin within a direct quotation."""
    inside = [m.span() for m in _QUOTED.finditer(text)]
    for found in re.finditer(re.escape(phrase), text):
        if not any(a <= found.start() < b for a, b in inside):
            return text[: found.start()] + other + text[found.end() :]
    return text


def _turn(sentence: str) -> str:
    """The same with its source first, where the sentence ends with it."""
    if found := _ACCORDING.fullmatch(sentence):
        return f"According to {found['who']}, {_lower(found['what'])}."
    if found := _SAID.fullmatch(sentence):
        return f"{found['who'][0].upper()}{found['who'][1:]} said that {_lower(found['what'])}."
    return sentence


def _lower(words: str) -> str:
    return words[0].lower() + words[1:] if _LOWERED.match(words) else words


def _swap(parts: list[str]) -> list[str]:
    """The last two of three sentences or more change places, where neither leans on what stands before it."""
    free = len(parts) >= 3 and not any(_DANGLING.match(s) or re.search(r"[\"“”«»‘]", s) for s in parts[-2:])
    return [*parts[:-2], parts[-1], parts[-2]] if free else parts


def _numbers(sentence: str, words: Mapping[str, object], rng: Random) -> list[tuple[int, str, str]]:
    counted, before = ("|".join(map(re.escape, map(str, _list(words[k])))) for k in ("counted", "before"))
    found = re.finditer(rf"(?:{before}) {_NUMBER}|{_NUMBER.replace('number', 'other')} (?:{counted})\b", sentence)
    names = [(m, "number" if m["number"] else "other") for m in found]
    return [(m.start(name), m[name], _other_number(m[name], rng)) for m, name in names]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _other_number(written: str, rng: Random) -> str:
    """Another number near by, written the same way; never below two."""
    if written.isdigit():
        old = int(written)
        return str(rng.choice([n for n in range(max(2, old - 1 - old // 6), old + 3 + old // 6) if n != old]))
    at = _WORDS.index(written.lower())
    other = _WORDS[rng.choice([n for n in range(max(0, at - 2), min(len(_WORDS), at + 3)) if n != at])]
    return other.capitalize() if written[0].isupper() else other


def _dates(sentence: str, rng: Random) -> list[tuple[int, str, str]]:
    made = []
    for found in _DATES.finditer(sentence):
        name = next(n for n in ("day", "year", "weekday") if found[n])
        old = found[name]
        options = {
            "day": [str(n) for n in range(2, 28) if str(n) != old],
            "year": [str(int(old) + n) for n in (-1, 1)] if name == "year" else [],
            "weekday": [d for d in _WEEKDAYS if d != old],
        }[name]
        made.append((found.start(name), old, rng.choice(options)))
    return made
