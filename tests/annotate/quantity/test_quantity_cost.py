"""The cost of reading grows with the text and no faster: shown by the shape of the patterns and by counting lines run."""

import importlib
import pkgutil
import re
import re._constants as codes
import re._parser as syntax
import sys

import pytest

import sayso.annotate.quantity as room
from sayso.annotate.quantity import find_quantities
from sayso.annotate.quantity.units import _pattern

REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
DIGRESSIONS = {
    "commas": lambda n: "Seen: " + ", ".join(str(i % 90 + 10) for i in range(n)),
    "words": lambda n: "one two " * (n // 2),
    "and": lambda n: "They saw 12 goats" + " and 13 hens" * n + ".",
    "dozens": lambda n: "dozens of " * n,
    "blanks": lambda n: "It was 12" + " " * n + "or 13, and 14" + " " * n + "later.",
}


def patterns():
    yield "units._pattern()", _pattern()
    for module in pkgutil.iter_modules(room.__path__):
        names = vars(importlib.import_module(f"{room.__name__}.{module.name}"))
        yield from ((f"{module.name}.{name}", value) for name, value in names.items() if isinstance(value, re.Pattern))


def unbounded(tree):
    """The repeats of a parsed pattern that have no greatest number and may give back what they took."""
    for code, value in tree:
        if code in REPEATS and value[1] is codes.MAXREPEAT:
            yield str(value[2])
        for part in value if isinstance(value, (tuple, list)) else ():
            trees = part if isinstance(part, list) else [part]
            for inner in trees:
                if isinstance(inner, syntax.SubPattern):
                    yield from unbounded(inner)


def lines_run(parsed):
    """How many lines of the room run while a document is read."""
    count, folder = 0, str(room.__path__[0])

    def trace(frame, event, _):
        nonlocal count
        count += event == "line"
        return trace if frame.f_code.co_filename.startswith(folder) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find_quantities(parsed, ())
    finally:
        sys.settrace(before)
    return count


def test_no_pattern_repeats_without_bound():
    found = dict(patterns())
    assert len(found) > 30
    assert {name: rest for name, p in found.items() if (rest := list(unbounded(syntax.parse(p.pattern, p.flags))))} == {}


@pytest.mark.parametrize("words", [r"\s+a", r"(?:a|b*)c", r"(?=x\s*)y", r"(?P<n>a+?)$"])
def test_the_test_sees_a_repeat_without_bound(words):
    assert list(unbounded(syntax.parse(words)))
    assert not list(unbounded(syntax.parse(words.replace("+", "{1,4}").replace("*", "{0,4}"))))


@pytest.mark.parametrize("digression", DIGRESSIONS)
def test_twice_the_text_runs_at_most_about_twice_the_lines(parsed_of, digression):
    short, long = (lines_run(parsed_of(DIGRESSIONS[digression](n))) for n in (300, 600))
    assert 0 < long < 2.4 * short
