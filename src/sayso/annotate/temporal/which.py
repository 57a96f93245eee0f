"""Last, this, next: which of the things that come round again."""

import re

from sayso.model.enums import Anchor

_BY_WHICH = {"last": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "this coming": 1, "coming": 1} | {
    "upcoming": 1,
    "previous": -1,
    "following": 1,
    "same": 0,
    "that": 0,
    "prior": -1,
    "preceding": -1,
}
_PREVIOUS = {"previous", "following", "same", "that", "prior", "preceding"}
WHICH = (
    r"(?P<which>this\s+past|this\s+coming|"
    r"(?:last|past|this|current|next|coming|upcoming|previous|following|same|that|prior|preceding)(?!['’]s))"
)
WHICH_FIRST = frozenset(w.split()[0] for w in _BY_WHICH)


def which_of(match: "re.Match[str]") -> tuple[float | None, Anchor]:
    """How many units away, and from what: of the group `which`, (None, PUBLICATION) where it is empty."""
    word = match["which"]
    if not word:
        return None, Anchor.PUBLICATION
    word = " ".join(word.lower().split())
    return _BY_WHICH[word], Anchor.PREVIOUS if word in _PREVIOUS else Anchor.PUBLICATION
