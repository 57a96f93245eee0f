"""One finding in other words: hedges, sureness, voices, words of saying, loaded words; and what outlets call one thing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from sayso.between.indexed import Indexed
from sayso.between.leaning import claims_by, origins_behind
from sayso.between.loaded import loaded, saying
from sayso.between.pairing import folded
from sayso.model.comparison import CalledOtherwise, WordedOtherwise, Wording
from sayso.model.dossier_findings import Finding
from sayso.model.dossier_texts import ClaimQuantity, DossierClaim
from sayso.model.enums import Modality

NEAR = 58.0  # likeness in percent of two claims whose wording is worth setting side by side
UNSURE = frozenset({Modality.POSSIBLE, Modality.HYPOTHETICAL, Modality.CONDITIONAL})
NOBODY = frozenset("mr mrs ms miss dr man woman men women person people boy girl one".split())
OWN_VOICE = "in its own voice"
NAMED = frozenset({"PERSON", "ORG", "GROUP", "EVENT", "FAC", "PRODUCT"})
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|its|his|her|their|our|whose)\s+", re.IGNORECASE)

Told = tuple[Wording, str, str]


def worded(index: Indexed, finding: Finding, a: str, b: str) -> Iterator[WordedOtherwise]:
    """In what the tellings of two outlets differ though they answer one question; each kind of difference once."""
    left, right = ([index.claims[c] for c in claims_by(index, finding, outlet)] for outlet in (a, b))
    borne = [origins_behind(index, finding, outlet) for outlet in (a, b)]
    seen: set[Wording] = set()
    for one, other in _pairs(left, right):
        for kind, *words in _differences(index, one, other):
            here, there = words
            if kind is Wording.VOICE:
                here, there = map(_voice, borne)
            if kind not in seen and (kind is not Wording.VOICE or bool(borne[0]) is not bool(borne[1])):
                seen.add(kind)
                yield WordedOtherwise(
                    finding=finding.id, headline=finding.headline or finding.statement, differs=kind, a=here, b=there,
                    claim_a=index.told([one.id])[0], claim_b=index.told([other.id])[0],
                )  # fmt: skip


def called(index: Indexed, a: str, b: str) -> tuple[CalledOtherwise, ...]:
    """What each of two outlets calls a person or thing and the other does not, persons first."""
    found = []
    entities = {e.id: e for e in index.dossier.entities}
    for framing in index.dossier.framing:
        entity = entities.get(framing.entity)
        if entity is None or entity.type.value not in NAMED:
            continue
        words: dict[str, dict[str, str]] = {a: {}, b: {}}
        for label in framing.labels:
            outlet = index.documents[label.document].publisher
            if outlet in words:
                words[outlet].setdefault(_label(label.label), label.label)
        here, there = _alone(words[a], words[b]), _alone(words[b], words[a])
        if here and there:
            told = CalledOtherwise(entity=entity.id, name=entity.name, a=_bare(here), b=_bare(there))
            found.append(((entity.type.value != "PERSON", -len(entity.mentions), entity.id), told))
    return tuple(told for _, told in sorted(found, key=lambda c: c[0]))


def _alone(own: dict[str, str], others: dict[str, str]) -> list[str]:
    """The labels that are neither a longer nor a shorter form of one of the other outlet."""
    theirs = [set(other.split()) for other in others]
    named = [w for w in sorted(own) if not set(w.split()) <= NOBODY]
    return [own[w] for w in named if not any(set(w.split()) <= o or o <= set(w.split()) for o in theirs)]


def _label(label: str) -> str:
    return folded(_ARTICLE.sub("", label))


def _bare(labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(_ARTICLE.sub("", label).split()) for label in labels)


def _pairs(left: Sequence[DossierClaim], right: Sequence[DossierClaim]) -> list[tuple[DossierClaim, DossierClaim]]:
    """Claims of two outlets that say nearly the same, the likest first; each once."""
    near = [(fuzz.token_sort_ratio(folded(x.text), folded(y.text)), x, y) for x in left for y in right]
    found: list[tuple[DossierClaim, DossierClaim]] = []
    used: set[str] = set()
    for score, x, y in sorted(near, key=lambda p: (-p[0], *sorted((p[1].id, p[2].id)))):
        if score >= NEAR and not {x.id, y.id} & used:
            used |= {x.id, y.id}
            found.append((x, y))
    return found


def _differences(index: Indexed, one: DossierClaim, other: DossierClaim) -> Iterator[Told]:
    for p in one.quantities:
        for q in other.quantities:
            if _of_one_thing(p, q) and folded(p.hedge) != folded(q.hedge):
                yield Wording.HEDGE, _words(index, one, p), _words(index, other, q)
    if (one.modality in UNSURE) is not (other.modality in UNSURE):
        yield Wording.SURENESS, one.modality.value, other.modality.value
    if bool(one.attribution) != bool(other.attribution):
        yield Wording.VOICE, OWN_VOICE, OWN_VOICE
    for colour in (saying(_cue(one)), saying(_cue(other))):
        if colour and saying(_cue(one)) != saying(_cue(other)) and one.attribution and other.attribution:
            yield Wording.SAYING, _cue(one) or "", _cue(other) or ""
            break
    here, there = _loaded(index, one), _loaded(index, other)
    if here.keys() ^ there.keys():
        yield Wording.LOADED, ", ".join(sorted(here - there)) or "none", ", ".join(sorted(there - here)) or "none"


def _voice(origins: Sequence[str]) -> str:
    return f"on the word of {' and '.join(origins)}" if origins else OWN_VOICE


def _of_one_thing(p: ClaimQuantity, q: ClaimQuantity) -> bool:
    """True for two values of one unit and thing that can both hold."""
    if p.unit != q.unit or (p.of != q.of and p.of and q.of):
        return False
    low = max(x for x in (p.low, q.low, float("-inf")) if x is not None)
    high = min(x for x in (p.high, q.high, float("inf")) if x is not None)
    return low <= high


def _words(index: Indexed, claim: DossierClaim, q: ClaimQuantity) -> str:
    return " ".join(index.documents[claim.document].text[q.start : q.end].split())


def _loaded(index: Indexed, claim: DossierClaim) -> Counter[str]:
    """The loaded words of a claim that the outlet itself chose."""
    return loaded(index.own_words[claim.document][claim.start : claim.end]) if not claim.attribution else Counter()


def _cue(claim: DossierClaim) -> str | None:
    return claim.attribution[-1].cue if claim.attribution else None
