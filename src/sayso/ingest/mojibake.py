"""Undoes UTF-8 that was read as Windows-1252 or Latin-1, where no other reading is possible.

The idea of the round trip is that of ftfy (Speer 2019); this keeps only its certain cases. `É…` or `À«` at the end of a
capitalised French word is also a valid UTF-8 sequence, so a pair of characters is repaired only where the first is not
preceded by a capital, or the second is a control character, which no outlet prints.
"""

import re

_BYTE = {chr(b): b for b in range(0x80, 0x100)}
for _code in range(0x80, 0xA0):
    try:
        _BYTE[bytes([_code]).decode("cp1252")] = _code
    except UnicodeDecodeError:  # five codes are unassigned in Windows-1252; Latin-1 stands for them
        continue

_TAIL = "[" + "".join(re.escape(c) for c, b in sorted(_BYTE.items()) if 0x80 <= b <= 0xBF) + "]"
_SEQUENCE = re.compile(
    f"[\u00e2][\u20ac\u0080\u201a\u0082\u201e\u0084]{_TAIL}"  # general punctuation, currency signs, letter-like signs
    f"|\u00f0[\u0178\u009f]{_TAIL}{_TAIL}"  # pictographs
    f"|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd"  # byte order mark, replacement character
    f"|[\u00c2-\u00df][\u0080-\u009f]"  # any pair with a control character
    f"|(?<![A-Z\u00c0-\u00de])[\u00c2\u00c3]{_TAIL}"  # Latin-1 letters and signs
    f"|(?<=[a-z])[\u00c4\u00c5]{_TAIL}"  # letters of Central Europe and the Baltic, inside a word
)


def repair(text: str) -> str:
    """The text with every certain case repaired; anything else is left as it stands."""
    return _SEQUENCE.sub(_decoded, text)


def _decoded(found: re.Match[str]) -> str:
    try:
        return bytes(_BYTE[c] for c in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
