"""Mentions of one document and entities across documents."""

from msgspec import Struct

from sayso.model.enums import CountryForm, EntityType, MentionKind


class Mention(Struct, frozen=True, kw_only=True):
    """A name, description or pronoun, `text[start:end]`; `chain` numbers the within-document coreference chain.

    [start, end) is the bare name without title and article; `title` holds the title or role before it or in apposition
    ("Foreign Minister", "former president"), `number` is singular/plural, `gender` m/f/n where known. `country` is the ISO
    3166 code of the country that is meant, `form` by which form of words (its name, its adjective, its capital).
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    type: EntityType
    chain: int
    title: str | None = None
    gender: str | None = None
    plural: bool = False
    country: str | None = None
    form: CountryForm | None = None


class EntityMention(Struct, frozen=True):
    """One mention of an entity, as the dossier shows it."""

    document: str
    start: int
    end: int
    kind: MentionKind


class Entity(Struct, frozen=True, kw_only=True):
    """One thing across documents; `aliases` are all names by which the texts call it, `name` the fullest of them."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[EntityMention, ...]


class Link(Struct, frozen=True):
    """Why mentions were joined to an entity."""

    entity: str
    mentions: tuple[EntityMention, ...]
    why: str


class Resolution(Struct, frozen=True):
    """Entities of a story, why they were joined, and where each mention went.

    `of` maps (document id, mention start, mention end) to the entity id.
    """

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    of: dict[tuple[str, int, int], str]
