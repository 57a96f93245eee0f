"""What every annotator must keep, as tests to inherit: `class TestMine(AnnotatorConformance): annotator = Mine()`.

Run by pytest. Besides the texts here, a subclass may name `texts` of its own that its annotator finds something in.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from spacy.language import Language

from sayso.annotate.annotator import Annotator, Found, stretches
from sayso.annotate.annotators import annotate_one
from sayso.annotate.parse import Parsed, load_model, parse
from sayso.annotate.team import installed, ordered
from sayso.model.annotations import Annotations, Layer
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind

NEWS = (
    "The ferry left Orbost at 6.40 p.m. on Tuesday, 3 March, with 212 people aboard, the harbour master said.",
    "“We counted at least nine boats,” Ilse Navratil told the Lantern. “They turned back.” She would not say why.",
    "According to two officials, the mill may reopen next week; its owner denied that it had ever closed.",
    "Prices rose by 4.5 per cent to €1,200 a tonne between May and July, up from about €900 in 2019.",
)
ODD = (
    "", " ", "\u00a0\u2003", "\x00\x07", "“", "”””",
    "«“ ' \" ‘„", "“He said that “she said” that", "said", "said said said.",
    "\u202eabc\u202c 12 March", "e\u0301t\u00e9 \U0001f642 17 \u200d\U0001f469", "A" * 4000, "12" * 400, "( [ { 5",
    "1,2,3.4.5/6-7", "Mr. Mr. Mr.", "ID 4-7-B (F-35) v2.0.1 3:2 10.0.0.1", "On On On Monday Monday", "he she it they",
    "Ada Moor is author of The Harvest.", "... --- !!! ???", "%%% $ € 5$€%",
)  # fmt: skip


@cache
def _model() -> Language:
    return load_model()


def document(texts: Sequence[str], name: str = "d") -> Document:
    """A document of one paragraph a text."""
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(at, at + len(text), BlockKind.PARAGRAPH))
        at += len(text) + 2
    return Document(id=name, sha256="", text="\n\n".join(texts), blocks=tuple(blocks), publisher="The Lantern")


class AnnotatorConformance:
    """The tests; a subclass names the `annotator`."""

    annotator: ClassVar[Annotator]
    texts: ClassVar[Sequence[str]] = ()

    def test_it_declares_itself(self) -> None:
        """Name, version, layers read and layer written are words, and it does not read what it writes."""
        a = self.annotator
        assert a.name.strip() and a.version.strip() and a.writes.strip()
        assert all(layer.strip() for layer in a.reads)
        assert a.writes not in a.reads

    def test_it_finds_its_place_among_the_others(self) -> None:
        """With the installed annotators it makes an order in which all that it reads is written before."""
        team = self._team()
        place = [a.name for a in team].index(self.annotator.name)
        assert self.annotator.reads <= {a.writes for a in team[:place]}

    def test_it_finds_something(self) -> None:
        """At least one text makes it write."""
        assert any(self._items(self._annotations((text,))) for text in (*self.texts, *NEWS))

    def test_odd_text_never_raises(self) -> None:
        """Empty, broken, mixed and endless text is read like any other."""
        for text in ODD:
            self._annotations((text,))
        self._annotations(ODD)

    def test_every_offset_is_exact(self) -> None:
        """Stretches lie in the text, and the words that an item repeats are those characters."""
        for texts in ((*self.texts, *NEWS), ODD):
            text = document(texts).text
            for item in self._items(self._annotations(texts)):
                for start, end in stretches(item):
                    assert 0 <= start <= end <= len(text)
                for part in (item, *(getattr(item, name, None) for name in ("source", "cue", "recipient"))):
                    if getattr(part, "text", None) is not None:
                        assert text[part.start : part.end] == part.text

    def test_items_are_ordered(self) -> None:
        """Each item begins no earlier than the one before."""
        found = [min(stretches(i)) for i in self._items(self._annotations((*self.texts, *NEWS))) if stretches(i)]
        if self.annotator.writes != Layer.ATTRIBUTIONS:  # parents stand before what they hold
            assert [start for start, _ in found] == sorted(start for start, _ in found)

    def test_what_holds_stands_before_what_it_holds(self) -> None:
        """The parent of an attribution has a lower index."""
        for texts in ((*self.texts, *NEWS), ODD):
            for n, item in enumerate(self._items(self._annotations(texts))):
                parent = getattr(item, "parent", None)
                assert parent is None or 0 <= parent < n

    def test_the_same_text_gives_the_same(self) -> None:
        """Neither an earlier document nor a second reading changes anything."""
        texts = (*self.texts, *NEWS)
        before = self._annotations(texts)
        self._annotations(("Another text of 7 March, he said.",))
        assert self._items(self._annotations(texts)) == self._items(before)

    def test_the_parse_is_left_as_it_was(self) -> None:
        """An annotator writes its layer and nothing else."""
        parsed = self._parsed((*self.texts, *NEWS))
        before = [part.doc.to_bytes(exclude=["user_data"]) for part in parsed.parts]
        self._read(parsed)
        assert [part.doc.to_bytes(exclude=["user_data"]) for part in parsed.parts] == before

    def _team(self) -> tuple[Annotator, ...]:
        team = installed()
        if any(a.name == self.annotator.name for a in team):  # what an installed one replaces is gone already
            return tuple(self.annotator if a.name == self.annotator.name else a for a in team)
        return ordered([*team, self.annotator])

    def _parsed(self, texts: Sequence[str]) -> Parsed:
        return next(iter(parse([document(texts)], _model())))

    def _annotations(self, texts: Sequence[str]) -> Annotations:
        return annotate_one(self._parsed(texts), self._team())

    def _read(self, parsed: Parsed) -> Sequence[Any]:
        done = annotate_one(parsed, self._team())
        layers = {layer.value: getattr(done, layer) for layer in Layer} | dict(done.notes)
        return self.annotator.annotate(parsed, Found(self.annotator.name, {n: layers[n] for n in self.annotator.reads}))

    def _items(self, found: Annotations) -> Sequence[Any]:
        own = {layer.value for layer in Layer}
        items: Sequence[Any] = (
            getattr(found, self.annotator.writes) if self.annotator.writes in own else found.notes[self.annotator.writes]
        )
        return items
