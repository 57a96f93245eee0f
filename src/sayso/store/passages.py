"""The words of a document that answer a query best."""

import re
from collections.abc import Iterable

from sayso.model.document import Document

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+")
_LONGEST = 240  # characters


def passage(document: Document, wanted: Iterable[str]) -> str:
    """The first of those sentences that bear most of the wanted words; the first sentence where none bears any."""
    beginnings = {_beginning(word) for word in wanted}
    best, most = "", -1
    for block in document.body:
        for sentence in _SENTENCE.split(document.text[block.start : block.end]):
            found = len({b for b in beginnings if any(w.startswith(b) for w in _WORD.findall(sentence.casefold()))})
            if found > most:
                best, most = sentence, found
    return _cut(" ".join(best.split()))


def _beginning(word: str) -> str:
    """What the inflections of a word share, roughly."""
    plain = word.casefold()
    return plain if len(plain) < 5 else plain[: max(4, len(plain) - 3)]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
