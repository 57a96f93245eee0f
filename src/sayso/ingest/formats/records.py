"""JSON Lines: one article a line."""

import json

from sayso.ingest.formats.front import split_front
from sayso.ingest.meta import meta_from
from sayso.ingest.source import Raw, skip

_TEXT_KEYS = ("text", "body", "content", "article")
_KNOWN = "title, publisher, authors, date, modified, url, language"


def read_record(line: str) -> Raw:
    """The article of one line; raises SkipDocument with the column where the line is no JSON."""
    try:
        record = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        raise skip(f"the line is not valid JSON: {error.msg} at column {error.colno}", "mend or remove the line") from error
    except (RecursionError, ValueError) as error:
        raise skip("the line is JSON nested too deep, or with numbers too long", "mend or remove the line") from error
    if not isinstance(record, dict):
        raise skip("the line holds no JSON object", f'write {{"text": "…"}} and, where known, {_KNOWN}')
    values = {str(k).lower(): v for k, v in record.items()}
    text = next((values[k] for k in _TEXT_KEYS if values.get(k)), None)
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n\n".join(text)  # paragraphs as a list
    if not isinstance(text, str):
        raise skip("the line has no text", "give the article under the key `text`")
    return Raw(((text, None),), meta_from(values, "record"))


def read_plain(text: str) -> Raw:
    """A text file, with front matter where it has one."""
    meta, body = split_front(text)
    return Raw(((body, None),), meta)
