"""Articles as JSON: one a line (JSON Lines), or one or a list of them in a file."""

import json
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from sayso.ingest.formats.page_meta import ARTICLES, linked_values
from sayso.ingest.items import Article, Item, Part, article, lines_of, text_of
from sayso.ingest.limits import Limits
from sayso.ingest.meta import meta_from, over
from sayso.ingest.source import Raw, skip

_TEXT_KEYS = ("text", "body", "content", "article", "articlebody")
_KNOWN = "title, publisher, authors, date, modified, url, language"


class JsonLines:
    """JSON Lines; `file.jsonl#3` names the third line, unless the file holds but one."""

    name: ClassVar[str] = "sayso.jsonl"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".jsonl", ".ndjson"})
    media_types: ClassVar[frozenset[str]] = frozenset(
        {"application/jsonl", "application/x-ndjson", "application/x-jsonlines"}
    )
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """Only its name tells it from a broken record."""
        return item.suffix in self.suffixes or item.kind in self.media_types

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """The lines that hold anything, read one by one; the first waits for a second, which decides how they are called."""
        waiting: tuple[int, bytes] | None = None
        several = False
        for number, line in lines_of(item, limits):
            several = waiting is not None
            if waiting:
                yield _line(item.part(f"{item.name}#{waiting[0]}", waiting[1]), limits)
            waiting = number, line
        if waiting is None:
            raise skip("the file is empty", "check that it was saved whole, or remove it")
        yield _line(item.part(f"{item.name}#{waiting[0]}" if several else item.name, waiting[1]), limits)


class Json:
    """A file of one record, or of a list of records, with the keys of a line of JSON Lines or of schema.org."""

    name: ClassVar[str] = "sayso.json"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".json", ".jsonld"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/json", "application/ld+json"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """Any other JSON is asked before: this one takes what is called so."""
        return (item.suffix in self.suffixes or item.kind in self.media_types) and item.opening[:1] in ("{", "[")

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """The records of a list, each as bytes of its own; a single one with the bytes of the file."""
        item = item.loaded(limits)
        data = load_json(text_of(item), "the file")
        if not isinstance(data, list):
            yield Article(item, record_of(data, "the file"))
            return
        for number, record in enumerate(data[: limits.members], 1):
            yield article(item.part(f"{item.name}#{number}", dump_json(record)), partial(record_of, record, "the record"))


def read_record(line: str) -> Raw:
    """The article of one line; raises SkipDocument with the column where the line is no JSON."""
    return record_of(load_json(line, "the line"), "the line")


def load_json(text: str, what: str) -> object:
    """The value of a text; raises SkipDocument with line and column where it is no JSON."""
    try:
        data: object = json.loads(text.lstrip("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if what == "the line" else f"line {error.lineno}, column {error.colno}"
        raise skip(f"{what} is not valid JSON: {error.msg} at {where}", f"mend or remove {what}") from error
    except (RecursionError, ValueError) as error:
        raise skip(f"{what} is JSON nested too deep, or with numbers too long", f"mend or remove {what}") from error
    return data


def dump_json(record: object) -> bytes:
    """A record as bytes; what UTF-8 cannot hold is shown as a question mark."""
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")


def record_of(record: object, what: str) -> Raw:
    """The article of a record; raises SkipDocument where it has no text."""
    if not isinstance(record, dict):
        raise skip(f"{what} holds no JSON object", f'write {{"text": "…"}} and, where known, {_KNOWN}')
    values = {str(k).lower(): v for k, v in record.items()}
    text = next((values[k] for k in _TEXT_KEYS if values.get(k)), None)
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n\n".join(text)  # paragraphs as a list
    if not isinstance(text, str):
        raise skip(f"{what} has no text", "give the article under the key `text`")
    meta = meta_from(values, "record")
    if str(record.get("@type", "")).lower().endswith(ARTICLES):
        meta = over(meta, meta_from(linked_values(record), "record"))
    return Raw(((text, None),), meta)


def _line(item: Item, limits: Limits) -> Article:
    return article(item, lambda: read_record(text_of(item.loaded(limits))))
