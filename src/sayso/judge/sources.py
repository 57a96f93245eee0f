"""Everybody who is cited in a story, and the outlets that speak for themselves."""

from collections.abc import Iterator, Sequence

from sayso.judge.origins import Origins
from sayso.judge.outlets import plain_name
from sayso.judge.root import Root
from sayso.judge.roots import source_id
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Citation, DossierSource, Finding
from sayso.model.enums import OriginBasis, SourceKind


def sources(scene: Scene, origins: Origins, findings: Sequence[Finding]) -> tuple[DossierSource, ...]:
    """All sources, the most cited first; every origin of a finding is among them."""
    roots: dict[str, Root] = {}
    cited: dict[str, dict[str, set[str]]] = {}
    for claim in scene.claims.values():
        for root in _cited(scene, origins, claim):
            roots.setdefault(root.key, root)
            cited.setdefault(root.key, {}).setdefault(claim.document, set()).add(claim.id)
    found = {source_id(key): _source(root, cited[key]) for key, root in roots.items()}
    for finding in findings:
        for origin in finding.origins:
            if origin.source not in found:
                held: dict[str, set[str]] = {}
                for c in origin.claims:
                    held.setdefault(scene.claims[c].document, set()).add(c)
                found[origin.source] = DossierSource(
                    id=origin.source, name=origin.name, kind=SourceKind.OUTLET, cited_by=_citations(held)
                )
    return tuple(sorted(found.values(), key=lambda s: (-sum(len(c.claims) for c in s.cited_by), s.name, s.id)))


def _cited(scene: Scene, origins: Origins, claim: Claim) -> Iterator[Root]:
    for voice in claim.voices:
        if voice.anonymous:
            key = f"anonymous:{claim.document}:{plain_name(voice.source)}"
            yield Root(key, voice.source, SourceKind.ANONYMOUS, OriginBasis.NAMED, "unnamed")
        elif (root := origins.roots.voice(voice, claim.publisher)) is not None:
            yield root
    if claim.speaker is not None and (spoke := origins.roots.voice(claim.speaker, claim.publisher)) is not None:
        yield spoke
    own = origins.roots.of(claim)
    if own is not None and own.kind is SourceKind.OUTLET:
        yield own
    agency = origins.roots.agency(scene.documents[claim.document])
    if own is None and agency is not None:
        yield agency


def _source(root: Root, held: dict[str, set[str]]) -> DossierSource:
    return DossierSource(id=source_id(root.key), name=root.name, kind=root.kind, cited_by=_citations(held))


def _citations(held: dict[str, set[str]]) -> tuple[Citation, ...]:
    return tuple(Citation(document, tuple(sorted(claims))) for document, claims in sorted(held.items()))
