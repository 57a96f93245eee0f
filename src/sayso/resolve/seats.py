"""Capitals that speak for their governments where only the words around them show it.

Only for towns that the story elsewhere uses for a government: whether a town is a seat at all is settled where mentions are
found, by the grammar of one sentence.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import CountryForm, MentionKind
from sayso.model.mention import Mention
from sayso.resolve.units import Words, words_of

_REACH = 60  # characters beside a name that are read
_RELATIONS = r"(?:relations|ties|talks|tensions|dialogue|alliance|axis|rapprochement|rivalry|dispute|standoff)"
_BEFORE = re.compile(
    r"\b(?:useful|loyal|hostile|friendly|beholden|subservient|sympathetic|allied) (?:to|with) $|\barms of (?:\w+ or )?$",
    re.I,
)
_AFTER = re.compile(
    r"['’]s? (?:own |stated |true )?"
    r"(?:perspective|point of view|viewpoint|stance|position on|interests|allies|ally|intentions)\b"
    r"|, under [^,.]{3,40} (?:leadership|rule|presidency),"
)
_BETWEEN = re.compile(r"(?P<what>[\w’'-]+) between (?:(?P<first>[\w .’'-]{3,30}) and )?$")
_AND = re.compile(r" and (?P<second>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)")
_TRAVEL = frozenset(
    """flight flights route routes road roads distance train trains plane planes journey trip connection line border
    somewhere halfway commute ferry""".split()
)
_PAIR = re.compile(rf"-(?P<second>[A-Z]\w+) {_RELATIONS}\b")
_PAIRED = re.compile(r"\b(?P<first>[A-Z]\w+)-$")


def _seats(annotations: Sequence[Annotations]) -> dict[Words, str]:
    """The capitals that the story uses for a government, and their countries."""
    return {
        words_of(m.text): m.country
        for a in annotations
        for m in a.mentions
        if m.form is CountryForm.SEAT and m.country is not None
    }


def _acts(text: str, m: Mention, seats: Mapping[Words, str]) -> bool:
    """True where the words beside a capital show a government."""
    before, after = text[max(0, m.start - _REACH) : m.start], text[m.end : m.end + _REACH]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    between = _BETWEEN.search(before)
    if between and between["what"].lower() not in _TRAVEL:
        other = between["first"] or ((found := _AND.match(after)) and found["second"]) or ""
        return words_of(other) in seats
    pair, paired = _PAIR.match(after), _PAIRED.search(before)
    if pair:
        return words_of(pair["second"]) in seats
    return bool(paired and words_of(paired["first"]) in seats and re.match(rf" {_RELATIONS}\b", after))


def with_seats(documents: Sequence[Document], annotations: Sequence[Annotations]) -> list[Annotations]:
    """The annotations, capitals that are a source of statements or stand among governments being their countries."""
    seats, texts = _seats(annotations), {d.id: d.text for d in documents}
    if not seats:
        return list(annotations)
    return [_with_seats(a, texts[a.document], seats) if a.document in texts else a for a in annotations]


def _with_seats(annotation: Annotations, text: str, seats: Mapping[Words, str]) -> Annotations:
    sources = {(a.source.start, a.source.end) for a in annotation.attributions if a.source}
    chains = {m.country: m.chain for m in reversed(annotation.mentions) if m.country}
    free = 1 + max((m.chain for m in annotation.mentions), default=0)
    found = []
    for m in annotation.mentions:
        country = seats.get(words_of(m.text)) if m.kind is MentionKind.NAME and m.country is None else None
        if country and ((m.start, m.end) in sources or _acts(text, m, seats)):
            chain = chains.setdefault(country, free)
            free = max(free, chain + 1)
            found.append(replace(m, country=country, form=CountryForm.SEAT, chain=chain))
        else:
            found.append(m)
    return replace(annotation, mentions=tuple(found))
