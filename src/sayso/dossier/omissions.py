"""What some outlets tell and others leave out."""

from collections.abc import Sequence

from sayso.dossier.gaps import alone
from sayso.dossier.phrasing import Phrasing
from sayso.model.document import Document
from sayso.model.dossier_findings import Finding, Omission


def omissions(findings: Sequence[Finding], documents: Sequence[Document], phrasing: Phrasing) -> tuple[Omission, ...]:
    """What is told and left out, the most told first: each entry names at least one outlet on both sides.

    Listed is what two outlets or more tell in words that say the same and that can be read by themselves, and what one
    outlet puts at its top in words that no other comes near. A finding that is held together by less is no omission of
    anybody's: the rest may well tell it otherwise.
    """
    outlets = sorted({d.publisher for d in documents})
    single = {line.of for _, line in alone(findings, phrasing)}
    found = []
    for finding in findings:
        missing = tuple(o for o in outlets if o not in finding.outlets)
        if missing and (finding.id in single or _shared(finding, phrasing)):
            found.append(Omission(finding=finding.id, told_by=finding.outlets, missing_in=missing))
    return tuple(sorted(found, key=lambda o: -len(o.told_by)))


def _shared(finding: Finding, phrasing: Phrasing) -> bool:
    line = phrasing.best(finding) if len(finding.outlets) > 1 else None
    return line is not None and len(line.outlets) > 1
