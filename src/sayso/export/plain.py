"""Text from sources, made safe to show: no control sequences, no characters that turn the line around."""

import re

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])|\x9b[0-?]*[ -/]*[@-~]")
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_TURNING}]")
_HIDDEN_NO_BLANK = re.compile(rf"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff{_TURNING}]")


def one_line(text: str) -> str:
    """The text on one line, without control sequences, control characters and marks of direction."""
    return " ".join(_HIDDEN_NO_BLANK.sub("", _SEQUENCE.sub("", text)).split())


def same_length(text: str) -> str:
    """The text with every control character and mark of direction replaced, so that all offsets still hold."""
    return _HIDDEN.sub("\ufffd", text)
