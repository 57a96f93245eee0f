"""What a quantity answers: what befell whom, or how many of what, in which scope."""

from msgspec import Struct

from sayso.judge.lexicon import outcome_of, outcomes
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

ANYBODY = frozenset(
    "people person other victim individual life fatality death casualty man woman body one resident civilian human"
    " injury dead wounded injured patient toll number total soul survivor missing".split()
)
PARTITIVE = frozenset({"them", "those", "whom", "these", "which"})
# Words beside a number that narrow what it counts without saying whom it befell.
EMPTY_MODIFIERS = frozenset(
    "at least more than about some estimated total further additional other confirmed known different several official"
    " young innocent local own".split()
)
ACTORS = frozenset({"nsubj", "agent"})


class Counted(Struct, frozen=True):
    """The question that a count answers: `outcome` (None for mere things), `noun` counted, and the narrowing `scope`."""

    outcome: str | None
    noun: str | None
    scope: frozenset[str]

    @property
    def grows(self) -> bool:
        """True where the count rises as news comes in."""
        return self.outcome is not None and outcomes()[self.outcome].grows

    def words(self) -> str:
        """The question in words."""
        noun = "people" if self.noun in ANYBODY or self.noun is None else self.noun
        who = " ".join([*sorted(self.scope), noun])
        return f"number of {who} {self.outcome}" if self.outcome else f"number of {who}"


def counted(quantity: Quantity, claim: Claim) -> Counted:
    """What `quantity` counts in `claim`."""
    noun = quantity.of
    outcome = outcome_of(noun or "")
    if outcome is None and (noun is None or noun in ANYBODY or quantity.kind is QuantityKind.COUNT):
        outcome = _befallen(quantity, claim)
    scope = {w for w in quantity.of_words if w not in EMPTY_MODIFIERS and w != noun and outcome_of(w) != outcome}
    if outcome is not None and noun is not None and noun not in ANYBODY and outcome_of(noun) is None:
        scope.add(noun)
    return Counted(outcome, noun, frozenset(scope))


def _befallen(quantity: Quantity, claim: Claim) -> str | None:
    """The outcome that the governing verb tells of, unless the counted are those who did it."""
    for word in (quantity.governor or "", *quantity.of_words):
        outcome = outcome_of(word)
        if outcome is not None:
            active = quantity.relation in ACTORS and word in {"kill", "injure", "wound", "hurt", "arrest", "detain", "rescue"}
            return None if active else outcome
    return outcome_of(claim.clause.predicate) if quantity.relation in {None, "nsubj", "nsubjpass", "dobj"} and quantity.of in ANYBODY else None


def partial(quantity: Quantity) -> bool:
    """True where the text counts a part of something told before ("three of them")."""
    return bool(PARTITIVE & set(quantity.of_words)) or " of them" in quantity.text or " of those" in quantity.text
