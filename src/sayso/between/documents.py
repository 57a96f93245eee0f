"""Which document of one dossier is which of another, scraped anew or edited."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from sayso.between.pairing import Candidate, folded, pair
from sayso.model.dossier_texts import DossierDocument

RUN = 3  # words of a run by which texts are set side by side
TITLED = 0.1  # likeness from which texts of one outlet under one title are one article
UNTITLED = 0.5  # likeness from which texts of one outlet are one article
RENAMED = 0.9  # likeness from which one file is one article though its outlet is called otherwise
_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|ref|src|cmpid)=[^&]*", re.I)
_BEFORE_HOST = re.compile(r"^\w+://(?:www\.|m\.|amp\.)?", re.I)


def match_documents(old: Sequence[DossierDocument], new: Sequence[DossierDocument]) -> dict[str, str]:
    """New ids by old ids: the same bytes, else the same address, else one outlet with one title or nearly one text."""
    same = {d.id for d in old} & {d.id for d in new}
    found = {name: name for name in same}
    rest = [d for d in old if d.id not in same], [d for d in new if d.id not in same]
    return found | pair(_alike(*rest))


def address(url: str | None) -> str:
    """An address without what changes from visit to visit: scheme, www, tracking, fragment, closing slash."""
    bare = _BEFORE_HOST.sub("", (url or "").partition("#")[0])
    path, _, query = bare.partition("?")
    kept = _TRACKING.sub("", query).strip("&")
    return path.rstrip("/").casefold() + (f"?{kept}" if kept else "")


def _alike(old: Sequence[DossierDocument], new: Sequence[DossierDocument]) -> Iterator[Candidate]:
    runs = {d.id: _runs(d.text) for d in (*old, *new)}
    for a in old:
        for b in new:
            where = address(a.url)
            if where and where == address(b.url):
                yield 3 + _likeness(runs[a.id], runs[b.id]), a.id, b.id
                continue
            outlet = folded(a.publisher) == folded(b.publisher)
            if not outlet and not _same_file(a, b):
                continue
            like = _likeness(runs[a.id], runs[b.id])
            titled = bool(a.title) and folded(a.title) == folded(b.title)
            if like >= (RENAMED if not outlet else TITLED if titled else UNTITLED):
                yield int(titled) + like, a.id, b.id


def _same_file(a: DossierDocument, b: DossierDocument) -> bool:
    return bool(a.path and b.path) and PurePosixPath(a.path or "").name == PurePosixPath(b.path or "").name


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = folded(text).split()
    return frozenset(tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1)))


def _likeness(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """Share of runs of words in common (Dice)."""
    return 2 * len(a & b) / ((len(a) + len(b)) or 1)
