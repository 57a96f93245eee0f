"""Invented arrivals."""

import datetime as dt
import hashlib

from sayso.model.custody import Arrival, Original
from sayso.model.document import Block, Document, Publication, Skipped, identify
from sayso.model.enums import Basis, BlockKind

HARBOUR = "The ferry Hild struck a rock off Skerrin. Twelve passengers were hurt, the coast guard said."


def original(data, name="/reports/lantern.txt", **told):
    return Original(sha256=hashlib.sha256(data).hexdigest(), data=data, source="/reports", name=name, **told)


def document(kept, text=None, **told):
    text = kept.data.decode() if text is None else text
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), BlockKind.PARAGRAPH))
        at += len(paragraph) + 2
    day = told.pop("day", dt.date(2031, 3, 8))
    given = {"publisher": "The Skerrin Lantern", "title": "Ferry strikes rock", "language": "en", "path": kept.name} | told
    return Document(
        id=identify("d", kept.sha256), sha256=kept.sha256, text=text, blocks=tuple(blocks),
        published=Publication(start=day, end=day, basis=Basis.STATED if day else Basis.UNKNOWN), **given,
    )  # fmt: skip


def arrival(text=HARBOUR, name="/reports/lantern.txt", *, kept=None, **told):
    kept = kept or {}
    came = original(text.encode(), name, **kept)
    return Arrival(came, document(came, **told))


def unread(data=b"\x00\x01", name="/reports/scan.txt", reason="it is no text"):
    return Arrival(original(data, name), Skipped(name, reason, "give it as text"))
