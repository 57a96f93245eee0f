"""What a figure counts and what is said of it, read off the dependency parse."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from sayso.annotate.quantity.outcomes import befalls_people
from sayso.annotate.quantity.spans import Figure
from sayso.model.enums import QuantityKind

_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_INSIDE = frozenset({"quantmod", "nummod", "compound", "nmod", "advmod", "amod", "npadvmod"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_LIGHT = frozenset({
    "be", "have", "include", "leave", "report", "say", "see", "bring", "result", "reach", "rise", "stand", "total", "cause",
    "there", "involve", "confirm", "record", "make", "become", "do",
})  # fmt: skip
_PARTITIVE_PRONOUNS = frozenset({"them", "us", "whom", "which", "those", "these", "you"})
_PREDICATES = frozenset({"oprd", "amod", "acomp", "ccomp", "advcl", "acl"})
_BEFORE_NOUNS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent"})
_STEPS = 6  # how far to climb in a parse
_AHEAD = 7  # how far to read ahead for a noun where the parse gives none


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted; `base` is the noun's token where there is one in the text, `partitive` whether only a part of it."""

    of: str | None = None
    words: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    governor: str | None = None
    relation: str | None = None
    partitive: bool = False
    head: Token | None = None
    root: Token | None = None
    bare: bool = False


def counted(doc: Doc, figure: Figure) -> Counted | None:
    """What the figure counts, None where no token stands at its place. Offsets count in the text of `doc`."""
    span = doc.char_span(figure.number_start, figure.number_end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root = _root(span)
    noun, partitive = _noun(span, root, figure)
    anchor = noun if noun is not None and not partitive else root
    governor, relation = _governor(anchor, span)
    if noun is None:
        of = "people" if befalls_people(governor) and figure.kind is QuantityKind.COUNT else None
        return Counted(of, (), None, None, governor, relation, head=root, root=root, bare=True)
    words, start, end = _phrase(noun, span)
    if not partitive:
        return Counted(_lemma(noun), words, start, end, governor, relation, head=noun, root=root)
    base = noun.lower_ if noun.pos_ == "PRON" else _lemma(noun)
    of = None if noun.pos_ == "PRON" else base
    return Counted(of, (*words, base), start, end, governor, relation, partitive=True, head=noun, root=root, bare=of is None)


def _root(span: Span) -> Token:
    """The token of the number that the rest of it hangs on."""
    inside = {t.i for t in span}
    for token in span:
        if token.head.i not in inside or token.head.i == token.i:
            root = token
            if token.pos_ != "PUNCT":
                return root
    return span.root


def _noun(span: Span, root: Token, figure: Figure) -> tuple[Token | None, bool]:
    """The counted noun, and whether the number is a part of it."""
    after = _of_complement(span, root)
    if after is not None:
        vague = figure.numerals[-1].vague is not None
        part = not vague or after.lower_ in _PARTITIVE_PRONOUNS
        plain_unit = figure.kind in (QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.DURATION)
        return after, part and not plain_unit
    head = root
    for _ in range(_STEPS):
        if head.dep_ not in _INSIDE or head.head is head:
            break
        head = head.head
        if head.pos_ in _NOUNS and head.i > span[-1].i and not _adverbial(head, span):
            return _whole_compound(head), False
    if root.pos_ in _NOUNS and root.i > span[-1].i:
        return root, False
    if figure.kind in (QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.ORDINAL):
        return _ahead(span), False
    return _measured(root, span), False


def _of_complement(span: Span, root: Token) -> Token | None:
    """The noun after "of" or "out of" right behind the number: "three of the rebels", "five of 28 patients"."""
    doc, at = span.doc, span.end
    if at + 1 < len(doc) and doc[at].lower_ == "out":
        at += 1
    if at >= len(doc) - 1 or doc[at].lower_ != "of":
        return None
    for token in doc[at + 1 : at + 1 + _AHEAD]:
        if token.pos_ in ("NOUN", "PROPN") and not (token.dep_ in ("compound", "poss", "nmod") and token.head.i > token.i):
            return token
        if token.lower_ in _PARTITIVE_PRONOUNS or (token.pos_ == "PRON" and token.tag_ == "PRP"):
            return token
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP"):
            return None
    return None


def _adverbial(head: Token, span: Span) -> bool:
    """True where words between number and noun show that they do not belong together."""
    between = span.doc[span.end : head.i]
    return any(t.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "CCONJ") and t.tag_ not in ("VBN", "VBG") for t in between)


def _whole_compound(noun: Token) -> Token:
    """The head of a compound that the number was hung inside of."""
    for _ in range(_STEPS):
        if noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in _NOUNS:
            noun = noun.head
    return noun


def _ahead(span: Span) -> Token | None:
    """The last noun of the noun group right after the number, read without the parse."""
    doc, found = span.doc, None
    sentence_end = span.sent.end
    for token in doc[span.end : min(sentence_end, span.end + _AHEAD)]:
        if token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
            if found is not None and found.tag_ == "NNS":
                break
            found = token
        elif token.tag_ not in _BEFORE_NOUNS or (found is not None and token.tag_ != "HYPH"):
            break
    if (
        found is not None
        and found.i - span.end
        and doc[span.end].tag_ == "VBN"
        and doc[span.end].dep_ not in ("amod", "compound")
    ):
        return None
    return found


def _measured(root: Token, span: Span) -> Token | None:
    """What a bare measure, sum or share is said of: "a reward of 5 million", "the cross weighs 600 kg"."""
    head = root.head
    if root.dep_ == "pobj" and head.lower_ in ("of", "worth", "at") and head.head.pos_ in _NOUNS:
        return head.head
    if root.dep_ in ("appos", "acl") and head.pos_ in _NOUNS and head.i not in range(span.start, span.end):
        return head
    for _ in range(_STEPS):
        if head.pos_ in ("VERB", "AUX"):
            return next((c for c in head.children if c.dep_ in _SUBJECTS and c.pos_ in _NOUNS), None)
        if head.head is head:
            return None
        head = head.head
    return None


def _governor(noun: Token, span: Span) -> tuple[str | None, str | None]:
    """The verb or adjective over a noun and how it stands to it; a light verb gives way to one that says more."""
    verb, relation = _over(noun)
    closer = _within(noun)
    small = _small_clause(noun)
    if small is not None:
        return small, "nsubj"
    if closer is not None and (verb is None or verb.lemma_ in _LIGHT or relation not in _CORE):
        return closer
    if verb is None:
        return None, None
    if verb.lemma_ == "be" and relation == "nsubj":
        predicate = next((c for c in verb.children if c.dep_ in ("acomp", "attr") and c.i != noun.i), None)
        if predicate is not None:
            return _lemma(predicate), "nsubj"
    return _lemma(verb), relation


def _over(noun: Token) -> tuple[Token | None, str | None]:
    """The next verb above the noun."""
    token = noun
    for _ in range(_STEPS):
        head = token.head
        if token.dep_ in ("conj", "appos") or head is token:
            if head is token:
                return None, None
            token = head
            continue
        if head.pos_ in ("VERB", "AUX"):
            return head, _relation(token, noun)
        token = head
    return None, None


def _relation(token: Token, noun: Token) -> str:
    """The dependency label of the branch below the verb; "agent" and "pobj" for what hangs on a preposition."""
    if token.dep_ == "prep":
        return "pobj"
    return token.dep_ if token.dep_ != "nummod" or token is noun else "pobj"


def _within(noun: Token) -> tuple[str, str] | None:
    """The verb of a clause hung on the noun: "people killed in the raid", "three who had surgery"."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.pos_ in ("VERB", "AUX"):
            subject = next((c for c in child.children if c.dep_ in _SUBJECTS and c.tag_ in ("WP", "WDT")), None)
            return _lemma(child), subject.dep_ if subject is not None else "dobj"
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBG"):
            return _lemma(child), "nsubjpass" if child.tag_ == "VBN" else "nsubj"
    return None


def _small_clause(noun: Token) -> str | None:
    """The predicate of "left 82 people dead" and "people dead"."""
    places = [*noun.children, *(noun.head.children if noun.dep_ in ("dobj", "nsubj", "ccomp") else ())]
    for token in places:
        beside = 0 < token.i - noun.i <= 2 and token.pos_ in ("ADJ", "VERB")
        if beside and token.dep_ in _PREDICATES and befalls_people(token.lemma_):
            return _lemma(token)
    if noun.head.lower_ == "dead" and noun.dep_ in ("nsubj", "nummod"):
        return "dead"
    return None


def _phrase(noun: Token, span: Span) -> tuple[tuple[str, ...], int, int]:
    """Lemmas of a noun's modifiers and "of" complements, with the offsets of the phrase without the number."""
    words: list[str] = []
    first, last = noun, noun
    for child in noun.children:
        if child.dep_ in _MODIFIERS and span.end <= child.i < noun.i:
            words += [_lemma(t) for t in child.subtree if t.pos_ in _CONTENT and t.i >= span.end]
            first = min(first, child, key=_place)
        elif child.dep_ in _MODIFIERS and child.i < span.start and noun.i < span.start and child.pos_ in _CONTENT:
            words.append(_lemma(child))
            first = min(first, child, key=_place)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i > noun.i:
            for complement in (c for c in child.children if c.dep_ == "pobj"):
                words += _complement(complement)
                last = max(last, complement, key=_place)
    return tuple(dict.fromkeys(words)), first.idx, last.idx + len(last.text)


def _place(token: Token) -> int:
    index: int = token.i
    return index


def _complement(noun: Token) -> list[str]:
    left = [_lemma(t) for t in noun.lefts if t.dep_ in _MODIFIERS and t.pos_ in _CONTENT]
    return [*left, _lemma(noun)]


def _lemma(token: Token) -> str:
    lemma: str = token.lemma_ or token.text
    return lemma.lower()
