"""One block of a document with its quotations, and the way from parsed words to exact stretches of text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.annotate.parse import Parsed, Part
from sayso.annotate.voices.marks import Quotation, leading_close, opens, quotations
from sayso.annotate.voices.records import Reach

_EDGE = frozenset(",;:—–-.\"“”„«»‹›「」『』《》'‘’`…*|•()[]/")


@dataclass(frozen=True, slots=True)
class Scene:
    """A block: its parse, its quotations in the block's own offsets, and whether the one before runs on into it."""

    part: Part
    text: str
    quotes: tuple[Quotation, ...]
    runs_on: bool = False

    def quote_at(self, offset: int) -> Quotation | None:
        """The quotation that the character at `offset` of the block stands in."""
        n = bisect_right(self.quotes, offset, key=lambda q: q.start) - 1
        return self.quotes[n] if n >= 0 and offset < self.quotes[n].end else None

    def quote_before(self, quote: Quotation) -> int:
        """Where the quotation before `quote` ends; 0 where there is none."""
        n = bisect_right(self.quotes, quote.start, key=lambda q: q.start) - 2
        return self.quotes[n].end if n >= 0 else 0

    def quote_after(self, quote: Quotation) -> int:
        """Where the quotation after `quote` begins; the end of the block where there is none."""
        n = bisect_right(self.quotes, quote.start, key=lambda q: q.start)
        return self.quotes[n].start if n < len(self.quotes) else len(self.text)

    def place(self, reach: Reach) -> Reach:
        """From the block's offsets to the document's."""
        return reach[0] + self.part.offset, reach[1] + self.part.offset

    def pieces(self, tokens: Iterable[int]) -> tuple[Reach, ...]:
        """The stretches that the tokens fill, in the block's offsets, trimmed of signs at their edges.

        Stretches that only signs or space part are one. A quotation that a stretch enters from outside is taken whole.
        """
        found = [self._whole(r) for r in self._runs(sorted(tokens))]
        joined: list[Reach] = []
        for start, end in found:
            if joined and not any(c.isalnum() for c in self.text[joined[-1][1] : start]):
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(joined)

    def _runs(self, tokens: list[int]) -> Iterator[Reach]:
        doc, at = self.part.doc, 0
        while at < len(tokens):
            last = at
            while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
                last += 1
            trimmed = self.trim(doc[tokens[at]].idx, doc[tokens[last]].idx + len(doc[tokens[last]].text))
            if trimmed:
                yield trimmed
            at = last + 1

    def trim(self, start: int, end: int) -> Reach | None:
        """`[start, end)` without space and signs at its edges; None where no word is left."""
        text = self.text
        while start < end and (text[start] in _EDGE or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()) and not _is_abbreviation(text, end):
            end -= 1
        return (start, end) if start < end and any(c.isalnum() for c in text[start:end]) else None

    def _whole(self, reach: Reach) -> Reach:
        start, end = reach
        first, last = self.quote_at(start), self.quote_at(end - 1)
        if first and first is last and not self._fills(reach, first):
            return reach
        return (min(start, first.start) if first else start), (max(end, last.end) if last else end)

    def _fills(self, reach: Reach, quote: Quotation) -> bool:
        """True where a stretch inside a quotation leaves no word of it out."""
        left, right = self.text[quote.inner[0] : reach[0]], self.text[reach[1] : quote.inner[1]]
        return not any(c.isalnum() for c in left + right)


def _is_abbreviation(text: str, end: int) -> bool:
    """True where the full stop before `end` belongs to initials: "U.S."."""
    return text[end - 1] == "." and end >= 4 and text[end - 2].isupper() and text[end - 3] == "."


def subtree(token: Token, *without: Token) -> set[int]:
    """The indices of a token's subtree, without the subtrees of `without`."""
    found = {t.i for t in token.subtree}
    for other in without:
        found.difference_update(t.i for t in other.subtree)
    return found


def reach_of(*tokens: Token) -> Reach:
    """From the first to the last of the tokens, in the block's offsets."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return first.idx, last.idx + len(last.text)


def scenes(parsed: Parsed) -> tuple[Scene, ...]:
    """The blocks of a document in order; a quotation left open runs on only into a block that opens or closes it anew."""
    built: list[Scene] = []
    for part in parsed.parts:
        text = part.doc.text
        found = tuple(quotations(text))
        open_before = bool(built and built[-1].quotes and built[-1].quotes[-1].open_end)
        runs_on = open_before and opens(text)
        if open_before and not runs_on and (close := leading_close(text)):
            start = len(text) - len(text.lstrip())
            found = (Quotation(start, close, (start, close)), *(q for q in found if q.start >= close))
            runs_on = True
        built.append(Scene(part, text, found, runs_on))
    return tuple(built)
