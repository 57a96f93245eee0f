"""What the parts around the story tell about the document."""

from msgspec import Struct

from sayso.model.document import Block, Publication


class Notes(Struct, frozen=True, kw_only=True):
    """`credits`: agencies and outlets named as contributing; `published` and `modified`: from lines of the text itself."""

    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    published: Publication | None = None
    modified: str | None = None


class Part(Struct, frozen=True):
    """One or more blocks that a rule made of a line, and what it learned; offsets count in the document's text."""

    blocks: tuple[Block, ...]
    notes: Notes = Notes()


class Split(Struct, frozen=True):
    """All blocks of a text, the notes of all its parts, and the heading it opens with, if any."""

    blocks: tuple[Block, ...]
    notes: Notes
    title: str | None


class Line(Struct, frozen=True):
    """A line of the text, `text`, from `start`; `opening`: no story has been told before it; `closing`: one of the last."""

    start: int
    text: str
    opening: bool
    closing: bool

    @property
    def end(self) -> int:
        """End (exclusive) in the document's text."""
        return self.start + len(self.text)


def gather(notes: list[Notes]) -> Notes:
    """One record of many: every author and credit once, in order; the first date and the first change count."""
    return Notes(
        authors=tuple(dict.fromkeys(a for n in notes for a in n.authors)),
        credits=tuple(dict.fromkeys(c for n in notes for c in n.credits)),
        published=next((n.published for n in notes if n.published), None),
        modified=next((n.modified for n in notes if n.modified), None),
    )
