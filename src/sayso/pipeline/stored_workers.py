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
from typing import NamedTuple

from spacy.language import Language

from sayso.annotate.annotators import annotate
from sayso.annotate.parse import load_model
from sayso.errors import RunError
from sayso.model.document import Document, Skipped
from sayso.store.cache import annotated
from sayso.store.records import Annotated

Batch = Sequence[Document]


class Worked(NamedTuple):
    """Annotations by the id of their document, and which documents could not be annotated."""

    annotated: Mapping[str, Annotated]
    skipped: tuple[Skipped, ...]


NOTHING = Worked({}, ())


class Workers:
    """Processes that annotate; `close` ends them. A number below 2 works in this process alone."""

    def __init__(self, number: int, model: str, team: str) -> None:
        self._number, self._model, self._team = number, model, team
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Starts the processes, which load their model meanwhile."""
        if self._number > 1 and self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._number, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(self._model,)
            )

    def submit(self, batch: Batch) -> "Future[Worked]":
        """The annotations of some documents, in order, when they are ready; at once where no process was started."""
        if self._pool is not None:
            return self._pool.submit(_work, batch, self._model, self._team)
        done: Future[Worked] = Future()
        done.set_result(_work(batch, self._model, self._team))
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
def _model(name: str) -> Language:
    return load_model(name)


def _work(batch: Batch, model: str, team: str) -> "Worked":
    known = {document.id: document for document in batch}
    done = annotate(batch, _model(model))
    return Worked({a.document: annotated(known[a.document], a, team) for a in done.annotations}, done.skipped)
