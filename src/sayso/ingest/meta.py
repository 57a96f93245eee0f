"""What is said about a document beside its text: front matter, sidecar, page or record."""

import re
from collections.abc import Mapping
from html import unescape

from babel import Locale
from msgspec import Struct
from msgspec.structs import replace

_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "site", "sitename"),
    "authors": ("authors", "author", "byline"),
    "date": ("date", "published", "date_published", "datepublished", "published_at", "pubdate"),
    "modified": ("modified", "updated", "date_modified", "datemodified"),
    "url": ("url", "link", "address"),
    "language": ("language", "lang"),
}
_AUTHOR_END = re.compile(r"\s*;\s*|\s+(?:and|&)\s+|\s*\n\s*")
_ACCOUNT = re.compile(
    r"(?:site|web)?-?(?:admin|administrator|master|user|root)", re.IGNORECASE
)  # of whoever posts, not an author
_BY = re.compile(r"^(?:by|von|por|par|di)\s+", re.IGNORECASE)


class Meta(Struct, frozen=True, kw_only=True):
    """Values as written, None where nothing is said; `origin` tells where the date stood."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    origin: str = ""


def meta_from(values: Mapping[str, object], origin: str) -> Meta:
    """Reads the known keys of a mapping; values may be texts, numbers, dates or lists; other keys are passed over."""
    plain = {str(key).strip().lower(): value for key, value in values.items()}
    raw = {name: next((plain[k] for k in keys if plain.get(k) not in (None, "", [])), None) for name, keys in _NAMES.items()}
    return Meta(
        title=_line(raw["title"]),
        publisher=_line(raw["publisher"]),
        authors=_authors(raw["authors"]),
        date=_line(raw["date"]),
        modified=_line(raw["modified"]),
        url=_line(raw["url"]),
        language=language_code(_line(raw["language"])),
        origin=origin,
    )


def over(upper: Meta, lower: Meta) -> Meta:
    """The values of `upper`, and those of `lower` where `upper` says nothing."""
    said = {f: getattr(upper, f) for f in _NAMES if getattr(upper, f)}
    return replace(lower, **said, origin=upper.origin if upper.date else lower.origin)


def language_code(written: str | None) -> str | None:
    """`en` for en, EN-us, eng and English; None where it is no language."""
    if not written:
        return None
    plain = written.strip().lower().replace("_", "-")
    names = Locale("en").languages
    if (code := plain.split("-")[0]) in names and len(code) == 2:
        return str(code)
    by_name = {name.lower(): code for code, name in sorted(names.items(), reverse=True) if len(code) == 2}
    return by_name.get(plain, "en" if plain == "eng" else None)


def language_name(code: str) -> str:
    """The English name of a language code, or the code itself."""
    return str(Locale("en").languages.get(code, code))


def _line(value: object) -> str | None:
    """One line of text from a value of any type; the first of a list, the name of a record."""
    if isinstance(value, list | tuple):
        return next((line for v in value[:20] if (line := _line(v))), None) if not _nested(value) else None
    if isinstance(value, Mapping):
        return _line(value.get("name")) if not isinstance(value.get("name"), Mapping | list) else None
    if value is None or isinstance(value, bool):
        return None
    line = " ".join(_printable(unescape(str(value))).split())  # pages escape their titles twice
    return line[:1000] or None


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _nested(value: list[object] | tuple[object, ...]) -> bool:
    return any(isinstance(v, list | tuple) for v in value)


def _authors(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else [value]
    lines = [line for v in items[:50] if not isinstance(v, list | tuple) and (line := _author_line(v))]
    return tuple(dict.fromkeys(name for line in lines for name in _people(line)))


def _author_line(value: object) -> str | None:
    return "; ".join(value.split("\n")) if isinstance(value, str) else _line(value)


def _people(line: str) -> list[str]:
    """The names of a line; a comma parts them only where each side is a full name ("Poe, Ann" is one person)."""
    names = []
    for part in _AUTHOR_END.split(_BY.sub("", line)):
        pieces = [p.strip() for p in part.split(",") if p.strip()]
        names += pieces if all(" " in p for p in pieces) else [part.strip(" ,")]
    return [" ".join(_printable(n).split()) for n in names if n.strip(" ,") and not _ACCOUNT.fullmatch(n.strip())]
