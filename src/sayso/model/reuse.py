"""Reuse: which document takes text from which."""

from msgspec import Struct

from sayso.model.enums import ReuseKind


class ReuseSpan(Struct, frozen=True):
    """A stretch of the taking document with the stretch it was taken from."""

    start: int
    end: int
    source_start: int
    source_end: int


class Reuse(Struct, frozen=True, kw_only=True):
    """`taker` takes `share` (0..1 of its body) from `giver`; `why` names the evidence for direction and kind."""

    giver: str
    taker: str
    kind: ReuseKind
    share: float
    spans: tuple[ReuseSpan, ...]
    why: str = ""
