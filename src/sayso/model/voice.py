"""Voices: who is said to say what."""

from msgspec import Struct

from sayso.model.enums import QuoteKind


class Voice(Struct, frozen=True):
    """The words of a text that name a source, `text[start:end]`."""

    start: int
    end: int
    text: str


class Attribution(Struct, frozen=True, kw_only=True):
    """One source saying one content.

    `content` are the pieces [start, end) of what is said, in order; `cue` the words of saying; `source` None where nobody
    is named ("reportedly", "was reported to"). `parent` is the index, in the document's tuple of attributions, of the
    attribution whose content this one stands in (outlet → newspaper → officials), None at the outside.
    """

    source: Voice | None
    cue: Voice | None
    content: tuple[tuple[int, int], ...]
    kind: QuoteKind
    parent: int | None = None
    negated: bool = False  # "denied that", "did not say": the source refuses the content
    anonymous: bool = False  # officials, people familiar with …, sources
    recipient: Voice | None = None  # who was told: "told the paper", "said to reporters"
    pronoun: Voice | None = None  # "who" or "which", where such a word stands for the source beside the cue
