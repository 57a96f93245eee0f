"""Which outlet a name means, and what an outlet that is known by a web address is called."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.judge.publishers import curated
from sayso.model.document import Document
from sayso.model.enums import EntityType
from sayso.model.mention import Entity

_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_REGISTRIES = frozenset("com co net org gov edu ac info news tv".split())
_LABELS = frozenset("www edition online en uk us in af world worldnews international amp m mobile hosted".split())
_WORDS = re.compile(r"[^\W_]+")
_SHARED = 6  # letters of an address from which it shows the beginning of a name
_SHORTEST = 4  # letters of a short name by which an outlet is known in its own text


@lru_cache(maxsize=1 << 14)
def plain_name(name: str) -> str:
    """A name without case, accents, articles, domain endings and punctuation, to match publishers with entities."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    flat = re.sub(r"^www\.|\.(?:com|org|net|co\.\w\w|\w\w)$", "", flat.strip())
    words = [w for w in re.split(r"[^a-z0-9]+", flat) if w not in {"the", "", "news", "online"}]
    return "".join(words)


class Outlets:
    """The outlets of one story, by what they are called."""

    def __init__(self, documents: Iterable[Document], entities: Iterable[Entity]) -> None:
        ordered, entities = sorted(documents, key=lambda d: d.id), tuple(entities)
        self._by_name: dict[str, str] = {}
        for document in ordered:
            for name in (plain_name(document.publisher), *_called(document), *_spelled_out(document, entities)):
                self._by_name.setdefault(name, document.publisher)
        self._shown = _shown(ordered, entities)
        self._words = {d.publisher: _words(d.publisher) for d in ordered}

    def meant(self, names: Sequence[str], within: str | None = None) -> str | None:
        """The publisher that one of the names means; `within` is the publisher of the text, which calls itself by less."""
        for name in names:
            known = self._by_name.get(plain_name(name))
            if known is not None:
                return known
        own = self._words.get(within or "", frozenset())
        return within if any(_is_short_for(name, own) for name in names) else None

    def shown(self, publisher: str) -> str:
        """The outlet's name where the story or the table of publishers knows one, else its web address."""
        return self._shown.get(publisher, publisher)


def _is_short_for(name: str, own: frozenset[str]) -> bool:
    words = _words(name)
    return bool(words) and words < own and max(map(len, words)) >= _SHORTEST and name[:1].isupper()


def _words(name: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORDS.findall(name)) - {"the", "news", "and"}


def _called(document: Document) -> list[str]:
    """What an outlet is called besides: the name in its web address, and the agency whose name that bears."""
    base = _base(document.publisher)
    if base is None:
        return []
    pieces = {plain_name(p) for p in (base, base.removesuffix("news"), *base.split("-"))}
    own = [plain_name(c) for c in document.credits if plain_name(c) in pieces or _begins(c, base)]
    return [plain_name(base), plain_name(base.removesuffix("news")), *own]


def _spelled_out(document: Document, entities: Iterable[Entity]) -> list[str]:
    """The names of an agency that credits itself by its initials: "(TNS)" at tarnnews, where the story knows its name."""
    base, credits = _base(document.publisher), set(map(plain_name, document.credits))
    if base is None or not credits:
        return []
    known = (names for e in entities if credits & set(map(plain_name, names := (e.name, *e.aliases))))
    return [plain_name(n) for names in known if any(_begins(n, base) for n in names) for n in names]


def _begins(name: str, base: str) -> bool:
    """True for "Tarn News Service" and "tarnnews": an address seldom holds the whole of a name."""
    return len(base) >= _SHARED and "".join(_WORDS.findall(name.lower())).startswith(base.replace("-", ""))


def _base(publisher: str) -> str | None:
    """The telling label of a web address: "standard" of "www.standard.co.uk"; None for a name."""
    flat = publisher.lower()
    if not _ADDRESS.fullmatch(flat):
        return None
    labels = flat.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _REGISTRIES:
        labels.pop()
    return labels[-1] if labels[-1] not in _LABELS else None


def _shown(documents: Sequence[Document], entities: Iterable[Entity]) -> Mapping[str, str]:
    """Names by publisher for outlets that are known by their address: as the table, the text or the story calls them."""
    bodies = sorted((e for e in entities if e.type in {EntityType.ORG, EntityType.WORK}), key=lambda e: e.id)
    listed = [name for held in curated().families.values() for name in held if _base(name) is None]
    found: dict[str, str] = {}
    for document in documents:
        wanted = {*_called(document), *_spelled_out(document, bodies)}
        if not wanted:
            continue
        named = (*listed, *document.credits, *(n for e in bodies for n in (e.name, *e.aliases)))
        name = next((n for n in named if plain_name(n) in wanted and n[:1].isupper()), None)
        if name is not None:
            found.setdefault(document.publisher, name)
    return found
