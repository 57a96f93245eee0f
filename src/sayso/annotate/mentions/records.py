"""Working records of this room: a name as first seen, and a sighting with all that is known before chains are formed."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.model.enums import CountryForm, EntityType, MentionKind


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) of part `part` that look like a name; `label` is the entity label of the model, "" for none."""

    part: int
    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Title:
    """Words that say what somebody is: their text, the role nouns in it, the country or body it belongs to."""

    text: str
    roles: frozenset[str]
    gender: str | None = None
    country: str | None = None
    descriptor: bool = False  # an organisation's own kind ("news agency")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Tokens [first, last) of part `part`, in sentence number `sentence` of the document, before it has a chain.

    `head` is the index of its syntactic head; `country` what it names, `of_country` where its role belongs.
    """

    part: int
    first: int
    last: int
    head: int
    sentence: int
    kind: MentionKind
    type: EntityType
    titles: tuple[Title, ...] = ()
    gender: str | None = None
    plural: bool = False
    country: str | None = None
    form: CountryForm | None = None
    quoted: bool = False

    @property
    def roles(self) -> frozenset[str]:
        """The role nouns of all titles."""
        return frozenset[str]().union(*(t.roles for t in self.titles))

    @property
    def of_country(self) -> frozenset[str]:
        """The countries that its titles belong to."""
        return frozenset(t.country for t in self.titles if t.country)


def is_capital(token: Token) -> bool:
    """True where the token starts with a capital letter, a leading hyphen or apostrophe aside."""
    return token.text.lstrip("'’-")[:1].isupper()


def is_possessive(token: Token) -> bool:
    """True for the possessive ending."""
    return token.tag_ == "POS" or token.text in {"'s", "’s"}


def text_of(doc: Doc, first: int, last: int) -> str:
    """The words of a token range as they stand, without trailing space."""
    return str(doc[first:last].text)
