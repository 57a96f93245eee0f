"""Front matter and sidecars: YAML, every scalar read as the text it was written as."""

import re

import yaml
from frontmatter.default_handlers import YAMLHandler

from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.source import skip

_HANDLER = YAMLHandler()
_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?: +(?P<value>.*?))? *")
_LONGEST = 50_000  # characters of YAML; nobody writes more about one article


def split_front(text: str) -> tuple[Meta, str]:
    """The metadata before a text, and the text; raises SkipDocument where the front matter is broken."""
    start = text.lstrip("\ufeff\r\n ")
    if not _HANDLER.detect(start):
        return Meta(), text
    try:
        written, body = _HANDLER.split(start)
    except ValueError:  # a rule at the top of the page, and no second one
        return Meta(), text
    values = _load(written, "the front matter", 0)
    return (meta_from(values, "front matter"), body) if isinstance(values, dict) else (Meta(), text)


def read_sidecar(text: str) -> Meta:
    """The metadata of a sidecar file; raises SkipDocument where it is broken."""
    values = _load(text.lstrip("\ufeff"), "the sidecar", 1)
    if values is None:
        return Meta()
    if not isinstance(values, dict):
        raise skip("the sidecar holds no keys", "write one `key: value` a line in it, or remove it")
    return meta_from(values, "sidecar")


def _load(written: str, what: str, first: int) -> object:
    """The value of a YAML text whose line 0 is line `first` of its file."""
    remedy = f"mend {what}, or remove it"
    if len(written) > _LONGEST:
        raise skip(f"{what} is longer than {_LONGEST} characters", remedy)
    try:
        # BaseLoader builds nothing but texts, lists and mappings: safe, and a date keeps its zone as written.
        return _HANDLER.load(written, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        if (plain := _plain_lines(written)) is not None:
            return plain
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + max(first, 1)}" if mark else "an unknown line"
        raise skip(
            f"{what} is not valid YAML: {error.problem or 'syntax error'} in {where}", f"mend {where}, or remove {what}"
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:  # bad characters, deep nesting, odd keys
        raise skip(f"{what} is not valid YAML: {str(error).splitlines()[0][:120]}", remedy) from error


def _plain_lines(written: str) -> dict[str, str] | None:
    """What lines `key: value` say, where there are only such lines; None where there are others, or a key stands twice.

    Scrapers write titles as they find them: `title: Fire: what we know` and `title: "No" wins` are no YAML, yet plain.
    """
    found: dict[str, str] = {}
    for line in written.splitlines():
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match is None or match["key"] in found:
            return None
        value = match["value"] or ""
        enclosed = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]
        found[match["key"]] = value[1:-1] if enclosed else value
    return found or None
