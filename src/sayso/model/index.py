"""A dossier by id: what every room that reads a finished dossier looks up."""

from dataclasses import dataclass
from functools import cached_property

from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Finding
from sayso.model.dossier_texts import DossierClaim, DossierDocument


@dataclass(frozen=True)
class ById:
    """Look-ups over one dossier."""

    dossier: Dossier

    @cached_property
    def claims(self) -> dict[str, DossierClaim]:
        """Claims by id."""
        return {c.id: c for c in self.dossier.claims}

    @cached_property
    def documents(self) -> dict[str, DossierDocument]:
        """Documents by id."""
        return {d.id: d for d in self.dossier.documents}

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Findings by id."""
        return {f.id: f for f in self.dossier.findings}
