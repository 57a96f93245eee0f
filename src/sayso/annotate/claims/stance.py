"""Modality and tense of a clause."""

from spacy.tokens import Token

from sayso.annotate.claims.worlds import TELLING, is_outstanding, surrounding
from sayso.model.enums import Modality

POSSIBLE = frozenset({"may", "might", "could", "can"})
FUTURE = frozenset({"will", "shall", "'ll", "wo", "’ll"})
DIRECTIVE = frozenset({"must", "should", "ought", "shall"})
MAYBE = frozenset({"possibly", "perhaps", "maybe", "apparently", "potentially", "conceivably", "allegedly", "reportedly"})
LIKELY = frozenset({"probably", "likely", "inevitably", "presumably"})
EXPECTING = frozenset(
    {"expect", "predict", "forecast", "schedule", "due", "set", "likely", "project", "anticipate", "slate", "poise"}
)
FORETELLING = frozenset({"expect", "predict", "forecast", "anticipate"})  # with "it to rain", which the speaker foretells
PLACED = frozenset({"set", "project", "slate", "poise"})  # they foretell with an infinitive alone: "was set on fire" is done
INTENDING = frozenset(
    "plan intend want seek aim hope vow promise pledge threaten offer propose agree prepare mean wish try attempt"
    " consider ready bid".split()
)
HOPING = frozenset({"hopes", "hoped", "hoping"})  # which a parse takes for forms of "hop"
NOBODY = frozenset({"neither", "nobody", "none"})  # "neither would say"
ASKING = frozenset({"ask", "wonder", "know", "inquire", "see"})
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "assuming"})


def _auxiliaries(head: Token) -> list[Token]:
    found = [c for c in head.children if c.dep_ in {"aux", "auxpass"}]
    if head.pos_ == "AUX" or head.tag_ == "MD":
        found.append(head)
    if not found and head.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children):
        return _auxiliaries(head.head) if head.head.i != head.i else []
    return found


def modality(head: Token, own: list[Token]) -> Modality:
    """How surely the clause is put."""
    outside = surrounding(head)
    if outside is not None:
        return outside
    for child in head.children:
        if child.dep_ == "mark" and child.lower_ in CONDITIONS:
            asked = child.lower_ == "if" and head.head.lemma_ in ASKING and head.head.i < head.i
            return Modality.HYPOTHETICAL if child.lower_ == "whether" or asked else Modality.CONDITIONAL
    forms = {a.lower_ for a in _auxiliaries(head)}
    lowered = {t.lower_ for t in own}
    if "would" in forms or "'d" in forms:
        return _would(head, lowered)
    if forms & FUTURE:
        return Modality.PREDICTED
    if is_outstanding(head):
        return Modality.ASSERTED
    if forms & DIRECTIVE or _obliged(head):
        return Modality.DIRECTIVE
    if forms & POSSIBLE:
        return Modality.POSSIBLE
    complement = _complement(head)
    if complement is not None:
        return complement
    if lowered & MAYBE:
        return Modality.POSSIBLE
    if lowered & LIKELY:
        return Modality.PREDICTED
    return Modality.ASSERTED


def _would(head: Token, lowered: set[str]) -> Modality:
    """The word "would" foretells in reported speech; with a perfect or an if-clause it supposes."""
    if any(c.lower_ == "have" and c.dep_ == "aux" for c in head.children):
        return Modality.HYPOTHETICAL
    if head.lemma_ in TELLING and (any(c.dep_ == "neg" for c in head.children) or lowered & NOBODY):
        return Modality.ASSERTED  # "would not say": refused to
    if any(c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children) for c in head.children):
        return Modality.CONDITIONAL
    return Modality.PREDICTED if not lowered & MAYBE else Modality.POSSIBLE


def _obliged(head: Token) -> bool:
    return head.lemma_ in {"need", "have"} and any(c.dep_ == "xcomp" and _has_to(c) for c in head.children)


def _has_to(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def _complement(head: Token) -> Modality | None:
    """Modality by a governing verb or adjective with an infinitive: "plans to", "is expected to", "going to", "is to"."""
    infinitives = [c for c in head.children if c.dep_ in {"xcomp", "acl"} and _has_to(c)]
    if head.dep_ == "ccomp" and _has_to(head) and head.head.lemma_ in FORETELLING:
        return Modality.PREDICTED
    if head.lemma_ in FORETELLING and any(c.dep_ == "ccomp" and _has_to(c) for c in head.children):
        return Modality.PREDICTED
    adjectives = [c for c in head.children if c.dep_ in {"acomp", "oprd"} and any(_has_to(x) for x in c.children)]
    if head.lemma_ == "go" and head.tag_ == "VBG" and infinitives:
        return Modality.PREDICTED
    if head.lemma_ == "be" and infinitives and not adjectives:
        return Modality.PREDICTED
    passive = head.lemma_ not in PLACED and any(c.dep_ == "nsubjpass" for c in head.children)
    if head.lemma_ in EXPECTING and (infinitives or passive or head.tag_ == "VBG"):
        return Modality.PREDICTED
    if any(a.lemma_ in EXPECTING or a.lower_ in LIKELY or a.lower_ == "unlikely" for a in adjectives):
        return Modality.PREDICTED
    if ((head.lemma_ in INTENDING or head.lower_ in HOPING) and infinitives) or any(
        a.lemma_ in INTENDING for a in adjectives
    ):
        return Modality.INTENDED
    return None


def _is_perfect(auxiliary: Token, head: Token) -> bool:
    """True for "has signed": what is told is past, though the form is present."""
    return auxiliary.lower_ in {"has", "have", "'ve", "’ve", "'s", "’s"} and auxiliary != head and auxiliary.lemma_ == "have"


def tense(head: Token) -> str | None:
    """past, present or future of the clause; participial clauses take their governor's."""
    auxiliaries = _auxiliaries(head)
    if any(a.lower_ in FUTURE for a in auxiliaries):
        return "future"
    for token in [*auxiliaries, head]:
        value = token.morph.get("Tense", [])
        if value and "Fin" in token.morph.get("VerbForm", []):
            if _is_perfect(token, head):
                return "past"
            return "past" if value[0] == "Past" else "present"
    if head.dep_ in {"conj", "advcl", "acl", "xcomp", "pcomp"} and head.head.i != head.i:
        return tense(head.head)
    return None
