"""Why a finding, a verdict or an origin: the claims, values and features behind it, from the dossier alone."""

import textwrap
from collections.abc import Iterator

from sayso.errors import RunError
from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.export.words import count, days, interval
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, DossierSource, Finding
from sayso.model.dossier_texts import DossierClaim
from sayso.model.mention import Entity

Explained = Finding | Discrepancy | DossierSource | DossierClaim | Entity


def explain(dossier: Dossier, wanted: str, width: int = 80) -> str:
    """Lines of at most `width` columns about the finding, discrepancy, source, claim or entity with the id `wanted`.

    The beginning of an id will do where only one begins so. Raises RunError where none or several do.
    """
    lookup = Lookup(dossier)
    item = _find(dossier, wanted)
    match item:
        case Finding():
            rows = _finding(lookup, item)
        case Discrepancy():
            rows = _discrepancy(lookup, item)
        case DossierSource():
            rows = _source(lookup, item)
        case DossierClaim():
            rows = _claim(lookup, item)
        case Entity():
            rows = _entity(lookup, item)
    return "".join(line + "\n" for row in rows for line in _wrapped(row, width))


def _find(dossier: Dossier, wanted: str) -> Explained:
    rooms: tuple[tuple[Explained, ...], ...] = (
        dossier.findings, dossier.discrepancies, dossier.sources, dossier.claims, dossier.entities
    )  # fmt: skip
    known = {item.id: item for room in reversed(rooms) for item in room}
    if wanted in known:
        return known[wanted]
    close = [i for i in known if wanted and i.startswith(wanted)]
    if len(close) == 1:
        return known[close[0]]
    if close:
        raise RunError("explain", f"several ids begin with {wanted}", f"choose one of {', '.join(close[:6])}")
    raise RunError("explain", f"nothing in this dossier has the id {wanted}", "take an id that the summary shows")


def _finding(lookup: Lookup, finding: Finding) -> Iterator[str]:
    yield f"finding {finding.id}: {finding.status.value}"
    yield f"  “{finding.statement}”"
    yield from (f"  because {reason}" for reason in finding.why)
    yield f"origins: {len(finding.origins)}"
    for origin in finding.origins:
        yield f"  {origin.name} ({origin.source}), {origin.basis.value}: {', '.join(origin.claims)}"
        yield from (f"    because {reason}" for reason in origin.why)
    yield f"claims: {len(finding.claims)}"
    for claim in lookup.told(finding.claims):
        yield from _claim(lookup, claim, "  ")
    if finding.pairs:
        yield "joined because"
    for pair in finding.pairs:
        yield f"  {pair.a} and {pair.b}, score {pair.score:.2f}: {_features(pair.features)}"
    apart = [d for d in lookup.dossier.discrepancies if d.finding == finding.id]
    yield from (f"{d.verdict.value} of {d.kind.value} in it: {d.id}, {d.about}" for d in apart)


def _discrepancy(lookup: Lookup, apart: Discrepancy) -> Iterator[str]:
    yield f"discrepancy {apart.id}: {apart.verdict.value} of {apart.kind.value}, score {apart.score:.2f}"
    yield f"  about {apart.about}"
    yield f"  between {apart.between.value}, order of telling {apart.order.value}"
    yield f"  because {apart.why}"
    if apart.features:
        yield f"  features: {_features(apart.features)}"
    if apart.finding:
        yield f"  in finding {apart.finding}"
    for side in apart.sides:
        yield f"side “{side.value}”" + (f", read as {side.reads}" if side.reads else "")
        for claim in lookup.told(side.claims):
            yield from _claim(lookup, claim, "  ")


def _source(lookup: Lookup, source: DossierSource) -> Iterator[str]:
    yield f"source {source.id}: {source.name} ({source.kind.value})"
    for finding in lookup.dossier.findings:
        for origin in finding.origins:
            if origin.source == source.id:
                yield f"origin of finding {finding.id}, {origin.basis.value}: “{finding.statement}”"
                yield from (f"  because {reason}" for reason in origin.why)
    for citation in source.cited_by:
        document = lookup.documents.get(citation.document)
        yield f"cited by {document.publisher if document else citation.document}"
        for claim in lookup.told(citation.claims):
            yield from _claim(lookup, claim, "  ")


def _claim(lookup: Lookup, claim: DossierClaim, indent: str = "") -> Iterator[str]:
    yield f"{indent}claim {claim.id}, {lookup.outlet(claim)} [{claim.start}:{claim.end}]: “{claim.text}”"
    if claim.attribution:
        yield f"{indent}  said by " + ", who has it from ".join(
            f"“{v.source}”" + (f" ({v.cue})" if v.cue else "") for v in claim.attribution
        )
    how = (["denied"] if claim.negated else []) + ([claim.modality.value] if claim.modality.value != "asserted" else [])
    if how:
        yield f"{indent}  {', '.join(how)}"
    for q in claim.quantities:
        yield f"{indent}  number: {interval(q.low, q.high)}" + "".join(f" {w}" for w in (q.unit, q.of) if w)
    if claim.time:
        yield f"{indent}  time: {days(claim.time.start, claim.time.end)}, from “{claim.time.text}” ({claim.time.basis})"


def _entity(lookup: Lookup, entity: Entity) -> Iterator[str]:
    yield f"entity {entity.id}: {entity.name} ({entity.type.value})"
    yield f"  called {', '.join(entity.aliases)}"
    yield f"  {count(len(entity.mentions), 'mention')}"
    yield from (f"  joined because {link.why}" for link in lookup.dossier.links if link.entity == entity.id)


def _features(features: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in sorted(features.items(), key=lambda f: (-f[1], f[0])))


def _wrapped(row: str, width: int) -> list[str]:
    indent = " " * (len(row) - len(row.lstrip(" ")))
    return textwrap.wrap(one_line(row), max(width, 40), initial_indent=indent, subsequent_indent=indent + "  ")
