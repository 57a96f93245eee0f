"""Which temporal expression governs the verb of a clause."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from sayso.model.enums import Anchor, TimeKind
from sayso.model.time import TimeExpression

_BOUNDS = frozenset(("SINCE", "UNTIL", "BY", "BEFORE", "AFTER"))
_COUNTED = 4  # a length from an event dates a verb that has no other time
BRIDGES = frozenset({"ADP", "SCONJ", "PART", "ADV"})


class TimeGovernors:
    """For one parsed block: what each time expression in it (with its index in the document) hangs on."""

    def __init__(self, doc: Doc, offset: int, times: Iterable[tuple[int, TimeExpression]]) -> None:
        self.events: dict[int, range] = {}
        self.attached: list[tuple[int, TimeExpression, Token, range]] = []
        for n, expression in times:
            if expression.kind is TimeKind.SET:
                continue
            if expression.event:
                self.events[n] = range(expression.event[0] - offset, expression.event[1] - offset)
            first, last = expression.start - offset, expression.end - offset
            span = doc.char_span(first, last, alignment_mode="expand")
            if span is not None and len(span):
                target = _attachment(span.root, span.start, span.end)
                while target.idx in self.events.get(n, ()) and target.head.i != target.i:
                    target = target.head  # the parse hangs "12 days" on what comes after "after"
                self.attached.append((n, expression, target, range(span.start, span.end)))

    def governing(self, head: Token, own: Sequence[Token]) -> int | None:
        """Index of the expression that dates the clause, None where none does.

        An expression on the verb comes first, then one on a noun of the clause ("the 2023 inauguration"), then one on the
        noun that a relative clause says more of ("a strike on September 2 that killed 11").
        """
        inside = {t.i for t in own}
        ranked = []
        for n, expression, target, tokens in self.attached:
            if head.idx in self.events.get(n, ()):
                continue  # "12 days after the lease had run out" does not say when the lease ran out
            counts = n in self.events and target.i == head.i
            rank = _COUNTED if counts else _rank(head, target, tokens, inside)
            if rank is not None:
                ranked.append((rank, _loose(expression), n))
        if not ranked and _shares_time(head):
            return self.governing(head.head, [head.head, *head.head.children]) if head.head.i != head.i else None
        return min(ranked)[-1] if ranked else None


def _loose(expression: TimeExpression) -> int:
    """0 for a time, 1 for one that only bounds ("before Easter on April 18" is April 18), 2 for a length.

    What counts from a time told before is a bound too: "two weeks earlier, on 29 September" is 29 September.
    """
    if expression.kind is TimeKind.DURATION:
        return 2
    if expression.anchor is Anchor.PREVIOUS:
        return 1
    return 1 if _BOUNDS & set((expression.modifier or "").split()) else 0


def _shares_time(head: Token) -> bool:
    """True for a clause that takes its governor's time: "last year, when they met", "fell on Monday, killing two"."""
    if head.dep_ not in {"advcl", "relcl"}:
        return False
    if any(c.lower_ == "when" for c in head.children):
        return True
    return head.dep_ == "advcl" and head.tag_ == "VBG" and not any(c.dep_ == "mark" for c in head.children)


def _attachment(root: Token, start: int, end: int) -> Token:
    """The word that a time hangs on, prepositions and the words of the expression itself skipped."""
    token = root.head
    while token.head.i != token.i and (token.pos_ in BRIDGES or start <= token.i < end):
        token = token.head
    return token


def _rank(head: Token, target: Token, tokens: range, inside: set[int]) -> int | None:
    relative = head.dep_ in {"relcl", "acl"}
    if relative and (head.head.i in tokens or target.i == head.head.i):
        return 3 if target.i == head.head.i else 1
    if tokens.start not in inside and tokens.stop - 1 not in inside:
        return None
    if target.i == head.i:
        return 0
    if target.head.i == head.i and target.dep_ in {"xcomp", "acomp", "advmod", "prt", "attr"}:
        return 1
    return 2
