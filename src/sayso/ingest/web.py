"""The web as a source of items: what the fetcher brings, as the readers take it."""

from collections.abc import Callable, Mapping

from sayso.ingest.fetch import Fetched, Fetcher, FetchSettings
from sayso.ingest.items import Item


class Web:
    """Fetches addresses for `arrivals`; a context manager, for one run.

    `validators` gives the headers of an earlier answer by address, so that a page that has not changed is not sent again.
    """

    def __init__(
        self, settings: FetchSettings | None = None, validators: Callable[[str], Mapping[str, str]] | None = None
    ) -> None:
        self._fetcher = Fetcher(settings or FetchSettings(), validators)

    def __enter__(self) -> "Web":
        return self

    def __exit__(self, *raised: object) -> None:
        self._fetcher.close()

    def get(self, address: str) -> Item | None:
        """What the address holds; None where it has not changed. Raises SkipDocument where it cannot be had."""
        fetched = self._fetcher.get(address)
        return None if fetched is None else as_item(fetched)


def as_item(fetched: Fetched) -> Item:
    """An answer of the web as bytes for the readers; it is shown by the address that was asked for."""
    return Item(
        name=fetched.asked, file=fetched.address, source=fetched.asked, data=fetched.data, address=fetched.address,
        media_type=fetched.header("Content-Type") or fetched.media_type, headers=fetched.headers,
        collected=fetched.collected,
    )  # fmt: skip
