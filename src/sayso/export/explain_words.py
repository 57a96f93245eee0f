"""Plain words for what `explain` tells: statuses, verdicts, and the features that speak for one question."""

import re
from collections.abc import Mapping

from sayso.export.words import day, days, listed, spelled
from sayso.model.dossier_findings import Discrepancy, Finding
from sayso.model.enums import OriginBasis, Status, Verdict

LEAST = 0.3  # value from which a feature is worth a word
MOST = 4  # features put into words

# In the order of their weight in the score of a pair; a test holds the two together.
FOR = {
    "meaning": "they are near in meaning",
    "same_number": "they tell the same number",
    "same_time": "they tell of the same time",
    "mutual_rank": "each comes nearest to the other in its report",
    "other_number": "they count the same thing",
    "characters": "they share words or parts of words",
    "sentence_words": "their sentences share words",
    "same_patient": "it happens to the same",
    "same_report": "both rest on the same report",
    "same_agent": "the same is said to act",
    "predicate_meaning": "their verbs are near in meaning",
    "same_voice": "the same voice says it",
}
AGAINST = {
    "same_document": "both stand in one report",
    "phrase_differs": "one is a mere phrase",
    "speech_differs": "one reports an act of speech",
    "world_differs": "one tells what is not yet or only supposed",
}
BASES = {
    OriginBasis.NAMED: "named as the source",
    OriginBasis.FIRST_HAND: "was there",
    OriginBasis.PROBABLE_RELAY: "probably passed on from another outlet",
    OriginBasis.UNSOURCED: "names no source",
}
KINDS = {"number": "numbers", "date": "dates", "place": "places", "identity": "names", "label": "labels"}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")
_CHOICE = re.compile(r"\{([\d., ]+)\}")
_INTERVAL = re.compile(r"([\[(])([\d.]+|-∞), ([\d.]+|∞)([\])])( .*)?")


def opening(finding: Finding) -> str:
    """One sentence about a finding that needs no knowledge of the project."""
    told = spelled(len(finding.outlets), "outlet tells" if len(finding.outlets) == 1 else "outlet", "outlets tell")
    names = [o.name for o in finding.origins if o.basis in {OriginBasis.NAMED, OriginBasis.FIRST_HAND}]
    told = told[:1].upper() + told[1:]
    match finding.status:
        case Status.CORROBORATED:
            return f"{told} this, on the word of {spelled(finding.independent, 'independent origin')}: {listed(names, 6)}."
        case Status.SINGLE_ORIGIN:
            alike = "all " if len(finding.outlets) > 1 else ""
            who = f": {names[0]}" if len(names) == 1 else f", though {listed(names, 6)} speak in it" if names else ""
            return f"{told} this, {alike}on the word of one origin{who}."
        case Status.DISPUTED:
            return f"{told} of this, and their accounts cannot all hold."
        case Status.UNSOURCED:
            return f"{told} this, and {'it names no' if len(finding.outlets) == 1 else 'none of them names a'} source."


def parting(apart: Discrepancy) -> str:
    """One sentence about a discrepancy that needs no knowledge of the project."""
    many = spelled(len(apart.sides), "account")
    head = many[:1].upper() + many[1:]
    kind = KINDS.get(apart.kind.value)
    differ = f"give different {kind}" if kind else "say yes and no"
    match apart.verdict:
        case Verdict.CONFLICT:
            return f"{head} {differ} for one thing, and they cannot all hold."
        case Verdict.UPDATE:
            order = "" if apart.order.value == "known" else "; which of them was told first is not always known"
            return f"{head} {differ} for one thing that changed while it was reported{order}."
        case Verdict.COMPATIBLE:
            return f"{head} {differ} for one thing, and all of them can hold."
        case Verdict.AGREE:
            return f"{head} of one thing agree."


def grounds(features: Mapping[str, float]) -> str:
    """Why two claims were held to speak to one question, the weightiest first: `they are near in meaning, although …`."""
    told = [words for name, words in FOR.items() if features.get(name, 0.0) >= LEAST][:MOST]
    against = [words for name, words in AGAINST.items() if features.get(name, 0.0) >= LEAST]
    although = f"although {listed(against)}" if against else ""
    return ", ".join(part for part in (listed(told), although) if part)


def scores(features: Mapping[str, float]) -> str:
    """The bare values, the largest first."""
    return ", ".join(
        f"{name.replace('_', ' ')} {value:.2f}" for name, value in sorted(features.items(), key=lambda f: (-f[1], f[0]))
    )


def reading(reads: str) -> str:
    """A value as it was compared, in words: `[9, ∞)` as `9 or more`, `2031-03-01/2031-03-31` as a period."""
    if match := _PERIOD.fullmatch(reads):
        return days(match[1], match[2])
    if match := _CHOICE.fullmatch(reads):
        return match[1].replace(", ", " or ")
    match = _INTERVAL.fullmatch(reads)
    if match is None:
        return day(reads) if _DAY.fullmatch(reads) else reads
    opens, low, high, closes, unit = match.groups()
    if low == high:
        told = low
    elif high == "∞":
        told = f"{low} or more" if opens == "[" else f"more than {low}"
    else:
        top = high if closes == "]" else f"less than {high}"
        told = f"up to {top}" if low in {"0", "-∞"} and opens == "(" else f"{low} to {top}"
    return told + (unit or "")
