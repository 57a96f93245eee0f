"""The scan of a text: at each word the rules that may start there, the longest reading wins."""

import re
from collections.abc import Iterator

from sayso.annotate.temporal import calendar_dates, clock, cycles, eras, holidays, lengths, offsets, sets, vague
from sayso.annotate.temporal.rule import Reading, Rule

RULES: tuple[Rule, ...] = (
    *calendar_dates.RULES,
    *eras.RULES,
    *cycles.RULES,
    *clock.RULES,
    *holidays.RULES,
    *offsets.RULES,
    *lengths.RULES,
    *sets.RULES,
    *vague.RULES,
)
_WORD = re.compile(r"[A-Za-z]+|\d+|['’](?=\d)")


def _dispatch() -> dict[str, tuple[Rule, ...]]:
    words = sorted({word for rule in RULES for word in rule.first})
    return {word: tuple(rule for rule in RULES if word in rule.first) for word in words}


_BY_WORD = _dispatch()


def _longest(text: str, start: int, rules: tuple[Rule, ...]) -> Reading | None:
    best: Reading | None = None
    for rule in rules:
        match = rule.pattern.match(text, start)
        if match is None or match.end() == start:
            continue
        found = rule.read(match)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def scan(text: str) -> Iterator[Reading]:
    """Readings within the text, from left to right and disjoint."""
    after = 0
    figures = _BY_WORD["#"]
    for word in _WORD.finditer(text):
        begin = word.start()
        if begin < after:
            continue
        key = word.group()
        rules = figures if key[0].isdigit() else _BY_WORD.get(key.lower())
        if rules is None:
            continue
        found = _longest(text, begin, rules)
        if found is not None:
            yield found
            after = found.end
