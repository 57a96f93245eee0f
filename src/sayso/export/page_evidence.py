"""Evidence as the page shows it: who tells a claim, where it stands, whom it cites."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.export import anchors
from sayso.export.lookup import Lookup
from sayso.export.page_differs import Parts
from sayso.export.page_words import period
from sayso.export.plain import one_line
from sayso.model.denial import manner, refuses
from sayso.model.dossier_texts import DossierClaim
from sayso.model.enums import Modality


@dataclass(frozen=True)
class Chip:
    """A link to what an outlet says, or to where accounts part: `kind` is then the verdict."""

    text: str
    href: str
    kind: str = ""


@dataclass(frozen=True)
class Passage:
    """One claim: its words in parts (each with whether it differs from the other side), its place, and how it is told."""

    parts: Parts
    href: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """The passages of one outlet."""

    outlet: str
    passages: tuple[Passage, ...]


def chips(look: Lookup, claims: Iterable[str]) -> tuple[Chip, ...]:
    """One link for each outlet, to the first of its claims."""
    first: dict[str, str] = {}
    for claim in look.told(claims):
        first.setdefault(one_line(look.outlet(claim)), anchors.claim(claim.id))
    return tuple(Chip(outlet, f"#{at}") for outlet, at in sorted(first.items(), key=lambda x: x[0].lower()))


def told(look: Lookup, claims: Iterable[str], parts: Callable[[DossierClaim], Parts] | None = None) -> tuple[Told, ...]:
    """The claims by outlet, each with its words; `parts` says what of them differs.

    Where it does, the time of a claim is told only if no words of it are marked, since its value stands above.
    """
    found: dict[str, list[Passage]] = {}
    for claim in look.told(claims):
        split = parts(claim) if parts else ((one_line(claim.text), False),)
        timed = not any(differs for _, differs in split)
        shown = Passage(split, f"#{anchors.claim(claim.id)}", tuple(notes(claim, timed)))
        found.setdefault(one_line(look.outlet(claim)), []).append(shown)
    return tuple(Told(outlet, tuple(found[outlet])) for outlet in sorted(found, key=str.lower))


def notes(claim: DossierClaim, timed: bool = True) -> list[str]:
    """Whom the claim cites, whether it supposes and, if `timed`, when it took place."""
    out = [
        f"{_link(claim, n)} “{one_line(v.source)}”" + (f" ({one_line(v.cue)})" if v.cue else "")
        for n, v in enumerate(claim.attribution)
    ]
    if claim.modality is not Modality.ASSERTED:
        out.append(claim.modality.value)
    if timed and claim.time and (claim.time.start or claim.time.end):
        by = f", told as “{one_line(claim.time.text)}”" if claim.time.text else ""
        out.append(f"{period(claim.time.start, claim.time.end)}{by}")
    return out


def _link(claim: DossierClaim, n: int) -> str:
    """How a voice stands to the claim: the outlet cites it, a voice before it cites it, or it denies the claim."""
    voice = claim.attribution[n]
    if refuses(voice, claim.start, claim.end):
        return f"{manner(voice)} by"
    return "who cites" if n else "citing"
