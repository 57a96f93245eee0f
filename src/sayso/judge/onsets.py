"""Where it began: one fire, blast or crash told for two rooms or buildings, in whatever words."""

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import brief, conditioned
from sayso.judge.nouns import one_kind, place_of, places_apart, plain
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.clause import Role
from sayso.model.enums import DiscrepancyKind, Modality, Verdict

HAPPENING = frozenset(
    "happen occur begin start break_out break go_off go originate erupt ignite take_place strike detonate explode".split()
)
EVENTS = frozenset(
    "fire blaze inferno explosion blast detonation shooting stabbing crash collision leak spill fight brawl stampede"
    " avalanche landslide outbreak".split()
)
TOLD = frozenset({Modality.ASSERTED, Modality.POSSIBLE, Modality.PREDICTED})
OTHERS = re.compile(
    r"\b(?:second|third|another|other|later|previous|earlier|similar|several|two|three|fires|blasts)\b", re.I
)
INSIDE = re.compile(r"\b(?:in|at|inside|from|under|beneath|near|below|on) (?:[\w’'-]+ ){0,4}$", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her) ", re.IGNORECASE)
SURENESS = 0.6


class Onset(Struct, frozen=True):
    """A claim that tells where an event of a kind began."""

    claim: Claim
    event: str
    place: str
    shown: str


def onset_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between outlets that put the beginning of one event into two places that exclude each other."""
    told = [
        found
        for c in scene.originals
        if c.modality in TOLD and not denies(c) and not conditioned(c) and not past(scene, c)
        for found in _onsets(scene, c)
    ]
    for a, b in combinations(told, 2):
        if a.claim.publisher == b.claim.publisher or not one_kind(a.event, b.event) or not places_apart(a.place, b.place):
            continue
        if _tells(scene, a, b.place) or _tells(scene, b, a.place):
            continue
        yield Difference(
            kind=DiscrepancyKind.PLACE,
            verdict=Verdict.CONFLICT,
            left=Value(a.claim.id, a.shown, a.place),
            right=Value(b.claim.id, b.shown, b.place),
            topic=f"where: {brief(a.claim, b.claim)}",
            why=f"{a.claim.publisher} puts the {a.event} into the {a.shown}, {b.claim.publisher} into the {b.shown}",
            weight=SURENESS,
        )


def _onsets(scene: Scene, claim: Claim) -> Iterator[Onset]:
    """The one room or building in which the event that is the subject of a claim happened."""
    if claim.clause.nominal or claim.clause.predicate not in HAPPENING or OTHERS.search(claim.text):
        return
    events = [plain(r.head) for r in claim.clause.roles if r.role == "agent" and plain(r.head) in EVENTS]
    text = scene.documents[claim.document].text
    places = {}
    for role in (r for r in claim.clause.roles if r.role in {"place", "other"} and _within(text, claim, r)):
        words = ARTICLE.sub("", text[role.start : role.end].split(" of ")[0])
        if (place := place_of(re.findall(r"[^\W\d_]+", words))) is not None:
            places[place] = words
    if len(events) == 1 and len(places) == 1:
        ((place, words),) = places.items()
        yield Onset(claim, events[0], place, words)


def _within(text: str, claim: Claim, role: Role) -> bool:
    return INSIDE.search(text[claim.start : role.start]) is not None


def _tells(scene: Scene, onset: Onset, place: str) -> bool:
    """True where the sentence around names the other place too."""
    claim = onset.claim
    text = scene.sentence_text(claim).lower()
    return re.search(rf"\b{re.escape(place.split('_', maxsplit=1)[0])}", text) is not None
