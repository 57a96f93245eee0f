"""Finds the clauses of a document and says of each what it asserts."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from sayso.annotate.claims import stance
from sayso.annotate.claims.heads import clause_heads, core, own_tokens
from sayso.annotate.claims.roles import roles
from sayso.annotate.claims.spans import Within, trim
from sayso.annotate.claims.times import TimeGovernors
from sayso.annotate.claims.voicing import Voicing
from sayso.annotate.parse import Parsed
from sayso.model.clause import Clause
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LIGHT = frozenset({"be", "have", "do", "say", "tell", "other", "such", "more", "most"})
PLAIN_SAYING = frozenset({"say", "tell", "add", "note", "explain", "write", "accord", "state", "remark", "reply"})
SHORTEST = 2  # words of content without which a clause says nothing that could be compared
LONGEST_SPEECH = 400  # code points; a longer report of speech is told by its contents alone


@dataclass(frozen=True, slots=True)
class Context:
    """What other annotators found in the document; each sequence is ordered by offset."""

    times: Sequence[TimeExpression]
    quantities: Sequence[Quantity]
    attributions: Sequence[Attribution]
    mentions: Sequence[Mention]


class _Finder:
    """Builds the clauses of one document."""

    def __init__(self, context: Context) -> None:
        self.times, self.quantities = Within(context.times), Within(context.quantities)
        self.mentions = Within(context.mentions)
        self.voicing = Voicing(context.attributions)

    def sentence(self, offset: int, sentence: Span, governors: TimeGovernors) -> list[Clause]:
        heads = clause_heads(sentence)
        indices = frozenset(h.i for h in heads)
        found = []
        for head in heads:
            if not any(t.pos_ in {"VERB", "AUX"} for t in (head, *head.children)) and len(heads) > 1:
                continue
            clause = self.clause(offset, sentence, head, indices, governors)
            if clause is not None:
                found.append(clause)
        return found

    def clause(
        self, offset: int, sentence: Span, head: Token, heads: frozenset[int], governors: TimeGovernors
    ) -> Clause | None:
        own, whole = own_tokens(head, heads), sorted(head.subtree, key=lambda t: t.i)
        speech = self.voicing.is_cue(offset + head.idx)
        time = governors.governing(head, own)
        taken = trim(core(head, heads))
        if speech:
            if head.lemma_ in PLAIN_SAYING and time is None:
                return None
            full = trim(whole)
            if full and full[-1].idx + len(full[-1].text) - full[0].idx <= LONGEST_SPEECH:
                taken = full
        if not taken:
            return None
        start, end = offset + taken[0].idx, offset + taken[-1].idx + len(taken[-1].text)
        words = _content(whole if speech else own)
        if len(words) < SHORTEST:
            return None
        text = sentence.doc.text[start - offset : end - offset]
        return Clause(
            start=start,
            end=end,
            text=text,
            sentence_start=offset + sentence.start_char,
            sentence_end=offset + sentence.end_char,
            full_start=offset + whole[0].idx,
            full_end=offset + whole[-1].idx + len(whole[-1].text),
            head=offset + head.idx,
            predicate=predicate(head),
            words=words,
            modality=stance.modality(head, own),
            negated=stance.negated(head, own) != stance.failing(head),
            tense=stance.tense(head),
            voices=self.voicing.over(start, end, offset + head.idx, speech),
            quantities=self.quantities.find(start, end),
            times=self.times.find(start, end),
            mentions=self.mentions.find(start, end),
            time=time,
            roles=roles(head, own, offset),
            speech=speech,
            modified=head.dep_ in {"relcl", "acl", "advcl"},
        )


def predicate(head: Token) -> str:
    """Lemma of the clause's head, with its particle; of a copula, the word that it predicates."""
    if head.lemma_ == "be":
        for child in head.children:
            if child.dep_ in {"attr", "acomp"}:
                return child.lemma_.lower()
    for child in head.children:
        if child.dep_ == "xcomp" and head.lemma_ in {"begin", "start", "continue", "seem", "appear", "be", "have", "go", "come"}:
            return child.lemma_.lower()
    particle = next((f"_{c.lower_}" for c in head.children if c.dep_ == "prt"), "")
    return head.lemma_.lower() + particle


def _content(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(
        t.lemma_.lower() for t in tokens if t.pos_ in CONTENT and len(t.text) > 1 - t.is_digit and t.lemma_.lower() not in LIGHT
    )


def find_clauses(parsed: Parsed, context: Context) -> tuple[Clause, ...]:
    """All clause-level claims of a document, ordered by offset, each span verbatim and without doubles."""
    finder, found = _Finder(context), {}
    for part in parsed.parts:
        governors = TimeGovernors(part.doc, part.offset, context.times)
        for sentence in part.doc.sents:
            for clause in finder.sentence(part.offset, sentence, governors):
                found.setdefault((clause.start, clause.end), clause)
    return tuple(found[key] for key in sorted(found))
