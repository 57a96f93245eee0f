"""Statements written to contrast: wordings of one answer beside answers to near questions (`examples/contrasts`)."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.judged import Judgement

FOLDER = Path(__file__).parent.parent / "examples" / "contrasts"
QUESTION = re.compile(r"(?P<number>\d+) \S.*")
STATEMENT = re.compile(r"(?P<mark>[=~]) (?P<text>[^{}]+?)(?: *\{(?P<also>\d+(?:, ?\d+)*)\})?")


class Statement(NamedTuple):
    """What one outlet might say: which question of its scenario it answers, and which others with a side part.

    Where it is only `near`, it does not answer the question though it stands by it.
    """

    text: str
    question: int
    also: frozenset[int]
    near: bool


class Contrast(NamedTuple):
    """Two statements of one scenario and whether they answer one question."""

    one: str
    other: str
    judgement: Judgement


def scenario_paths() -> tuple[Path, ...]:
    """The scenarios, by name."""
    return tuple(sorted(FOLDER.glob("*.txt")))


def read_scenario(path: Path) -> tuple[Statement, ...]:
    """The statements of one file. Raises ValueError, naming file and line, where a line is none that is known."""
    told: list[Statement] = []
    question = 0
    for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        if found := QUESTION.fullmatch(line):
            question = int(found["number"])
        elif question and (found := STATEMENT.fullmatch(line)):
            also = frozenset(map(int, (found["also"] or "").replace(",", " ").split()))
            told.append(Statement(found["text"], question, also, found["mark"] == "~"))
        else:
            raise ValueError(f"{path.name}, line {number}: neither a question nor a statement: {line}")
    return tuple(told)


def contrasts(told: tuple[Statement, ...]) -> Iterator[Contrast]:
    """The pairs of a scenario of which it is known whether they are one question.

    Nothing is known of what is only near a question beside statements of other questions, nor of two side parts.
    """
    for one, other in combinations(told, 2):
        judgement = _judged(one, other)
        if judgement is not None:
            yield Contrast(one.text, other.text, judgement)


def _judged(one: Statement, other: Statement) -> Judgement | None:
    if one.question == other.question:
        if one.near and other.near:
            return None
        return Judgement.OTHER if one.near or other.near else Judgement.SAME
    if one.near or other.near:
        return None
    if one.question in other.also or other.question in one.also:
        return Judgement.PARTLY
    return None if one.also & other.also else Judgement.OTHER
