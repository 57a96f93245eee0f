"""What some outlets tell and others leave out."""

from collections.abc import Sequence

from sayso.model.document import Document
from sayso.model.dossier_findings import Finding, Omission


def omissions(findings: Sequence[Finding], documents: Sequence[Document]) -> tuple[Omission, ...]:
    """One entry for each finding that at least two outlets tell and at least one leaves out."""
    outlets = sorted({d.publisher for d in documents})
    found = []
    for finding in findings:
        missing = tuple(o for o in outlets if o not in finding.outlets)
        if len(finding.outlets) >= 2 and missing:
            found.append(Omission(finding=finding.id, told_by=finding.outlets, missing_in=missing))
    return tuple(found)
