"""Times: symbolic expressions as a text puts them, and the periods they mean once grounded."""

import datetime as dt

from msgspec import Struct

from sayso.model.enums import Anchor, TimeKind


class Period(Struct, frozen=True):
    """First and last possible day, both inclusive; None is an open or unknown end.

    `start_time` and `end_time` narrow the first and the last day ("noon" is 12:00 to 12:00, "morning" 06:00 to 12:00);
    `zone` is an IANA name or an offset, None where unknown.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    zone: str | None = None

    @property
    def known(self) -> bool:
        """True where at least one end is known."""
        return self.start is not None or self.end is not None


class TimeExpression(Struct, frozen=True, kw_only=True):
    """One temporal expression of a document, `text[start:end]`, before it is grounded.

    `value` is a TIMEX3 value as far as the expression alone gives it, with X for what is open ("XXXX-11-27",
    "XXXX-WXX-3", "P10D", "PAST_REF"). `unit` and `amount` give the signed distance from the anchor ("about ten days ago":
    PUBLICATION, "day", -10); `modifier` is the TIMEX3 mod or one of ours (APPROX, START, MID, END, BEFORE, AFTER, SINCE,
    UNTIL, BY, ON_OR_BEFORE …); `tense` is the tense of the governing verb where it decides a direction (past, present,
    future). `event` is the span of the event an EVENT anchor counts from; `zone` the IANA name or
    offset of a time of day where the text names one.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    value: str
    anchor: Anchor
    unit: str | None = None
    amount: float | None = None
    modifier: str | None = None
    tense: str | None = None
    event: tuple[int, int] | None = None
    in_quote: bool = False
    zone: str | None = None


class Grounded(Struct, frozen=True, kw_only=True):
    """A time expression with the period it means; `basis` says in words how ("weekday before publication 2025-12-04")."""

    start: int
    end: int
    text: str
    period: Period
    value: str
    basis: str
