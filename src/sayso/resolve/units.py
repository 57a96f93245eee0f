"""Units of resolution: the coreference chains of all documents, each with its names, types and countries."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import CountryForm, EntityType, MentionKind
from sayso.model.mention import Mention

Words = tuple[str, ...]
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "\x92": "'"}
)
_FORMS = frozenset({"inc", "ltd", "corp", "plc", "llc", "gmbh", "co"})
_LONG_NAME = 2.0  # weight of the type of a name of several words against that of a single word


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """The text without accents, case and dots; hyphens become spaces."""
    cased = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", cased.casefold().translate(_LETTERS))  # taking apart can bring capitals to light
    return "".join(" " if c in "-–/" else c for c in plain if not unicodedata.combining(c) and c != ".")


def words_of(text: str) -> Words:
    """The folded words of a name, without article, possessive ending and form of company."""
    words = [w.removesuffix("'s").strip("'\"") for w in fold(text).split()]
    kept = [w for w in words if w]
    while len(kept) > 1 and kept[0] == "the":
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in _FORMS:
        kept.pop()
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class Unit:
    """One chain of one document: its mentions, the weight of each name and of each type, country, gender, and whether the
    words beside its names say that it is a ship.
    """

    document: str
    chain: int
    mentions: tuple[Mention, ...]
    names: tuple[tuple[Words, int], ...]
    types: tuple[tuple[EntityType, float], ...]
    country: str | None
    gender: str | None
    ship: bool = False

    @property
    def human(self) -> bool:
        """True where a title or a pronoun with gender shows a person behind a bare name."""
        return self.type is EntityType.PERSON and (self.gender in {"m", "f"} or any(m.title for m in self.mentions))

    @property
    def named(self) -> bool:
        """True where at least one mention is a name."""
        return bool(self.names)

    @property
    def type(self) -> EntityType:
        """The type with most weight."""
        return heaviest(dict(self.types))

    @property
    def fullest(self) -> Words:
        """The longest name; of several the one most used, then the first in the alphabet."""
        return min(self.names, key=lambda n: (-len(n[0]), -n[1], n[0]))[0] if self.names else ()


def heaviest(types: dict[EntityType, float]) -> EntityType:
    """The type with most weight; ties go to the type that stands first in the enumeration."""
    order = list(EntityType)
    return max(types, key=lambda t: (types[t], -order.index(t)), default=EntityType.OTHER)


def _unit(document: str, chain: int, mentions: Sequence[Mention]) -> Unit:
    names: Counter[Words] = Counter()
    types: Counter[EntityType] = Counter()
    for m in mentions:
        if m.kind is MentionKind.NAME:
            words = words_of(m.text)
            if m.form in {None, CountryForm.NAME} and words:
                names[words] += 1
            types[m.type] += _LONG_NAME if len(words) > 1 else 1.0  # type: ignore[assignment]
        elif m.kind is MentionKind.DESCRIPTION:
            types[m.type] += 0  # counts only where there is no name
    return Unit(
        document,
        chain,
        tuple(mentions),
        tuple(sorted(names.items())),
        tuple(sorted(((t, float(w)) for t, w in types.items()), key=lambda p: p[0].value)),
        next((m.country for m in mentions if m.country), None),
        next((m.gender for m in mentions if m.gender), None),
    )


def units(documents: Sequence[Document], annotations: Sequence[Annotations]) -> list[Unit]:
    """All chains of all documents, ordered by document id and chain, so that the order of the input plays no part."""
    known = {d.id for d in documents}
    found: list[Unit] = []
    for annotation in sorted(annotations, key=lambda a: a.document):
        if annotation.document not in known:
            continue
        chains: dict[int, list[Mention]] = {}
        for mention in annotation.mentions:
            chains.setdefault(mention.chain, []).append(mention)
        found.extend(_unit(annotation.document, chain, mentions) for chain, mentions in sorted(chains.items()))
    return found
