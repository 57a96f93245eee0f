"""Lines of the cleaned text: broken lines put together again, overlong ones divided."""

import itertools
import re
from collections.abc import Iterator

_FULL, _WIDEST = 45, 120  # a line broken by a typewriter rule fills at least, and at most, so many characters
_ENDS = re.compile(r"[.!?:;。！？؟।][\"'”’»)\]]*$")
_CONTINUES = re.compile(r"[a-zß-öø-ÿа-я]|,")
_SENTENCE_END = re.compile(r"[.!?。！？؟।][\"'”’»)\]]*\s+")

LONGEST = 20_000  # characters of a block


def unwrap(text: str) -> str:
    """The text with line breaks inside a paragraph turned into blanks, one for one, so that a line is a paragraph.

    Two habits are undone: text wrapped at a fixed width with blank lines between paragraphs, and a sentence torn into
    lines where a page had links (a line that does not end a sentence, and a next one that goes on in lower case).
    """
    lines = text.split("\n")
    wrapped = _is_wrapped(lines)
    parts = [lines[0]]
    for before, line in itertools.pairwise(lines):
        parts.append(" " if _joins(before, line, wrapped) else "\n")
        parts.append(line)
    return "".join(parts)


def _joins(before: str, line: str, wrapped: bool) -> bool:
    if not before.strip() or not line.strip():
        return False
    if not _ENDS.search(before) and _CONTINUES.match(line.lstrip()):
        return True
    return wrapped and len(before) >= _FULL


def _is_wrapped(lines: list[str]) -> bool:
    """True where every line is short and many a next line goes on in lower case."""
    if max(map(len, lines)) > _WIDEST:
        return False
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    going_on = sum(len(a) >= _FULL and bool(_CONTINUES.match(b.lstrip())) for a, b in pairs)
    return len(pairs) >= 2 and going_on >= 0.4 * len(pairs)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of every non-blank line without the blanks around it, in order; none longer than LONGEST."""
    at = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.index(body)
            yield from _divided(text, start, start + len(body))
        at += len(line) + 1


def _divided(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        stop = start + len(text[start:cut].rstrip())
        yield start, stop
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if start < end:
        yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut: after the last sentence before the limit, else at the last blank, else at the limit."""
    middle = (start + limit) // 2
    ends = [m.end() for m in _SENTENCE_END.finditer(text, middle, limit)]
    if ends:
        return ends[-1]
    blank = text.rfind(" ", middle, limit)
    return blank + 1 if blank >= 0 else limit
