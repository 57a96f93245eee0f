"""How much one source may unpack to, and what counts it: a small archive of gigabytes is refused at once."""

import io
import lzma
import zipfile
import zlib
from typing import Any, BinaryIO

from msgspec import Struct

from sayso.errors import SkipDocument
from sayso.ingest.source import STAGE, skip

_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError)


class Limits(Struct, frozen=True, kw_only=True):
    """What is still read.

    item: bytes of one article, unpacked. total: bytes that one source may unpack to, with all it nests. depth: archives,
    mails or index pages inside each other. members: files of one archive, articles or links of one feed or sitemap, pages of
    a PDF. ratio: how many times larger than the source its contents may be; `free` bytes are granted whatever the ratio.
    """

    item: int = 20_000_000
    total: int = 8_000_000_000
    depth: int = 5
    members: int = 100_000
    ratio: int = 200
    free: int = 20_000_000


class Refused(SkipDocument):
    """A source that would unpack to more than the limits allow; nothing more of it is read."""


class Budget:
    """What one source has unpacked to so far; shared by everything that is nested in it."""

    def __init__(self, size: int = 0) -> None:
        self.size, self.spent = size, 0

    def spend(self, count: int, limits: Limits) -> None:
        """Counts unpacked bytes; raises Refused past the limits."""
        self.check(self.spent + count, limits)
        self.spent += count

    def check(self, total: int, limits: Limits) -> None:
        """Raises Refused where `total` unpacked bytes would be too many."""
        if total > limits.total:
            raise Refused(STAGE, f"it unpacks to more than {_told(limits.total)}", "unpack it, and name the parts you need")
        if total > max(limits.free, limits.ratio * self.size):
            raise Refused(
                STAGE,
                f"its {_told(self.size)} unpack to more than {_told(max(limits.free, limits.ratio * self.size))}, "
                "which no archive of articles does",
                "do not open it unless you trust who made it; unpack it yourself, and name its files",
            )


class Metered(io.RawIOBase):
    """An unpacking stream whose bytes are counted, and whose faults are told as a break of the archive."""

    def __init__(self, stream: BinaryIO, budget: Budget, limits: Limits) -> None:
        self._stream, self._budget, self._limits = stream, budget, limits

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - a buffer: no name before Python 3.12
        """Fills `into` with what comes in one step; raises SkipDocument at a break, Refused past the limits."""
        view = memoryview(into)
        try:
            data: bytes = self._stream.read1(len(view))  # type: ignore[attr-defined] # what is whole comes before the break
        except _BROKEN as error:
            raise skip(f"it breaks off: {_why(error)}", "get it again; what stands before the break was read") from error
        self._budget.spend(len(data), self._limits)
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the stream below."""
        self._stream.close()
        super().close()


def _why(error: BaseException) -> str:
    if isinstance(error, RuntimeError) and "password" in str(error):
        return "it is locked with a password"
    return str(error).split("\n")[0][:120] or "it ends too early"


def _told(count: int) -> str:
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} bytes"
