"""What `explain` is asked for: by id, by the beginning of one, by a line of the summary, or by words of the dossier."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.errors import RunError
from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.model.denial import Manner
from sayso.model.dossier_findings import Discrepancy, DossierSource, Finding
from sayso.model.dossier_texts import DossierClaim, DossierDocument, DossierQuote
from sayso.model.mention import Entity

Explained = Finding | Discrepancy | DossierSource | DossierClaim | Entity | DossierDocument | DossierQuote

LIKE = 0.8  # likeness from which an id may be meant that was mistyped
SHORTEST = 3  # characters of words that are looked for
KIND = {
    Finding: "finding", Discrepancy: "discrepancy", DossierSource: "source", DossierClaim: "claim", Entity: "entity",
    DossierDocument: "document", DossierQuote: "quotation",
}  # fmt: skip

_TAIL = " \t\n.,;:!?…"
_ADDED = re.compile(  # the day that the summary puts behind "Friday", and who denies it
    rf" ?(?:\[[^\[\]]*\d{{4}}\]|\([^()]*\d{{4}}\)|\[(?:{'|'.join(Manner)})\b[^\[\]]*\])"
)


def find(look: Lookup, wanted: str) -> Sequence[Explained]:
    """All that is meant by `wanted`: an id means one thing; its beginning, or words, may mean several.

    Case does not matter, nor do stops and dots behind it. Where words stand in a finding, its claims are not listed beside
    it. Raises RunError where nothing is meant.
    """
    known = _by_id(look)
    named = {**{name_of(q): q for q in reversed(look.dossier.quotes)}, **known}
    plain = wanted.strip().rstrip(_TAIL)
    for identifier in (wanted, wanted.strip(), plain, plain.lower()):
        if identifier in named:
            return (named[identifier],)
    close = [item for identifier, item in known.items() if plain and identifier.lower().startswith(plain.lower())]
    if found := close or _by_line(look, plain, known) or _by_words(look, plain):
        return found
    remedy = "take an id that the summary shows"
    if nearest := difflib.get_close_matches(plain.lower(), known, 1, LIKE):
        remedy = f"the nearest id is {nearest[0]}, a {KIND[type(known[nearest[0]])]}: “{words_of(look, known[nearest[0]])}”"
    raise RunError("explain", f"nothing in this dossier has the id or the words {one_line(wanted)}", remedy)


def name_of(item: Explained) -> str:
    """The id of a thing; a quotation has none and goes by its document and place."""
    return f"{item.document}[{item.start}:{item.end}]" if isinstance(item, DossierQuote) else item.id


def words_of(look: Lookup, item: Explained) -> str:
    """What a thing says or is called."""
    match item:
        case Finding():
            return item.statement
        case Discrepancy():
            return f"{item.question}: {' / '.join(s.value for s in item.sides)}"
        case DossierSource() | Entity():
            return item.name
        case DossierClaim():
            return item.text
        case DossierDocument():
            return f"{item.publisher}: {item.title or 'untitled'}"
        case DossierQuote():
            document = look.documents.get(item.document)
            return document.text[item.start : item.end] if document else ""


def _by_id(look: Lookup) -> dict[str, Explained]:
    dossier = look.dossier
    rooms: tuple[Sequence[Explained], ...] = (
        dossier.discrepancies, dossier.findings, dossier.sources, dossier.claims, dossier.entities, dossier.documents
    )  # fmt: skip
    known: dict[str, Explained] = {}
    for item in (item for room in rooms for item in room):
        known.setdefault(name_of(item), item)
    return known


def _by_line(look: Lookup, wanted: str, known: Mapping[str, Explained]) -> list[Explained]:
    """What a whole line of the summary is about."""
    lines = (line for section in look.dossier.briefing.sections for line in section.lines)
    asked = dict.fromkeys(look.asked(x) for x in lines if _flat(wanted) and _flat(x.text) == _flat(wanted))
    return [known[identifier] for identifier in asked if identifier in known]


def _flat(text: str) -> str:
    """A text for comparison: on one line, without case, without the days and the dots that a summary adds."""
    return _ADDED.sub("", one_line(text)).casefold().strip(_TAIL)


def _by_words(look: Lookup, wanted: str) -> list[Explained]:
    sought = _flat(wanted)
    if len(sought) < SHORTEST:
        return []
    found: list[Explained] = []
    covered: set[str] = set()
    for item in (*_by_id(look).values(), *look.dossier.quotes):
        if any(sought in _flat(text) for text in _texts(look, item)):
            if isinstance(item, DossierClaim) and item.id in covered:
                continue
            if isinstance(item, Finding):
                covered |= set(item.claims)
            found.append(item)
    return found


def _texts(look: Lookup, item: Explained) -> Iterator[str]:
    yield words_of(look, item)
    if isinstance(item, Finding):
        yield item.headline
        yield from (c.text for c in look.told(item.claims))
    elif isinstance(item, Discrepancy):
        yield item.about
    elif isinstance(item, Entity):
        yield from item.aliases
