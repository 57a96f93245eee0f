"""What people decided, in words."""

from collections.abc import Iterator

from sayso.export.plain import one_line
from sayso.export.words import count, day
from sayso.model.correction import UNDONE, Action
from sayso.model.dossier import Dossier
from sayso.model.dossier_reading import AppliedCorrection

TITLE = "Corrections"
LEAD = "What people decided."
HEADING = "What people decided"
_DONE = {
    "merge-entities": "made one of {0}",
    "split-entity": "took {0}",
    "merge-findings": "joined {0}",
    "split-finding": "took {0}",
    "dismiss-discrepancy": "dismissed {0}",
    "confirm-discrepancy": "confirmed {0}",
    "set-publisher-family": "counted {0} as one",
    "set-published": "set the publication of {0}",
    "set-publisher": "set the publisher of {0}",
    "undo": "undid {0}",
}


def decision(correction: AppliedCorrection) -> str:
    """What was decided: `joined “a” and “b”`, `set the publisher of Wall falls to Hill Gazette`."""
    done = _DONE.get(correction.action, f"{correction.action}: {{0}}").split("{0}")
    to = "" if correction.value is None else {"set-publisher-family": ", called ", "merge-entities": ", called "}.get(
        correction.action, " to "
    ) + correction.value  # fmt: skip
    return one_line(correction.target.join(done) + to)


def who_and_when(correction: AppliedCorrection) -> str:
    """By whom and when."""
    return one_line(f"{correction.by}{f' on {day(correction.at[:10])}' if correction.at else ''}")


def reason(correction: AppliedCorrection) -> str:
    """Why, with what there is to say of its standing: `because …; it does not stand: undone by …`."""
    why = f"because {correction.why}" if correction.why else "no reason given"
    if not correction.applied:
        return one_line(f"{why}; not applied: {correction.note or 'no reason known'}")
    return one_line(f"{why}; {correction.note}" if correction.note else why)


def sentence(correction: AppliedCorrection) -> str:
    """The whole: `A. Reader on 9 March 2031 joined “a” and “b”, because …`."""
    if not correction.by and not correction.applied:  # a line of the file that cannot be read
        return one_line(f"{correction.target} is not applied: {correction.note or 'no reason known'}")
    return f"{who_and_when(correction)} {decision(correction)}, {reason(correction)}"


def standing(dossier: Dossier) -> tuple[list[str], str]:
    """The sentences of all that was not undone, and how many were, in words: nothing where none was."""
    gone = [c for c in dossier.corrections if not c.applied and (c.note or "").startswith(UNDONE)]
    shown = [sentence(c) for c in dossier.corrections if c not in gone and c.action != Action.UNDO.value]
    return shown, f"{count(len(gone), 'correction')} undone" if gone else ""


def touching(dossier: Dossier, identifier: str) -> Iterator[AppliedCorrection]:
    """The corrections that bear on one thing of a dossier."""
    yield from (c for c in dossier.corrections if identifier in c.touches)
