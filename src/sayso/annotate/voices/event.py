"""One act of saying seen in a block, before its content is settled."""

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.annotate.voices.lexicon import Frame
from sayso.annotate.voices.records import Reach
from sayso.annotate.voices.scene import reach_of


@dataclass(frozen=True, slots=True)
class Event:
    """One verb of saying in a block: who says (None where nobody is named), what hangs on the verb, who is told."""

    verb: Token
    frames: frozenset[Frame]
    speaker: Token | None
    content: frozenset[int]
    told: Token | None = None
    roots: tuple[int, ...] = ()  # heads of the content
    words: tuple[Token, ...] = ()  # the words of the cue, where it is no verb
    cites: tuple["Event", ...] = ()  # whom the speaker cites for it

    @property
    def speaks(self) -> bool:
        """True where a quotation can stand beside the verb."""
        return Frame.QUOTE in self.frames

    def cue(self) -> Reach:
        """The verb with its auxiliaries, negation and particle, in the block's offsets."""
        if self.words:
            return reach_of(*self.words)
        near = [c for c in self.verb.children if c.dep_ in {"aux", "auxpass", "neg", "prt"} and abs(c.i - self.verb.i) < 4]
        first = self.verb
        for child in sorted(near, key=lambda t: -t.i):
            if child.i == first.i - 1 or (
                child.i < first.i and all(t.dep_ in {"advmod", "neg"} for t in first.doc[child.i + 1 : first.i])
            ):
                first = child
        last = next((c for c in near if c.dep_ == "prt" and c.i == self.verb.i + 1), self.verb)
        return reach_of(first, last)
