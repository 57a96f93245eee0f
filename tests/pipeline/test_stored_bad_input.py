"""Everything that a web can do to whoever adds it, at once and to the end: what is whole is kept, the rest is told."""

import gzip
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from sayso.ingest.fetch import FetchSettings
from sayso.pipeline.stored import Adding, add
from sayso.store import asking
from sayso.store.checking import check
from sayso.store.connect import open_store
from sayso.store.keeping import keep
from tests.ingest import made
from tests.ingest.fetch.conftest import Server
from tests.store.contract import contents
from tests.store.material import arrival

POLITE = FetchSettings(
    allow_private=True, robots=False, interval=0, backoff=0, attempts=1, total=3, idle=1.5, size=300_000, longest_wait=5
)
HTML = "Content-Type: text/html"


def page(n):
    return made.PAGE.replace(b"Monday", b"Monday the %dth" % n)


def without_end(piece, pause=0.0):
    def send(connection):
        with suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            for _ in range(2000):
                connection.sendall(piece)
                time.sleep(pause)

    return send


def feed(*items, encoding="utf-8", claimed=None):
    head = f'<?xml version="1.0" encoding="{claimed or encoding}"?><rss version="2.0"><channel><title>Hill</title>'
    return (head + "".join(items) + "</channel></rss>").encode(encoding)


def entry(n, text):
    body = f"{text} " * 6
    return f"<item><title>No {n}</title><link>https://hill.example/{n}</link><description>{body * 4}</description></item>"


TEXT = "The café at Tolm, the mayor said on Tuesday, has been closed since the river rose above the old mark."


def fill(server):
    """Every case of the table below, under an address of its own."""
    give = server.give
    give("/good", page(1), 200, HTML)
    for n in range(5):
        give(f"/same/{n}", page(2), 200, HTML)
    server.pages["/slow"] = without_end(b"x", 0.05)
    server.pages["/silent"] = lambda connection: time.sleep(4)
    server.pages["/endless"] = without_end(b"x" * 65_536)
    give("/huge", b"", 200, HTML, length=10**12)
    give("/bomb", gzip.compress(b" " * 40_000_000), 200, HTML, "Content-Encoding: gzip")
    give("/bomb.zip", made.zipped({"a.txt": b" " * 250_000_000}), 200, "Content-Type: application/zip")
    give("/broken.xml", feed(entry(1, TEXT), entry(2, TEXT))[:-60], 200, "Content-Type: application/rss+xml")
    give(
        "/lying.xml", feed(entry(3, TEXT), encoding="cp1252", claimed="utf-8"), 200, "Content-Type: text/xml; charset=utf-8"
    )
    wrong = page(3).decode().replace("Ann Poe", "Zoë Poe").encode("cp1252")
    give("/wrong", wrong, 200, HTML + "; charset=utf-8")
    give("/loop", b"", 302, "Location: /loop2")
    give("/loop2", b"", 302, "Location: /loop")
    give("/forbidden", b"", 403)
    give("/gone", b"", 410)
    give("/busy", b"", 429, "Retry-After: 86400")
    give("/later", page(4), 200, HTML)
    give(
        "/cut.warc.gz",
        made.warc(made.BRIDGE, ("https://hill.example/2", page(5), {}))[:-900],
        200,
        "Content-Type: application/warc",
    )
    give("/scan.pdf", made.pdf([[], []]), 200, "Content-Type: application/pdf")
    give("/picture", b"\x89PNG\r\n\x1a\n" + bytes(99), 200, "Content-Type: image/png")
    give("/empty", b"", 200, HTML)


TOLD = {
    "slow": "the answer took longer than 3 seconds",
    "silent": "the server sent nothing for 1.5 seconds",
    "endless": "the answer is larger than 300,000 bytes",
    "huge": "the answer is larger than 300,000 bytes",
    "bomb": "the answer is packed and comes to more than 300,000 bytes",
    "bomb.zip": "unpack to more than",
    "broken.xml": "its XML breaks in line",
    "loop": "redirects lead in a circle",
    "loop2": "redirects lead in a circle",
    "forbidden": "the server does not let us have it (403)",
    "gone": "the page was taken away for good (410)",
    "busy": "asked too often (429): localhost asks to be left alone for another 24 hours",
    "later": "localhost asks to be left alone for another 24 hours, as it said at http://localhost",
    "cut.warc.gz": "breaks off",
    "scan.pdf": "pictures of pages, and no text",
    "picture": "files of the kind image/png are not read",
    "empty": "the file is empty",
}


@pytest.fixture
def server():
    with Server() as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        fill(running)
        yield running
        running.shutdown()


def addresses(server):
    for path in server.pages:
        host = (
            "localhost" if path in {"/busy", "/later"} else "127.0.0.1"
        )  # one host, silent for a day, must not stop the rest
        yield f"http://{host}:{server.port}{path}"


def test_whatever_is_served_is_kept_or_told(server, tmp_path):
    with open_store(tmp_path / "s.db", create=True) as store:
        added = add(store, list(addresses(server)), Adding(story="bridge", web=POLITE, workers=1))
        told = {s.path.partition(f":{server.port}/")[2].partition("#")[0]: s for s in added.skipped}
        assert set(told) == set(TOLD)
        for name, words in TOLD.items():
            assert words in told[name].reason, name
            assert told[name].remedy, name
        # Good, the five as one, the whole entry of the torn feed, the lying feed, the wrong page, the whole record.
        assert (added.new, added.copies) == (6, 4)
        assert sum("The café at Tolm" in d.text for d in asking.documents(store)) == 2
        assert "Zoë Poe" in {a for d in asking.documents(store) for a in d.authors}
        assert check(store).problems == ()
        before = contents(store)
        again = add(store, list(addresses(server)), Adding(story="bridge", web=POLITE, workers=1))
        assert again.new == 0
        assert set(contents(store)["documents"]) == set(before["documents"])


FILLING = """
import resource, sys
from sayso.store.connect import open_store
from sayso.store.keeping import keep
from sayso.errors import RunError
from tests.store.material import arrival
if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
    with open_store(sys.argv[1], create=True) as store:
        for n in range(1000):
            try:
                keep(store, arrival(f"Report {n}: " + " ".join(str(hash((n, k))) for k in range(2000)), f"/{n:03}.txt"))
            except RunError as error:
                sys.exit(f"{n} {error}")
"""


def test_a_file_that_may_not_grow_loses_nothing_that_was_written(tmp_path):
    """The file system refuses in the midst of writing, as it does where a disk is full."""
    place = tmp_path / "s.db"
    open_store(place, create=True).close()
    limit = place.stat().st_size + 1_000_000
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(Path.cwd()), *sys.path])),
        "PYTHONHASHSEED": "0",
    }
    ended = subprocess.run(
        [sys.executable, "-c", FILLING, place, str(limit)], env=environment, check=False, capture_output=True, text=True
    )
    written, _, told = ended.stderr.strip().partition(" ")
    assert "the disk" in told, ended.stderr
    assert 0 < int(written) < 1000
    with open_store(place) as store:
        assert len(asking.listed(store)) == int(written)
        assert check(store).problems == ()
        keep(store, arrival("There is room again.", "/last.txt"))
        assert len(asking.listed(store)) == int(written) + 1
