"""What became of an article between two of its versions, sentence by sentence, in words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum

from msgspec import Struct

from sayso.model.document import Document

_SENTENCE = re.compile(r"(?<=[.!?…])([\"”’»)]*)\s+(?=[\"“‘«(]*[^\W_a-z])")
_WORD = re.compile(r"\w+(?:[.,:]\d+)*|[^\w\s]")
_ALIKE = 0.5  # of its words: from here a sentence is the same one, reworded
_SHORT = 6  # words that are shown as what became what; longer stretches are shown as sentences


class ChangeKind(Enum):
    """What was done to a sentence, or to what is known of the article."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Change(Struct, frozen=True, kw_only=True):
    """One change. `where` is "paragraph 3" of the new version (of the old one for what is gone), or "the headline"."""

    kind: ChangeKind
    where: str
    old: str | None
    new: str | None
    words: str


class _Sentence(Struct, frozen=True):
    text: str
    paragraph: int

    @property
    def where(self) -> str:
        return f"paragraph {self.paragraph}"


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    """What changed from one version to the next: headline, date, authors, then the text in the order of the new one."""
    return (*_known(old, new), *_text(_sentences(old), _sentences(new)))


def _known(old: Document, new: Document) -> Iterator[Change]:
    pairs = (
        ("the headline", old.title, new.title),
        ("the time of publication", _day(old), _day(new)),
        ("the time of modification", old.modified, new.modified),
        ("the outlet", old.publisher, new.publisher),
        ("the authors", ", ".join(old.authors) or None, ", ".join(new.authors) or None),
    )
    for where, before, after in pairs:
        if before != after:
            kind = ChangeKind.CHANGED if before and after else ChangeKind.ADDED if after else ChangeKind.REMOVED
            words = f"{where}: “{before or 'none'}” became “{after or 'none'}”"
            yield Change(kind=kind, where=where, old=before, new=after, words=words)


def _day(document: Document) -> str | None:
    known = document.published
    return known.at or (str(known.start) if known.start else None)


def _sentences(document: Document) -> list[_Sentence]:
    found = []
    for number, block in enumerate(document.body, 1):
        marked = _SENTENCE.sub("\\1\n", " ".join(document.text[block.start : block.end].split()))
        found += [_Sentence(text, number) for text in marked.split("\n") if text]
    return found


def _text(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [s.text for s in old], [s.text for s in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield from _stretch(old[a:b], new[c:d])


def _stretch(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Change]:
    """Sentences that stand in each other's place: those alike are one, reworded, the rest is gone or added."""
    left = list(old)
    for sentence in new:
        alike = [(_likeness(before, sentence), -n) for n, before in enumerate(left)]
        best, n = max(alike, default=(0.0, 0))
        if best >= _ALIKE:
            for gone in left[:-n]:
                yield _gone(gone)
            yield _reworded(left[-n], sentence)
            left = left[-n + 1 :]
        else:
            words = f"{sentence.where} has a new sentence: “{sentence.text}”"
            yield Change(kind=ChangeKind.ADDED, where=sentence.where, old=None, new=sentence.text, words=words)
    for gone in left:
        yield _gone(gone)


def _gone(sentence: _Sentence) -> Change:
    words = f"{sentence.where} lost a sentence: “{sentence.text}”"
    return Change(kind=ChangeKind.REMOVED, where=sentence.where, old=sentence.text, new=None, words=words)


def _likeness(old: _Sentence, new: _Sentence) -> float:
    return SequenceMatcher(None, _words(old.text), _words(new.text), autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _reworded(old: _Sentence, new: _Sentence) -> Change:
    """The words that changed where they are few, "82 became 83 in paragraph 3"; else both sentences."""
    told = list(_pieces(old.text, new.text))
    if told and all(told):
        words = f"{'; '.join(t for t in told if t)} in {new.where}"
    else:
        words = f"{new.where}: “{old.text}” became “{new.text}”"
    return Change(kind=ChangeKind.CHANGED, where=new.where, old=old.text, new=new.text, words=words)


def _pieces(old: str, new: str) -> Iterator[str | None]:
    """Each change of words as one phrase, None for one too long for that."""
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    matcher = SequenceMatcher(None, [m[0] for m in before], [m[0] for m in after], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if max(b - a, d - c) > _SHORT:
            yield None
            continue
        gone = old[before[a].start() : before[b - 1].end()] if b > a else ""
        come = new[after[c].start() : after[d - 1].end()] if d > c else ""
        yield f"{gone} became {come}" if gone and come else f"“{come}” was added" if come else f"“{gone}” was taken out"
