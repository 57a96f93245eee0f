"""The hour at which a live report wrote an entry, which stands before its words and is none of them."""

import re
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d")
_BESIDE = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "utc", "cet", "cest", "bst", "h", "-", "–", "—", "|", ":"})


def stamp(tokens: Sequence[Token]) -> int:
    """How many tokens at the front are the hour of an entry; 0 for an hour that the sentence itself tells.

    An entry begins its block, and behind the hour a sentence begins: "12:20 - The mayor resigned", but not
    "12:20 was the hour of the blast".
    """
    if not tokens or tokens[0].doc[: tokens[0].i].text.strip() or not _CLOCK.fullmatch(tokens[0].text):
        return 0
    length = 1 + sum(1 for _ in takewhile(lambda t: t.lower_ in _BESIDE, tokens[1:]))
    following = tokens[length] if length < len(tokens) else None
    begins = following is not None and (following.text[0].isupper() or following.is_quote)
    return length if begins else 0
