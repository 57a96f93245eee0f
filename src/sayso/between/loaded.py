"""Words that judge beside what they tell: loaded words, and words of saying that doubt, press or reveal.

A short general list: words that a style guide would have a reporter leave out or put into somebody's mouth.
"""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.model.dossier_findings import Days
from sayso.model.dossier_texts import DossierDocument

_LOADED = """
absurd abysmal appalling atrocious atrocity barbaric bloodbath bloodthirsty bogus bombshell botched brazen brutal brutally
bungled callous carnage catastrophic chaotic chilling clueless corrupt coward cowardly crackdown crony cronies
cruel damning death-trap debacle defiant despicable despot devastating dictator disgrace
disgraced disgraceful dismal embattled evil extremist extremists fanatic fanatical farce fiasco firebrand flagrant gloating
greed greedy grieving grim grisly gruesome hardline hardliner heartbreaking heartless heinous hellish heroic horrendous
horrific horrifying horror humiliating hysteria hysterical ill-fated illegitimate inferno infamous inhuman insane killer
lavish ludicrous lunatic massacre merciless militant militants miracle miraculous monster monstrous murderous mutilated
nightmare notorious notoriously outrage outraged outrageous pathetic plunder plundered puppet radical radicals rampage
reckless recklessly regime regimes repressive reviled rogue ruthless ruthlessly savage savagely scandal scandalous scathing
senseless shameful shameless shocking shockingly sham sinister slaughter slaughtered so-called staggering strongman stunning
terrifying terror terrorist terrorists thug thugs toxic tragic tragically traitor traitors tyrant unashamed
unhinged unprecedented unprovoked vicious viciously vile warmonger whopping wicked witch-hunt zealot zealots
"""
_SAYING = {
    "claim": "doubting", "allege": "doubting", "purport": "doubting", "contend": "doubting", "maintain": "doubting",
    "insist": "pressing", "assert": "pressing", "boast": "pressing", "brag": "pressing", "vow": "pressing",
    "admit": "revealing", "concede": "revealing", "confess": "revealing", "acknowledge": "revealing", "reveal": "revealing",
    "lash": "attacking", "slam": "attacking", "blast": "attacking", "rant": "attacking", "scoff": "attacking",
    "sob": "attacking", "gloat": "attacking", "sneer": "attacking", "thunder": "attacking",
}  # fmt: skip
_WORDS = frozenset(_LOADED.split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("", "s", "d", "ed", "ing", "es")


def loaded(text: str) -> Counter[str]:
    """The loaded words of a text with how often they stand there, in lower case."""
    return Counter(w for m in _WORD.finditer(text) if (w := m[0].casefold()) in _WORDS)


def saying(cue: str | None) -> str | None:
    """How words of saying colour what is said (doubting, pressing, revealing, attacking), None where they do not."""
    for match in _WORD.finditer(cue or ""):
        word = match[0].casefold()
        for stem, colour in _SAYING.items():
            if any(
                word == stem + end or word == stem.removesuffix("e") + end or word == stem + stem[-1] + end
                for end in _ENDINGS
            ):
                return colour
    return None


def span(documents: Sequence[DossierDocument]) -> Days:
    """From the first to the last day on which these may have been published."""
    starts = [d.published.start for d in documents if d.published.start]
    ends = [d.published.end for d in documents if d.published.end]
    return Days(min((s[:10] for s in starts), default=None), max((e[:10] for e in ends), default=None))
