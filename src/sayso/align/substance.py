"""What a claim says beside its names, dates and numbers: what a question must be made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.align.lexical import fold
from sayso.model.claim import Claim, Participant
from sayso.model.clause import Role

# Words that stand in any report: shared, they are no evidence; alone, they state nothing.
LIGHT = frozenset(
    """be have do say tell go come make get give put add accord know see report suggest continue begin start keep remain stop
    want need try seem man woman people person other another such some first last new more most also year month week day hour
    minute second time way part thing mr mrs ms one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion dozen p m a""".split()
)
_BEFORE = re.compile(r"(?:^|, )(?:the|its|his|her|a|an)((?: [^\s,]+){1,6}), $", re.IGNORECASE)
_AFTER = re.compile(r",\s[^,.;]{2,70}(?=,)")
_MARKS = " ,.;:()“”\"'‘’–-"
_SHORTEST = 3  # letters of a word that may be another form of a shared lemma
_ENDING = 2  # letters by which the two may part
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Substance:
    """One claim's `words` (content lemmas but names, titles, dates, numbers and light words), `entities` and `rest`.

    `rest` is the text without names, titles and dates.
    """

    words: frozenset[str]
    entities: frozenset[str]
    rest: str

    def without(self, lemmas: frozenset[str]) -> str:
        """The rest without some words, whatever their form."""
        return " ".join(word for word in self.rest.split() if not any(_form(part, lemmas) for part in fold(word).split()))


def substance(claim: Claim) -> Substance:
    """What a claim says."""
    text, named, dated = claim.text, list(_named(claim)), list(_dated(claim))
    names = frozenset(word for a, b in named for word in fold(text[a:b]).split())
    dates = frozenset(word for a, b in dated for word in fold(text[a:b]).split())
    folded = {fold(w).strip() for w in claim.clause.words}
    words = {w for w in folded - LIGHT - dates if w and not w[0].isdigit() and not _among(w, names)}
    letters = list(text)
    for a, b in (*named, *dated):
        letters[a:b] = " " * (b - a)
    return Substance(frozenset(words), claim.entities, " ".join("".join(letters).split()).strip(_MARKS))


def predicate(claim: Claim) -> str:
    """The lemma of a claim's verb or predicate as it stands among its words."""
    return fold(claim.clause.predicate).strip()


def _among(word: str, names: frozenset[str]) -> bool:
    """True for a lemma that stands among the words of a name, its plural and its genitive included."""
    return all(part in names for part in word.split()) or (
        len(word) > _SHORTEST + 1 and any(n.startswith(word) for n in names)
    )


def _form(word: str, lemmas: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST and any(word.startswith(w[: max(_SHORTEST + 1, len(w) - _ENDING)]) for w in lemmas)


def _named(claim: Claim) -> Iterator[Stretch]:
    """Where the names of a claim stand in its text, with the titles and appositions that go with them."""
    for p in claim.participants:
        start, end = p.start - claim.start, p.end - claim.start
        if start < 0 or end > len(claim.text):
            continue
        yield start, end
        for role in claim.clause.roles:
            if _heads(p, role, claim):
                yield max(0, role.start - claim.start), min(len(claim.text), role.end - claim.start)
        if apposed := _BEFORE.search(claim.text[:start]):
            yield apposed.start(), start
        if after := _AFTER.match(claim.text, end):
            yield after.span()


def _heads(name: Participant, role: Role, claim: Claim) -> bool:
    """True for a noun phrase that the name heads ("President Moor"), False for one in which it only stands."""
    inside = role.start <= name.start and name.end <= role.end
    return inside and role.head in fold(claim.text[name.start - claim.start : name.end - claim.start]).split()


def _dated(claim: Claim) -> Iterator[Stretch]:
    """Where the times of a claim stand in its text."""
    for told, _ in claim.times:
        at = claim.text.find(told)
        if at >= 0:
            yield at, at + len(told)
