"""By what findings can be filtered: status, outlet, entity; outlets and entities have numbers, to keep the page light."""

from collections import Counter
from dataclasses import dataclass

from sayso.export.lookup import Lookup
from sayso.export.page_words import STATUS
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Finding

_MOST = 400  # entities offered


@dataclass(frozen=True)
class Choice:
    """One value of a filter and how many findings it leaves."""

    value: str
    text: str
    count: int


class Filters:
    """The choices of one dossier, and for each finding the values it has: `status outlets entities`, numbers with commas."""

    def __init__(self, look: Lookup) -> None:
        findings = look.dossier.findings
        self._entities_of = {f.id: _entities(look, f) for f in findings}
        outlets = Counter(o for f in findings for o in dict.fromkeys(f.outlets))
        entities = Counter(e for f in findings for e in self._entities_of[f.id])
        often = sorted((e for e in entities if entities[e] > 1), key=lambda e: (-entities[e], e))[:_MOST]
        self._outlet = {o: str(n) for n, o in enumerate(sorted(outlets, key=str.lower))}
        self._entity = {e: str(n) for n, e in enumerate(sorted(often, key=lambda e: (one_line(look.name(e)).lower(), e)))}
        states = Counter(f.status for f in findings)
        self.states = tuple(Choice(s.value, STATUS[s], states[s]) for s in STATUS if states[s])
        self.outlets = tuple(Choice(n, one_line(o), outlets[o]) for o, n in self._outlet.items())
        self.entities = tuple(Choice(n, one_line(look.name(e)), entities[e]) for e, n in self._entity.items())

    def of(self, finding: Finding) -> str:
        """The values of one finding."""
        outlets = ",".join(self._outlet[o] for o in dict.fromkeys(finding.outlets))
        entities = ",".join(self._entity[e] for e in self._entities_of[finding.id] if e in self._entity)
        return f"{finding.status.value} {outlets} {entities}".rstrip()


def _entities(look: Lookup, finding: Finding) -> list[str]:
    """The entities that take part in a finding's claims or speak in them."""
    claims = look.told(finding.claims)
    acting = [p.entity for c in claims for p in c.participants]
    speaking = [v.entity for c in claims for v in c.attribution if v.entity]
    return [e for e in dict.fromkeys(acting + speaking) if e in look.entities]
