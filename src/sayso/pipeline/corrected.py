"""Where people's corrections meet the stages of a run."""

from collections.abc import Sequence

from sayso.corrections.discrepancies import correct_discrepancies
from sayso.corrections.findings import correct_findings
from sayso.corrections.told import Seen, told
from sayso.model.alignment import Alignment
from sayso.model.correction import Corrections, Outcome
from sayso.model.dossier_findings import Discrepancy, Finding
from sayso.model.dossier_reading import AppliedCorrection
from sayso.model.story import ReadStory


class Judgements:
    """The corrections of one run over a story that has been read; keeps what becomes of each."""

    def __init__(self, corrections: Corrections, read: ReadStory) -> None:
        self._corrections, self._read = corrections, read
        self._outcomes: list[Outcome] = list(read.outcomes)

    def aligned(self, alignment: Alignment) -> Alignment:
        """The alignment with findings merged and split."""
        corrected, outcomes = correct_findings(alignment, self._read, self._corrections)
        self._outcomes += outcomes
        return corrected

    def judged(self, found: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
        """The discrepancies that nobody dismissed."""
        corrected, outcomes = correct_discrepancies(found, self._read, self._corrections)
        self._outcomes += outcomes
        return corrected

    def told(self, findings: Sequence[Finding], differing: Sequence[Discrepancy]) -> tuple[AppliedCorrection, ...]:
        """What became of every correction."""
        return told(self._corrections, self._outcomes, Seen(self._read, tuple(findings), tuple(differing)))
