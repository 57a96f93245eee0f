"""The words of a target: whole, without what hangs on, and closed where they quote."""

import re

LONGEST = 160  # code points
_TRIM = " \t\n\r,;:.-–—"
_QUOTES = "\"'“”‘’«»"
_LINKS = re.compile(
    r"^(?:for|to|of|against|at|over|towards?|with|on|by|as|upon|from|in|that|aside|off|down|away)\b\s*", re.IGNORECASE
)
_PARENTHESIS = re.compile(r"^,\s*(?:for|in|on|at|as|after|by|through)\b[^,]{1,60},\s*")
_SECOND_VERB = re.compile(
    r",?\s+(?:and|but)\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|have\s+|had\s+)*"
    r"(?:is|are|was|were|has|had|have|will|would|said|says|told|gave|made|\w{3,}ed|\w{3,}ing)\b.*$"
    r"|,\s+(?:although|though|while|whereas|but|because|since|as|when|which|who|where|saying|adding|citing|noting)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_ACCUSED_OF = re.compile(
    r"\s+(?:of|for)\s+[\"“‘']?(?:\w+ly\s+)?(?:\w+ing|his|her|its|their|the|an?|providing)\b.*$", re.DOTALL
)  # fmt: skip
_PAIRS = (("“", "”"), ("«", "»"), ("‘", "’"), ("(", ")"), ("[", "]"))
_PREPOSITION = re.compile(
    r"^(?:for|of|by|with|from|in|at|on|as|after|before|because|if|than|about|each other|one another|itself|themselves)\b",
    re.IGNORECASE,
)


def without_link(text: str) -> str:
    """The words after the preposition or particle that the verb of stance takes."""
    return _LINKS.sub("", _PARENTHESIS.sub("", text).lstrip(_TRIM))


def without_parenthesis(text: str) -> str:
    """The words without a phrase between commas that comes first ("recommended, for reasons of safety, not to sail")."""
    return _PARENTHESIS.sub("", text)


def without_second_verb(text: str) -> str:
    """The words up to where the sentence goes on with another verb of the actor's or with a clause of circumstance."""
    cut = _SECOND_VERB.sub("", text)
    return cut if len(cut.split()) > 1 else text


def accused(text: str) -> str:
    """Whom an accusation or thanks is addressed to, without what for."""
    return _ACCUSED_OF.sub("", text) or text


def is_fragment(text: str) -> bool:
    """True for words that begin with a preposition or a condition: what is said there is no target by itself."""
    return bool(_PREPOSITION.match(text))


def short(text: str) -> str | None:
    """The words on one line, not too long, without loose punctuation; a quotation that they cut is closed."""
    clean = " ".join(text.split()).strip(_TRIM)
    if len(clean) > LONGEST:
        clean = clean[:LONGEST].rsplit(" ", 1)[0].rstrip(_TRIM) + " …"
    while len(clean) > 1 and clean[0] in _QUOTES and clean[-1] in _QUOTES and not set(clean[1:-1]) & set(_QUOTES):
        clean = clean[1:-1].strip(_TRIM)
    return _closed(clean.rstrip("'") if clean.count("'") == 1 and clean.endswith("'") else clean) or None


def _closed(text: str) -> str:
    if text.count('"') % 2:
        text = text[1:] if text.startswith('"') else text[:-1].rstrip() if text.endswith('"') else text + '"'
    for opening, closing in _PAIRS:
        if text.count(opening) > text.count(closing):
            text = text[1:] if text.startswith(opening) and opening != "(" else text + closing
    return text
