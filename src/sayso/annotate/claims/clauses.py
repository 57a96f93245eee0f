"""Finds the clauses of a document and says of each what it asserts."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import structs
from spacy.tokens import Span, Token

from sayso.annotate.claims import polarity, stance
from sayso.annotate.claims.heads import (
    SUBJECTS,
    antecedent_phrase,
    clause_heads,
    core,
    own_tokens,
    subject_of,
    told_whole,
)
from sayso.annotate.claims.labels import label_phrases
from sayso.annotate.claims.phrases import noun_phrase, numbered_nouns, phrase_head
from sayso.annotate.claims.roles import roles
from sayso.annotate.claims.spans import Within, trim
from sayso.annotate.claims.times import TimeGovernors
from sayso.annotate.claims.voicing import Voicing
from sayso.annotate.claims.wording import content, predicate
from sayso.annotate.claims.worlds import is_bare_question, is_merely_claimed
from sayso.annotate.parse import Parsed
from sayso.model.clause import Clause
from sayso.model.enums import MentionKind, Modality
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution

PLAIN_SAYING = frozenset({"say", "tell", "add", "note", "explain", "write", "accord", "state", "remark", "reply"})
SHORTEST = 2  # words of content without which a clause says nothing that could be compared
TELLING_SUBJECTS = frozenset({"there", "nobody", "one", "none", "nothing", "everyone", "everybody", "everything", "all"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SHORTEST_TEXT = 2  # tokens
SHORTEST_PHRASE = 3  # tokens of a noun phrase that is told as a fact of its own
LARGEST_SHARE = 0.8  # of its clause; a larger phrase says what the clause says
LONGEST_SENTENCE = 300  # tokens; what is longer is a list or damage: no clause of it can be trusted, and all cost its square
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

    def __init__(self, context: Context, text: str) -> None:
        self.context, self.document = context, text
        self.times, self.quantities = Within(context.times), Within(context.quantities)
        self.mentions = Within(context.mentions)
        self.voicing = Voicing(context.attributions)

    def sentence(self, offset: int, sentence: Span, governors: TimeGovernors) -> list[Clause]:
        if len(sentence) > LONGEST_SENTENCE:
            return []
        heads = clause_heads(sentence)
        indices = frozenset(h.i for h in heads)
        found = []
        for head in heads:
            if not any(t.pos_ in {"VERB", "AUX"} for t in (head, *head.children)) and len(heads) > 1:
                continue
            clause = self.clause(offset, sentence, head, indices, governors)
            if clause is not None:
                if not self.merely_asks(head, clause):
                    found.append(clause)
                found += self.phrases(offset, head, indices, clause)
        return found

    def merely_asks(self, head: Token, clause: Clause) -> bool:
        """True for a bare question of the outlet: "What do we know so far?" tells nothing."""
        return not clause.voices and not clause.quantities and not clause.times and is_bare_question(head)

    def tells_more(self, head: Token, own: list[Token], offset: int) -> bool:
        """True where a clause of plain saying tells more than that somebody speaks: an object, or what the speaker is."""
        if any(c.dep_ == "dobj" for c in head.children):
            return True
        start, end = offset + own[0].idx, offset + own[-1].idx + len(own[-1].text)
        inside = [self.context.mentions[n] for n in self.mentions.find(start, end)]
        return any(m.title or (m.kind is MentionKind.DESCRIPTION and " " in m.text.strip()) for m in inside)

    def phrases(self, offset: int, head: Token, heads: frozenset[int], clause: Clause) -> list[Clause]:
        """Noun phrases of the clause that tell a number or say who somebody is: facts beside what the clause asserts."""
        inside = [self.context.quantities[n] for n in self.quantities.find(clause.start, clause.end)]
        numbered = [(noun, noun_phrase(noun, heads)) for noun in numbered_nouns(inside, head, heads, offset)]
        found = [self.phrase(offset, tokens, clause) for _, tokens in numbered]
        told = {t.i for _, tokens in numbered for t in tokens}
        people = [self.context.mentions[n] for n in self.mentions.find(clause.start, clause.end)]
        for noun, tokens in label_phrases(people, head.doc, heads, offset):
            phrase = self.phrase(offset, tokens, clause) if not told & {t.i for t in tokens} else None
            if phrase is not None:
                asserted = {"modality": Modality.ASSERTED, "negated": False, "time": None}
                found.append(structs.replace(phrase, head=offset + noun.idx, predicate=noun.lemma_.lower(), **asserted))
        return [phrase for phrase in found if phrase is not None]

    def phrase(self, offset: int, tokens: list[Token], clause: Clause) -> Clause | None:
        """The phrase as a clause, None where it is too short to be compared or says all that its clause says."""
        words = content(tokens)
        if len(tokens) < SHORTEST_PHRASE or len(words) < SHORTEST:
            return None
        start, end = offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1].text)
        if end - start > LARGEST_SHARE * (clause.end - clause.start):
            return None
        times = self.times.find(start, end)
        return structs.replace(
            clause,
            start=start,
            end=end,
            text=self.document[start:end],
            full_start=start,
            full_end=end,
            predicate=phrase_head(tokens),
            words=words,
            voices=self.voicing.over(start, end, start, speech=False),
            quantities=self.quantities.find(start, end),
            times=times,
            mentions=self.mentions.find(start, end),
            time=times[0] if len(times) == 1 else None,
            roles=(),
            speech=False,
            cued=None,
            negated=polarity.opens_with_denial(tokens),
            nominal=True,
        )

    def modality(self, head: Token, own: list[Token], voices: Sequence[int]) -> Modality:
        """How surely the clause is put; what nobody in particular claims, the outlet does not assert."""
        found = stance.modality(head, own)
        claimed = found is Modality.ASSERTED and is_merely_claimed(head) and not self.voicing.is_named(voices)
        return Modality.POSSIBLE if claimed else found

    def clause(
        self, offset: int, sentence: Span, head: Token, heads: frozenset[int], governors: TimeGovernors
    ) -> Clause | None:
        own, whole = own_tokens(head, heads), sorted(head.subtree, key=lambda t: t.i)
        cued = self.voicing.cue_at(offset + head.idx)
        speech = cued is not None
        time = governors.governing(head, own)
        taken = trim([*antecedent_phrase(head), *core(head, heads)])
        if speech:
            if head.lemma_ in PLAIN_SAYING and time is None and not self.tells_more(head, own, offset):
                return None
            full = trim([*antecedent_phrase(head), *told_whole(head, heads)])
            if full and full[-1].idx + len(full[-1].text) - full[0].idx <= LONGEST_SPEECH:
                taken = full
        if len(taken) < SHORTEST_TEXT:
            return None
        start, end = offset + taken[0].idx, self.times.whole(offset + taken[-1].idx + len(taken[-1].text))
        words = content(whole if speech else _with_subject(head, own))
        if len(words) < (SHORTEST if speech or not _says_enough(head) else 1):
            return None
        voices = self.voicing.over(start, end, offset + head.idx, speech)
        return Clause(
            start=start,
            end=end,
            text=self.document[start:end],
            sentence_start=offset + sentence.start_char,
            sentence_end=offset + sentence.end_char,
            full_start=offset + whole[0].idx,
            full_end=offset + whole[-1].idx + len(whole[-1].text),
            head=offset + head.idx,
            predicate=predicate(head),
            words=words,
            modality=self.modality(head, own, voices),
            negated=polarity.negated(head, own) != polarity.failing(head),
            tense=stance.tense(head),
            voices=voices,
            quantities=self.quantities.find(start, end),
            times=self.times.find(start, end),
            mentions=self.mentions.find(start, end),
            time=time,
            roles=roles(head, own, offset),
            speech=speech,
            cued=cued,
            modified=head.dep_ in {"relcl", "acl", "advcl"},
        )


def _says_enough(head: Token) -> bool:
    """True for "nobody was hurt", "he resigned" and "there were no injuries", which one word of content makes whole.

    "It was not true" and "that is clear" only point at what another clause tells.
    """
    finite = any("Fin" in t.morph.get("VerbForm", []) for t in (head, *head.children) if t == head or t.dep_ in AUXILIARIES)
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is None or not finite:
        return False
    return subject.lower_ in TELLING_SUBJECTS or (subject.dep_ != "expl" and head.lemma_ != "be")


def _with_subject(head: Token, own: list[Token]) -> list[Token]:
    """The clause's tokens and, where its subject stands outside ("…, killing three"), the head of that subject."""
    subject = subject_of(head)
    return own if subject is None or subject in own else [subject, *own]


def find_clauses(parsed: Parsed, context: Context) -> tuple[Clause, ...]:
    """All clause-level claims of a document, ordered by offset, each span verbatim and without doubles."""
    finder = _Finder(context, parsed.document.text)
    found: dict[tuple[int, int], Clause] = {}
    for part in parsed.parts:
        inside = finder.times.find(part.offset, part.offset + len(part.doc.text))
        governors = TimeGovernors(part.doc, part.offset, [(n, context.times[n]) for n in inside])
        for sentence in part.doc.sents:
            for clause in finder.sentence(part.offset, sentence, governors):
                found.setdefault((clause.start, clause.end), clause)
    return tuple(found[key] for key in sorted(found))
