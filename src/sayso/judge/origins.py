"""The independent origins behind the claims of one finding."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from msgspec import structs

from sayso.judge.bodies import Bodies
from sayso.judge.outlets import plain_name
from sayso.judge.parties import Parties
from sayso.judge.polarity import denies
from sayso.judge.relays import Relays, same_words, unfound
from sayso.judge.retelling import Retelling
from sayso.judge.root import Root
from sayso.judge.roots import Roots, source_id
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Origin
from sayso.model.enums import OriginBasis, SourceKind

SAME_TALE = 0.85  # score of a pair from which a rumour and a named voice tell one thing

# A body by what it is, for which the outlet that is relayed may have the name.
_BODY = re.compile(
    r"(?:the )?(?:government|authorities|officials|police|army|military|navy|ministry|agency|company|firm|union|court|judges"
    r"|office)",
    re.IGNORECASE,
)

Strength: TypeAlias = tuple[int, int, int]
Rooted: TypeAlias = tuple[Root, list[str], list[str]]  # a root with the claims that go back to it, and why each does


class Origins:
    """Traces claims of a scene to their origins."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self.roots, self._relays = scene, Roots(scene), Relays(scene)
        self._bodies, self._parties = Bodies(scene), Parties(scene)
        self._houses = {plain_name(o): n for n, family in enumerate(scene.families) for o in family.outlets}
        self._same = self._one_name()
        self._retelling = Retelling(scene, self.roots, self._relays)

    def _one_name(self) -> dict[str, str]:
        """Keys of roots that bear one name ("the coast guard" in two outlets): each to the first of them."""
        known: dict[str, str] = {}
        found: dict[str, str] = {}
        for claim in sorted(self._scene.claims.values(), key=lambda c: c.id):
            root = self.roots.of(claim)
            if root is not None:
                found[root.key] = known.setdefault(plain_name(root.name), root.key)
        return found

    def house(self, publisher: str) -> str:
        """What outlets of one house have in common: their family, else the outlet itself."""
        family = self._houses.get(plain_name(publisher))
        return publisher if family is None else f"house:{family}"

    def _key(self, root: Root) -> str:
        """What tells roots apart: outlets of one house are one, those that name no source among themselves."""
        outlet = root.publisher or root.name
        house = self.house(outlet)
        if house == outlet:
            return self._same.get(root.key, root.key)
        return f"{root.basis is OriginBasis.UNSOURCED}:{house}"

    def _why(self, root: Root) -> tuple[str, ...]:
        """That the outlet stands for its house, where people said so."""
        outlet = root.publisher or root.name
        family = self._houses.get(plain_name(outlet))
        if family is None:
            return ()
        known = self._scene.families[family]
        others = ", ".join(o for o in known.outlets if plain_name(o) != plain_name(outlet))
        return (f"{root.name} counts as one with {others}" + (f" ({known.name})" if known.name else ""),)

    def behind(self, claims: Sequence[Claim]) -> tuple[Origin, ...]:
        """One entry for each independent origin: named and first-hand first, each with its claims and what was folded in."""
        shown = {c.id: self.roots.of(c) for c in claims}
        rooted: dict[str, Rooted] = {}
        for claim, root, why in self._folded(claims, shown):
            key = self._key(root)
            entry = rooted.setdefault(key, (root, [], []))
            if _rank(root) < _rank(entry[0]):
                entry = rooted[key] = (root, entry[1], entry[2])
            entry[1].append(claim.id)
            entry[2].append(f"{claim.publisher}: {why}")
        self._join(rooted)
        ordered = sorted(rooted.values(), key=lambda e: (_rank(e[0]), -len(e[1]), e[0].name))
        return tuple(
            Origin(
                source=source_id(root.key),
                name=root.name,
                basis=root.basis,
                claims=tuple(sorted(ids)),
                why=(*sorted(set(reasons)), *self._why(root)),
            )
            for root, ids, reasons in ordered
        )

    def _join(self, rooted: dict[str, Rooted]) -> None:
        """Makes one of roots that are one voice; what nameless media tell goes back to the one root that is named."""
        for a, b in combinations(sorted(rooted), 2):
            if a not in rooted or b not in rooted or not (rooted[a][0].basis.counts and rooted[b][0].basis.counts):
                continue
            one = self._parties.one(rooted[a][0], rooted[b][0]) or self._bodies.one(rooted[a][0], rooted[b][0])
            if one is not None:
                kept, gone = (b, a) if one is rooted[b][0] else (a, b)
                _into(rooted, kept, gone)
                rooted[kept] = (one, *rooted[kept][1:])
        for key in [k for k in sorted(rooted) if k.startswith("unsourced:")]:
            told = key.removeprefix("unsourced:")
            if told in rooted:  # what others took from the outlet, and what it tells itself, is one origin
                _into(rooted, told, key)
        rumours = [key for key in sorted(rooted) if key.startswith("hearsay:")]
        named = [key for key, entry in sorted(rooted.items()) if entry[0].basis.counts and not entry[0].unnamed]
        for key in rumours:
            into = named[0] if len(named) == 1 and self._rumoured(rooted[named[0]], rooted[key]) else rumours[0]
            if key != into:
                _into(rooted, into, key)

    def _rumoured(self, named: Rooted, rumour: Rooted) -> bool:
        """True where nameless media tell the very same as the one who is named."""
        claims = self._scene.claims
        return any(self._near(claims[a], claims[b], SAME_TALE) for a in named[1] for b in rumour[1])

    def _near(self, claim: Claim, other: Claim, least: float) -> bool:
        pair = self._scene.pair(claim.id, other.id)
        return pair is not None and pair.score >= least

    def _folded(self, claims: Sequence[Claim], shown: Mapping[str, Root | None]) -> list[tuple[Claim, Root, str]]:
        """Each claim with its root; what is told in the same words goes back to the root that the first named one shows."""
        found = [(claim, *self._root(claim, claims, shown)) for claim in claims]
        found.sort(key=lambda f: (_rank(f[1]), not f[1].key.startswith("entity:"), f[0].document, f[0].start))
        tellers = {key: len({c.publisher for c, r, _ in found if r.key == key}) for key in {r.key for _, r, _ in found}}
        strength = {root.key: (_rank(root), -tellers[root.key], n) for n, (_, root, _) in reversed(list(enumerate(found)))}
        return [self._as_first_told(told, found, strength) for told in found]

    def _as_first_told(
        self, told: tuple[Claim, Root, str], found: Sequence[tuple[Claim, Root, str]], strength: Mapping[str, Strength]
    ) -> tuple[Claim, Root, str]:
        """A claim with the root that most outlets give for its words, a named one before others."""
        claim, root, _ = told
        better = [f for f in found if strength[f[1].key] < strength[root.key] and f[0].publisher != claim.publisher]
        for other, named, _ in sorted(better, key=lambda f: strength[f[1].key]):
            if same_words(claim, other) and self._bodies.one(root, named) is None:
                return claim, named, f"the same words as {other.publisher}, which has them from {named.name}"
        return told

    def account(self, claim: Claim, claims: Sequence[Claim]) -> str:
        """The house that tells a claim of a finding (`claims`), be it in the words of another: copies add no account."""
        first = self._scene.original(claim)
        copied = self._relays.copied_from(first)
        if copied is None:
            return self.house(first.publisher)
        given = next((c for c in claims if c.document == copied[0]), None)
        return self.house(self._scene.original(given).publisher if given else self._scene.documents[copied[0]].publisher)

    def _root(self, claim: Claim, claims: Sequence[Claim], shown: Mapping[str, Root | None]) -> tuple[Root, str]:
        root, first = shown[claim.id], self._scene.original(claim)
        if first.id != claim.id and first.id in shown and (root is None or root.unnamed):
            return self._root(first, claims, shown)[0], f"the same words as {first.publisher}"
        if root is not None and (behind := self._of_outlet(claim, root, claims, shown)) is not None:
            return behind, f"{root.via}, which has it from {behind.name}"
        rumour = root is not None and root.key.startswith("hearsay:")
        if root is not None and rumour and (told := self._retelling.root(claim, claims, shown)) is not None:
            return told[0], f"{root.via}; probable relay: {told[1]}"
        copied = self._relays.copied_from(claim)
        if root is not None and (copied is None or not root.unnamed):
            return root, root.via
        if copied is not None:
            return self._copied(claim, copied, claims, shown)
        agency = self.roots.agency(self._scene.documents[claim.document])
        if agency is not None:
            return agency, agency.via
        if (inside := _held(claim, claims, shown)) is not None:
            return inside, f"{inside.via} within it"
        for other in claims:
            known = shown[other.id]
            if known is not None and (reasons := self._relays.reasons(claim, other)):
                return known, unfound(f"has {' and '.join(reasons)} of {known.name}")
        if (retold := self._retelling.root(claim, claims, shown)) is not None:
            return retold[0], unfound(retold[1])
        return self._unsourced(claim), "no source found"

    def _of_outlet(self, claim: Claim, root: Root, claims: Sequence[Claim], shown: Mapping[str, Root | None]) -> Root | None:
        """The one source that an outlet, cited for a claim, names for it in its own text."""
        outlet = self._through(claim, root)
        if outlet is None:
            return None
        told = (shown[c.id] for c in claims if c.publisher == outlet and denies(c) == denies(claim))
        named = {r.key: r for r in told if r is not None and not r.unnamed and r.key != root.key}
        return next(iter(named.values())) if len(named) == 1 else None

    def _through(self, claim: Claim, root: Root) -> str | None:
        """The other outlet that a claim has from some body which it calls by no name, or for which it gives no source.

        Whom that outlet itself leaves unnamed ("the broadcaster, citing two officials") is nobody whom it names elsewhere.
        """
        if root.kind is SourceKind.OUTLET:
            unnamed = any(v.anonymous for v in (*claim.voices, *claim.spoken))
            return None if root.publisher == claim.publisher or unnamed else root.publisher
        if _BODY.fullmatch(root.name) is None:
            return None
        for voice in claim.voices:
            via = self.roots.voice(voice, claim.publisher)
            if via is not None and via.publisher not in {None, claim.publisher}:
                return via.publisher
        return None

    def _copied(
        self, claim: Claim, copied: tuple[str, str], claims: Sequence[Claim], shown: Mapping[str, Root | None]
    ) -> tuple[Root, str]:
        """The root of the copied claim where that one is in the finding, else the outlet it was copied from."""
        giver, why = copied
        for other in claims:
            if other.document == giver and (known := self._shown(other, shown)) is not None:
                return known, why
        publisher = self._scene.documents[giver].publisher
        agency = self.roots.agency(self._scene.documents[giver])
        return agency or self.roots.outlet(publisher, OriginBasis.PROBABLE_RELAY, why), why

    def _shown(self, claim: Claim, shown: Mapping[str, Root | None]) -> Root | None:
        """What a claim shows; whom it leaves unnamed, the outlet knows that first printed it."""
        root, first = shown[claim.id], self._scene.original(claim)
        return shown.get(first.id, root) if root is None or root.unnamed else root

    def _unsourced(self, claim: Claim) -> Root:
        root = self.roots.outlet(claim.publisher, OriginBasis.UNSOURCED, "no source found")
        return structs.replace(root, key=f"unsourced:{root.key}")


def independent(origins: Sequence[Origin], outlets: Mapping[str, str]) -> int:
    """How many origins count: named or first-hand ones, as far as each can be matched with an outlet of its own.

    Two voices in one outlet are one account of it: what only one outlet tells is not corroborated by itself. `outlets`
    gives the publisher of each claim. The number is that of a largest matching of origins with outlets.
    """
    told = [sorted({outlets[c] for c in o.claims if c in outlets}) for o in origins if o.basis.counts]
    matched: dict[str, int] = {}

    def place(n: int, seen: set[str]) -> bool:
        for outlet in told[n]:
            if outlet not in seen:
                seen.add(outlet)
                if outlet not in matched or place(matched[outlet], seen):
                    matched[outlet] = n
                    return True
        return False

    return sum(place(n, set()) for n in range(len(told)))


def _held(claim: Claim, claims: Sequence[Claim], shown: Mapping[str, Root | None]) -> Root | None:
    """The root of a claim of the finding that stands within this one: "a call in which the mayor asked for calm"."""
    for other in claims:
        inside = other.document == claim.document and claim.start <= other.start and other.end <= claim.end
        root = shown[other.id]
        if inside and root is not None and other.id != claim.id:
            return root
    return None


def _into(rooted: dict[str, Rooted], kept: str, gone: str) -> None:
    root, ids, reasons = rooted.pop(gone)
    rooted[kept][1].extend(ids)
    one = "" if root.name == rooted[kept][0].name else f" ({root.name} counts as one with {rooted[kept][0].name})"
    rooted[kept][2].extend(f"{why}{one}" for why in reasons)


def _rank(root: Root) -> int:
    return [OriginBasis.NAMED, OriginBasis.FIRST_HAND, OriginBasis.PROBABLE_RELAY, OriginBasis.UNSOURCED].index(root.basis)
