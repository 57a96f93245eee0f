"""Which tokens head a clause, and which tokens are its core."""

from spacy.tokens import Span, Token

# Relations that open a clause of their own; xcomp stays with its governor ("seeks to remain useful" is one clause).
NESTED = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "agent"})
VERBAL = frozenset({"VERB", "AUX"})


def is_head(token: Token) -> bool:
    """True where the token heads a clause of its sentence."""
    if token.dep_ == "ROOT":
        return True
    if token.dep_ in NESTED:
        return token.pos_ in VERBAL or any(c.dep_ in SUBJECTS for c in token.children)
    if token.dep_ in {"conj", "dep", "appos", "pcomp"}:
        return _conjoined(token)
    return False


def _conjoined(token: Token) -> bool:
    """A conjoined verb opens a clause; so does a gerund with an object after a preposition ("by revoking licences")."""
    if token.pos_ not in VERBAL:
        return False
    if token.dep_ == "pcomp":
        return any(c.dep_ in {"dobj", "nsubj", "prep", "ccomp"} for c in token.children)
    if token.dep_ == "conj" and token.head.dep_ == "xcomp" and not any(c.dep_ in SUBJECTS for c in token.children):
        return any(c.dep_ in {"dobj", "attr", "ccomp"} for c in token.children)
    return True


def clause_heads(sentence: Span) -> list[Token]:
    """The heads of all clauses of a sentence, in order."""
    return [t for t in sentence if is_head(t)]


def core(head: Token, heads: frozenset[int]) -> list[Token]:
    """The tokens of a clause without the clauses nested in it, in order; `heads` are the indices of all clause heads.

    A restrictive relative or participle (no comma before it) stays in: it says which strike, which man.
    """
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if c.i not in heads or _restrictive(c))
    return sorted(found, key=lambda t: t.i)


def _restrictive(token: Token) -> bool:
    if token.dep_ not in {"relcl", "acl"}:
        return False
    edge = token.left_edge
    return edge.i > token.sent.start and edge.nbor(-1).text not in {",", "-", "–", "—", "(", ";", ":"}


def own_tokens(head: Token, heads: frozenset[int]) -> list[Token]:
    """The tokens that belong to this clause alone: no nested clause at all, restrictive or not."""
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if c.i not in heads)
    return sorted(found, key=lambda t: t.i)


def subject_of(head: Token) -> Token | None:
    """The subject of a clause; one that has none takes its governor's (conjoined, participial, relative)."""
    seen: set[int] = set()
    token = head
    while token.i not in seen:
        seen.add(token.i)
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj"}:
                return _antecedent(child)
        if token.dep_ in {"acl", "relcl"}:
            return token.head
        if token.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep"} or token.dep_ == "ROOT":
            return None
        token = token.head
    return None


def _antecedent(subject: Token) -> Token:
    """The noun behind a relative pronoun."""
    if subject.tag_ in {"WDT", "WP", "WP$"} and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject
