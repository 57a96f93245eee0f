"""On whose word: the origins behind claims as a reader is told them, with the words for somebody who is not named."""

import re
from collections.abc import Iterable, Sequence

from sayso.export.lookup import Lookup
from sayso.export.plain import one_line
from sayso.export.words import count, listed
from sayso.model.dossier_findings import Finding, Origin, PairExplanation
from sayso.model.dossier_texts import DossierClaim

OWN = "on its own word"
WORD_OF = "on the word of "
NONE = "no source found"
SOMEBODY = "somebody unnamed"
LONGEST = 80  # code points of the words for somebody unnamed

# The bounds of dossier/nearness.py, as far as the pairs of a dossier carry them; a test holds the two together.
SCORE = 0.65
ALIKE = 0.6
APART = ("other_number", "polarity_differs", "world_differs", "other_time", "other_agent")

_STOP = re.compile(r"\n|[.!?]['\"”’]*\s+['\"“‘]?[A-Z]")  # where one sentence ends and another begins
_RELAYED = ": probable relay, "
_UNNAMED = "unnamed source of "
_PRONOUNS = frozenset("he she they it who we you i this that which one someone somebody others".split())


def whose_word(look: Lookup, claims: Sequence[str]) -> str:
    """The origins that count behind the claims, by name as far as the dossier tells them."""
    number = look.origins(claims)
    if not number:
        return NONE
    wanted = set(claims)
    findings = {look.finding_of[c].id: look.finding_of[c] for c in claims if c in look.finding_of}
    origins = [o for f in findings.values() for o in f.origins if o.basis.counts and wanted & set(o.claims)]
    names = list(dict.fromkeys(n for o in origins if (n := called(look, o, claims))))
    if not names:
        voices = (c.attribution[-1].source for c in look.told(claims) if c.attribution)
        names = list(dict.fromkeys(one_line(v) for v in voices if one_line(v)))
    if names == look.outlets(claims):
        return OWN if len(names) == 1 else f"each {OWN}"
    return f"{WORD_OF}{listed(names, 3)}" if len(names) == number else count(number, "origin")


def called(look: Lookup, origin: Origin, claims: Iterable[str]) -> str:
    """The name of an origin; where a report cites somebody it does not name, the words that it has for them."""
    outlets = {r.rpartition(_UNNAMED)[2] for r in origin.why if _UNNAMED in r}
    own = [r for r in origin.why if _UNNAMED not in r and _RELAYED not in r]  # reasons for which the origin has its name
    wanted = set(claims)
    behind = [c for c in look.told(origin.claims) if c.id in wanted]
    citing = [c for c in behind if look.outlet(c) in outlets]
    if not citing or any(r.startswith(f"{look.outlet(c)}: ") for r in own for c in behind):
        return one_line(origin.name)
    told = (_unnamed(c.attribution[-1].source) if c.attribution else _beside(look, c) for c in citing)
    return next((w for w in told if w), SOMEBODY)


def based(look: Lookup, origin: Origin) -> str | None:
    """Words for the unnamed whom the outlet cites, None where the origin is one with a name."""
    told = called(look, origin, origin.claims)
    return told if told != one_line(origin.name) else None


def telling(look: Lookup, finding: Finding) -> list[str]:
    """The claims of a finding that say what its statement says, as far as the scores of its pairs show it."""
    own = next((c.id for c in look.told(finding.claims) if c.text == finding.statement), None)
    near = {c for p in finding.pairs if own in (p.a, p.b) and _near(p) for c in (p.a, p.b)}
    return [c for c in finding.claims if c == own or c in near]


def _near(pair: PairExplanation) -> bool:
    told = pair.features.get
    alike = max(told("meaning", 0.0), told("words", 0.0))
    return pair.score >= SCORE and alike >= ALIKE and not any(told(name) for name in APART)


def _unnamed(source: str) -> str:
    """The words for a voice in quotation marks, nothing where there is none or only a pronoun."""
    words = one_line(source)
    if not words or words.casefold() in _PRONOUNS:
        return ""
    short = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{short}”, unnamed"


def _beside(look: Lookup, claim: DossierClaim) -> str:
    """The words for whoever is quoted in the sentence of a claim that has no voice of its own."""
    document = look.documents.get(claim.document)
    for quote in look.dossier.quotes if document else ():
        if document and quote.document == claim.document and quote.source:
            ends = (claim.start, claim.end, quote.source.start, quote.source.end)
            if not _STOP.search(document.text, min(ends), max(ends)) and (words := _unnamed(quote.source.text)):
                return words
    return ""
