"""When, from whom and what next: timeline, single origins, outlook; and whether every claim is in its text."""

from collections.abc import Iterator

from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.stories.gold import Anchor, GoldStory, SingleOrigin
from sayso.evaluate.stories.places import Places
from sayso.evaluate.stories.wording import days, same_name, share
from sayso.model.dossier import Dossier
from sayso.model.enums import OriginBasis


class Timeline:
    """The days that the dossier gives to what the anchors tell, by its timeline or by the claim alone."""

    def __init__(self, gold: GoldStory, dossier: Dossier, places: Places) -> None:
        self._places = places
        self._days: dict[str, set[tuple[str, str]]] = {}
        for entry in dossier.timeline:
            for claim in entry.claims:
                self._add(claim, entry.date.start, entry.date.end)
        for c in dossier.claims:
            if c.time is not None:
                self._add(c.id, c.time.start, c.time.end)
        self._items = [(t, self._given(t.text)) for t in gold.timeline]

    def _add(self, claim: str, start: str | None, end: str | None) -> None:
        if start:
            self._days.setdefault(claim, set()).add((start[:10], (end or start)[:10]))

    def _given(self, anchor: Anchor) -> set[tuple[str, str]]:
        return {day for claim in self._places.hits(anchor) for day in self._days.get(claim, ())}

    def score(self) -> Figures:
        """Share of the events whose first and last day are given exactly."""
        return {"timeline_dates": share(sum(days(t.date) in given for t, given in self._items), len(self._items))}

    def faults(self) -> Iterator[Fault]:
        """Events with other days, or none."""
        for t, given in self._items:
            if days(t.date) not in given:
                told = ", ".join("..".join(day) for day in sorted(given)) or "none"
                about = "another day" if given else "no day"
                yield Fault("wrong day", about, t.text[0], f"{t.text[1]!r}: wants {t.date}, told {told}")


class Origins:
    """Findings that all go back to one origin."""

    def __init__(self, gold: GoldStory, dossier: Dossier, places: Places) -> None:
        self._dossier, self._places = dossier, places
        self._items = [(item, self._roots(item)) for item in gold.single_origin]

    def _roots(self, item: SingleOrigin) -> list[list[str]]:
        """The origins of each finding that holds a claim on every side."""
        hits = [self._places.hits(side) for side in item.sides]
        whole = [f for f in self._dossier.findings if all(h & set(f.claims) for h in hits)]
        return [[o.name for o in f.origins if o.basis is not OriginBasis.UNSOURCED] for f in whole]

    def score(self) -> Figures:
        """Share of single origins told as that one and no other."""
        return {"single_origin_accuracy": share(sum(_one(item, roots) for item, roots in self._items), len(self._items))}

    def faults(self) -> Iterator[Fault]:
        """Single origins told otherwise."""
        for item, roots in self._items:
            if not _one(item, roots):
                told = " / ".join(", ".join(names) or "unsourced" for names in roots) or "no finding holds all sides"
                about = "other origins" if roots else "not in one finding"
                document = item.sides[0][0] if item.sides else ""
                yield Fault("wrong origin", about, document, f"{item.id}: wants {item.origin}, told {told}")


class Ahead:
    """What is still to come."""

    def __init__(self, gold: GoldStory, dossier: Dossier, places: Places) -> None:
        told = {claim for item in dossier.outlook for claim in item.claims}
        self._items = [(item.text, bool(places.hits(item.text) & told)) for item in gold.outlook]

    def score(self) -> Figures:
        """Share of what the gold names."""
        return {"outlook_recall": share(sum(found for _, found in self._items), len(self._items))}

    def faults(self) -> Iterator[Fault]:
        """What was not told as still to come."""
        for (document, words), found in self._items:
            if not found:
                yield Fault("not in the outlook", "told otherwise or not at all", document, repr(words))


def _one(item: SingleOrigin, roots: list[list[str]]) -> bool:
    return any(len(names) == 1 and same_name(names[0], item.origin) for names in roots)
