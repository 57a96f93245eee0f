"""How sure an inferred publication is, in a word beside the evidence that it rests on."""

from enum import StrEnum

from msgspec.structs import replace

from sayso.model.document import Document, Publication
from sayso.model.enums import Basis

_SAID = "how sure: "
_FEW = 3  # days up to which a period that rests on the text's own words is likely


class Sureness(StrEnum):
    """SURE of an address or a date line, LIKELY of a few days that the text speaks for, OPEN of a period that is a frame."""

    SURE = "sure"
    LIKELY = "likely"
    OPEN = "open"


def sureness(published: Publication) -> Sureness:
    """How sure a publication is, by what it rests on and how many days it leaves."""
    if published.start is None or published.end is None:
        return Sureness.OPEN
    if published.start == published.end and (published.why or "").startswith(("address: ", "date line: ")):
        return Sureness.SURE
    return Sureness.LIKELY if (published.end - published.start).days < _FEW else Sureness.OPEN


def told_how_sure(document: Document) -> Document:
    """The document, an inferred publication told with how sure it is."""
    published = document.published
    if published.basis is not Basis.INFERRED or not published.why:
        return document
    return replace(document, published=replace(published, why=f"{published.why}; {_SAID}{sureness(published)}"))
