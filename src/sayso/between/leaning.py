"""What one outlet published, and on whose word it tells it."""

from collections import Counter

from sayso.between.indexed import Indexed
from sayso.between.loaded import loaded, span
from sayso.model.comparison import LeanedOn, OutletTold, TakenFrom
from sayso.model.dossier_findings import Finding
from sayso.model.enums import OriginBasis


def told_by(index: Indexed, outlet: str) -> list[Finding]:
    """The findings that an outlet tells."""
    return [f for f in index.dossier.findings if outlet in f.outlets]


def claims_by(index: Indexed, finding: Finding, outlet: str) -> list[str]:
    """The claims of a finding that an outlet tells."""
    return [c for c in finding.claims if c in index.claims and index.outlet(c) == outlet]


def origins_behind(index: Indexed, finding: Finding, outlet: str) -> tuple[str, ...]:
    """The origins that count behind what an outlet tells of a finding."""
    own = set(claims_by(index, finding, outlet))
    return tuple(sorted({o.name for o in finding.origins if o.basis.counts and own & set(o.claims)}))


def outlet_told(index: Indexed, outlet: str, other: str) -> OutletTold:
    """One outlet, beside another."""
    documents = sorted(
        (d for d in index.dossier.documents if d.publisher == outlet), key=lambda d: (d.published.start or "", d.id)
    )
    findings = told_by(index, outlet)
    leaned, others = _leaned(index, outlet), _leaned(index, other)
    words = sum((loaded(index.own_words[d.id]) for d in documents), Counter[str]())
    return OutletTold(
        name=outlet,
        titles=tuple(d.title or "untitled" for d in documents),
        published=span(documents),
        claims=sum(len(index.claims_of[d.id]) for d in documents),
        findings=len(findings),
        unsourced=sum(not origins_behind(index, f, outlet) for f in findings),
        origins=tuple(
            LeanedOn(name=name, bases=bases, findings=number, also=name in others)
            for name, (number, bases) in sorted(leaned.items(), key=lambda x: (-x[1][0], x[0]))
        ),
        taken=_taken(index, outlet),
        loaded=tuple(sorted(words.items(), key=lambda w: (-w[1], w[0]))),
    )


def _leaned(index: Indexed, outlet: str) -> dict[str, tuple[int, tuple[OriginBasis, ...]]]:
    """How many findings of an outlet rest on each origin, and on what bases."""
    found: dict[str, set[str]] = {}
    bases: dict[str, set[OriginBasis]] = {}
    for finding in told_by(index, outlet):
        own = set(claims_by(index, finding, outlet))
        for origin in finding.origins:
            if origin.basis is not OriginBasis.UNSOURCED and own & set(origin.claims):
                found.setdefault(origin.name, set()).add(finding.id)
                bases.setdefault(origin.name, set()).add(origin.basis)
    order = tuple(OriginBasis)
    return {name: (len(of), tuple(sorted(bases[name], key=order.index))) for name, of in found.items()}


def _taken(index: Indexed, outlet: str) -> tuple[TakenFrom, ...]:
    """The texts that the outlet takes from others."""
    found = []
    for reuse in index.dossier.reuse:
        giver, taker = index.documents.get(reuse.giver), index.documents.get(reuse.taker)
        if giver and taker and taker.publisher == outlet:
            found.append(TakenFrom(publisher=giver.publisher, kind=reuse.kind, share=reuse.share))
    return tuple(sorted(found, key=lambda t: (-t.share, t.publisher)))
