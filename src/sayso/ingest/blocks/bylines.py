"""Date lines and bylines, also glued together and in any of many languages.

A line is read as dates and what is left between them. It is a date line or byline only if every rest is a label
("published", "mis à jour le", a weekday, a time), a byline ("By Ann Poe", "Published by …") or a bare name beside one.
"""

import itertools
import re
from collections.abc import Iterator

from msgspec import Struct

from sayso.ingest.blocks.notes import Line, Notes, Part
from sayso.ingest.calendar_words import ZONES, weekdays
from sayso.ingest.dates import Found, find
from sayso.model.document import Block, Publication
from sayso.model.enums import BlockKind

_LONGEST = 220  # characters
_YEAR = re.compile(r"\d{4}")  # every full date has one: looked for first, since most lines have none
_PARTICLE = r"(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|y|e|ter|af|av|zu)"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*)"
_PERSON = rf"{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,5}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & | y | et | und | e ){_PERSON}){{0,5}}"
_LEAD = (
    r"(?:(?:Published|Posted|Written|Reported|Story|Text|Words|Analysis|Opinion|Report|Article|Compiled|Edited"
    r"|Submitted|Created) by|By|BY|by|"
    r"Por|POR|Von|VON|Par|PAR|Di|Door|Av|Redacción|Publicado por|Escrito por|Publié par|Écrit par|Veröffentlicht von"
    r"|Pubblicato da|"
    r"Authors?|Autora?|Auteur|Autore|Autor(?:en)?|Writer|Reporter)(?:\s?:)?"
)
_BYLINE = re.compile(
    rf"{_LEAD} (?P<names>{_PEOPLE})(?P<role>,? (?:in|at|for|of|from) {_WORD}[\w ,.&'’-]{{0,40}}|, [\w .&'’/-]{{2,60}})?"
)
_SINGLE = re.compile(rf"(?:Published by|Posted by|Written by|Author:|Publicado por|Autor:|By) (?P<names>{_WORD})")
_BEHIND_SECTION = re.compile(rf"(?:{_WORD} ){{1,3}}{_LEAD} (?P<names>{_PEOPLE})")  # "World By Ann Poe", as pages glue it
_NAME = re.compile(_PERSON)
_PICTURE = re.compile(r"(?:Photos?|Pictures?|Images?|Video)(?: by| credit)?: .+", re.IGNORECASE)
_BUTTON = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}")  # "Share", "World News"
_STRIP = " \t|•·,;:()[]–—-/●▪*>»"
_TIME = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d+ (?:min(?:ute)?s?|hours?|days?"
    r"|hrs?)(?: ago)?",
    re.IGNORECASE,
)
_LABELS_WRITTEN = """
    date dated published publish publication posted post updated update last modified created first issued released on
    at the time version edition publié publiée le mis mise à a jour modifié par veröffentlicht am um uhr aktualisiert
    stand zuletzt vom publicado publicada el actualizado actualizada las la última actualización hora hrs pubblicato
    pubblicata il alle ore aggiornato fecha datum data gepubliceerd op om bijgewerkt em às atualizado de diciembre
    local ago read is was and utc gmt
"""
_LABELS = frozenset(_LABELS_WRITTEN.split())
_CHANGED = re.compile(
    r"(?i)\b(?:updated?|modified|mis à jour|aktualisiert|actualizad[oa]|actualización|aggiornato|atualizado|bijgewerkt)\b"
)
_LABELLED = re.compile(r"(?i)\b(?:publi\w+|posted|date[d:]?|veröffentlicht|pubblicat\w|issued|fecha|datum|data|created)\b")


class _Item(Struct, frozen=True):
    start: int
    end: int
    kind: BlockKind
    words: str
    date: Publication | None = None


def byline(line: Line) -> Part | None:
    """The parts of a line of dates and names as blocks, with the authors and dates it states; None for any other line."""
    if len(line.text) > _LONGEST:
        return None
    dates = find(line.text, "date line of the text") if _YEAR.search(line.text) else []
    if not dates and not (line.opening or line.closing):
        return None
    items = list(_items(line.text, dates))
    if not items or any(i.kind is BlockKind.PARAGRAPH for i in items) or not _is_evident(line, items, bool(dates)):
        return None
    return Part(tuple(_blocks(line, items)), _notes(items))


def _is_evident(line: Line, items: list[_Item], dated: bool) -> bool:
    """A bare date in the midst of a story is a heading of a chronicle; bare names are nothing."""
    if dated:
        return line.opening or bool(_LABELLED.search(line.text) or _CHANGED.search(line.text))
    if any(_named(i.words) for i in items):
        return True
    return line.opening and all(i.kind is BlockKind.DATE_LINE for i in items) and bool(_TIME.search(line.text))


def _items(text: str, dates: list[Found]) -> Iterator[_Item]:
    """Dates and rests in order; a rest that is neither label, byline nor name comes as PARAGRAPH."""
    at = 0
    for found in dates:
        yield from _rests(text, at, found.start)
        yield _Item(found.start, found.end, BlockKind.DATE_LINE, "", found.published)
        at = found.end
    yield from _rests(text, at, len(text))


def _rests(text: str, start: int, end: int) -> Iterator[_Item]:
    at = start
    for piece in re.split(r"(\s?[|•·●▪>»]\s?|\s[–—-]\s)", text[start:end]):
        words = piece.strip(_STRIP)
        if words:
            first = at + piece.index(words)
            yield _Item(first, first + len(words), _kind(words), words)
        at += len(piece)


def _kind(words: str) -> BlockKind:
    if _named(words):
        return BlockKind.BYLINE
    if _PICTURE.fullmatch(words):
        return BlockKind.CAPTION
    rest = _TIME.sub(" ", words).lower()
    plain = [w.strip(".,:()") for w in rest.split()]
    if all(not w or w in _LABELS or w in weekdays() or w in ZONES for w in plain):
        return BlockKind.DATE_LINE
    if _NAME.fullmatch(words) and len(words.split()) <= 5:
        return BlockKind.BYLINE
    return BlockKind.BOILERPLATE if _BUTTON.fullmatch(words) else BlockKind.PARAGRAPH


def _named(words: str) -> re.Match[str] | None:
    """The byline that says whose the words are, not a bare name."""
    return _BYLINE.fullmatch(words) or _SINGLE.fullmatch(words) or _BEHIND_SECTION.fullmatch(words)


def _blocks(line: Line, items: list[_Item]) -> Iterator[Block]:
    """One block per run of items of a kind; punctuation between two goes with the first."""
    starts = [0] + [b.start for a, b in itertools.pairwise(items) if a.kind is not b.kind]
    kinds = [items[0].kind] + [b.kind for a, b in itertools.pairwise(items) if a.kind is not b.kind]
    for start, end, kind in zip(starts, [*starts[1:], len(line.text)], kinds, strict=True):
        yield Block(line.start + start, line.start + start + len(line.text[start:end].rstrip()), kind)


def _notes(items: list[_Item]) -> Notes:
    authors = [
        name
        for i in items
        if (found := _named(i.words))
        for name in re.split(r", | and | & | y | et | und | e ", found["names"])
    ]
    published: Publication | None = None
    modified: str | None = None
    label = ""
    for item in items:
        if item.date is None:
            label = item.words
        elif _CHANGED.search(label):
            modified = modified or item.date.at or (item.date.start.isoformat() if item.date.start else None)
        else:
            published = published or item.date
    return Notes(authors=tuple(authors), published=published, modified=modified)
