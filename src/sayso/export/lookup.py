"""A dossier, indexed for its exports: who tells a claim, what stands behind a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.export.plain import one_line
from sayso.model.dossier_findings import Discrepancy, Finding
from sayso.model.dossier_reading import BriefingLine
from sayso.model.dossier_texts import DossierClaim
from sayso.model.enums import Verdict
from sayso.model.index import ById
from sayso.model.mention import Entity


def headline(finding: Finding) -> str:
    """The line that tells a finding to a reader, made safe to show."""
    return one_line(finding.headline or finding.statement)


@dataclass(frozen=True)
class Lookup(ById):
    """Look-ups by id over one dossier; an id that nothing bears gives nothing."""

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.dossier.entities}

    @cached_property
    def discrepancies(self) -> dict[str, Discrepancy]:
        """Discrepancies by id."""
        return {d.id: d for d in self.dossier.discrepancies}

    @cached_property
    def finding_of(self) -> dict[str, Finding]:
        """The finding that a claim belongs to, by the id of the claim."""
        return {c: f for f in reversed(self.dossier.findings) for c in f.claims}

    def told(self, claims: Iterable[str]) -> list[DossierClaim]:
        """The claims with these ids, in this order."""
        return [self.claims[c] for c in claims if c in self.claims]

    def outlets(self, claims: Iterable[str]) -> list[str]:
        """The outlets that tell these claims, each once, by name."""
        return sorted({self.documents[c.document].publisher for c in self.told(claims) if c.document in self.documents})

    def outlet(self, claim: DossierClaim) -> str:
        """The outlet that tells one claim."""
        document = self.documents.get(claim.document)
        return document.publisher if document else claim.document

    def name(self, entity: str) -> str:
        """The name of an entity, or its id where it has none."""
        known = self.entities.get(entity)
        return known.name if known else entity

    def origins(self, claims: Iterable[str]) -> int:
        """How many independent origins that name a source or were there stand behind these claims.

        A claim that no finding holds counts by the innermost voice that its document gives it.
        """
        wanted = set(claims)
        findings = {self.finding_of[c].id for c in wanted if c in self.finding_of}
        whole = next((f for f in findings if wanted == set(self.findings[f].claims)), None)
        if whole is not None and self.findings[whole].independent:
            return self.findings[whole].independent
        roots = (o for f in findings for o in self.findings[f].origins if o.basis.counts)
        alone = [c.attribution[-1] for c in self.told(wanted - self.finding_of.keys()) if c.attribution]
        said = {self._sources_of.get(voice.entity or "", voice.entity or voice.source) for voice in alone}
        return len({o.source for o in roots if wanted & set(o.claims)} | said)

    @cached_property
    def _sources_of(self) -> dict[str, str]:
        """Sources by the entity that speaks in the claims for which they are cited."""
        cited = [(c, s.id) for s in self.dossier.sources for x in s.cited_by for c in self.told(x.claims)]
        return {c.attribution[-1].entity or "": s for c, s in cited if c.attribution and c.attribution[-1].entity}

    def apart(self, line: BriefingLine) -> Discrepancy | None:
        """The discrepancy that a line of the briefing tells, where it tells one."""
        return self.discrepancies.get(line.of) if line.of else None

    def asked(self, line: BriefingLine) -> str:
        """The id under which a line of the briefing is explained."""
        return line.of or next((self.finding_of[c].id for c in line.claims if c in self.finding_of), line.claims[0])

    def untold(self) -> list[Discrepancy]:
        """Conflicts and updates that no line of the briefing tells, in the order of the dossier."""
        told = {line.of for section in self.dossier.briefing.sections for line in section.lines}
        return [
            d for d in self.dossier.discrepancies if d.id not in told and d.verdict in {Verdict.CONFLICT, Verdict.UPDATE}
        ]
