"""Whether a clause denies what it tells."""

from spacy.tokens import Token

from sayso.annotate.claims.worlds import is_untrue

NEGATORS = frozenset(
    {"not", "n't", "n’t", "never", "no", "none", "neither", "nor", "nobody", "nothing", "hardly", "scarcely", "unable"}
)
FAILING = frozenset({"fail", "refuse", "decline", "deny", "reject", "lack", "avoid", "stop", "rule"})
DENIABLE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "aux", "xcomp", "pobj", "advmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
SAYING = frozenset({"say", "tell", "answer", "reply", "add", "ask", "write", "respond", "insist", "shout"})
COMPARED = frozenset({"fewer", "less", "more", "later", "earlier", "sooner"})  # "no fewer than ten": a bound, no denial
MERELY = frozenset({"only", "just", "merely", "simply", "solely"})


def negated(head: Token, own: list[Token]) -> bool:
    """True where the clause denies its predicate, its subject or its object, or its sentence calls it untrue."""
    if is_untrue(head) or _shares_denial(head) or (head.dep_ == "pcomp" and head.head.lower_ == "without"):
        return True
    return any(_denies(token, head) for token in own)


def opens_with_denial(phrase: list[Token]) -> bool:
    """True for "none of the passengers", which tells of nobody; "no fewer than ten passengers" does."""
    return phrase[0].lower_ in NEGATORS and not _bounds(phrase[0])


def _shares_denial(head: Token) -> bool:
    """True for what follows "nor", and for the second verb of "did not eat or drink" and "refused to sign and pay"."""
    if head.dep_ != "conj":
        return False
    first = head.head
    if first.dep_ == "xcomp" and head.tag_ == "VB":
        return failing(first.head)
    joints = {c.lower_ for c in first.children if c.dep_ == "cc"}
    if "nor" in joints:
        return True
    alone = not any(c.dep_ in SUBJECTS or c.dep_ in {"aux", "auxpass", "neg"} for c in head.children)
    return "or" in joints and alone and any(c.dep_ == "neg" and not _merely(c) for c in first.children)


def _denies(token: Token, head: Token) -> bool:
    if token.lower_ not in NEGATORS or token.dep_ == "intj" or not (token.head.i == head.i or token.head.dep_ in DENIABLE):
        return False
    if head.lemma_ in SAYING and _in_quotation(token, head):
        return False  # “No comment,” he said: a word of his, not of who tells that he said it
    counts = token.lower_ == "no" and token.dep_ == "nummod"
    return not (counts or _number_sign(token) or _bounds(token) or _merely(token))


def _in_quotation(token: Token, head: Token) -> bool:
    first, last = sorted((token.i, head.i))
    return sum(t.is_quote for t in token.doc[first:last]) % 2 == 1


def _number_sign(token: Token) -> bool:
    """True for "No. 7" or "the No 7 bus", which denies nothing; "No one" and "No two" do."""
    following = next((t for t in token.doc[token.i + 1 : token.i + 3] if t.text != "."), None)
    return token.text in {"No", "NO"} and following is not None and following.text[0].isdigit()


def _bounds(token: Token) -> bool:
    """True for "no fewer than", "no later than" and "nothing but"."""
    following = token.doc[token.i + 1 : token.i + 3]
    if token.lower_ == "nothing":
        return bool(following) and following[0].lower_ == "but"
    return len(following) > 1 and following[0].lower_ in COMPARED and following[1].lower_ == "than"


def _merely(token: Token) -> bool:
    """True for the "not" of "not only ... but also"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in MERELY and token.lower_ in {"not", "n't", "n’t"}


def failing(head: Token) -> bool:
    """True for a governing verb that makes its complement untrue ("refused to answer", "stopped short of claiming")."""
    if head.lemma_ not in FAILING:
        return False
    if head.lemma_ in {"stop", "rule"}:
        return any(c.lower_ in {"short", "out"} for c in head.children)
    return any(c.dep_ == "xcomp" for c in head.children) or head.lemma_ in {"decline", "refuse"}
