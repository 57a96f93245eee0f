"""What a measure, a sum or a share is said of: a reward of 5 million, the tower weighs 600 kg, prices rose 5 per cent."""

from spacy.tokens import Span, Token

from sayso.annotate.quantity.governors import outcome_beside
from sayso.annotate.quantity.spans import Figure
from sayso.annotate.quantity.tokens import NOUNS, STEPS, SUBJECTS
from sayso.model.enums import QuantityKind

_VERB_WORDS = """
number weigh measure cost be become reach rise fall stand cover total extend span grow increase decrease drop decline climb
jump surge soar gain lose slip slide plunge plummet tumble shrink sink dip slump stretch equal exceed amount range
average account represent make earn pay hit top near approach remain stay raise cut reduce lower worth trade sell close
advance add improve widen narrow double triple expand contract
"""
_VERBS = frozenset(_VERB_WORDS.split())
_DIRECT = frozenset({"dobj", "attr", "npadvmod", "oprd", "acomp", "dative", "advmod", "nsubj"})
_SOME = frozenset({"none", "some", "all", "most", "many", "any", "each", "both", "half", "neither", "either"})
_LINKS = frozenset({"of", "worth", "at"})
_LEVELS = frozenset({"to", "at", "by", "from", "of", "between"})


def measured(root: Token, span: Span, figure: Figure) -> Token | None:
    """The noun that is measured, None where the words do not tell; lengths of time are said of nothing here."""
    if figure.kind is QuantityKind.DURATION or (figure.kind is QuantityKind.COUNT and outcome_beside(span) is not None):
        return None
    contained = _contained(span) if figure.kind is QuantityKind.MONEY else None
    if contained is not None:
        return contained
    head = root.head
    if root.dep_ == "pobj" and head.lower_ in _LINKS and head.head.pos_ in NOUNS:
        return None if head.head.lower_ in _SOME else head.head
    if root.dep_ == "appos" and head.pos_ in NOUNS and not span.start <= head.i < span.end:
        return head
    return _subject(root, span)


def _contained(span: Span) -> Token | None:
    """The noun of "5 million in damages"."""
    doc = span.doc
    if span.end >= len(doc) or doc[span.end].lower_ != "in":
        return None
    return next((t for t in doc[span.end].children if t.dep_ == "pobj" and t.pos_ == "NOUN" and t.ent_type_ != "DATE"), None)


def _subject(root: Token, span: Span) -> Token | None:
    """The subject of a verb of measure that the number hangs on, directly, by a preposition or by an adjective."""
    token = _out_of_the_number(root)
    if (token.dep_ in ("nummod", "npadvmod") and token.head.pos_ == "ADJ") or (
        token.dep_ == "pobj" and token.head.lower_ in _LEVELS
    ):
        token = token.head
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in _VERBS:
        return None
    if token.dep_ not in _DIRECT and token.dep_ not in ("prep", "agent"):
        return None
    moved = _object(verb, span) if token.dep_ in ("prep", "agent") else None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ in NOUNS and c.i != root.i), None)
    if subject is None and verb.dep_ == "acl" and verb.head.pos_ in NOUNS:
        subject = verb.head  # "the gap, narrowed by $1 billion"
    return moved or subject


def _out_of_the_number(root: Token) -> Token:
    """The number that a misread one hangs inside of: "by 3 to 41" is often parsed as one."""
    for _ in range(STEPS):
        if root.dep_ not in ("quantmod", "compound", "nummod") or root.head.tag_ not in ("CD", "$"):
            break
        root = root.head
    return root


def _object(verb: Token, span: Span) -> Token | None:
    """What is raised or cut "to 4 per cent": the object of the verb, where it is no number itself."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.pos_ in NOUNS and not span.start <= child.i < span.end:
            return None if any(c.dep_ == "nummod" for c in child.children) else child
    return None
