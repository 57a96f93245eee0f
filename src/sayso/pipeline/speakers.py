"""Who a source is that no name tells: a body, people whom the outlet leaves unnamed, or a thing that tells nothing."""

import re
from enum import Enum, auto

from sayso.annotate.mentions.lexicon import PERSON_ROLES


class Standing(Enum):
    """What the words for a source stand for."""

    BODY = auto()
    PEOPLE = auto()
    THING = auto()


class BodyKind(Enum):
    """What a text says of a body instead of its name."""

    FIRM = auto()
    PAPER = auto()


_FIRM = re.compile(
    r"(?:the|its|this) (?:[\w-]+ )?(?:company|firm|operator|manufacturer|maker|airline|carrier|haulier|contractor|supplier"
    r"|insurer|developer|retailer)",
    re.IGNORECASE,
)
_PAPER = re.compile(r"(?:the|this|that) (?:[\w-]+ )?(?:newspaper|paper|daily|weekly|magazine|tabloid)", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:union|ministry|department|council|board|party|committee|court|authority|agency|office|commission|police|parliament"
    r"|government|university|hospital|inspectorate|federation|association)\b",
    re.IGNORECASE,
)
_BODIES = frozenset(
    """court ministry government newspaper daily broadcaster agency company firm bank union party committee council
    commission parliament senate police army navy university hospital church association institute department
    embassy consulate board panel tribunal administration airline watchdog regulator operator trust inspectorate
    waterworks opposition railway coastguard guard brigade service defence defense presidency prosecution haulier
    chamber municipality prefecture fund staff television radio clinic federation league society directorate
    secretariat authority cabinet treasury constabulary manufacturer maker insurer supplier shipyard utility
    garrison command tribunal""".split()
)
_GROUPS = frozenset(
    """investigators inspectors auditors supervisors prosecutors judges meteorologists epidemiologists scientists researchers
    experts doctors nurses medics officers officials ministers lawyers engineers residents villagers neighbours neighbors
    workers miners sailors fishermen firefighters rescuers survivors protesters demonstrators athletes players students
    shopkeepers traders farmers drivers passengers relatives families parents lawmakers deputies councillors observers
    diplomats analysts economists modellers negotiators mediators guards soldiers troops police staff crew people men women
    persons employees colleagues friends witnesses""".split()
)
# "One of them", "both", "the pair": people who were told of before.
_SOME = re.compile(r"(?:(?:one|two|three|four|all|some|none|most|several) of (?:them|the \w+)|both|the (?:pair|two|three))")
_COURTS = frozenset({"court", "tribunal"})  # "a court" speaks for itself, "a company" is not named by it
_BODIES_IN_PLURAL = frozenset({"courts", "ministries", "hospitals", "councils", "universities"})
# Some out of a number of people, of whom nobody is named: "Three of the girls", "seventeen of its members".
_OUT_OF = re.compile(
    r"(?:only |even |not )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\d+|many|most"
    r"|some|several|few|none|all|half|both) of (?:the|its|his|her|their|our|those|these) ",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:his|her|its|their|our) ", re.IGNORECASE)
_SIDES = frozenset({"defence", "defense", "side", "family", "staff", "office", "mother", "father", "mum", "dad", "friends"})
_UP_TO = re.compile(r"\s(?:of|in|at|on|from|for|near|close|with|who|that|to|by|under|over|among|along)\s|[,(]")
_NAME = re.compile(r"[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*")
_NOBODY = re.compile(
    r"(?:no|nobody|none|nothing|every|anything|each|neither)\b|(?:our|this) (?:corr|rep)|.*[“”\"]", re.IGNORECASE
)
_ONE_MEDIUM = re.compile(r"(?:an?|one|another) (?:\w+ )?(?:newspaper|paper|channel|broadcaster|website)", re.IGNORECASE)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december their its his her this that these those""".split()
)
_FOR_BODY = re.compile(
    r"(?:an?|the|another|its|one) (?:[\w-]+ )?(?:spokes(?:man|woman|person)|representative) (?:for|of) (?=the )", re.I
)
_PLACED = re.compile(
    r"^(?P<who>.*?)[ ,]+(?:(?:who|that) (?:\w+ )+)?(?:\w+ing )?(?:in|at|of|from|near|outside|into|on) (?:the )?"
    r"(?:[\w’'-]+,? )*(?:the )?$",
    re.IGNORECASE,
)


def some_of(words: str) -> bool:
    """True for some out of several, of whom the words name none."""
    return _OUT_OF.match(words) is not None and not any(w[:1].isupper() for w in words.split()[1:])


def owned_thing(words: str) -> bool:
    """True for what somebody has and what says nothing: "Her B sample", "His plan"; not "her lawyer", "its director"."""
    last = words.lower().split()[-1].strip(".’'")
    speaks = PERSON_ROLES | _BODIES | _GROUPS | _SIDES
    return _OWNER.match(words) is not None and last not in speaks and last.removesuffix("s") not in speaks


def body_spoken_for(words: str) -> str | None:
    """The body that "a spokeswoman for the bank" speaks for, in the words of the text: unnamed though she is, it speaks."""
    found = _FOR_BODY.match(words)
    return words[found.end() :] if found is not None else None


def seated(before: str, *, place: bool = True) -> bool:
    """True for the words before a name that only tells where a body sits: "a court in [Lund]", "judges in the [capital]".

    What is not known to be a `place` is one behind "in" alone: "officials of the [council]" are the council's.
    """
    found = _PLACED.match(before)
    if found is None or not (place or re.search(r"\bin (?:the )?(?:\w+, )?$", before)):
        return False
    head = found["who"].split()
    last = head[-1].lower() if head else ""
    return last in _BODIES or last in _GROUPS or last in _BODIES_IN_PLURAL


def kind_of_body(words: str) -> BodyKind | None:
    """The kind that "the company" and "the paper" tell of a body that they leave unnamed."""
    if _FIRM.fullmatch(words):
        return BodyKind.FIRM
    return BodyKind.PAPER if _PAPER.fullmatch(words) else None


def is_institution(name: str) -> bool:
    """True for the name of a body that is neither a firm nor a paper: "the Port Authority"."""
    return _INSTITUTION.search(name) is not None


def standing(words: str, text: str) -> Standing:
    """What the words for a source stand for in the `text` of their document."""
    if _NOBODY.match(words):
        return Standing.THING
    if _SOME.fullmatch(words.lower()) or _ONE_MEDIUM.fullmatch(words):
        return Standing.PEOPLE
    head = _UP_TO.split(words.strip())[0].split()
    last = head[-1].lower().strip(".’'") if head else ""
    alone = head[0].lower() in {"a", "an"} and last not in _COURTS if head else False
    if last in _BODIES and (len(head) > 1 or head[0][:1].isupper()) and not alone:
        return Standing.BODY
    if last in _GROUPS:
        return Standing.PEOPLE
    return Standing.BODY if _is_name(words, text) else Standing.THING


def _is_name(words: str, text: str) -> bool:
    """True for a name that the reading took for none: written large within sentences, never small."""
    if not _NAME.fullmatch(words) or words.lower() in _CALENDAR:
        return False
    inside = re.search(rf"[a-z,;] (?:the )?{re.escape(words)}\b", text)
    return inside is not None and re.search(rf"\b{re.escape(words.lower())}\b", text) is None
