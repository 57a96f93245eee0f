"""Annotating with as many processes as are wanted; few documents are annotated in this one, which starts at once."""

import multiprocessing
import os
import signal
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from sayso.errors import RunError
from sayso.model.document import Document, Skipped
from sayso.store.cache import annotated
from sayso.store.records import Annotated

if TYPE_CHECKING:
    from spacy.language import Language

Batch = Sequence[Document]


class Worked(NamedTuple):
    """Annotations by the id of their document, and which documents could not be annotated."""

    annotated: Mapping[str, Annotated]
    skipped: tuple[Skipped, ...]


NOTHING = Worked({}, ())


class Workers:
    """Processes that annotate; `close` ends them. A number below 2 works in this process alone."""

    def __init__(self, number: int, model: str) -> None:
        self._number, self._model = number, model
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Starts the processes, which load their model meanwhile."""
        if self._number > 1 and self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._number, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(self._model,)
            )

    def submit(self, batch: Batch, team: str) -> "Future[Worked]":
        """The annotations of some documents by a team, in order, when ready; at once where no process runs."""
        if self._pool is not None:
            return self._pool.submit(_work, batch, self._model, team)
        done: Future[Worked] = Future()
        done.set_result(_work(batch, self._model, team))
        return done

    def close(self) -> None:
        """Ends the processes; what nobody waits for is dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def result_of(batch: "Future[Worked]") -> "Worked":
    """What a batch came to; raises RunError where a process was ended from outside."""
    try:
        return batch.result()
    except BrokenProcessPool as error:
        remedy = "see that there is memory enough, or use --workers 1; run again: what is written stays"
        raise RunError("store", "a process that annotates was ended", remedy) from error


def _begin(model: str) -> None:
    """Readies a process: an interruption is the main one's matter, and where that one is gone this one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _model(model)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@cache
def _model(name: str) -> "Language":
    from sayso.annotate.parse import load_model  # noqa: PLC0415 - what is known already does not wait for a model

    return load_model(name)


def _work(batch: Batch, model: str, team: str) -> "Worked":
    from sayso.annotate.annotators import annotate  # noqa: PLC0415 - the parser takes seconds to import

    known = {document.id: document for document in batch}
    done = annotate(batch, _model(model))
    return Worked({a.document: annotated(known[a.document], a, team) for a in done.annotations}, done.skipped)
