"""A server of this machine that answers byte by byte as told, and a town of names of which all lead to it.

Names resolve to addresses that look public; only the dialler knows that behind each of them is the local server.
"""

import datetime as dt
import socketserver
import threading
import time
from contextlib import suppress

import httpcore2
import pytest

from sayso.ingest.fetch import Fetcher, FetchSettings, Refused, World

PUBLIC = "20.30.40.50"
MORNING = dt.datetime(2031, 5, 6, 7, 8, 9, tzinfo=dt.UTC)


class Asked:
    """One question as it arrived."""

    def __init__(self, head):
        first, *lines = head.decode("latin-1").split("\r\n")
        self.method, self.path, _ = first.split(" ", 2)
        self.headers = dict(line.split(": ", 1) for line in lines if line)


class Handler(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self):
        head = b""
        with suppress(OSError):
            while b"\r\n\r\n" not in head:
                if not (more := self.connection.recv(4096)):
                    return
                head += more
            asked = Asked(head.split(b"\r\n\r\n")[0])
            self.server.asked.append(asked)
            page = self.server.pages.get(asked.path)
            if isinstance(page, list):
                page = page.pop(0) if len(page) > 1 else page[0]
            if callable(page):
                page(self.connection)
            else:
                self.connection.sendall(page or b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.asked = {}, []

    @property
    def port(self):
        return self.server_address[1]

    def paths(self):
        return [asked.path for asked in self.asked]

    @staticmethod
    def answer(body=b"", status=200, *headers, length=None):
        """Raw bytes of an answer; `length` lies about its length, False leaves it out."""
        lines = [f"HTTP/1.1 {status} Said So", *headers]
        if length is not False:
            lines.append(f"Content-Length: {len(body) if length is None else length}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + body

    def give(self, path, *args, **kwargs):
        self.pages[path] = self.answer(*args, **kwargs)


class Town:
    """Names, their addresses, and a clock that sleeping moves."""

    def __init__(self, server):
        self.server = server
        self.names, self.dialled, self.slept = {}, [], []
        self.tls, self.chance = None, 1.0
        self.still = False  # whether only sleeping moves the clock
        self._skipped = 0.0

    def resolve(self, host, port):
        found = self.names.get(host, [PUBLIC])
        if isinstance(found, list) and found and isinstance(found[0], list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found

    def dial(self, ip, port, seconds):
        self.dialled.append((ip, port))
        return httpcore2.SyncBackend().connect_tcp("127.0.0.1", self.server.port, seconds)

    def clock(self):
        return (0 if self.still else time.monotonic()) + self._skipped

    def sleep(self, seconds):
        self.slept.append(seconds)
        self._skipped += seconds

    def world(self):
        return World(
            resolve=self.resolve,
            dial=self.dial,
            clock=self.clock,
            sleep=self.sleep,
            now=lambda: MORNING,
            chance=lambda: self.chance,
            tls=self.tls,
        )

    def fetcher(self, validators=None, **settings):
        return Fetcher(FetchSettings(**{"robots": False, "interval": 0} | settings), validators, self.world())

    def get(self, address, **settings):
        with self.fetcher(**settings) as fetcher:
            return fetcher.get(address)

    def refused(self, address, **settings):
        """The refusal that `address` ends with."""
        with pytest.raises(Refused) as caught:
            self.get(address, **settings)
        refused = caught.value
        assert refused.stage == "fetch"
        assert refused.reason
        assert refused.remedy
        return refused


@pytest.fixture
def server():
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()


@pytest.fixture
def town(server):
    return Town(server)
