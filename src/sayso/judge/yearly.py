"""The year of what happens once: one treaty, inauguration or founding told for two years, whatever is said of it."""

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from sayso.judge.dates import FUTURE, reads
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import conditioned
from sayso.judge.nouns import plain
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Verdict
from sayso.model.time import Period

# What is done once, or has a year by which it is called; words of a group stand for each other.
PACTS = frozenset("treaty agreement accord pact convention".split())
ONCE = PACTS | frozenset(
    "inauguration coronation wedding coup uprising referendum founding independence merger takeover summit accession"
    " swearing-in abdication exhibition eruption famine".split()
)
OTHERS = re.compile(
    r"\b(?:second|another|other|previous|earlier|first|last|next|new|several|two|every|each|annual)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:last|this) year\b", re.IGNORECASE)
WHEN = re.compile(r"^,? when\b", re.IGNORECASE)
OF = re.compile(
    r"(?:^|\b(?:[a-z]\S*|The|An?) )([a-z-]+) (?:of|in) $"
)  # no name before the noun: "the Brenholm accord of 1990" is one
NEXT = re.compile(r" ([a-z-]+)\b")
RARE = 5  # sentences of a story at most that hold the noun
SURENESS = 0.6


class Dated(Struct, frozen=True):
    """An event of a kind with its year, the claim that tells it and the words for the year."""

    claim: Claim
    noun: str
    year: Period
    shown: str

    @property
    def event(self) -> str:
        """One name for a noun and all that stand for it."""
        return "treaty" if self.noun in PACTS else self.noun


def yearly_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between the years that two outlets give one such event, each of them one year."""
    told = [d for c in scene.originals for d in _dated(scene, c)]
    years: dict[tuple[str, str], set[object]] = {}
    for d in told:
        years.setdefault((d.claim.document, d.event), set()).add(d.year.start)
    for a, b in combinations(told, 2):
        single = all(len(years[x.claim.document, x.event]) == 1 for x in (a, b))
        if a.event == b.event and a.claim.publisher != b.claim.publisher and single and _one(scene, a, b):
            yield Difference(
                kind=DiscrepancyKind.DATE,
                verdict=Verdict.CONFLICT,
                left=Value(a.claim.id, a.shown, reads(a.year)),
                right=Value(b.claim.id, b.shown, reads(b.year)),
                topic=f"when: {a.event}",
                why=f"{a.claim.publisher} puts the {a.event} into {_year(a)}, {b.claim.publisher} into {_year(b)}",
                weight=SURENESS,
            )


def _dated(scene: Scene, claim: Claim) -> Iterator[Dated]:
    """The events of a claim whose year stands beside them, or of which it says when they were attended."""
    if claim.modality in FUTURE or conditioned(claim):
        return
    for text, period in claim.times:
        if not _is_year(period):
            continue
        whole = scene.documents[claim.document].text
        at = claim.start + claim.text.find(text)
        before, after = whole[claim.start : at], whole[at + len(text) : claim.clause.sentence_end]
        beside = [plain(found[1]) for found in (NEXT.match(after), OF.search(before)) if found is not None]
        if nouns := [noun for noun in beside if noun in ONCE]:
            yield Dated(claim, nouns[0], period, text)
        elif RELATIVE.search(text) and WHEN.match(after):
            for attending in (c for c in scene.sentence(claim) if c.end > at):
                for noun in sorted({plain(r.head) for r in attending.clause.roles} & ONCE):
                    yield Dated(attending, noun, period, text)


def _is_year(period: Period) -> bool:
    first, last = period.start, period.end
    if first is None or last is None:
        return False
    return first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _one(scene: Scene, a: Dated, b: Dated) -> bool:
    """True where few sentences tell of such an event, and it has no fellow; or the same is named beside both."""
    if a.year.start == b.year.start:
        return False
    texts = [scene.sentence_text(d.claim) for d in (a, b)]
    if any(OTHERS.search(t[: t.find(d.noun)]) for d, t in zip((a, b), texts, strict=True) if d.noun in t):
        return False
    if a.event == "treaty":
        return scene.rarity(a.noun) + scene.rarity(b.noun) <= RARE
    named = [{e for c in scene.sentence(d.claim) for e in c.entities if scene.proper(e)} for d in (a, b)]
    return bool(named[0] & named[1])


def _year(dated: Dated) -> str:
    year = str(dated.year.start.year) if dated.year.start is not None else ""
    return year if year in dated.shown else f"{year} (“{dated.shown}”)"
