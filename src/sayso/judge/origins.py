"""The independent origins behind the claims of one finding."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from msgspec import structs

from sayso.judge.bodies import Bodies
from sayso.judge.outlets import plain_name
from sayso.judge.parties import Parties
from sayso.judge.relays import SAME_FORECAST, Relays, same_words
from sayso.judge.root import Root
from sayso.judge.roots import Roots, source_id
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Origin
from sayso.model.enums import OriginBasis, SourceKind

SAME_TALE = 0.85  # score of a pair from which a rumour and a named voice tell one thing
RETOLD = 0.8  # score of a pair from which a text that retells somebody elsewhere retells him here too

Rooted: TypeAlias = tuple[Root, list[str], list[str]]  # a root with the claims that go back to it, and why each does


class Origins:
    """Traces claims of a scene to their origins."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self.roots, self._relays = scene, Roots(scene), Relays(scene)
        self._bodies, self._parties = Bodies(scene), Parties(scene)
        self._houses = {plain_name(o): n for n, family in enumerate(scene.families) for o in family.outlets}
        self._same = self._one_name()
        self._retold = self._documents_that_retell()

    def _one_name(self) -> dict[str, str]:
        """Keys of roots that bear one name ("the coast guard" in two outlets): each to the first of them."""
        known: dict[str, str] = {}
        found: dict[str, str] = {}
        for claim in sorted(self._scene.claims.values(), key=lambda c: c.id):
            root = self.roots.of(claim)
            if root is not None:
                found[root.key] = known.setdefault(plain_name(root.name), root.key)
        return found

    def _documents_that_retell(self) -> dict[str, dict[str, str]]:
        """By document, the roots that its unsourced claims were seen to retell, with what gave it away."""
        found: dict[str, dict[str, str]] = {}
        for group in self._scene.alignment.groups:
            claims = [self._scene.claims[c] for c in group]
            shown = {c.id: self.roots.of(c) for c in claims}
            for claim in claims:
                for other in claims if shown[claim.id] is None else ():
                    root = shown[other.id]
                    reasons = self._relays.reasons(claim, other) if root is not None else ()
                    # A forecast shows whence the forecast is, and little of the rest of the text.
                    reasons = tuple(r for r in reasons if r != SAME_FORECAST)
                    if root is not None and reasons:
                        found.setdefault(claim.document, {}).setdefault(root.key, " and ".join(reasons))
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
                kept, gone = (a, b) if one is rooted[a][0] else (b, a)
                _into(rooted, kept, gone)
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
        for n, (claim, root, _) in enumerate(found):
            for earlier, other, _ in found[:n]:
                if other.publisher == claim.publisher:
                    continue
                if other.key != root.key and _rank(other) <= _rank(root) and same_words(claim, earlier):
                    found[n] = (claim, other, f"the same words as {earlier.publisher}, which has them from {other.name}")
                    break
        return found

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
        copied = self._relays.copied_from(claim)
        if root is not None and (copied is None or not root.unnamed):
            return root, root.via
        if copied is not None:
            return self._copied(claim, copied, claims, shown)
        agency = self.roots.agency(self._scene.documents[claim.document])
        if agency is not None:
            return agency, agency.via
        for other in claims:
            known = shown[other.id]
            if known is not None and (reasons := self._relays.reasons(claim, other)):
                return known, f"probable relay, no source found, but has {' and '.join(reasons)} of {known.name}"
        retold = self._retold.get(claim.document, {})
        for other in claims:
            known = shown[other.id]
            if known is None or known.key not in retold or self._scene.earlier(claim, other):
                continue
            if self._near(claim, other, RETOLD):
                return known, f"probable relay, no source found, but retells {known.name} elsewhere ({retold[known.key]})"
        return self._of_cited_outlet(claim, claims, shown) or (self._unsourced(claim), "no source found")

    def _of_cited_outlet(
        self, claim: Claim, claims: Sequence[Claim], shown: Mapping[str, Root | None]
    ) -> tuple[Root, str] | None:
        """The outlet that tells the same before, without a source, and that the text of the claim cites elsewhere."""
        for other in claims:
            cited = other.publisher in self._cited.get(claim.document, ()) and other.publisher != claim.publisher
            if not cited or shown[other.id] is not None or self._scene.earlier(claim, other):
                continue
            if self._near(claim, other, RETOLD):
                why = f"probable relay, no source found, but {other.publisher} tells the same and is cited for more"
                return self.roots.outlet(other.publisher, OriginBasis.PROBABLE_RELAY, why), why
        return None

    @cached_property
    def _cited(self) -> dict[str, set[str]]:
        """By document, the other outlets of the story that it names as a source."""
        found: dict[str, set[str]] = {}
        for claim in self._scene.claims.values():
            root = self.roots.of(claim)
            if root is not None and root.publisher not in {None, claim.publisher}:
                found.setdefault(claim.document, set()).add(str(root.publisher))
        return found

    def _of_outlet(self, claim: Claim, root: Root, claims: Sequence[Claim], shown: Mapping[str, Root | None]) -> Root | None:
        """The one source that an outlet, cited for a claim, names for it in its own text."""
        if root.kind is not SourceKind.OUTLET or root.publisher in {None, claim.publisher}:
            return None
        told = (shown[c.id] for c in claims if c.publisher == root.publisher)
        named = {r.key: r for r in told if r is not None and not r.unnamed and r.key != root.key}
        return next(iter(named.values())) if len(named) == 1 else None

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


def _into(rooted: dict[str, Rooted], kept: str, gone: str) -> None:
    root, ids, reasons = rooted.pop(gone)
    rooted[kept][1].extend(ids)
    one = "" if root.name == rooted[kept][0].name else f" ({root.name} counts as one with {rooted[kept][0].name})"
    rooted[kept][2].extend(f"{why}{one}" for why in reasons)


def _rank(root: Root) -> int:
    return [OriginBasis.NAMED, OriginBasis.FIRST_HAND, OriginBasis.PROBABLE_RELAY, OriginBasis.UNSOURCED].index(root.basis)
