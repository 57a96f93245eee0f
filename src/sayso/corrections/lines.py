"""One correction as one line of JSON, and back."""

import json
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from sayso.model.correction import Action, Correction, LineTarget, correction_id

SHOWN = 200  # characters of an unreadable value that are kept
_NAMES = ("id", "at", "by", "why", "action")


class UnreadableLineError(Exception):
    """A line is no correction; `found` is what can be told of it."""

    def __init__(self, reason: str, found: Mapping[str, str]) -> None:
        super().__init__(reason)
        self.reason, self.found = reason, dict(found)


def identified(correction: Correction) -> Correction:
    """The correction with the id that its words give it, whatever id it had."""
    return replace(correction, id=correction_id(msgspec.json.encode(replace(correction, id=""))))


def to_line(correction: Correction) -> bytes:
    """One line of UTF-8 with its line feed."""
    return msgspec.json.encode(correction) + b"\n"


def from_line(line: bytes) -> Correction:
    """The correction that a line holds; one written by hand may lack its id.

    Raises UnreadableLineError where it holds none, or another one than its id was made for.
    """
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UnreadableLineError(f"it is no JSON: {error}", {}) from error
    if not isinstance(row, dict):
        raise UnreadableLineError("it is no JSON object", {})
    found = {name: str(row[name])[:SHOWN] for name in _NAMES if row.get(name) is not None}
    try:
        read = msgspec.convert({"id": "", **row}, type=Correction)
    except msgspec.ValidationError as error:
        raise UnreadableLineError(f"it is no correction: {error}", found) from error
    if read.action is Action.UNDO and not all(isinstance(t, LineTarget) for t in read.targets):
        raise UnreadableLineError("it undoes something that is no line", found)
    if read.id and read.id != identified(read).id:
        reason = "it was changed after it was written (its id does not fit): undo it and write a new one"
        raise UnreadableLineError(reason, found)
    return identified(read)
