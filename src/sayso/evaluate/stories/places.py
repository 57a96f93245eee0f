"""Where the anchors of a gold file stand in a dossier, and which of its claims say what they say."""

from functools import cache
from pathlib import PurePath
from typing import Protocol, TypeAlias

from sayso.evaluate.stories.gold import Anchor
from sayso.evaluate.stories.wording import fold
from sayso.model.dossier import Dossier

Sentence: TypeAlias = tuple[str, int] | None
_ENDS = (". ", '." ', "? ", "! ")
_WORDS_ENOUGH = 4  # a stretch of so many words inside an anchor says what the anchor says
_LONGEST = 400  # characters; a longer stretch than this, and than twice the anchor, says too much else


class Stretch(Protocol):
    """A claim or a quotation."""

    @property
    def document(self) -> str:
        """Id of the document."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """End, exclusive."""


class Places:
    """One dossier, looked up by the anchors of its gold."""

    def __init__(self, dossier: Dossier) -> None:
        self._claims = dossier.claims
        self._texts = {d.id: fold(d.text) for d in dossier.documents}
        self._names = {d.id: PurePath(d.path or d.url or d.id).name for d in dossier.documents}
        self.place = cache(self._place)
        self.hits = cache(self._hits)

    def _place(self, anchor: Anchor) -> tuple[str, int, int] | None:
        """Document, start and end of an anchor; None where no document of that name holds its words."""
        key, words = anchor
        for document, name in self._names.items():
            at = self._texts[document].find(fold(words)) if name.startswith(key) else -1
            if at >= 0:
                return document, at, at + len(words)
        return None

    def absence(self, key: str) -> str:
        """What is missing where an anchor has no place: the words, or any document whose name begins so."""
        return "words" if any(name.startswith(key) for name in self._names.values()) else "no document of that name"

    def _hits(self, anchor: Anchor) -> frozenset[str]:
        """The ids of the claims that say what the anchor says."""
        return frozenset(c.id for c in self._claims if self.covers(anchor, c))

    def covers(self, anchor: Anchor, item: Stretch) -> bool:
        """True where a claim or quotation covers half of the anchor, or stands in it with four words, without being long."""
        placed = self.place(anchor)
        if placed is None or placed[0] != item.document:
            return False
        document, start, end = placed
        if item.end - item.start > max(_LONGEST, 2 * (end - start)):
            return False
        left, right = max(start, item.start), min(end, item.end)
        if left >= right:
            return False
        if 2 * (right - left) >= end - start:
            return True
        return (left, right) == (item.start, item.end) and len(self._texts[document][left:right].split()) >= _WORDS_ENOUGH

    def sentence(self, anchor: Anchor) -> Sentence:
        """Document and start of the sentence, roughly, in which an anchor begins."""
        placed = self.place(anchor)
        if placed is None:
            return None
        document, start, _ = placed
        return document, max(self._texts[document].rfind(mark, 0, start) for mark in _ENDS)
