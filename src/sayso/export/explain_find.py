"""What `explain` is asked for: by id, by the beginning of one, or by words of the dossier."""

from collections.abc import Iterator, Sequence

from sayso.errors import RunError
from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Discrepancy, DossierSource, Finding
from sayso.model.dossier_texts import DossierClaim, DossierDocument, DossierQuote
from sayso.model.mention import Entity

Explained = Finding | Discrepancy | DossierSource | DossierClaim | Entity | DossierDocument | DossierQuote

SHORTEST = 3  # characters of words that are looked for
KIND = {
    Finding: "finding", Discrepancy: "discrepancy", DossierSource: "source", DossierClaim: "claim", Entity: "entity",
    DossierDocument: "document", DossierQuote: "quotation",
}  # fmt: skip


def find(look: Lookup, wanted: str) -> Sequence[Explained]:
    """All that is meant by `wanted`: an id means one thing; its beginning, or words, may mean several.

    Where words stand in a finding, its claims are not listed beside it. Raises RunError where nothing is meant.
    """
    known = _by_id(look)
    if wanted in known:
        return (known[wanted],)
    if quote := next((q for q in look.dossier.quotes if name_of(q) == wanted), None):
        return (quote,)
    close = [item for identifier, item in known.items() if wanted and identifier.startswith(wanted)]
    if found := close or _by_words(look, wanted):
        return found
    raise RunError(
        "explain", f"nothing in this dossier has the id or the words {wanted}", "take an id that the summary shows"
    )


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


def _by_words(look: Lookup, wanted: str) -> list[Explained]:
    sought = one_line(wanted).casefold()
    if len(sought) < SHORTEST:
        return []
    found: list[Explained] = []
    covered: set[str] = set()
    for item in (*_by_id(look).values(), *look.dossier.quotes):
        if any(sought in one_line(text).casefold() for text in _texts(look, item)):
            if isinstance(item, DossierClaim) and item.id in covered:
                continue
            if isinstance(item, Finding):
                covered |= set(item.claims)
            found.append(item)
    return found


def _texts(look: Lookup, item: Explained) -> Iterator[str]:
    yield words_of(look, item)
    if isinstance(item, Finding):
        yield from (c.text for c in look.told(item.claims))
    elif isinstance(item, Discrepancy):
        yield item.about
    elif isinstance(item, Entity):
        yield from item.aliases
