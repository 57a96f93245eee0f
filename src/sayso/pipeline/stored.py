"""Sources into a store: read here, annotated by processes beside, written here, each document whole or not at all."""

from collections import Counter, deque
from collections.abc import Sequence
from concurrent.futures import Future
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from sayso.config import Settings
from sayso.ingest.arrivals import UNCHANGED, Outcome
from sayso.ingest.fetch import FetchSettings
from sayso.ingest.web import Web
from sayso.model.custody import Arrival
from sayso.model.document import Document, Skipped
from sayso.pipeline.stopwatch import Progress
from sayso.pipeline.stored_arrivals import Delivery, arriving, deliveries
from sayso.pipeline.stored_team import team_of
from sayso.pipeline.stored_workers import NOTHING, Worked, Workers, result_of
from sayso.store.asking import name_of
from sayso.store.cache import annotation_key, has_annotations
from sayso.store.connect import Store
from sayso.store.keeping import keep, keep_skipped, keep_unchanged, no_longer_skipped
from sayso.store.notes import give_receipt, has_receipt, validators
from sayso.store.records import Kept

BATCH = 8  # documents that are annotated in one go
FEW = 24  # so many documents are annotated before other processes would have begun
AHEAD = 3  # batches that wait for each process: it is never idle, and memory stays flat
_UNSET = Settings()
_POLITE = FetchSettings()


class Adding(Struct, frozen=True, kw_only=True):
    """How sources are added: for which story, with which settings, by how many processes.

    `web` says how addresses are fetched, `follow` whether what feeds in files point to is fetched as well.
    """

    story: str | None = None
    settings: Settings = _UNSET
    workers: int = 2
    web: FetchSettings = _POLITE
    follow: bool = False


class Added(Struct, frozen=True, kw_only=True):
    """What became of it: how many documents of which fate, how many sources had not changed, and what was skipped."""

    new: int = 0
    renewed: int = 0
    known: int = 0
    copies: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()

    @property
    def taken(self) -> int:
        """How many documents and sources the store has now or had before."""
        return self.new + self.renewed + self.known + self.copies + self.unchanged


def add(
    store: Store,
    sources: Sequence[str | Path],
    how: Adding,
    progress: Progress | None = None,
) -> Added:
    """Adds files, folders and web addresses to the store; the same again costs a look at their bytes.

    Ended at any point, it may be run again: what is written stays and nothing is written twice. Raises RunError where no
    source is named or the store cannot be written, ConfigurationError for an unknown model.
    """
    adding = _Adding(store, how, progress)
    with Web(how.web, partial(validators, store)) as web:
        arrive = arriving(how.settings.languages, web, partial(name_of, store), follow=how.follow)
        try:
            for delivery in deliveries(sources, arrive, *adding.said, store=store.file):
                adding.take(delivery)
            adding.finish()
        finally:
            adding.workers.close()
    return adding.told()


class _Batch:
    """What arrived in a row, to be written in this order; `waiting` are those documents that need annotations.

    `receipts` are those of the sources that end in it, `opened` the names of those that held others and could be read.
    """

    def __init__(self) -> None:
        self.arrived: list[Outcome] = []
        self.waiting: list[Document] = []
        self.receipts: list[tuple[str, str]] = []
        self.opened: list[str] = []
        self.made: Future[Worked] | None = None

    @property
    def full(self) -> bool:
        return len(self.waiting) >= BATCH or len(self.arrived) >= BATCH**2

    @property
    def ready(self) -> bool:
        """True where it can be written without waiting."""
        return self.made.done() if self.made is not None else not self.waiting


class _Adding:
    """One run of `add`."""

    def __init__(self, store: Store, how: Adding, progress: Progress | None) -> None:
        from sayso import __version__  # noqa: PLC0415 - the package hands on what the rooms offer, this one too

        self.said = (__version__, how.story or "", *how.settings.languages)
        self._store, self._how, self._progress = store, how, progress
        self.workers = Workers(how.workers, how.settings.model)
        self._queue: deque[_Batch] = deque()
        self._batch, self._started = _Batch(), False
        self._fates: Counter[Kept] = Counter()
        self._unchanged, self._skipped = 0, list[Skipped]()

    @cached_property
    def _team(self) -> str:
        """Who annotates; not asked where nothing new arrives."""
        return team_of(self._how.settings.model)

    def take(self, delivery: Delivery) -> None:
        """Reads one source, hands its documents out, and writes what is ready."""
        if self._progress:
            self._progress("add", delivery.done / max(1, delivery.total))
        if delivery.fingerprint is not None and has_receipt(self._store, delivery.fingerprint):
            self._unchanged += 1
            return
        whole = delivery.fingerprint is not None
        names = set()
        for arrival in delivery.arrivals:
            names.add(arrival.path if isinstance(arrival, Skipped) else arrival.original.name)
            whole &= not _unread(arrival)  # what could not be read is looked at and told again the next time
            self._batch.arrived.append(arrival)
            if isinstance(arrival, Arrival) and isinstance(arrival.outcome, Document) and self._is_new(arrival.outcome):
                self._batch.waiting.append(arrival.outcome)
            if self._batch.full:
                self._hand_out()
        if names and delivery.name not in names:
            self._batch.opened.append(delivery.name)
        if whole and delivery.fingerprint is not None:
            self._batch.receipts.append((delivery.fingerprint, delivery.name))

    def _is_new(self, document: Document) -> bool:
        return not has_annotations(self._store, annotation_key(document, self._team))

    def finish(self) -> None:
        """Waits for what is under way and writes it."""
        self._hand_out()
        while self._queue:
            self._write(self._queue.popleft())

    def told(self) -> Added:
        """The sum."""
        fates = self._fates
        return Added(
            new=fates[Kept.NEW], renewed=fates[Kept.RENEWED], known=fates[Kept.KNOWN], copies=fates[Kept.COPY],
            unchanged=self._unchanged, skipped=tuple(sorted(self._skipped, key=lambda s: (s.path, s.reason))),
        )  # fmt: skip

    def _hand_out(self) -> None:
        """Closes the batch; the processes start where there is work for them."""
        self._queue.append(self._batch)
        if self._started:
            self._submit(self._batch)
        elif sum(len(batch.waiting) for batch in self._queue) > FEW:
            self._started = True
            self.workers.start()
            for batch in self._queue:
                self._submit(batch)
        self._batch = _Batch()
        while self._queue and (self._queue[0].ready or len(self._queue) > max(1, self._how.workers) * AHEAD):
            self._write(self._queue.popleft())

    def _submit(self, batch: _Batch) -> None:
        if batch.waiting:
            batch.made = self.workers.submit(batch.waiting, self._team)

    def _write(self, batch: _Batch) -> None:
        if batch.made is None:
            self._submit(batch)
        made = NOTHING if batch.made is None else result_of(batch.made)
        self._skipped += made.skipped
        for arrival in batch.arrived:
            if isinstance(arrival, Skipped) and arrival.reason == UNCHANGED:
                keep_unchanged(self._store, arrival.path, self._how.story)
                self._unchanged += 1
                continue
            if _unread(arrival):
                self._skipped.append(arrival if isinstance(arrival, Skipped) else arrival.outcome)  # type: ignore[arg-type]
            if isinstance(arrival, Skipped):
                keep_skipped(self._store, arrival, self._how.story)
            else:
                annotations = made.annotated.get(arrival.outcome.id) if isinstance(arrival.outcome, Document) else None
                kept = keep(self._store, arrival, annotations, self._how.story)
                self._fates[Kept.SKIPPED if _unread(arrival) else kept] += 1
        for name in batch.opened:
            no_longer_skipped(self._store, name, self._how.story)
        for receipt in batch.receipts:
            give_receipt(self._store, *receipt)


def _unread(arrival: Outcome) -> bool:
    """True for what could not be read; bytes that are known from elsewhere could be."""
    return isinstance(arrival, Skipped) or (isinstance(arrival.outcome, Skipped) and arrival.same_as is None)
