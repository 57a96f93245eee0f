"""The cleaned text that every offset of the project counts in.

Typographic marks stay as the outlet set them. Removed or made plain are only: line ends, control characters, invisible
characters, exotic blanks, trailing blanks, runs of blank lines, and text that was decoded with the wrong table when that
can be undone beyond doubt. `clean(clean(x)) == clean(x)`.
"""

import re
import unicodedata

from sayso.ingest.mojibake import repair

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_BLANK = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # invisible marks
    "\ud800-\udfff]"  # lone halves of surrogate pairs, as broken JSON escapes leave them
)
_BLANK_LINES = re.compile(r"\n{4,}")
_ROUNDS = 10  # a removal can bring together what the next round mends; two rounds are the rule


def clean(raw: str) -> str:
    """The cleaned text; the empty string where nothing is left."""
    text = raw
    for _ in range(_ROUNDS):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def _once(text: str) -> str:
    text = repair(_LINE_END.sub("\n", text)) if not text.isascii() else text.replace("\r\n", "\n").replace("\r", "\n")
    text = _DROPPED.sub("", _BLANK.sub(" ", _LINE_END.sub("\n", text)))
    text = unicodedata.normalize("NFC", text)
    return _BLANK_LINES.sub("\n\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()
