"""Who speaks: the subject of a verb of saying, wherever the syntax hides it, and the words that name it."""

import re
from collections.abc import Callable

from spacy.tokens import Doc, Token

from sayso.annotate.voices.extent import goes_on, is_speakers
from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.records import Reach

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_DROPPED = frozenset({"relcl", "acl", "advcl", "punct", "cc", "preconj", "parataxis", "advmod", "mark", "ccomp", "intj"})
_TIMES = frozenset({"DATE", "TIME"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:am|pm)?", re.IGNORECASE)
_WHILES = frozenset(
    "time day week month year hour minute moment night morning afternoon evening weekend decade season".split()
)
_WHEN = frozenset({"on", "in", "at", "during", "since", "until", "after", "before", "for", "over"})
_MANNERS = frozenset(
    "mistake accident chance error law hand default design phone telephone email e-mail post letter fax video text".split()
)
_PAUSES = frozenset({",", "—", "–", "-", ":"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART", "FAC", "PRODUCT"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_QUOTING = frozenset({"quote", "cite", "report", "describe", "paraphrase"})
_CLIMB = 6


def subject_of(verb: Token) -> Token | None:
    """The word that does the saying: the verb's subject, or that of the verb it hangs on; None where nobody is named."""
    if (quoted := quoted_in(verb)) is not None:
        return next(c for c in quoted.children if c.dep_ == "dobj")
    current = _host(verb)
    for _ in range(_CLIMB):
        own = next((c for c in current.children if c.dep_ in _SUBJECTS and not _is_hour(c)), None)
        if own is not None:
            return _resolved(_name_behind(_past_label(own, verb)), current, verb)
        if current.dep_ in {"acl", "relcl"} and current.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if current.tag_ == "VBN" or current != verb:
                return current.head if current == verb and _says_that(verb) else None
            return _carrier(current)
        if current.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "pobj"} and current.head != current:
            current = current.head
            if current.pos_ == "NOUN" and (owner := possessor(current)):
                return owner
        else:
            return None
    return None


def quoted_in(verb: Token) -> Token | None:
    """The quoting verb of "the daily quoted two guards as saying", whose object speaks."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.lemma_.lower() not in _QUOTING:
        return None
    quoting = verb.head.head
    return quoting if any(c.dep_ == "dobj" for c in quoting.children) else None


def as_saying(quoting: Token) -> Token | None:
    """The "saying" of "X quoted Y as saying" and of "Y was quoted by X as saying"; None for any other verb."""
    if quoting.lemma_.lower() not in _QUOTING:
        return None
    phrases = (c for c in quoting.children if c.dep_ == "prep" and c.lower_ == "as")
    return next((v for p in phrases for v in p.children if v.dep_ == "pcomp" and v.tag_ == "VBG"), None)


def _says_that(verb: Token) -> bool:
    """True for "The council estimated that", which is often misread as a participle after its own subject."""
    return any(c.dep_ == "ccomp" and c.left_edge.lower_ == "that" for c in verb.children)


def _host(verb: Token) -> Token:
    """The clause whose subject a participle of saying shares: past what is said, to who says it."""
    if goes_on(verb):
        return _first_saying(verb)
    if not is_speakers(verb):
        return verb
    if verb.head.i > verb.i and (before := _clause_before(verb)) is not None:
        return before
    host = verb.head
    while host.dep_ in {"ccomp", "relcl", "acl", "advcl", "xcomp", "conj", "pcomp", "prep"} and host.head != host:
        if host.dep_ == "ccomp" and host.i > host.head.i and lexicon().verb(host.head.lemma_) is not None:
            return host.head
        host = host.head
    return verb


def _first_saying(verb: Token) -> Token:
    """The verb of saying whose content a parse put this one into; the verb itself where there is none."""
    top = verb
    while top.dep_ == "conj":
        top = top.head
    return top.head if top.dep_ in {"ccomp", "xcomp"} and lexicon().verb(top.head.lemma_) is not None else verb


def _clause_before(verb: Token) -> Token | None:
    """A clause with a subject of its own to the left, in the same sentence."""
    for token in reversed(list(verb.sent)[: verb.i - verb.sent.start]):
        if token.dep_ == "nsubj" and token.head.i < verb.i:
            return token.head
    return None


def _carrier(verb: Token) -> Token | None:
    """The noun before a participle ("a letter warning of") or the owner of one before an infinitive ("his vow to")."""
    noun = verb.head
    if verb.tag_ == "VBG":
        return noun
    return possessor(noun)


def _past_label(subject: Token, verb: Token) -> Token:
    """Who speaks behind the label of a place or matter that a parse took for the subject: "Lund: the mayor said"."""
    if not any(t.text == ":" for t in verb.doc[subject.i : verb.i]):
        return subject
    return speaker_before(verb) or subject


def _name_behind(subject: Token) -> Token:
    """The name that a parse took for a second subject: "the news agency [Norda] quoted"."""
    after = subject.i + 1
    if subject.pos_ != "NOUN" or after >= len(subject.doc) or subject.right_edge != subject:
        return subject
    named = subject.doc[after]
    while named.dep_ == "compound" and named.head.i > named.i:
        named = named.head
    return named if named.pos_ == "PROPN" and named.head == subject.head and named.dep_ == subject.dep_ else subject


def _resolved(own: Token, holder: Token, verb: Token) -> Token | None:
    if own.dep_ == "expl" or (own.lower_ == "it" and own.dep_ == "nsubjpass"):
        return None
    if own.dep_ == "nsubjpass":
        return agent_of(holder) if holder == verb else own
    if own.lower_ in _RELATIVES and holder.dep_ in {"relcl", "acl"}:
        meant = _antecedent(holder.head)
        return None if meant.ent_type_ in _TIMES else meant  # "met on Friday, which found that": no day finds
    return own


def relative_of(verb: Token, speaker: Token | None) -> Token | None:
    """The "who" or "which" beside a verb whose speaker is the noun before it."""
    clause = verb
    while clause.dep_ in {"xcomp", "conj"} and not any(c.dep_ in _SUBJECTS for c in clause.children):
        clause = clause.head
    found = next((c for c in clause.children if c.dep_ in _SUBJECTS and c.lower_ in _RELATIVES), None)
    return found if clause.dep_ in {"relcl", "acl"} and found != speaker and speaker is not None else None


def _antecedent(head: Token) -> Token:
    """The noun that a relative clause belongs to; in "X was the one who" it is X."""
    if head.dep_ == "attr" and head.lower_ in {"one", "first", "last"}:
        return next((c for c in head.head.children if c.dep_ == "nsubj"), head)
    return head


def agent_of(verb: Token) -> Token | None:
    """Z of "was confirmed by Z"."""
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None and named.ent_type_ not in _TIMES and not _is_manner(named):  # "expected by next week"
                return named
    return None


def _is_hour(noun: Token) -> bool:
    """True for the time of day at the head of an entry: "09:30 – The council said"."""
    return _HOUR.fullmatch(noun.text) is not None


def _is_manner(noun: Token) -> bool:
    """True for the noun of "published by mistake", which tells how and not by whom."""
    return noun.lemma_.lower() in _MANNERS and next(noun.lefts, None) is None


def is_time(noun: Token) -> bool:
    """True for "the first time" and "last week", which a parse takes for the speaker; a name (the Times) is none."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _WHILES


def speaker_after(verb: Token) -> Token | None:
    """The noun right after a verb that has no subject: "..., added another of the crew", where the parse missed it."""
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.pos_ in _NOMINAL:
            return _top(token, lambda t: t.i > verb.i)
        if token.pos_ not in {"DET", "ADJ", "NUM", "ADV", "PART"}:
            return None
    return None


def speaker_before(verb: Token) -> Token | None:
    """The noun right before a finite verb that has no subject, where the parse missed it."""
    at = verb.i - 1
    while at >= verb.sent.start and verb.doc[at].pos_ in {"AUX", "ADV", "PART"}:
        at -= 1
    if at < verb.sent.start or verb.doc[at].pos_ not in _NOMINAL or verb.doc[at].lower_ in _RELATIVES:
        return None
    return _top(verb.doc[at], lambda t: t.i < verb.i)


def _top(token: Token, allowed: Callable[[Token], bool]) -> Token:
    while (
        token.dep_ in {"compound", "nmod", "poss", "amod", "nummod"} and token.head.pos_ in _NOMINAL and allowed(token.head)
    ):
        token = token.head
    return token


def possessor(noun: Token) -> Token | None:
    """X of "X's claim", or "the claim by X" / "of X" where X can speak."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    return agent_of(noun)


def span_of(head: Token) -> Reach:
    """The words that name a source: the noun phrase of `head` without its clauses, in the block's offsets."""
    keep = [head]
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if not _is_outside(child, token, head):
                keep.append(child)
                stack.append(child)
    wanted = {t.i for t in keep} | {t.i for t in head.subtree if t.dep_ in {"cc", "punct"}}
    first = last = head.i
    while first - 1 in wanted:
        first -= 1
    while last + 1 in wanted:
        last += 1
    doc = head.doc
    last = _before_quotation(doc, head.i, last)
    while last > head.i and (doc[last].is_punct or doc[last].dep_ == "cc" or doc[last].is_space or doc[last].like_num):
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].dep_ == "cc" or doc[first].is_space):
        first += 1
    while first < head.i and (doc[first].lower_ in _DAYS or _HOUR.fullmatch(doc[first].text)):
        first += 1  # "On Monday Voss denied", "14:10 Voss denies", read as one name
    last = _before_day(doc, first, last)
    if first and head.dep_ == "compound" and doc[first - 1].dep_ == "det" and doc[first - 1].head == head.head:
        first -= 1  # "the Post reports", where the verb was read as a noun
    last = _bracketed(doc, first, head.i, last)
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def _is_outside(child: Token, token: Token, head: Token) -> bool:
    """True for a word below `token` that is no part of the name of the source `head`."""
    if child.dep_ in _DROPPED:
        return child.dep_ != "advmod" or child.i > head.i
    if child.dep_ == "prep":
        return child.lower_ == "as" or (token == head and _tells_when(child))
    return (child.dep_ == "conj" and child.pos_ == "VERB") or (child.dep_ == "case" and token == head)


def _tells_when(preposition: Token) -> bool:
    """True for the "on Monday afternoon" that a parse hangs on the speaker."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or preposition.lower_ not in _WHEN:
        return False
    return noun.lower_ in _DAYS or (noun.ent_type_ in _TIMES and noun.lemma_.lower() in _WHILES)


def _before_day(doc: Doc, first: int, last: int) -> int:
    """The last word of a name before the day that a parse takes for part of it: "Roe Monday said"."""
    while last > first and doc[last].lower_ in _DAYS and doc[last - 1].pos_ == "PROPN":
        last -= 1
    return last


def _before_quotation(doc: Doc, head: int, last: int) -> int:
    """The last word of a source before the quotation that a parse runs it into: 'one survivor, “hell on earth”'."""
    for i in range(head + 1, last):
        if doc[i + 1].is_quote and doc[i].text in _PAUSES:
            return i
    marks = [i for i in range(head + 1, last + 1) if doc[i].is_quote]
    return marks[0] - 1 if len(marks) == 1 and not (last + 1 < len(doc) and doc[last + 1].is_quote) else last


def _bracketed(doc: Doc, first: int, head: int, last: int) -> int:
    """The last word with the bracket that closes behind it, or the word before a bracket that stays open."""
    opened = [i for i in range(first, last + 1) if doc[i].text == "("]
    if len(opened) <= sum(doc[i].text == ")" for i in range(first, last + 1)):
        return last
    if last + 1 < len(doc) and doc[last + 1].text == ")":
        return last + 1
    return opened[-1] - 1 if opened[-1] > head else last


def is_anonymous(head: Token) -> bool:
    """True where a source is nobody in particular: "officials", "a witness", "people familiar with the talks"."""
    words = lexicon()
    if head.pos_ == "PROPN" or head.ent_type_ == "PERSON":
        return False
    phrase = list(head.subtree)
    if any(t.dep_ in {"appos", "compound"} and t.ent_type_ == "PERSON" and t.head == head for t in phrase):
        return False  # "engineer Ada Moor", and not "a person close to Ada Moor"
    if any(t.lemma_.lower() in words.anonymous_modifiers for t in phrase):
        return True
    if any(t.dep_ == "appos" and t.pos_ == "PROPN" for t in phrase):
        return False
    lemma = head.lemma_.lower()
    return lemma in words.anonymous_heads or (_is_indefinite(head) and lemma not in words.bodies | words.documents)


def _is_indefinite(head: Token) -> bool:
    """Of "an engineer", "engineers": a common noun without article or owner, or with one that points at nobody."""
    if head.pos_ != "NOUN":
        return False
    ties = [c for c in head.children if c.dep_ in {"det", "poss", "nummod"}]
    return all(c.lower_ in {"a", "an", "one", "another", "some", "two", "three"} for c in ties) and (
        bool(ties) or head.tag_ == "NNS"
    )
