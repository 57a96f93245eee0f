"""Clause-level claims as one document puts them, before anything across documents is known."""

from msgspec import Struct

from sayso.model.enums import Modality


class Role(Struct, frozen=True):
    """A participant [start, end) of a clause in a grammatical role: agent, patient, recipient, place, other."""

    start: int
    end: int
    role: str
    head: str


class Clause(Struct, frozen=True, kw_only=True):
    """What a document asserts in one clause, `text[start:end]`; [sentence_start, sentence_end) is the sentence around it.

    `predicate` is the lemma of the clause's head (with particle), `head` its offset; `words` are the lemmas of its content
    words in order; `voices` are indices of the document's attributions that hold the clause, outermost first;
    `quantities`, `times` and `mentions` are indices of the document's annotations inside the clause,
    `time` the index of the expression that governs the verb; `roles` its participants. [full_start, full_end) is the
    clause with everything nested in it. `speech` marks a clause that reports an act of speech, its content included.
    """

    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    head: int
    predicate: str
    words: tuple[str, ...]
    modality: Modality
    negated: bool
    tense: str | None = None
    voices: tuple[int, ...] = ()
    quantities: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    time: int | None = None
    roles: tuple[Role, ...] = ()
    full_start: int = 0
    full_end: int = 0
    speech: bool = False
    cued: int | None = None  # index of the attribution whose words of saying this clause holds
    modified: bool = False  # stands under another clause (relative, participial or adverbial)
    nominal: bool = False  # a noun phrase that tells a number or who somebody is, inside a clause that tells more
