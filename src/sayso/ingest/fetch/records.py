"""What a fetch gives back."""

from msgspec import Struct


class Redirect(Struct, frozen=True):
    """One step on the way: `source` answered with `status` and sent on to `target`."""

    status: int
    source: str
    target: str

    @property
    def downgrade(self) -> bool:
        """Whether an encrypted way went on unencrypted."""
        return self.source.startswith("https:") and self.target.startswith("http:")


class Fetched(Struct, frozen=True, kw_only=True):
    """The bytes of one address as they were served, transfer and content encodings undone, characters untouched.

    `asked` is the address that was asked for, in the form in which it was sent; `address` is where the bytes came from,
    after `redirects`. `media_type` is the bare type in lower case, None where none was told. `headers` are those of the
    last answer, with the names as the server wrote them, without cookies. `collected` is the moment at which that answer
    began, in ISO 8601, UTC.
    """

    data: bytes
    asked: str
    address: str
    status: int
    media_type: str | None
    headers: tuple[tuple[str, str], ...]
    collected: str
    redirects: tuple[Redirect, ...] = ()

    @property
    def downgraded(self) -> bool:
        """Whether a redirect led from https to http: the bytes may have been changed on the way."""
        return any(redirect.downgrade for redirect in self.redirects)

    def header(self, name: str) -> str | None:
        """The first header `name`, in whatever case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)
