"""Which things of two lists are the same: best pairs first, each thing once, the same whichever list comes first."""

import unicodedata
from collections.abc import Iterable, Mapping, Set

Candidate = tuple[float, str, str]  # score, id in the old list, id in the new one


def pair(candidates: Iterable[Candidate]) -> dict[str, str]:
    """New ids by old ids: the best candidates first, each id once; ties go by the ids, whichever of them is the old one."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, old, new in sorted(candidates, key=lambda c: (-c[0], min(c[1], c[2]), max(c[1], c[2]))):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def overlap(old: Mapping[str, Set[str]], new: Mapping[str, Set[str]]) -> Iterable[Candidate]:
    """Every pair of sets that share a member, scored by what they share of all they hold (Jaccard).

    Members must go by one name in both lists, and those that one list alone has must be left out: a thing that grew keeps
    its likeness. Where two pairs are alike in share, the larger common part counts more.
    """
    holding: dict[str, list[str]] = {}
    for name, members in new.items():
        for member in members:
            holding.setdefault(member, []).append(name)
    for name, members in old.items():
        for other in {o for m in members for o in holding.get(m, ())}:
            common = len(members & new[other])
            yield common / len(members | new[other]) + common * 1e-6, name, other


def folded(text: str | None) -> str:
    """Letters and digits alone, without case and accents: what survives another scrape."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())
