"""The root of a claim: on whose say-so it rests."""

from msgspec import Struct

from sayso.model.enums import OriginBasis, SourceKind


class Root(Struct, frozen=True):
    """The source behind one claim: `key` tells roots apart, `via` names how the claim came to rest on it."""

    key: str
    name: str
    kind: SourceKind
    basis: OriginBasis
    via: str
    unnamed: bool = False  # the outlet stands for somebody whom it does not name
    publisher: str | None = None  # of a root that is an outlet of the story

    @property
    def entity(self) -> str | None:
        """The entity that the root is; None where words alone stand for it."""
        return self.key.removeprefix("entity:") if self.key.startswith("entity:") else None
