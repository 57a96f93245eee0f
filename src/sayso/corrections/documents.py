"""Publishers and times of publication set by people, and outlets that count as one."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sayso.corrections.moments import FORMS, publication
from sayso.model.correction import Action, Correction, Corrections, DocumentTarget, Outcome, OutletTarget
from sayso.model.document import Document
from sayso.model.story import Family


def correct_documents(
    documents: Sequence[Document], corrections: Corrections
) -> tuple[tuple[Document, ...], tuple[Outcome, ...]]:
    """The documents with what people set, in order of publication; of two settings of one thing the later stands."""
    wanted = corrections.standing(Action.SET_PUBLISHED, Action.SET_PUBLISHER)
    known = {d.id: d for d in documents}
    settled: set[tuple[str, Action]] = set()
    outcomes = []
    for correction in reversed(wanted):
        meant = [d for t in correction.targets if isinstance(t, DocumentTarget) and (d := _again(t, documents)) is not None]
        free = [d for d in meant if (d.id, correction.action) not in settled]
        made = [_corrected(known[d.id], correction) for d in free]
        for document in made:
            if document is not None:
                known[document.id] = document
                settled.add((document.id, correction.action))
        outcomes.append(_outcome(correction, meant, made))
    ordered = sorted(known.values(), key=lambda d: (d.published.start or dt.date.max, d.publisher, d.id))
    return tuple(ordered) if wanted else tuple(documents), tuple(reversed(outcomes))


def _again(target: DocumentTarget, documents: Iterable[Document]) -> Document | None:
    return next((d for d in documents if d.sha256 == target.sha256 or d.id == target.document), None)


def _corrected(document: Document, correction: Correction) -> Document | None:
    """The document as the correction has it; None where its value cannot be read."""
    value = (correction.value or "").strip()
    if correction.action is Action.SET_PUBLISHER:
        return replace(document, publisher=value) if value else None
    published = publication(value, f"set by {correction.said}")
    return replace(document, published=published) if published else None


def _outcome(correction: Correction, meant: Sequence[Document], made: Sequence[Document | None]) -> Outcome:
    if not meant:
        return Outcome(id=correction.id, applied=False, note="the document is not among these reports")
    if not made:
        return Outcome(id=correction.id, applied=False, note="a later line says otherwise")
    if None in made:
        remedy = FORMS if correction.action is Action.SET_PUBLISHED else "write the name of an outlet"
        return Outcome(id=correction.id, applied=False, note=f"{correction.value!r} cannot be read: {remedy}")
    return Outcome(id=correction.id, applied=True)


def families(
    publishers: Iterable[str], corrections: Corrections, known: Sequence[Family] = ()
) -> tuple[tuple[Family, ...], tuple[Outcome, ...]]:
    """The outlets of one house, each in one family: `known` ones, and those that people hold to be one.

    Families that share an outlet are one.
    """
    present = {p.casefold() for p in publishers}
    found: list[Family] = list(known)
    outcomes = []
    for correction in corrections.standing(Action.SET_PUBLISHER_FAMILY):
        names = {t.name for t in correction.targets if isinstance(t, OutletTarget)}
        here = sorted(n for n in names if n.casefold() in present)
        note = None
        if len(here) < 2:
            told = f"only {here[0]}" if here else "none of them"
            note = f"{told} is among these reports"
        outcomes.append(Outcome(id=correction.id, applied=bool(here), note=note))
        found = _with(found, Family(name=correction.value, outlets=tuple(sorted(names))))
    return tuple(found), tuple(outcomes)


def _with(families: Sequence[Family], added: Family) -> list[Family]:
    outlets = {o.casefold() for o in added.outlets}
    near = [f for f in families if outlets & {o.casefold() for o in f.outlets}]
    name = added.name or next((f.name for f in reversed(near) if f.name), None)
    joined = Family(name=name, outlets=tuple(sorted({*added.outlets, *(o for f in near for o in f.outlets)})))
    return [*(f for f in families if f not in near), joined]
