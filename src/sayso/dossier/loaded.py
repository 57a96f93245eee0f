"""Words that judge, counted by outlet and by whom they are said of, quotation told apart from the outlet's own voice.

A word is said of an entity where it stands in what the text calls it ("the regime in …"), right before or after its name
("strongman Tal", "the Tal regime"), where it is the word of saying over what the entity says ("Tal claimed"), or where it is
the verb of what the entity does. Without such a tie it is counted for the outlet alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.dossier.lexicon import lexicon
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.dossier_reading import LoadedUse, LoadedWord
from sayso.model.enums import CountryForm, LoadedSort, MentionKind, QuoteKind
from sayso.model.mention import Resolution

_MARKS = re.compile(r'"[^"\n]{2,600}"|“[^”\n]{2,600}”|«[^»\n]{2,600}»|(?<!\w)‘[^’\n]{2,200}’(?!\w)')
_PLAIN_CLAIM = re.compile(
    r"\s+(?:\w+\s+)?(?:responsibility|credit|lives|victims|victory|asylum|benefits|compensation|damages)\b", re.I
)
_FILED = re.compile(r"\b(?:insurance|compensation|damages|asylum|benefit|legal|file[ds]?|pay|paid|settle\w*)\s+$", re.I)
_LET_IN = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ )?$", re.I)
_VERB_BEFORE = re.compile(r"\b(?:to|will|would|could|can|may|might|must|should|not|they|who|that|and|or|did|do)\s+$", re.I)
_DUE = re.compile(r"\s+to\b")
_BEFORE_NAME = re.compile(r"\s+")
_AFTER_NAME = re.compile(r"['’]s(?:\s+[a-z]+)?\s+|\s+")
_HANGING = re.compile(
    r"\b(?:of|to|for|with|by|from|in|on|at|against|near|after|before|about|over|under|who|which|that)\b", re.I
)
_SENTENCE_END = re.compile(r"(?:^|[.!?\n:\"“”«»‘’(—–-])\s*$")
_NAMING = frozenset({LoadedSort.DISPARAGING, LoadedSort.HONOURING, LoadedSort.DOUBTING})
_SHORT_NAME = 3


def loaded_words(
    annotations: Sequence[Annotations], resolution: Resolution, documents: Sequence[Document]
) -> tuple[LoadedWord, ...]:
    """The words of `loaded.toml` in the bodies of the documents, by outlet, most used first, each with its places."""
    known = {a.document: a for a in annotations}
    uses: dict[tuple[str, str, LoadedSort, str | None], list[LoadedUse]] = {}
    for document in sorted(documents, key=lambda d: d.id):
        found = known.get(document.id)
        if found is None:
            continue
        ties = _Ties(document, found, resolution.of)
        for word, sort, use in _uses(document, found):
            uses.setdefault((document.publisher, word, sort, ties.of(use, word, sort)), []).append(use)
    words = [_counted(*key, tuple(places)) for key, places in uses.items()]
    return tuple(sorted(words, key=lambda w: (w.outlet.casefold(), w.outlet, -len(w.uses), w.word, w.entity or "")))


def _counted(outlet: str, word: str, sort: LoadedSort, entity: str | None, uses: tuple[LoadedUse, ...]) -> LoadedWord:
    quoted = sum(u.quoted for u in uses)
    return LoadedWord(
        outlet=outlet, word=word, sort=sort, entity=entity, own=len(uses) - quoted, quoted=quoted, uses=uses,
    )  # fmt: skip


def quoted_spans(document: Document, found: Annotations) -> list[tuple[int, int]]:
    """The stretches of a document that stand in quotation marks or are direct speech, in order, joined where they meet."""
    spans = [m.span() for block in document.blocks for m in _MARKS.finditer(document.text, block.start, block.end)]
    spans += [piece for a in found.attributions if a.kind is QuoteKind.DIRECT for piece in a.content]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """True where one of the ordered spans holds [start, end)."""
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]


def _uses(document: Document, found: Annotations) -> Iterator[tuple[str, LoadedSort, LoadedUse]]:
    table, quoted, text = lexicon(), quoted_spans(document, found), document.text
    for block in document.body:
        for match in table.pattern.finditer(text, block.start, block.end):
            word, sort = table.of(match.group())
            start, end = match.span()
            if _otherwise(word, match.group().casefold(), text[max(0, start - 20) : start], text[end : end + 40]):
                continue
            if match.group()[0].isupper() and not _SENTENCE_END.search(text[max(block.start, start - 4) : start]):
                continue  # part of a name
            yield word, sort, LoadedUse(document=document.id, start=start, end=end, quoted=inside(quoted, start, end))


def _otherwise(word: str, form: str, before: str, after: str) -> bool:
    """True where the word stands in a sense that judges nobody: to claim damages, admitted to hospital, supposed to come."""
    if word == "claim":
        return bool(_PLAIN_CLAIM.match(after) or _FILED.search(before))
    if word == "admit":
        return bool(_LET_IN.search(before))
    if word == "supposed":
        return bool(_DUE.match(after))
    return word == "kill" and form == "kill" and not _VERB_BEFORE.search(before)


class _Ties:
    """Of whom a word of one document is said."""

    def __init__(self, document: Document, found: Annotations, of: Mapping[tuple[str, int, int], str]) -> None:
        self._text = document.text
        self._mentions = [
            (m.start, m.end, m.kind, entity, m.form is CountryForm.ADJECTIVE)
            for m in found.mentions
            if (entity := of.get((document.id, m.start, m.end))) is not None
        ]
        self._said = [(a.cue, a.source) for a in found.attributions if a.cue is not None and a.source is not None]
        self._clauses = found.clauses

    def of(self, use: LoadedUse, word: str, sort: LoadedSort) -> str | None:
        """The entity, None where nothing ties the word to one."""
        if word in lexicon().saying:
            return self._sayer(use) or self._doer(use)
        if sort in _NAMING and (named := self._named(use)) is not None:
            return named
        return self._doer(use)

    def _named(self, use: LoadedUse) -> str | None:
        """The entity of a description around the word, or of a name right beside it."""
        beside: str | None = None
        for start, end, kind, entity, adjective in self._mentions:
            if start > use.end + 30:
                break
            if kind is MentionKind.DESCRIPTION and start <= use.start and use.end <= end:
                return entity
            if kind is not MentionKind.NAME or adjective or end - start < _SHORT_NAME:
                continue
            if use.end < start and _BEFORE_NAME.fullmatch(self._text, use.end, start):
                return entity
            if end < use.start and _AFTER_NAME.fullmatch(self._text, end, use.start):
                beside = entity
        return beside

    def _sayer(self, use: LoadedUse) -> str | None:
        source = next((s for cue, s in self._said if cue.start <= use.start and use.end <= cue.end), None)
        return self._in(source.start, source.end) if source is not None else None

    def _doer(self, use: LoadedUse) -> str | None:
        """The agent of the clause whose verb the word is."""
        for clause in self._clauses:
            if clause.head == use.start:
                agent = next((r for r in clause.roles if r.role == "agent"), None)
                return self._in(agent.start, agent.end) if agent is not None else None
        return None

    def _in(self, start: int, end: int) -> str | None:
        """The entity of the first mention within a stretch, where that is no part of a phrase that hangs on another noun."""
        for a, b, _, entity, adjective in self._mentions:
            if start <= a and b <= end and not adjective:
                return None if _HANGING.search(self._text[start:a]) else entity
        return None
