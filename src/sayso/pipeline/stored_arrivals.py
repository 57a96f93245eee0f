"""What is named → what arrives of it, source by source, with a fingerprint by which an unchanged source is known again."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sayso.errors import RunError
from sayso.ingest import Fetching, Options, arrivals
from sayso.ingest.arrivals import Outcome, foreign, is_address, is_foreign
from sayso.ingest.walk import SIDECAR, files

Arriving = Callable[[Sequence[str | Path]], Iterator[Outcome]]
_CHUNK = 1 << 20


class Delivery(Struct, frozen=True):
    """One source: its name, what arrives of it, its fingerprint (None where it has none), and its place in the run."""

    name: str
    arrivals: Iterator[Outcome]
    fingerprint: str | None
    done: int
    total: int


def deliveries(
    sources: Sequence[str | Path], arriving: Arriving, *said: str, store: Path | None = None
) -> Iterator[Delivery]:  # fmt: skip
    """Every file under the sources, by whole path, then every web address; what cannot be walked comes first.

    `store` is the file of the store, which is no input to itself where it lies among them. `said` is what else
    an unchanged source depends on. Raises RunError where no source is named.
    """
    if not sources:
        raise RunError("store", "no source was named", "name files or folders")
    pages = sorted({str(s) for s in sources if is_address(s)})
    found, problems = files([Path(s).absolute() for s in sources if not is_address(s) and not is_foreign(s)])
    own = {f"{store.absolute()}{suffix}" for suffix in ("", "-wal", "-shm", "-journal")} if store else set[str]()
    problems = [p for p in problems if p.path not in own]
    problems += [foreign(s) for s in sources if is_foreign(s)]
    total = len(found) + len(pages)
    if problems:
        yield Delivery("", iter(problems), None, 0, total)
    for done, file in enumerate(found):
        yield Delivery(str(file), arriving([file]), fingerprint(file, *said), done, total)
    for done, page in enumerate(pages, len(found)):
        yield Delivery(page, arriving([page]), None, done, total)


def fingerprint(file: Path, *said: str) -> str | None:
    """The hash of a file's name and bytes and those of its sidecar; None where they cannot be read."""
    digest = hashlib.sha256("\x1f".join([str(file), *said]).encode("utf-8", "surrogateescape"))
    try:
        for part in (file, file.with_name(file.stem + SIDECAR)):
            digest.update(b"\x1f")
            if part.is_file():
                with part.open("rb") as stream:
                    while chunk := stream.read(_CHUNK):
                        digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def arriving(
    languages: Sequence[str],
    fetcher: Fetching | None = None,
    known: Callable[[str], str | None] | None = None,
    *,
    follow: bool = False,
) -> Arriving:
    """What arrives of files, and with a fetcher of web addresses; `follow` fetches what feeds in files point to as well.

    `known` gives the name under which bytes of a hash are kept; it is asked for pages only, since a file may have a new
    sidecar.
    """

    def arrive(sources: Sequence[str | Path]) -> Iterator[Outcome]:
        web = all(is_address(s) for s in sources)
        options = Options(known=known if web else None)
        return arrivals(sources, fetcher if web or follow else None, languages=frozenset(languages), options=options)

    return arrive
