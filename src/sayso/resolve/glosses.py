"""Two names that a text itself puts side by side as one thing: in brackets, after "known as", after "or"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.model.document import Document
from sayso.model.enums import EntityType, MentionKind
from sayso.model.mention import Mention
from sayso.resolve.bodies import content, is_foreign
from sayso.resolve.clusters import Clusters
from sayso.resolve.units import words_of

_QUOTE = r"['\"“”‘«]?"
_KNOWN = re.compile(
    r"['\"”’»]?,? ?\(?(?:(?:better|also|locally|widely|popularly|previously|formerly|now|otherwise|more|commonly) )*"
    rf"(?:known|abbreviated|referred to) (?:simply )?(?:as|to) (?:the )?{_QUOTE}$|,? \(?a\.?k\.?a\.? {_QUOTE}$"
)
_BRACKET = re.compile(rf"['\"”’»]? [(\[](?:the |or )?{_QUOTE}$")
_OR = re.compile(rf"['\"”’»]?, or (?:the )?{_QUOTE}$")
_LANGUAGE = re.compile(r"['\"”’»]?,? (?:in (?:its |their )?(?:\w+ )?[A-Z]\w+|as it is known|for short|in full)\b")
_BODIES = frozenset({EntityType.ORG, EntityType.FACILITY, EntityType.OTHER, EntityType.WORK, EntityType.GROUP})
_LONGEST = 40  # characters between two names that a gloss may take


def _abbreviates(short: str, full: str) -> bool:
    """True for capitals in brackets of about as many letters as the name has words, half of them its initials."""
    words = content(words_of(full))
    if not (short.isupper() and short.isalpha() and 2 <= len(short) <= 7) or len(words) < 2:
        return False
    shared = sum(min(short.lower().count(c), [w[0] for w in words].count(c)) for c in set(short.lower()))
    return abs(len(short) - len(words)) <= 1 and 2 * shared >= len(short) and shared > 1


def _glossed(text: str, a: Mention, b: Mention) -> bool:
    between, after = text[a.end : b.start], text[b.end : b.end + _LONGEST]
    if _KNOWN.fullmatch(between):
        return True
    one, two = words_of(a.text), words_of(b.text)
    translation = min(len(one), len(two)) > 1 and is_foreign(one) != is_foreign(two)
    if _OR.fullmatch(between):
        return bool(_LANGUAGE.match(after)) or translation
    if not _BRACKET.fullmatch(between) or not re.match(rf"{_QUOTE}[’»]?[)\]]", after):
        return False
    return translation or _abbreviates(b.text, a.text) or _abbreviates(a.text, b.text)


def link_glosses(clusters: Clusters, documents: Sequence[Document]) -> None:
    """Joins two names that stand beside one another as two names of one thing; the reason quotes the text."""
    texts = {d.id: d.text for d in documents}
    names: dict[str, list[tuple[Mention, int]]] = {}
    for i, unit in enumerate(clusters.units):
        if unit.country is None:
            names.setdefault(unit.document, []).extend((m, i) for m in unit.mentions if m.kind is MentionKind.NAME)
    for document, placed in sorted(names.items()):
        placed.sort(key=lambda p: (p[0].start, p[0].end))
        for (a, i), (b, j) in pairwise(placed):
            near = a.end < b.start <= a.end + _LONGEST and "\n" not in texts[document][a.end : b.start]
            if near and _compatible(clusters, i, j) and _glossed(texts[document], a, b):
                clusters.join(i, j, f"the text says '{texts[document][a.start : b.end]}'")


def _compatible(clusters: Clusters, i: int, j: int) -> bool:
    """True for two bodies, or two things of one kind."""
    return clusters.type(i) is clusters.type(j) or {clusters.type(i), clusters.type(j)} <= _BODIES
