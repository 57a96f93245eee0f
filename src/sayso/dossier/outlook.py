"""What the story says is still to come, by when, and what became of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec import structs

from sayso.dossier.days import days_of
from sayso.dossier.foretold import is_foretold
from sayso.dossier.fulfilled import Happenings
from sayso.dossier.horizons import Timed, horizon
from sayso.dossier.outlook_kinds import kind_of
from sayso.dossier.outlook_lines import Wording
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.dossier_reading import Outlook
from sayso.model.enums import Modality, OutlookState
from sayso.model.mention import Entity
from sayso.model.time import Period

SAME = 0.6  # share of the words of two foretellings, of the shorter and the longer, from which they tell the same


@dataclass(frozen=True, slots=True)
class _Foretold:
    """One claim about the future with its horizon."""

    claim: Claim
    horizon: Period

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self.claim.clause.words)


def outlook(
    claims: Sequence[Claim], as_of: dt.date | None, documents: Sequence[Document], entities: Sequence[Entity] = ()
) -> tuple[Outlook, ...]:
    """Every foretelling with its sort, horizon and state on the day `as_of`, ordered by horizon, document and offset.

    `documents` tell when each claim was told, `entities` who is meant in lines that would else only say "they". MET needs
    a later document that asserts the same; LAPSED needs a horizon that ended before `as_of`; what has no known horizon stays
    OPEN. Without `as_of` nothing lapses.
    """
    ordered = sorted(claims, key=lambda c: (c.document, c.start, c.end))
    known = {d.id: d for d in documents}
    ahead = [c for c in ordered if is_foretold(c, known.get(c.document))]
    around = _times_around(ordered)
    found = [
        _Foretold(c, horizon(c, known.get(c.document), around[c.document, c.clause.sentence_start]))
        for c in _innermost(ahead)
    ]
    happenings, wording = Happenings(ordered, known), Wording(known, {e.id: e for e in entities})
    items = [_item(group, as_of, happenings, wording) for group in _groups(found)]
    return tuple(sorted(_once(items), key=lambda o: (o.horizon.end or "9999", o.horizon.start or "9999")))


def _times_around(claims: Iterable[Claim]) -> Mapping[tuple[str, int], Timed]:
    """The times that each sentence names, by its document and start."""
    found: defaultdict[tuple[str, int], list[tuple[str, Period]]] = defaultdict(list)
    for claim in claims:
        found[claim.document, claim.clause.sentence_start].extend(claim.times)
    return found


def _innermost(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Without claims of speech that hold another foretelling: their content tells the same."""
    outer = {c.id for c in claims if c.clause.speech and c.modality is Modality.ASSERTED}
    held = {(c.document, c.clause.sentence_start) for c in claims if c.id not in outer}
    return [c for c in claims if c.id not in outer or (c.document, c.clause.sentence_start) not in held]


def _once(items: Iterable[Outlook]) -> Iterable[Outlook]:
    """One item for each line: two clauses of a sentence that only reads as a whole are told by it once."""
    lines: dict[str, Outlook] = {}
    for item in items:
        same = lines.get(item.statement)
        if same is None:
            lines[item.statement] = item
            continue
        first, other = (same, item) if same.horizon.end or not item.horizon.end else (item, same)
        lines[item.statement] = structs.replace(first, claims=tuple(dict.fromkeys((*first.claims, *other.claims))))
    return lines.values()


def _item(group: Sequence[_Foretold], as_of: dt.date | None, happenings: Happenings, wording: Wording) -> Outlook:
    known = [f.horizon for f in group if f.horizon.known]
    span = min(known, key=lambda p: (p.end or dt.date.max, p.start or dt.date.min)) if known else Period()
    met_by = next((by for f in group if (by := happenings.fulfilling(f.claim, f.horizon)) is not None), None)
    lapsed = as_of is not None and span.end is not None and span.end < as_of
    state = OutlookState.MET if met_by else OutlookState.LAPSED if lapsed else OutlookState.OPEN
    told, line = wording.best([f.claim for f in group])
    ids = tuple(dict.fromkeys((told.id, *(f.claim.id for f in group))))
    return Outlook(
        statement=line, modality=told.modality, horizon=days_of(span), state=state, met_by=met_by, claims=ids,
        kind=kind_of(told, wording.sentence(told)),
    )  # fmt: skip


def _groups(found: Sequence[_Foretold]) -> Iterable[Sequence[_Foretold]]:
    """Foretellings that say the same in like words and for times that do not exclude each other."""
    groups: list[list[_Foretold]] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for item in found:
        near = sorted({n for word in item.words for n in by_word[word]})
        home = next((n for n in near if all(_same(item, other) for other in groups[n])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(item)
        for word in item.words:
            by_word[word].append(home)
    return groups


def _same(one: _Foretold, two: _Foretold) -> bool:
    a, b = one.claim, two.claim
    if a.document == b.document and a.start < b.end and b.start < a.end:
        return True
    shared = one.words & two.words
    alike = len(shared) >= SAME * len(one.words | two.words) and len(shared) >= 3
    return alike and a.negated == b.negated and a.modality is b.modality and _meet(one.horizon, two.horizon)


def _meet(one: Period, two: Period) -> bool:
    return not ((one.end and two.start and one.end < two.start) or (two.end and one.start and two.end < one.start))
