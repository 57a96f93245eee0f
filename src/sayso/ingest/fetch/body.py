"""The body of an answer, unpacked within bounds: the limit counts while bytes come in, and holds for every layer."""

import re
import zlib
from collections.abc import Iterable, Iterator

from sayso.ingest.fetch.refusals import Refused, Why, bomb, broken, too_large

ACCEPTED = "gzip, deflate"
LAYERS = 2  # some servers pack what was packed already; more than twice is an attack
EMPTY = 1000  # parts of one gzip stream that hold nothing, and would keep us busy for nothing
GZIP, ZLIB, RAW = 31, 15, -15
MAGIC = b"\x1f\x8b"


def read(chunks: Iterable[bytes], encodings: tuple[str, ...], limit: int, cut: bool = False) -> bytes:
    """All bytes of `chunks`, unpacked; `encodings` in the order in which they were applied.

    Raises Refused for more than `limit` bytes (with `cut`: stops there), for packings that are not known, damaged or too
    deep, and Passing where the packing breaks off.
    """
    names = [name for name in encodings if name not in {"", "identity"}]
    if len(names) > LAYERS:
        raise Refused(Why.LIMIT, f"the answer is packed {len(names)} times over", "look at the address in a browser")
    layers = [_layer(name, limit) for name in reversed(names)]
    for layer in layers:
        chunks = layer.unpack(chunks)
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit and not cut:
            raise bomb(limit) if layers else too_large(limit)
        if len(body) >= limit and cut:
            break
    return bytes(body[:limit])


def _layer(name: str, limit: int) -> "Layer":
    if name in {"gzip", "x-gzip", "deflate"}:
        return Layer(name, limit)
    shown = re.sub(r"[^!-~]", "?", name[:20])  # words of a stranger, on somebody's terminal
    raise Refused(
        Why.BROKEN, f"the answer is packed in a way that was not asked for ({shown})", f"{ACCEPTED} are understood"
    )


class Layer:
    """One packing. What it gives out is cut into pieces of `PIECE` bytes at most, however small what comes in."""

    PIECE = 65_536

    def __init__(self, name: str, limit: int) -> None:
        self._name, self._limit = name, limit
        self._began = 0
        self._out = self._members = self._empty = 0

    def unpack(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The pieces that come out of `chunks`. Raises Refused where more than the limit comes out, or nothing sound."""
        machine = None
        for chunk in chunks:
            rest = chunk
            while rest:
                if machine is None and self._is_padding(rest):
                    return
                machine = machine or self._begin(rest)
                yield from self._pieces(machine, rest)
                rest = machine.unused_data
                machine = None if machine.eof else machine
                self._empty += machine is None and self._out == self._began
        if machine is not None:
            raise broken("the packed answer broke off")

    def _pieces(self, machine: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
        full = True
        while data or full:  # a full piece may leave more inside the machine, even where all data went in
            try:
                piece = machine.decompress(data, self.PIECE)
            except zlib.error as error:
                raise Refused(Why.BROKEN, "the packing of the answer is damaged", "try later") from error
            full = len(piece) == self.PIECE and not machine.eof
            data = machine.unconsumed_tail
            self._out += len(piece)
            if self._out > self._limit + self.PIECE:
                raise bomb(self._limit)
            yield piece

    def _begin(self, data: bytes) -> "zlib._Decompress":
        self._members, self._began = self._members + 1, self._out
        if self._empty > EMPTY:
            raise Refused(
                Why.LIMIT, f"the packed answer has more than {EMPTY} empty parts", "look at the address in a browser"
            )
        if self._name != "deflate":
            return zlib.decompressobj(GZIP)
        wrapped = data[0] & 0x0F == 8  # by the rules, deflate is wrapped; some servers send it bare
        return zlib.decompressobj(ZLIB if wrapped else RAW)

    def _is_padding(self, rest: bytes) -> bool:
        """Whether `rest`, after a part that ended, is no further part of a gzip stream."""
        return self._members > 0 and (self._name == "deflate" or not rest.startswith(MAGIC[: len(rest)]))
