"""A dossier by id, as far as a comparison asks for it, and which of its findings tell a reader most."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.model.diff import ClaimTold
from sayso.model.dossier_findings import Finding
from sayso.model.dossier_texts import DossierClaim
from sayso.model.enums import Modality
from sayso.model.index import ById

READABLE = (40, 280)  # code points of a line that a reader takes in
_NEEDS_MORE = re.compile(r"^(?:…|[‘“\"'«]|(?:he|she|it|they|we|i|his|her|its|their|this|that|these|those|such|who)\b)", re.I)

Rank = tuple[int, int, int, int, float, str]


def reads(line: str) -> bool:
    """True where a line is likely understood without what stands around it."""
    low, high = READABLE
    return low <= len(line) <= high and not _NEEDS_MORE.search(line) and not line.endswith("…")


@dataclass(frozen=True)
class Indexed(ById):
    """Look-ups over one dossier."""

    @cached_property
    def finding_of(self) -> dict[str, str]:
        """The id of the finding that holds a claim, by the id of the claim."""
        return {c: f.id for f in self.dossier.findings for c in f.claims}

    @cached_property
    def claims_of(self) -> dict[str, list[DossierClaim]]:
        """Claims by document, in the order of the text."""
        found: dict[str, list[DossierClaim]] = {d: [] for d in self.documents}
        for claim in sorted(self.dossier.claims, key=lambda c: (c.start, c.end, c.id)):
            found.setdefault(claim.document, []).append(claim)
        return found

    @cached_property
    def own_words(self) -> dict[str, str]:
        """What each document says in its own voice: its text with what it quotes blanked out, so that offsets hold."""
        texts = {d.id: d.text for d in self.dossier.documents}
        for q in self.dossier.quotes:
            if text := texts.get(q.document):
                texts[q.document] = text[: q.start] + " " * (q.end - q.start) + text[q.end :]
        return texts

    def outlet(self, claim: str) -> str:
        """The outlet that tells a claim."""
        return self.documents[self.claims[claim].document].publisher

    def outlets(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The outlets that tell these claims, each once, by name."""
        return tuple(sorted({self.outlet(c) for c in claims if c in self.claims}))

    def told(self, claims: Iterable[str]) -> tuple[ClaimTold, ...]:
        """Claims as a comparison shows them, by outlet and in the order of the text."""
        known = sorted(
            (self.claims[c] for c in claims if c in self.claims),
            key=lambda c: (self.outlet(c.id), c.document, c.start, c.id),
        )
        return tuple(
            ClaimTold(
                id=c.id,
                document=c.document,
                publisher=self.outlet(c.id),
                text=c.text,
                voices=tuple(v.source for v in c.attribution),
            )
            for c in known
        )

    def origins(self, finding: Finding) -> tuple[str, ...]:
        """The names of the origins that count."""
        return tuple(sorted({o.name for o in finding.origins if o.basis.counts}))

    def rank(self, finding: Finding) -> Rank:
        """How little a finding tells a reader, the weightiest first.

        What the briefing chose comes first, then what some outlets leave out, what several tell, what reads by itself and
        has origins, figures or a day; among like ones what stands nearest to the top of its report.
        """
        claims = [self.claims[c] for c in finding.claims if c in self.claims]
        tier = 0 if self._briefed & set(finding.claims) else 1 if finding.id in self._omitted else 2
        alone = reads(finding.headline or finding.statement)
        asserted = any(c.modality is Modality.ASSERTED for c in claims)
        facts = any(c.quantities or (c.time and c.time.start) for c in claims)
        top = min((c.start / max(1, len(self.documents[c.document].text)) for c in claims), default=1.0)
        borne = min(2, finding.independent)
        return tier, -len(finding.outlets), -int(alone), -borne - int(asserted) - int(facts), top, finding.id

    @cached_property
    def _briefed(self) -> set[str]:
        return {c for section in self.dossier.briefing.sections for line in section.lines for c in line.claims}

    @cached_property
    def _omitted(self) -> set[str]:
        return {o.finding for o in self.dossier.omissions}
