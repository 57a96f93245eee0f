"""Clauses that their surroundings keep from being asserted: questions, commands, what is left open or called untrue."""

from spacy.tokens import Token

from sayso.annotate.claims.heads import inverted
from sayso.model.enums import Modality

CONTENT = frozenset({"ccomp", "acl", "csubj", "csubjpass", "relcl", "xcomp", "advcl"})
ASKED = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
TELLING = frozenset({"confirm", "say", "comment", "disclose", "reveal", "tell", "specify", "clarify", "acknowledge", "deny"})
CLAIMING = frozenset(
    {"say", "tell", "claim", "state", "suggest", "assert", "allege", "admit", "announce", "report", "argue"}
)
WITHHOLDING = frozenset({"decline", "refuse"})
OPEN = frozenset({"doubt", "wonder", "unclear", "uncertain", "unknown", "unconfirmed", "doubtful", "disputed"})
SURE = frozenset({"clear", "certain", "known", "sure"})
UNTRUE = frozenset({"untrue", "false", "unlikely", "improbable", "impossible", "inconceivable", "incorrect", "unthinkable"})
EVIDENCE = frozenset({"evidence", "proof", "sign", "indication", "suggestion", "confirmation", "doubt", "guarantee", "hint"})
CLAIMED = frozenset(
    "claim accusation allegation rumor rumour suspicion speculation theory fear suggestion notion idea belief possibility"
    " prospect hope hypothesis charge assertion contention worry concern".split()
)
LONGEST_QUESTION = 6  # words; a longer question tells on the way what it takes for granted
ASKING_TAGS = frozenset({"WP", "WP$", "WDT", "WRB"})
JOINTS = frozenset({"and", "but", "so", "or", "then"})
INVERTED = frozenset({"had", "were", "should"})
POLITE = frozenset({"please", "do", "not", "n't", "n’t", "never", "let", "just", "always"})


def surrounding(head: Token) -> Modality | None:
    """The world that a clause is put into from outside it, None where nothing keeps it from being asserted."""
    if is_asked(head) or _left_open(head):
        return Modality.HYPOTHETICAL
    if head.dep_ == "ccomp" and is_ruled_out(head.head) and _is_negated(head.head):
        return Modality.POSSIBLE
    if _is_inverted(head):
        return Modality.CONDITIONAL
    return Modality.DIRECTIVE if is_command(head) else None


def is_asked(head: Token) -> bool:
    """True for a main or quoted clause that ends with a question mark."""
    if head.dep_ not in ASKED:
        return False
    last = head.right_edge
    for token in last.doc[max(head.i, last.i - 2) : last.i + 3]:
        if token.text.startswith("?"):  # "They shouted: “Why?”" asks nothing, but tells of a question
            return sum(t.is_quote for t in head.doc[head.i : token.i]) % 2 == 0
        if token.i > last.i and not token.is_punct:
            return False
    return False


def is_bare_question(head: Token) -> bool:
    """True for a short main clause that asks, as the subheadings of explainers do: "Who is Ana Roe?"."""
    if head.dep_ not in {"ROOT", "conj"} or not is_asked(head):
        return False
    words = [t for t in head.subtree if t.is_alpha]
    first = next((t for t in words if t.lower_ not in JOINTS), head)
    return len(words) <= LONGEST_QUESTION and first.tag_ in ASKING_TAGS


def is_command(head: Token) -> bool:
    """True for a bare verb that opens its sentence or quotation: "Close the gates", "Please do not leave"."""
    if head.tag_ not in {"VB", "VBP"} or head.dep_ not in {"ROOT", "ccomp"} or head.lower_ in {"is", "are", "was", "thank"}:
        return False
    if any(c.dep_ in SUBJECTS or (c.dep_ == "aux" and c.lower_ not in POLITE) or c.dep_ == "mark" for c in head.children):
        return False
    first = next(
        (t for t in head.subtree if not t.is_punct and not t.is_quote and not t.is_space and t.lower_ not in POLITE), head
    )
    return first.i == head.i and _opens(head)


def _opens(head: Token) -> bool:
    before = head.i - 1
    while before >= head.sent.start and head.doc[before].lower_ in POLITE:
        before -= 1
    return before < head.sent.start or head.doc[before].is_quote or head.doc[before].text in {".", "!", ":", "“", "‘", "«"}


def _is_inverted(head: Token) -> bool:
    """True for "had the crew closed it": a condition without "if"."""
    if head.dep_ not in {"advcl", "ccomp"} or head.i > head.head.i:
        return False
    subject = next((c for c in (inverted(head) or head).children if c.dep_ in SUBJECTS), None)
    aux = next(
        (c for c in (head, *head.children) if c.lower_ in INVERTED and (c == head or c.dep_ in {"aux", "auxpass"})), None
    )
    return subject is not None and aux is not None and aux.i < subject.left_edge.i and aux == head.left_edge


def _left_open(head: Token) -> bool:
    """True where whoever speaks leaves it open: "doubts that", "would not say whether", "there is no evidence that"."""
    if head.dep_ not in CONTENT or head.head == head:
        return False
    above = head.head
    if head.dep_ in {"ccomp", "csubj"} and (above.lemma_ in OPEN or any(c.lower_ in OPEN for c in _complements(above))):
        return True
    if head.dep_ in {"ccomp", "csubj"} and any(
        c.lower_ in SURE and _is_refused(c, above) for c in (above, *_complements(above))
    ):
        return True
    if head.dep_ in {"acl", "ccomp", "relcl"} and above.lemma_ in EVIDENCE and head.left_edge.lower_ == "that":
        return above.lemma_ != "doubt" and any(c.dep_ == "det" and c.lower_ == "no" for c in above.children)
    return head.dep_ == "ccomp" and ((above.lemma_ in TELLING and _is_withheld(above)) or _is_unsaid(head, above))


def _is_unsaid(head: Token, verb: Token) -> bool:
    """True for what nobody has said: "no group has said that it fired", "has not claimed that"."""
    opens = head.left_edge.lower_ in {"that", "whether", "if"} or any(c.dep_ in SUBJECTS for c in head.children)
    if verb.lemma_ not in CLAIMING or verb.i > head.i or not opens:
        return False
    asked = any(c.dep_ == "mark" and c.lower_ != "that" for c in head.children)
    return _is_negated(verb) or _by_nobody(verb) or (asked and verb.head.lemma_ in WITHHOLDING)


def _is_negated(verb: Token) -> bool:
    """True for a verb with a "not" of its own."""
    return any(c.dep_ == "neg" for c in verb.children)


def _by_nobody(verb: Token) -> bool:
    """True for "nobody has said", "no group claimed", "none of them said"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return subject is not None and (
        subject.lower_ in {"nobody", "none", "neither"}
        or any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in subject.children)
    )


def _is_refused(complement: Token, verb: Token) -> bool:
    """True for the "clear" of "it is not clear who fired"."""
    return any(c.dep_ == "neg" for t in (complement, verb, complement.head) for c in t.children)


def is_merely_claimed(head: Token) -> bool:
    """True for the clause of "the accusation that ...", which the noun itself keeps from being a fact."""
    return head.dep_ == "acl" and head.left_edge.dep_ == "mark" and head.head.lemma_.lower() in CLAIMED


def _complements(verb: Token) -> list[Token]:
    return (
        [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd", "advmod"}]
        if verb.lemma_ in {"be", "remain"}
        else []
    )


def _is_withheld(verb: Token) -> bool:
    """Of "did not confirm", "refused to say", "neither confirmed nor denied"; who denies leaves nothing open."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in WITHHOLDING:
        return verb.lemma_ != "deny"
    if verb.lemma_ == "deny":
        return verb.dep_ == "conj" and any(c.lower_ == "neither" for c in (*verb.head.children, *verb.children))
    return verb.lemma_ not in {"say", "tell"} and any(c.dep_ == "neg" for c in verb.children)


def is_outstanding(head: Token) -> bool:
    """True for "has yet to rule" and "is yet to reply": what is told has not been done."""
    return head.lemma_ in {"have", "be"} and any(
        c.lower_ == "yet" and c.i > head.i and c.i + 1 < len(c.doc) and c.nbor(1).tag_ == "TO" for c in head.children
    )


def is_untrue(head: Token) -> bool:
    """True where the sentence calls the clause untrue or unlikely: "it is not true that", "ruled out that", "has yet to"."""
    if is_outstanding(head):
        return True
    if any(c.lower_ == "unlikely" and any(x.dep_ == "xcomp" for x in c.children) for c in _complements(head)):
        return True
    if head.dep_ == "acl" and head.left_edge.dep_ == "mark" and head.head.dep_ == "nsubj":  # "the claim that ... is false"
        return any(_denies(head.head.head, c) for c in _complements(head.head.head))
    if head.dep_ not in {"ccomp", "csubj"}:
        return False
    above = head.head
    if above.lemma_ == "rule":
        return is_ruled_out(above) and not _is_negated(above)
    advised = (
        above.lemma_ in {"expect", "think", "believe", "assume"}
        and above.dep_ != "conj"
        and not any(c.dep_ in SUBJECTS for c in above.children)
    )
    if advised and any(c.dep_ == "neg" for c in above.children):
        return True  # "don't expect it to open": who speaks says that it will not
    return any(_denies(above, c) for c in _complements(above))


def is_ruled_out(verb: Token) -> bool:
    """True for "rule out", "did not rule out" included."""
    return verb.lemma_ == "rule" and any(c.lower_ == "out" for c in verb.children)


def _denies(verb: Token, complement: Token) -> bool:
    refused = _is_negated(verb)
    return (complement.lower_ == "true" and refused) or (complement.lower_ in UNTRUE and not refused)
