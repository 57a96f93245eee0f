"""Headings: short lines that stand alone before a paragraph and do not end as a sentence does.

The rule needs no language: it looks at length, the last sign, the first letter, and the neighbours.
"""

import re

_MOST_WORDS, _LONGEST = 18, 130
_SENTENCE = 130  # a line longer than this is prose, whatever its last sign
_CLOSED = re.compile(r"[.!…。！।;:,][\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?？؟][\"'”’»)\]]*$")
_QUOTED = re.compile(r"[\"“„«].*[\"”“»]\s*$")
_STOP_INSIDE = re.compile(r"[.!?]\s+[A-ZÀ-Þ¿¡\"“]")
_BULLET = re.compile(r"[-*•·–—▪●]|\(?\d{1,2}[.)]\s|[@#]")
_SPOKEN = re.compile(r"[\"”’»],? (?:\w+ ){0,4}(?:said|says|told|added|asked)\b|[,?!][\"”’»] ")


def looks_like_heading(text: str) -> bool:
    """True where the line alone could be a heading; its neighbours have the last word."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _CLOSED.search(text):
        return False
    first = next((c for c in text if c.isalnum()), "")
    if not first or first.islower() or _BULLET.match(text) or _SPOKEN.search(text):
        return False
    if _QUESTION.search(text):  # a question that someone asks is a paragraph
        return not _QUOTED.fullmatch(text) and not _STOP_INSIDE.search(text) and len(text.split()) <= 14
    return True


def is_prose(text: str) -> bool:
    """True for a line that is a paragraph: long, or closed as a sentence."""
    return len(text) > _SENTENCE or bool(_CLOSED.search(text) or (_QUESTION.search(text) and not looks_like_heading(text)))


def headings(lines: list[str], opening: int) -> set[int]:
    """Indices of the headings among the paragraphs `lines`, of which the first `opening` come before any prose.

    A run of candidates must be followed by prose. One is a heading, two are a kicker and its heading; more are a list,
    and stay in the body, except at the head of the page (section, kicker, title, subtitle).
    """
    found: set[int] = set()
    run: list[int] = []
    for n, text in enumerate(lines):
        if looks_like_heading(text) and not is_prose(text):
            run.append(n)
            continue
        if run and is_prose(text) and len(run) <= (4 if run[0] < opening else 2):
            found.update(run)
        run = []
    return found
