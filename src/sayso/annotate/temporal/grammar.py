"""What the parse says of an expression: the tense of the verb it hangs on, and the event that "days after …" counts from."""

from spacy.tokens import Doc, Token

PLANS = frozenset(
    [
        "schedule",
        "expect",
        "plan",
        "set",
        "slate",
        "due",
        "intend",
        "hope",
        "want",
        "agree",
        "vow",
        "promise",
        "decide",
        "ask",
        "urge",
        "order",
        "likely",
        "book",
    ]
)
SCHEDULED = frozenset(
    [
        "election",
        "vote",
        "ballot",
        "runoff",
        "poll",
        "meeting",
        "summit",
        "game",
        "match",
        "final",
        "race",
        "ceremony",
        "celebration",
        "hearing",
        "deadline",
        "debate",
        "launch",
        "opening",
        "wedding",
        "funeral",
        "inauguration",
        "referendum",
        "session",
        "conference",
        "talk",
        "talks",
        "visit",
        "trip",
        "concert",
        "march",
        "rally",
        "mass",
    ]
)
_GRANTS = frozenset(["give", "extend", "postpone", "delay", "adjourn", "have", "reschedule", "put"])
_TIMETABLE = frozenset(
    [
        "begin",
        "start",
        "open",
        "reopen",
        "end",
        "close",
        "expire",
        "lapse",
        "arrive",
        "leave",
        "depart",
        "return",
        "meet",
        "resume",
        "vote",
    ]
)
_FUTURE_WORDS = frozenset(("will", "'ll", "’ll", "shall", "would", "could", "should", "may", "might", "must", "can", "wo"))
_APPOINT = frozenset(
    ("call", "announce", "convene", "summon", "organise", "organize", "fix", "reschedule", "postpone", "propose")
)
_NOBODY = frozenset(("none", "nobody", "neither", "no", "nothing", "few"))
_CLIMB = 12


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """The syntactic head among the tokens of doc.text[start:end]."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def tense_of(token: Token) -> str | None:
    """past, present or future of the verb that governs `token`; None where no verb does."""
    if modifies_noun(token) and token.head.lemma_.lower() not in SCHEDULED:
        return "past"  # "Friday's ruling", "the May 6 landslide": known by its day, so it has been
    if _appointed(token):
        return "future"
    node = token
    for _ in range(_CLIMB):
        if node.lower_ in ("due", "slated", "upcoming", "set", "payable", "redeemable"):
            return "future"
        if node.lower_ == "effective":
            return None  # a term may begin before or after it is told
        if node.pos_ in ("VERB", "AUX"):
            tense = _verb_tense(node)
            if tense:
                return tense
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _appointed(token: Token) -> bool:
    """True for "called a strike for Thursday", "an appeal for Monday": the verb is past, the day lies ahead of it."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ != "for":
        return False
    governor = preposition.head
    noun = governor if governor.pos_ in ("NOUN", "PROPN") else next((c for c in governor.rights if c.dep_ == "dobj"), None)
    if governor.pos_ == "VERB" and governor.lemma_ in _APPOINT:
        return True
    return noun is not None and noun.head.pos_ == "VERB" and noun.head.lemma_ in _APPOINT | PLANS


def lasting(token: Token) -> bool:
    """True where "until" or "before" bounds what still holds or is held possible: "stays shut until Thursday",
    "has been barred from sailing until 1 June", "no vote could be held before May".
    """
    node, bound = token, ""
    for _ in range(_CLIMB):
        bare = node.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in node.lefts)
        if node.pos_ in ("VERB", "AUX") and not bare:
            return bool(bound) and _still(node, bound)
        if node.lower_ in ("until", "till", "before"):
            bound = node.lower_
        node = node.head
    return False


def _still(verb: Token, bound: str) -> bool:
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if bound == "before":
        return any(a.lower_ == "could" for a in auxiliaries) and not any(a.lower_ == "have" for a in auxiliaries)
    if any(a.tag_ == "VBD" for a in auxiliaries):
        return False
    return verb.tag_ in ("VBZ", "VBP") or any(a.tag_ in ("VBZ", "VBP") for a in auxiliaries)


def modifies_noun(token: Token) -> bool:
    """True for "2024" in "the 2024 vote" and "Friday" in "Friday's ruling", which belong to the noun after them."""
    head = token.head
    return (
        token.dep_ in ("poss", "compound", "nmod", "nummod", "amod") and head.i > token.i and head.pos_ in ("NOUN", "PROPN")
    )


def deadline(token: Token) -> bool:
    """True where "until" or "by" names a term that somebody was given ("has until Friday", "extended it until May")."""
    node = token
    for _ in range(4):
        if node.pos_ in ("VERB", "AUX"):
            return node.lemma_ in _GRANTS and (node.lemma_ != "have" or node.tag_ != "VBD")
        node = node.head
    return False


def _verb_tense(verb: Token) -> str | None:
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ == "could" for a in auxiliaries) and _denied(verb):
        return "past"  # "could not be reached", "none could be found"
    if verb.tag_ == "MD" or any(a.lower_ in _FUTURE_WORDS for a in auxiliaries):
        return _modal_tense(verb, auxiliaries)
    planned = verb.lemma_ in PLANS
    if any(a.tag_ == "TO" for a in auxiliaries):
        return _infinitive_tense(verb)
    if any(a.tag_ == "VBD" for a in auxiliaries):
        over = any(a.lower_ == "been" for a in auxiliaries)  # "had been scheduled": it was not to be
        return "future" if planned and verb.tag_ == "VBN" and not over else "past"
    if any(a.tag_ in ("VBZ", "VBP") for a in auxiliaries):
        return _present_tense(verb, auxiliaries, planned)
    if planned and verb.tag_ in ("VBN", "VBZ", "VBP"):
        return "future"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if verb.lemma_ in _TIMETABLE else "present"
    return "past" if verb.tag_ == "VBD" else None


def _denied(verb: Token) -> bool:
    subjects = [w for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") for w in (c, *c.lefts)]
    return any(c.dep_ == "neg" for c in verb.children) or any(w.lower_ in _NOBODY for w in subjects)


def _modal_tense(verb: Token, auxiliaries: list[Token]) -> str:
    perfect = verb.tag_ == "VBN" and any(a.lower_ == "have" for a in auxiliaries)
    return "past" if perfect and not any(a.lower_ in ("will", "'ll", "’ll") for a in auxiliaries) else "future"


def _present_tense(verb: Token, auxiliaries: list[Token], planned: bool) -> str:
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "until") for c in verb.lefts):
        return "future"  # "unless it has been repaired by Friday"
    if verb.lemma_ == "date":
        return "past"  # "is dated January"
    if any(a.lemma_ == "have" for a in auxiliaries) and verb.tag_ in ("VBN", "VBD"):
        return "past"
    progressive = (
        verb.tag_ == "VBG" and verb.lower_ != "being" and not any(a.lower_ in ("been", "being") for a in auxiliaries)
    )
    return "future" if planned or progressive else "present"  # "is meeting her Friday"


def _infinitive_tense(verb: Token) -> str | None:
    """Reads "plans to meet Friday" looks ahead; "managed to flee Friday" takes the tense of its governor."""
    governor = verb.head
    if governor.i == verb.i or governor.pos_ not in ("VERB", "AUX"):
        return "future"
    if governor.tag_ == "VBN" and any(c.lower_ == "been" for c in governor.lefts):
        return "past"  # "had been scheduled to end Friday"
    if governor.tag_ in ("VBD", "VBN") and governor.lemma_ not in PLANS and governor.lemma_ != "be":
        return "past"
    return "future"


def event_after(doc: Doc, position: int) -> tuple[int, int] | None:
    """Span in doc.text of the event that the preposition or conjunction at `position` introduces; None: there is none."""
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    if span is None or not len(span) or not doc.has_annotation("DEP"):
        return None  # without a parse spaCy's children and subtree read memory that is not theirs
    word = span[0]
    kept = _governed(word)
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    return first.idx, last.idx + len(last.text)


def _governed(word: Token) -> list[Token]:
    objects = [c for c in word.children if c.dep_ in ("pobj", "pcomp", "advcl", "ccomp") and c.i > word.i]
    if objects:
        tokens = [t for t in objects[0].subtree if t.i > word.i]
    elif word.dep_ in ("mark", "advmod", "prep") and word.head.i > word.i:
        tokens = [t for t in word.head.subtree if t.i > word.i]
    else:
        return []
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    return tokens
