"""Who holds a post: one text names its holder, another tells that somebody took over."""

import re
from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import conditioned
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.judge.titles import Title, is_post, titles
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, Verdict

REPLACES = frozenset({"replace", "succeed", "take_over"})
NAMED = frozenset({"appoint", "name", "confirm", "elect", "promote", "install"})
AS = re.compile(r"\b(?:as|to be|to the post of) (?:the |its |their |new )*((?:[a-z-]+ ){0,3}[a-z-]+)", re.IGNORECASE)
SURENESS = 0.7


def succession_differences(scene: Scene) -> Iterator[Difference]:
    """Updates between a text that has one person in a post and a text, not of before it, in which another gets that post."""
    told = titles(scene)
    for claim in scene.originals:
        real = claim.modality is Modality.ASSERTED and not denies(claim) and not conditioned(claim)
        if claim.clause.nominal or not real or claim.clause.predicate not in REPLACES | NAMED:
            continue
        new = _new(scene, claim)
        for document in sorted(told):
            for title in told[document]:
                if new is not None and _gave_way(scene, title, claim, new):
                    yield _difference(scene, title, claim, new)
                    break


def _new(scene: Scene, claim: Claim) -> str | None:
    """The person who comes into the post."""
    role = "agent" if claim.clause.predicate in REPLACES else "patient"
    found = {p.entity for p in claim.participants if p.role == role and scene.is_person(p.entity)}
    return min(found) if len(found) == 1 else None


def _gave_way(scene: Scene, title: Title, claim: Claim, new: str) -> bool:
    """True where the holder of a post told elsewhere is the one who gave way to the new one."""
    holds = scene.claims[title.claim]
    if title.past or title.entity == new or not is_post(title) or holds.publisher == claim.publisher:
        return False
    if scene.earlier(holds, claim) is False:
        return False
    post = AS.search(claim.text)
    if claim.clause.predicate in REPLACES:
        gone = {p.entity for p in claim.participants if p.role in {"patient", "other", "recipient"}}
        return title.entity in gone and (post is None or title.head in post[1].lower().split())
    return post is not None and title.words <= set(re.findall(r"[a-z]+", post[1].lower())) and len(title.words) > 1


def _difference(scene: Scene, title: Title, claim: Claim, new: str) -> Difference:
    old, name = scene.name(title.entity) or "", scene.name(new) or ""
    teller = scene.claims[title.claim].publisher
    return Difference(
        kind=DiscrepancyKind.IDENTITY,
        verdict=Verdict.UPDATE,
        left=Value(title.claim, old, old),
        right=Value(claim.id, name, name),
        topic=f"who is {title.text}",
        why=f"{teller} has {old} as “{title.text}”, {claim.publisher} tells that {name} got the post",
        weight=SURENESS,
    )
