"""The origins of a finding as the page shows them: which of them count, and why another does not."""

from dataclasses import dataclass

from sayso.export import anchors, words
from sayso.export.lookup import Lookup
from sayso.export.page_words import BASIS, dated
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Finding, Origin
from sayso.model.enums import OriginBasis

_ELSE = "not counted: tells something else of it"
_SAME = "not counted: the same outlet, or something else of it"
_UNSURE = "named in it"


@dataclass(frozen=True)
class Root:
    """One origin: who, on what it rests and whether it counts (`note`), and what was folded into it."""

    name: str
    href: str | None
    note: str
    counts: bool
    why: tuple[str, ...]


def roots(look: Lookup, finding: Finding) -> tuple[Root, ...]:
    """All origins but those that give no source, the counting ones first where the dossier shows which they are."""
    named = [o for o in finding.origins if o.basis is not OriginBasis.UNSOURCED]
    counting = _counting(look, finding, named)
    made = [_root(look, o, *_note(look, finding, o, counting)) for o in named]
    return tuple(sorted(made, key=lambda r: not r.counts))


def counted(finding: Finding, shown: tuple[Root, ...]) -> str:
    """`Counts as one independent origin`, with how many are named where the dossier does not show which of them count."""
    if not finding.independent:
        return "No independent origin" if shown else "No source found"
    told = f"Counts as {words.spelled(finding.independent, 'independent origin')}"
    candidates = sum(o.basis.counts for o in finding.origins)
    return told if any(r.counts for r in shown) else f"{told} of {candidates} named in it"


def _counting(look: Lookup, finding: Finding, named: list[Origin]) -> list[Origin] | None:
    """The origins that count; None where the dossier does not tell which.

    All of them, where as many count as are named. Where one does, it is the one behind the statement itself, if that has
    one: no other can be matched with another outlet.
    """
    able = [o for o in named if o.basis.counts]
    if len(able) <= finding.independent:
        return able
    own = {c.id for c in look.told(finding.claims) if c.text == finding.statement}
    behind = [o for o in able if own & set(o.claims)]
    return behind if finding.independent == len(behind) == 1 else None


def _note(look: Lookup, finding: Finding, origin: Origin, counting: list[Origin] | None) -> tuple[str, bool]:
    basis = BASIS[origin.basis]
    if not origin.basis.counts:
        return f"{basis}, not counted", False
    if counting is None:
        return _UNSURE, False
    if origin in counting:
        return basis, True
    own = look.outlets(c.id for c in look.told(finding.claims) if c.text == finding.statement)
    return (_SAME if look.outlets(origin.claims) == own else _ELSE), False


def _root(look: Lookup, origin: Origin, note: str, counts: bool) -> Root:
    known = any(s.id == origin.source for s in look.dossier.sources)
    href = f"#{anchors.source(origin.source)}" if known else None
    return Root(one_line(origin.name), href, note, counts, tuple(dict.fromkeys(map(dated, origin.why))))
