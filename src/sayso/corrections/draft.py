"""A correction made of what a person wrote: targets looked up in a dossier, or an error that says what to do."""

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from sayso.corrections.files import STAGE
from sayso.corrections.lines import identified
from sayso.corrections.moments import FORMS, publication
from sayso.corrections.refer import Refer, Thing
from sayso.errors import ConfigurationError
from sayso.model.correction import (
    Action,
    AnyTarget,
    Correction,
    Corrections,
    DocumentTarget,
    LineTarget,
    NameTarget,
    OutletTarget,
)
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, Finding
from sayso.model.dossier_texts import DossierClaim, DossierDocument
from sayso.model.mention import Entity

T = TypeVar("T", bound=Thing)
Find = Callable[[str], Sequence[object]]  # everything in the dossier that an id, its beginning or words may mean


class Wish(Struct, frozen=True):
    """What a person wrote: the action, what it is about, and what to set."""

    action: Action
    targets: tuple[str, ...]
    value: str | None


class Signed(Struct, frozen=True):
    """Who decides, and why."""

    by: str
    why: str
    at: dt.datetime


# What each action is about, and how many of them at least.
_ABOUT: dict[Action, tuple[type[Thing], int, str]] = {
    Action.MERGE_ENTITIES: (Entity, 2, "entities"),
    Action.MERGE_FINDINGS: (Finding, 2, "findings"),
    Action.DISMISS_DISCREPANCY: (Discrepancy, 1, "discrepancy"),
    Action.CONFIRM_DISCREPANCY: (Discrepancy, 1, "discrepancy"),
    Action.SET_PUBLISHED: (DossierDocument, 1, "document"),
    Action.SET_PUBLISHER: (DossierDocument, 1, "document"),
}


def draft(wish: Wish, signed: Signed, targets: tuple[AnyTarget, ...]) -> Correction:
    """The line to write. Raises ConfigurationError where a signature or a value is missing or cannot be read."""
    for name, written in (("--by", signed.by), ("--why", signed.why)):
        if not written.strip():
            raise ConfigurationError(STAGE, f"a correction needs {name}", f'add {name} "…": it is kept with the correction')
    _check_value(wish)
    at = signed.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return identified(
        Correction(
            id="", at=at, by=signed.by.strip(), why=signed.why.strip(), action=wish.action, targets=targets, value=wish.value
        )
    )


def _check_value(wish: Wish) -> None:
    if wish.action is Action.SET_PUBLISHED and publication(wish.value or "", "") is None:
        raise ConfigurationError(STAGE, f"--to cannot be {wish.value!r}", FORMS)
    if wish.action is Action.SET_PUBLISHER and not (wish.value or "").strip():
        raise ConfigurationError(STAGE, "set-publisher needs --to", 'write the name of the outlet: --to "Hill Gazette"')
    takes = (Action.SET_PUBLISHED, Action.SET_PUBLISHER, Action.SET_PUBLISHER_FAMILY, Action.MERGE_ENTITIES)
    if wish.value is not None and wish.action not in takes:
        raise ConfigurationError(STAGE, f"{wish.action.value} takes no --to", "leave --to out")


def line_target(wanted: str, corrections: Corrections) -> LineTarget:
    """The line that a number of the list, an id or its beginning means; raises ConfigurationError where none does."""
    lines = corrections.lines
    if wanted.isdecimal() and 0 < int(wanted) <= len(lines):
        return LineTarget(id=lines[int(wanted) - 1].id)
    found = {c.id for c in lines if c.id.startswith(wanted)} if len(wanted) > 1 else set()
    if len(found) != 1:
        where = ", ".join(corrections.places)
        raise ConfigurationError(STAGE, f"no line {wanted} in {where}", "take a number that `sayso correct list` shows")
    return LineTarget(id=found.pop())


def file_target(wanted: str) -> DocumentTarget | None:
    """The document that a file holds, by the hash of its bytes; None where there is no such file, or it holds several."""
    path = Path(wanted)
    if path.suffix.lower() == ".jsonl" or not path.is_file():
        return None
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return DocumentTarget(document=f"d{sha256[:12]}", sha256=sha256, words=path.name)


def outlet_targets(wish: Wish, dossier: Dossier | None) -> tuple[OutletTarget, ...]:
    """The outlets of a family; raises ConfigurationError for fewer than two, or for one that the dossier does not know."""
    known = {d.publisher.casefold(): d.publisher for d in dossier.documents} if dossier else {}
    for name in wish.targets:
        if dossier and name.casefold() not in known:
            told = ", ".join(sorted(known.values()))
            raise ConfigurationError(STAGE, f"no report here is by {name!r}", f"the outlets are: {told}")
    names = sorted({known.get(n.casefold(), n) for n in wish.targets})
    if len(names) < 2:
        raise _too_few(wish.action, 2, "outlets")
    return tuple(OutletTarget(name=n) for n in names)


def _too_few(action: Action, least: int, kind: str) -> ConfigurationError:
    remedy = "take ids that the report shows, such as: " + {
        "findings": "f3a9 f77c", "entities": "e12d e9f0", "discrepancy": "x8c1", "document": "d4f1 or a file",
        "outlets": '"Hill Gazette" "Valley Post"',
    }.get(kind, "f3a9 c81d")  # fmt: skip
    return ConfigurationError(STAGE, f"{action.value} needs at least {least} {kind}", remedy)


class Draftsman:
    """Finds what a person means in one dossier."""

    def __init__(self, dossier: Dossier, find: Find) -> None:
        self._dossier, self._find, self._refer = dossier, find, Refer(dossier)

    def targets(self, wish: Wish) -> tuple[AnyTarget, ...]:
        """The targets of a wish; raises ConfigurationError or RunError where they are too few, unknown or several."""
        if wish.action is Action.SPLIT_FINDING:
            return self._split_finding(wish)
        if wish.action is Action.SPLIT_ENTITY:
            return self._split_entity(wish)
        kind, least, called = _ABOUT[wish.action]
        things = {t.id: t for w in wish.targets for t in [self._one(w, kind)]}
        if len(things) < least and not (wish.action is Action.MERGE_ENTITIES and things and wish.value):
            raise _too_few(wish.action, least, called)
        return tuple(self._refer.to(t) for t in things.values())

    def _split_finding(self, wish: Wish) -> tuple[AnyTarget, ...]:
        """The finding, then the claims to take out of it; the finding may be left out."""
        known = {c.id: c for c in self._dossier.claims}
        items: list[Thing] = [self._one(w, DossierClaim, Finding) for w in wish.targets]
        claims = {t.id: t for t in items if isinstance(t, DossierClaim)}
        findings = {t.id: t for t in items if isinstance(t, Finding)} or {
            f.id: f for f in self._dossier.findings if claims.keys() & set(f.claims)
        }
        if not claims or len(findings) != 1:
            remedy = "name one finding and the claims to take out of it, as `sayso explain` shows them"
            raise ConfigurationError(STAGE, "split-finding needs claims of one finding", remedy)
        (finding,) = findings.values()
        if not claims.keys() < set(finding.claims):
            outside = sorted(claims.keys() - set(finding.claims))
            reason = f"{outside[0]} is no claim of {finding.id}" if outside else f"nothing would be left of {finding.id}"
            raise ConfigurationError(STAGE, reason, f"its claims are: {', '.join(finding.claims)}")
        return (self._refer.to(finding), *(self._refer.to(known[c]) for c in claims))

    def _split_entity(self, wish: Wish) -> tuple[AnyTarget, ...]:
        """The entity, then names of it or stretches `DOCUMENT[START:END]`."""
        if len(wish.targets) < 2:
            remedy = 'such as: split-entity e12d "Ann Poe", or a stretch as `sayso explain` shows it: d4f1a2b3c4d5[10:17]'
            raise ConfigurationError(STAGE, "split-entity needs an entity and names or mentions of it", remedy)
        entity = self._one(wish.targets[0], Entity)
        out: list[AnyTarget] = []
        names = {a.casefold(): a for a in (entity.name, *entity.aliases)}
        spans = {(m.document, m.start, m.end) for m in entity.mentions}
        for wanted in wish.targets[1:]:
            mention = self._refer.mention(wanted)
            if mention is not None and (mention.document, mention.start, mention.end) in spans:
                out.append(mention)
            elif wanted.casefold() in names:
                out.append(NameTarget(name=names[wanted.casefold()]))
            else:
                told = ", ".join(entity.aliases)
                raise ConfigurationError(STAGE, f"{entity.name} has no name or mention {wanted!r}", f"its names are: {told}")
        return (self._refer.to(entity), *out)

    def _one(self, wanted: str, *kinds: type[T]) -> T:
        """The one thing of these kinds that is meant; a claim stands for its finding where findings are asked for."""
        found = [t for t in self._meant(wanted) if isinstance(t, kinds)]
        if not found:
            claims = {t.id for t in self._meant(wanted) if isinstance(t, DossierClaim)}
            found = [f for f in self._dossier.findings if isinstance(f, kinds) and claims & set(f.claims)]
        exact = [t for t in found if wanted.casefold() in _names(t)]
        if len(exact or found) == 1:
            return (exact or found)[0]
        called = " or ".join(k.__name__.removeprefix("Dossier").lower() for k in kinds)
        if not found:
            raise ConfigurationError(STAGE, f"no {called} is meant by {wanted}", "take an id that the report shows")
        several = ", ".join(t.id for t in found[:6])
        raise ConfigurationError(STAGE, f"{wanted} may mean more than one {called}", f"write one of these ids: {several}")

    def _meant(self, wanted: str) -> list[Thing]:
        """Everything that is meant: documents also by hash, path or file name."""
        documents = [
            d
            for d in self._dossier.documents
            if (len(wanted) >= 6 and d.sha256.startswith(wanted)) or (d.path and wanted in {d.path, Path(d.path).name})
        ]
        return list(documents or (t for t in self._find(wanted) if isinstance(t, Thing)))


def _names(thing: Thing) -> set[str]:
    names = [thing.id]
    if isinstance(thing, Entity):
        names.append(thing.name)
    if isinstance(thing, DossierDocument):
        names.append(thing.publisher)
    return {n.casefold() for n in names}
