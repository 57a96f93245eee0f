"""Whether a stretch of a text can be read by itself: whole words, closed brackets and quotations, pronouns that are told.

Every rule looks at the characters alone; where it doubts, it refuses, since another claim may tell the same better.
"""

import re
from dataclasses import dataclass

SHORTEST = 40  # code points below which a stretch seldom tells enough
LONGEST = 240  # code points of a line
FEWEST = 3  # words outside of quotation marks

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"), ("„", "”"))
_GLUED = re.compile(r"[a-z]{4}[A-Z][a-z]{2}|[a-z][.!?][A-Z][a-z]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|‘[^’]*’|«[^»]*»')
_FIRST_OR_SECOND = re.compile(r"(?<![-\w])(?:I|[Ww]e|[Uu]s|[Oo]ur|[Oo]urs|[Mm]y|[Mm]e|[Yy]ou|[Yy]ours?)(?!\w)(?!\.\w)")
_POINTING = re.compile(
    r"^(?:such|so|the (?:former|latter|others?|same)|others|both|neither|either|(?:one|two|three|some|many|most|all|none|"
    r"half|several|few|\w+teen|ten|twelve) of (?:them|these|those|his|her|its|their)|this|that|these|those|it|there)\b"
    r"|\b\w+ ones\b|\b(?:the latter|the former)\b(?! \w)|\b(?:these|those|this) ?(?:[,;:.]|$)"
    r"|^of (?:these|those|them|which|whom)\b"
    r"|^this (?:is|was|has|had|will|would|means?|meant|comes?|came)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:who|whom|whose|which|what|that|when|where|while|although|though|because|since|until|unless|if|whether|as|after"
    r"|before|how|why|for|to|than)\b",
    re.IGNORECASE,
)
_NOUN_WITH_RELATIVE = re.compile(
    r"^[^,]+, (?:(?:of|to|with|in|from|for|on|by|among) )?(?:who|whose|whom|which|where|when)\b[^,]*$", re.IGNORECASE
)
_HE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_THIRD = _HE | _THEY | _IT
_PLURALS = frozenset({"people", "men", "women", "children", "police", "staff", "crew", "troops", "data", "media", "youth"})
_PERSON = re.compile(
    r"(?:man|woman|boy|girl|person|child|king|queen|pope|chief|head|mother|father|[a-z]{3,}(?:er|or|ist|ian|ent|ant|cial))$"
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
_MEASURED = frozenset(
    "days hours weeks months years minutes seconds times miles metres meters kilometres kilometers feet dollars pounds "
    "across perhaps always besides".split()
)
_OPENERS = frozenset(
    "the a an in on at by of for from to with after before since until when while as if although though two three four five "
    "six seven eight nine ten more most many some several about nearly almost over only one all no not according asked "
    "seventeen".split()
)


def reads_alone(text: str) -> bool:
    """True where a reader understands the stretch without what stands around it, as far as its characters tell."""
    if not SHORTEST <= len(text) <= LONGEST or not balanced(text) or _GLUED.search(text):
        return False
    if len(_WORD.findall(_QUOTED.sub(" ", text))) < FEWEST:  # a quotation of nobody
        return False
    if _POINTING.search(text) or _FIRST_OR_SECOND.search(_QUOTED.sub(" ", text)):
        return False
    return not _untold_pronoun(text)


def noun_only(text: str) -> bool:
    """True for a noun of which only a relative clause tells ("the harbour, which froze in May"), or a subordinate clause."""
    return bool(_NOUN_WITH_RELATIVE.search(text) or _SUBORDINATE.match(text))


def balanced(text: str) -> bool:
    """True where every bracket and quotation mark that opens also closes."""
    if text.count('"') % 2 or text.count("‘") > text.count("’"):
        return False
    return all(text.count(a) == text.count(b) for a, b in _PAIRS[:3]) and (
        text.count("“") + text.count("„") == text.count("”") and text.count("«") == text.count("»")
    )


def _untold_pronoun(text: str) -> bool:
    """True where some pronoun of the third person has nothing before it that it could stand for.

    What a quotation names is no antecedent for a pronoun outside of it: in `"…," he said` the quotation does not tell who.
    """
    if not any(word.lower() in _THIRD for word in _WORD.findall(text)):
        return False
    inside = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
    outer, inner = _Antecedents(), _Antecedents()
    for match in _WORD.finditer(text):
        quoted = any(a <= match.start() < b for a, b in inside)
        word = match[0]
        if not outer.has(word) and not (quoted and inner.has(word)):
            return True
        (inner if quoted else outer).add(word)
    return False


@dataclass(slots=True)
class _Antecedents:
    """What the words so far have named that a pronoun may stand for."""

    person: bool = False
    plural: bool = False
    thing: bool = False
    earlier: str = ""

    def has(self, word: str) -> bool:
        """True where `word` is no pronoun of the third person, or one that finds its antecedent."""
        low = word.lower()
        return not (
            (low in _HE and not self.person) or (low in _THEY and not self.plural) or (low in _IT and not self.thing)
        )

    def add(self, word: str) -> None:
        """Takes note of the next word."""
        low = word.lower()
        named = word[0].isupper() and low not in _CALENDAR and low not in _OPENERS
        many = low.endswith("s") and len(low) > 3 and low[-2] not in "sui'’" and low not in _MEASURED
        self.person = self.person or named or bool(_PERSON.search(low))
        self.plural = self.plural or low in _PLURALS or (many and not named) or (named and self.earlier in {"and", "the"})
        self.thing = self.thing or named or self.earlier in {"the", "a", "an", "no", "this", "every", "each"}
        self.earlier = low
