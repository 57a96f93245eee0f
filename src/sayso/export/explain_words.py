"""Plain words for what `explain` tells: statuses, verdicts, and the features that speak for one question."""

import re
from collections.abc import Mapping

from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.export.whose_word import based, called, telling
from sayso.export.words import day, days, listed, spelled
from sayso.model.dossier_findings import Discrepancy, Finding, Origin
from sayso.model.dossier_texts import ClaimQuantity
from sayso.model.enums import OriginBasis, Status, Verdict

UNCHECKED = "; whether they agree in everything was not checked"
SAME_OUTLET = "tells it in the same outlet"
SOMETHING_ELSE = "tells something else of it"
LEAST = 0.3  # value from which a feature is worth a word
MOST = 4  # features put into words

# In the order of their weight in the score of a pair; a test holds the two together.
FOR = {
    "sentence_words": "their sentences share words",
    "together": "read together, the sentence model takes them for one question",
    "same_number": "they tell the same number",
    "covering": "each has words near to those of the other",
    "question": "they are near in what they answer",
    "same_time": "they tell of the same time",
    "same_voice": "the same voice says it",
    "same_patient": "the same is said to be concerned",
    "mutual_rank": "each comes nearest to the other in its report",
    "same_report": "both rest on the same report",
    "deed": "their verbs are used alike",
    "same_agent": "the same is said to act",
    "other_number": "both count one kind of thing",
}
AGAINST = {
    "other_time": "they tell of other times",
    "phrase_differs": "one is a mere phrase",
    "world_differs": "one tells what is not yet or only supposed",
    "polarity_differs": "one denies what the other affirms",
}
BASES = {
    OriginBasis.NAMED: "named as the source",
    OriginBasis.FIRST_HAND: "saw it itself",
    OriginBasis.PROBABLE_RELAY: "probably passed on from another outlet",
    OriginBasis.UNSOURCED: "no source found",
}
SAID = {"affirmed": "said to be so", "denied": "said not to be so"}
KINDS = {"number": "numbers", "date": "dates", "place": "places", "identity": "names", "label": "labels"}

LENGTHS = frozenset("second minute hour day week month year decade".split())

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")
_CHOICE = re.compile(r"\{([\d., ]+)\}")
_INTERVAL = re.compile(r"([\[(])([\d.]+|-∞), ([\d.]+|∞)([\])])( .*)?")


def opening(look: Lookup, finding: Finding) -> str:
    """Who tells a finding and on whose word, in sentences that need no knowledge of the project."""
    several = len(finding.outlets) > 1
    speak = f"{_begun(spelled(len(finding.outlets), 'outlet'))} speak to this" if several else "One outlet tells this"
    match finding.status:
        case Status.CORROBORATED:
            return _corroborated(look, finding)
        case Status.SINGLE_ORIGIN:
            return f"{speak}{UNCHECKED * several}. {_one_counts(look, finding)}"
        case Status.DISPUTED:
            return f"{speak}, and {'their accounts cannot all' if several else 'not all of it can'} hold."
        case Status.UNSOURCED:
            return f"{speak}{UNCHECKED * several}. No source was found for it."


def basis(look: Lookup, origin: Origin) -> str:
    """How an origin came to be one: `named as the source`, or whom the outlet cites without a name."""
    unnamed = based(look, origin)
    return f"cites {unnamed}" if unnamed else BASES[origin.basis]


def _corroborated(look: Lookup, finding: Finding) -> str:
    tell = max(len(look.outlets(telling(look, finding))), finding.independent)
    names = list(dict.fromkeys(called(look, o, o.claims) for o in finding.origins if o.basis.counts))
    more = len(names) > finding.independent
    origins = spelled(finding.independent, "independent origin")
    told = (
        f"{_begun(spelled(tell, 'outlet'))} tell this, on the word of {origins}{' among these' * more}: {listed(names, 6)}."
    )
    others = len(finding.outlets) - tell
    return told + (f" {_begun(spelled(others, 'more speaks', 'more speak'))} to it{UNCHECKED}." if others > 0 else "")


def _one_counts(look: Lookup, finding: Finding) -> str:
    """Which origin counts, and why the others that are named do not."""
    near = set(telling(look, finding))
    named = sorted((o for o in finding.origins if o.basis.counts), key=lambda o: not near & set(o.claims))
    if not named:
        return "No source was found for it."
    first, *others = named
    only = f"Only one origin counts: {called(look, first, first.claims)}."
    outlets = set(look.outlets(first.claims))
    same = [set(look.outlets(o.claims)) <= outlets and bool(near & set(o.claims)) for o in others]
    left = [
        f"{called(look, o, o.claims)} ({SAME_OUTLET if it else SOMETHING_ELSE})" for o, it in zip(others, same, strict=True)
    ]
    return f"{only} Not counted: {listed(left, 6)}." if left else only


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


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
    if reads in SAID:
        return SAID[reads]
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


def number(quantity: ClaimQuantity, words: str) -> str:
    """A number as the text has it, and how it was read where that is not plain: `“about 40”, read as 38 to 42`."""
    told, unit = one_line(words), (quantity.unit or "").replace("_", " ")
    opens, closes = "(" if quantity.low_open else "[", ")" if quantity.high_open else "]"
    low, high = (None if v is None else f"{v:.12g}" for v in (quantity.low, quantity.high))
    read = reading(f"{opens}{low or '-∞'}, {high or '∞'}{closes if high else ')'}")
    if unit in LENGTHS:
        unit = unit if read == "1" else f"{unit}s"
        return f"“{told}”" if f"{read} {unit}" == told.casefold() else f"“{told}”, read as {read} {unit}"
    read = f"{read} {unit}".strip()
    return f"“{told}”" if read == told else f"“{told}”, read as {read}"
