"""Who publishes: what is stated, else the host of the address, else the name of the file."""

import re
from pathlib import PurePath
from urllib.parse import urlsplit

_HOST_PREFIX = re.compile(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)")
_HASH = r"(?=[0-9a-f]*\d)[0-9a-f]{8,}"
_TOKEN = rf"(?:\d+|{_HASH})"
_ONLY_TOKEN = re.compile(_TOKEN, re.IGNORECASE)
_LEADING = re.compile(rf"^(?:{_TOKEN}[_\-. ]+)+", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:[_\-. ]+{_TOKEN})+$", re.IGNORECASE)


def publisher_of(stated: str | None, url: str | None, path: str) -> str:
    """The publisher's name; never empty. Files that are all number and hash keep what tells them apart."""
    return stated or host_of(url) or _file_name(path) or path


def host_of(url: str | None) -> str | None:
    """The host of an address without `www` and its like; None where there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:  # an address with broken brackets
        return None
    return _HOST_PREFIX.sub("", host) if host and "." in host else None


def _file_name(path: str) -> str:
    stem = PurePath(path).stem
    name = _TRAILING.sub("", _LEADING.sub("", stem))
    if _ONLY_TOKEN.fullmatch(name):  # nothing but numbers and hashes: the shortest part that tells files apart
        name = re.sub(rf"[_\-. ]+{_HASH}$", "", stem, flags=re.IGNORECASE)
    return name
