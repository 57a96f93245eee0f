"""Why an address gave no document, in plain words: all of them are SkipDocument of the stage "fetch"."""

from enum import StrEnum
from typing import Self

from sayso.errors import SkipDocument

STAGE = "fetch"
_LARGER = "allow more with --fetch size=BYTES if the document is meant to be so"


class Why(StrEnum):
    """The kinds of refusal, for whoever counts or tests them."""

    ADDRESS = "address"  # not an address that is fetched: scheme, notation, port, name
    NETWORK = "network"  # leads into a network that is not public
    ROBOTS = "robots"  # the site's rules do not allow it, or could not be read
    LIMIT = "limit"  # too large, too slow, too many
    STATUS = "status"  # the server answered, but with no document
    BROKEN = "broken"  # no connection, or an answer that is none
    REDIRECT = "redirect"  # sent in circles or to nowhere
    CLOSED = "closed"  # the fetcher was closed


class Refused(SkipDocument):
    """An address that gives no document. `status` is the server's, where it gave one."""

    def __init__(self, why: Why, reason: str, remedy: str, status: int | None = None) -> None:
        super().__init__(STAGE, reason, remedy)
        self.why, self.status = why, status

    def sent_on(self, address: str) -> Self:
        """The same, told of an address to which a redirect led."""
        return self._again(f"a redirect leads to {address}: {self.reason}")

    def _again(self, reason: str) -> Self:
        return type(self)(self.why, reason, self.remedy, self.status)


class Passing(Refused):
    """What may be otherwise a little later, `after` seconds where the server says so: worth another attempt."""

    def __init__(self, why: Why, reason: str, remedy: str, status: int | None = None, after: float | None = None) -> None:
        super().__init__(why, reason, remedy, status)
        self.after = after

    def _again(self, reason: str) -> Self:
        return type(self)(self.why, reason, self.remedy, self.status, self.after)


def too_slow(seconds: float) -> Refused:
    """The total time is over."""
    return Refused(
        Why.LIMIT, f"the answer took longer than {seconds:g} seconds", "try later, or allow more with --fetch total=SECONDS"
    )


def silent(seconds: float) -> Passing:
    """Nothing came for a while."""
    return Passing(
        Why.LIMIT, f"the server sent nothing for {seconds:g} seconds", "try later, or allow more with --fetch idle=SECONDS"
    )


def too_large(size: int) -> Refused:
    """The body is larger than allowed."""
    return Refused(Why.LIMIT, f"the answer is larger than {size:,} bytes", _LARGER)


def bomb(size: int) -> Refused:
    """The body is larger than allowed once unpacked."""
    return Refused(
        Why.LIMIT,
        f"the answer is packed and comes to more than {size:,} bytes",
        _LARGER,
    )


def head_too_large(size: int) -> Refused:
    """The head of the answer is larger than allowed."""
    return Refused(
        Why.LIMIT, f"the head of the answer is larger than {size:,} bytes", "nothing to do: no site needs as much"
    )


def broken(reason: str, remedy: str = "try later, or look at the address in a browser") -> Passing:
    """No connection, or an answer that is none."""
    return Passing(Why.BROKEN, reason, remedy)


def odd(reason: str, remedy: str = "look at the address in a browser") -> Refused:
    """An answer that another attempt would not mend."""
    return Refused(Why.BROKEN, reason, remedy)
