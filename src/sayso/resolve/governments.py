"""Bodies of which every country has one: joined where their country, or the person they are named for, is the same."""

import re
from collections import Counter, defaultdict

from sayso.model.enums import CountryForm, EntityType, MentionKind
from sayso.model.mention import Mention
from sayso.resolve.clusters import Clusters
from sayso.resolve.units import Unit, fold

# The noun as it stands in the text → the body that it means.
_BODIES = {
    "government": "government",
    "regime": "government",
    "administration": "government",
    "police": "police",
    "military": "military",
    "armed forces": "military",
    "army": "army",
    "navy": "navy",
    "air force": "air force",
    "parliament": "parliament",
    "supreme court": "supreme court",
    "foreign ministry": "foreign ministry",
    "defence ministry": "defence ministry",
    "defense ministry": "defence ministry",
    "interior ministry": "interior ministry",
    "health ministry": "health ministry",
    "finance ministry": "finance ministry",
    "embassy": "embassy",
}
_NOUN = "|".join(sorted(_BODIES, key=len, reverse=True))
_OWNED = re.compile(rf"(?:the )?(?P<owner>\S.*?)(?:['’]s?)? (?P<noun>{_NOUN})", re.I)
_OF = re.compile(rf"(?:the )?(?P<noun>{_NOUN}) of (?:the )?(?P<owner>\S.*)", re.I)
_BARE = re.compile(r"(?:the )?(?P<noun>police|army|navy|military|parliament)", re.I)
_MOST, _TIMES = 4, 2  # a document is about one country that it names so often, and so many times as often as any other


def _said(unit: Unit) -> tuple[Mention, ...]:
    return tuple(m for m in unit.mentions if m.kind is not MentionKind.PRONOUN)


def _owners(clusters: Clusters) -> dict[tuple[str, int], int]:
    """The units of countries and people by where their names start; those of countries also by their words at no place."""
    found = {}
    for i, u in enumerate(clusters.units):
        if u.country is not None or (u.named and clusters.type(i) is EntityType.PERSON):
            for m in u.mentions:
                if m.kind is MentionKind.NAME:
                    found[(u.document, m.start)] = i
                    if u.country is not None and m.form is not CountryForm.SEAT:
                        found.setdefault((fold(m.text), -1), i)
    return found


def _mostly(clusters: Clusters) -> dict[str, int]:
    """The country that each document names most, by far; documents without one are left out."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for i, unit in enumerate(clusters.units):
        if unit.country is not None:
            counts[unit.document][clusters.root(i)] += len(unit.mentions)
    found = {}
    for document, counted in counts.items():
        first, *rest = sorted(counted.items(), key=lambda p: (-p[1], p[0]))[:2]
        if first[1] >= _MOST and first[1] >= _TIMES * sum(n for _, n in rest):
            found[document] = first[0]
    return found


def link_governments(clusters: Clusters) -> None:
    """Joins "the Peruvian army" and "Peru's army", and a bare "police" where both documents are about one country."""
    inner, about = _owners(clusters), _mostly(clusters)
    met: dict[tuple[int, str], tuple[int, str]] = {}
    for i in range(len(clusters.units)):
        told = _body_of(clusters, i, inner, about)
        if told is None:
            continue
        owner, noun, bare = told
        first = met.setdefault((owner, noun), (i, bare))
        if first[0] != i:
            whose = clusters.units[owner]
            name = f"{noun} of {whose.country or ' '.join(whose.fullest)}"
            clusters.join(first[0], i, f"both mean the {name}{bare or first[1]}")


def _body_of(
    clusters: Clusters, i: int, inner: dict[tuple[str, int], int], about: dict[str, int]
) -> tuple[int, str, str] | None:
    """Whose body a unit is, which, and how that is known where no word says it; None where unknown or of two owners."""
    unit, found = clusters.units[i], set()
    if unit.country is not None:
        return None
    for m in _said(unit):
        owned = _OWNED.fullmatch(m.text) or _OF.fullmatch(m.text)
        bare = _BARE.fullmatch(m.text)
        if owned:
            at = inner.get((unit.document, m.start + owned.start("owner")))
            if at is None:
                at = inner.get((fold(owned["owner"]), -1))
            if at is not None:
                found.add((clusters.root(at), _BODIES[owned["noun"].lower()], ""))
        elif bare and unit.document in about:
            found.add((about[unit.document], _BODIES[bare["noun"].lower()], ", the country that the documents are about"))
    plain = {(owner, noun) for owner, noun, _ in found}
    return min(found) if len(plain) == 1 else None
