"""What a reader must be told of a voice that does not stand behind the words over which it stands."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

_DENYING = re.compile(r"\b(?:den[iy]|refut|rebut|disput|disavow|repudiat)", re.IGNORECASE)
_REJECTING = re.compile(r"\b(?:reject|dismiss)", re.IGNORECASE)
_REFUSING = re.compile(r"\b(?:not|n[o'’]t|never|refus|declin)", re.IGNORECASE)
_DOUBTING = re.compile(r"\b(?:believ|expect|think|thought|convinc|suppos)", re.IGNORECASE)
_PRONOUNS = frozenset("he she it they i we you who which that".split())


class Manner(StrEnum):
    """How a voice refuses what stands under it; `UNSAID` where it only says nothing."""

    DENIED = "denied"
    REJECTED = "rejected"
    DOUBTED = "doubted"
    UNSAID = "not said"


class Voiced(Protocol):
    """A voice of a claim, as the text names it."""

    @property
    def source(self) -> str:
        """The words that name it."""

    @property
    def start(self) -> int:
        """Where they begin."""

    @property
    def cue(self) -> str | None:
        """The words of saying."""

    @property
    def negated(self) -> bool:
        """Whether it does not say so."""


def denial(voices: Iterable[Voiced], start: int, end: int) -> str | None:
    """Who denies what stands in [start, end), in words: `denied by “the ministry”`; None where nobody does.

    A voice that speaks within the stretch denies something in it, and the stretch tells that itself. Two that refuse make
    one that affirms.
    """
    refusing = [v for v in voices if refuses(v, start, end)]
    if len(refusing) % 2 == 0:
        return None
    voice = refusing[-1]
    who = " ".join(voice.source.split())
    told = manner(voice)
    return told.value if not who or who.lower() in _PRONOUNS else f"{told} by “{who}”"


def refuses(voice: Voiced, start: int, end: int) -> bool:
    """True for a voice that does not stand behind [start, end), and speaks outside of it."""
    return voice.negated and not start <= voice.start < end


def manner(voice: Voiced) -> Manner:
    """How a voice refuses."""
    cue = voice.cue or ""
    silent = _REFUSING.search(cue) is not None
    if _DENYING.search(cue) and not silent:
        return Manner.DENIED
    if _REJECTING.search(cue) and not silent:
        return Manner.REJECTED
    return Manner.DOUBTED if silent and _DOUBTING.search(cue) else Manner.UNSAID
