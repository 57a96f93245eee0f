"""Which tokens head a clause, and which tokens are its core."""

from spacy.tokens import Span, Token

# Relations that open a clause of their own; xcomp stays with its governor ("seeks to remain useful" is one clause).
NESTED = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"})
# Verbs whose complement belongs to them: "made them soften", "let it lapse".
CAUSATIVE = frozenset({"make", "let", "have", "help", "see", "watch", "hear", "leave", "get", "keep"})
# Verbs that take a whole clause even without "that": "after saying the boat sank".
TELLS = frozenset(
    "say claim think believe know admit deny announce warn tell report suggest insist hope fear find learn hear show ensure"
    " realise realize notice reveal confirm conclude decide feel".split()
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "agent"})
VERBAL = frozenset({"VERB", "AUX"})
# Prepositions that open a clause of circumstance; after others a gerund completes its verb ("accused of hiding").
ADVERBIAL = frozenset({"by", "without", "after", "before", "while", "since", "despite", "upon", "in", "through", "besides"})
# Nouns that take up what was said, for the reporter to say more of it: "..., a claim that officials rejected".
TAKES_UP = frozenset(
    "claim charge accusation allegation assertion statement remark suggestion contention argument assessment view".split()
)
ASIDE = frozenset({"appos", "npadvmod", "dobj", "attr", "dep", "nmod"})
LONGEST_PHRASE = 14  # tokens of a noun phrase that is told together with its relative clause


def is_head(token: Token) -> bool:
    """True where the token heads a clause of its sentence."""
    if token.dep_ == "ROOT":
        return True
    if token.dep_ in NESTED:
        if token.dep_ == "ccomp" and ((token.head.lemma_ in CAUSATIVE and not _finite(token)) or _says_which(token)):
            return False
        if token.dep_ in {"acl", "relcl"} and _denied(token.head):
            return False
        return token.pos_ in VERBAL or any(c.dep_ in SUBJECTS for c in token.children)
    if token.dep_ in {"conj", "dep", "appos", "pcomp"}:
        return _conjoined(token)
    return False


def _says_which(verb: Token) -> bool:
    """True for "closing ports tied to the gang": a participle of the object, which a parse takes for what was told."""
    bare = {c.dep_ for c in verb.children} <= {"nsubj", "prep", "agent", "advmod", "punct", "npadvmod"}
    governor = verb.head
    return verb.tag_ in {"VBD", "VBN"} and bare and governor.dep_ == "pcomp" and governor.lemma_ not in TELLS


def _denied(noun: Token) -> bool:
    """True for what something is said not to be ("it is not the first fire set there"): alone, it would be asserted."""
    return noun.dep_ == "attr" and any(c.dep_ == "neg" for c in noun.head.children)


def _finite(token: Token) -> bool:
    return any(
        "Fin" in t.morph.get("VerbForm", []) for t in (token, *(c for c in token.children if c.dep_ in {"aux", "auxpass"}))
    )


def _conjoined(token: Token) -> bool:
    """A conjoined verb opens a clause; so does a gerund after an adverbial preposition ("by selling two ships")."""
    if token.pos_ not in VERBAL:
        return False
    if token.dep_ == "pcomp":
        return token.head.lower_ in ADVERBIAL and any(c.dep_ in {"dobj", "nsubj", "prep", "ccomp"} for c in token.children)
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
        stack.extend(c for c in token.children if (c.i not in heads or _restrictive(c)) and not _takes_up(c))
    return sorted(found, key=lambda t: t.i)


def told_whole(head: Token, heads: frozenset[int]) -> list[Token]:
    """The tokens of a clause of speech with all that is said in it, without the clauses that it is merely joined to."""
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if token.i != head.i or c.i not in heads or not _joined(c))
    return sorted(found, key=lambda t: t.i)


def _joined(clause: Token) -> bool:
    """True for a clause beside its governor: "..., but it burned", "he must pay; the court ordered ..."."""
    if clause.dep_ == "conj":
        return True
    after = clause.right_edge.i + 1
    return clause.i < clause.head.i and after < len(clause.doc) and clause.doc[after].text == ";"


def _takes_up(noun: Token) -> bool:
    """True for a noun that a comma or dash sets off to say of the whole clause what others say of it."""
    if noun.lemma_.lower() not in TAKES_UP or noun.dep_ not in ASIDE or noun.left_edge.i <= noun.sent.start:
        return False
    told = any(c.dep_ in {"relcl", "acl"} for c in noun.children)
    return told and noun.left_edge.nbor(-1).text in {",", "—", "–", "-"}


def _restrictive(token: Token) -> bool:
    if token.dep_ not in {"relcl", "acl"}:
        return False
    edge = token.left_edge
    return edge.i > token.sent.start and edge.nbor(-1).text not in {",", "-", "–", "—", "(", ";", ":"}


def antecedent_phrase(head: Token) -> list[Token]:
    """The noun phrase that a relative or participial clause says more of, where it stands right before the clause."""
    if head.dep_ not in {"relcl", "acl"} or head.head.i >= head.i or head.left_edge.dep_ == "mark" or _in_order(head):
        return []  # nor for "the claim that he left", whose "that" is no part of the clause
    edge = head.left_edge
    phrase = [t for t in head.head.subtree if t.i < edge.i]
    between = [t for t in head.doc[head.head.i + 1 : edge.i] if t not in phrase and not t.is_punct]
    if not phrase or between or len(phrase) > LONGEST_PHRASE or any(t.dep_ in {"relcl", "acl"} for t in phrase):
        return []
    return sorted(phrase, key=lambda t: t.i)


def _in_order(head: Token) -> bool:
    """True for a purpose ("in order to close the port"), which a parse takes for something said of an order."""
    noun = head.head
    return noun.lower_ == "order" and noun.i > noun.sent.start and noun.nbor(-1).lower_ == "in"


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
    token = inverted(head) or head
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


def inverted(head: Token) -> Token | None:
    """The verb of "had the valve closed, ...", which a parse takes for what somebody had."""
    if head.lower_ != "had" or head.left_edge != head:
        return None
    return next((c for c in head.children if c.dep_ == "ccomp" and any(s.dep_ in SUBJECTS for s in c.children)), None)


def _antecedent(subject: Token) -> Token:
    """The noun behind a relative pronoun."""
    if subject.tag_ in {"WDT", "WP", "WP$"} and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject
