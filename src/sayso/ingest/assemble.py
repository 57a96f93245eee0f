"""A `Raw` article → a `Document`: cleaned, cut into blocks, dated and named."""

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from sayso.ingest.blocks import Split, split
from sayso.ingest.blocks.agencies import is_agency
from sayso.ingest.clean import clean
from sayso.ingest.dates import parse
from sayso.ingest.language import language_of
from sayso.ingest.lines import unwrap
from sayso.ingest.meta import Meta, language_name
from sayso.ingest.publisher import publisher_of
from sayso.ingest.source import Raw, skip
from sayso.model.document import Document, Publication, identify
from sayso.model.enums import Basis, BlockKind

LONGEST = 1_000_000  # characters of one article, the most that the parser takes: some 150,000 words, a long novel


class Place(Struct, frozen=True):
    """Where an article stands: `path` as shown, `file` as named, and its bytes' hash."""

    path: str
    file: str
    sha256: str


def hash_of(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def assemble(raw: Raw, place: Place, languages: frozenset[str]) -> Document:
    """The document; raises SkipDocument where nothing is left to read, or nobody here reads its language."""
    text, hints = _text(raw)
    parts = split(text, hints)
    meta = raw.meta
    body = " ".join(text[b.start : b.end] for b in parts.blocks if b.kind is BlockKind.PARAGRAPH)
    if not any(c.isalnum() for c in body):
        raise skip(
            "there is no running text in it, only headings, captions and the like", "check that the article was saved whole"
        )
    language = (meta.language if raw.trusted_language else None) or language_of(body)
    if language not in languages:
        known = ", ".join(sorted(languages))
        raise skip(
            f"language {language} ({language_name(language)}) has no reader",
            f"give the text in a language that has one: {known}",
        )
    authors = meta.authors or parts.notes.authors
    return Document(
        id=identify("d", place.sha256),
        sha256=place.sha256,
        text=text,
        blocks=parts.blocks,
        path=place.path,
        url=meta.url,
        publisher=publisher_of(meta.publisher, meta.url, place.file),
        title=meta.title or parts.title,
        authors=authors,
        published=_published(meta, parts),
        modified=_modified(meta, parts),
        language=language,
        credits=tuple(dict.fromkeys((*parts.notes.credits, *(a for a in authors if is_agency(a))))),
    )


def _text(raw: Raw) -> tuple[str, dict[int, BlockKind]]:
    """The cleaned text, and by offset the kinds that the mark-up tells."""
    if sum(len(words) for words, _ in raw.pieces) > LONGEST:
        raise skip(f"the text is longer than {LONGEST:,} characters", "divide it into its articles, one a file")
    if len(raw.pieces) == 1 and raw.pieces[0][1] is None:
        text = unwrap(clean(raw.pieces[0][0]))
        hints: dict[int, BlockKind] = {}
    else:
        text, hints = _joined((clean(words), kind) for words, kind in raw.pieces)
    if not any(c.isalnum() for c in text):
        raise skip("there is no text in it", "check that the file was saved whole")
    return text, hints


def _joined(pieces: Iterable[tuple[str, BlockKind | None]]) -> tuple[str, dict[int, BlockKind]]:
    hints: dict[int, BlockKind] = {}
    lines: list[str] = []
    at = 0
    for words, kind in pieces:
        line = " ".join(words.split("\n"))
        if line:
            if kind is not None:
                hints[at] = kind
            lines.append(line)
            at += len(line) + 2
    return "\n\n".join(lines), hints


def _published(meta: Meta, parts: Split) -> Publication:
    """What the metadata states; else what a line of the text states; else unknown, with the unreadable value told."""
    stated = parse(meta.date, meta.origin) if meta.date else Publication()
    if stated.basis is Basis.STATED or parts.notes.published is None:
        return stated
    return parts.notes.published


def _modified(meta: Meta, parts: Split) -> str | None:
    """ISO 8601 where the metadata's value is a date; else the words as they stand."""
    if not meta.modified:
        return parts.notes.modified
    said = parse(meta.modified, "modified")
    if said.start is None and not any(c.isalpha() and c not in "TZ" for c in meta.modified):
        return parts.notes.modified  # digits that are no date ("0001-01-01T00:00:00Z") say nothing
    return said.at or (said.start.isoformat() if said.start and said.start == said.end else meta.modified)
