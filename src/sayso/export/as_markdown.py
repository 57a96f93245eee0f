"""The dossier's summary as CommonMark with the tables of GitHub Flavored Markdown, every word of a source escaped."""

import re
from collections.abc import Iterable, Sequence

from sayso.export.decisions import LEAD, TITLE, standing
from sayso.export.plain import one_line
from sayso.export.summary import (
    ESTABLISHED,
    QUIET,
    UNBORNE,
    LineShown,
    PageShown,
    SectionShown,
    alone,
    headline,
    sections,
)
from sayso.export.whose_word import OWN, WORD_OF
from sayso.export.words import days
from sayso.model.dossier import Dossier
from sayso.model.dossier_texts import DossierDocument

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!@$^])")
_ADDRESS = re.compile(r"(?i)(www)(\.)|(:)(?=//)")
_OPENING = re.compile(r"^(?:([-+=:])|(\d+)([.)]))")
_PLAIN_ID = re.compile(r"[A-Za-z0-9._-]+")
_PLAIN_TITLE = re.compile(r"[A-Za-z ]+")
_SAFE_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?")


def to_markdown(dossier: Dossier) -> str:
    """Title, contents, one section for each of the briefing, sources under each line, what was skipped, the reports."""
    shown, single = sections(dossier), alone(dossier)
    if shown and not single and ESTABLISHED not in {s.title for s in shown}:
        shown.insert(0, SectionShown(ESTABLISHED, UNBORNE, ()))
    out = [f"# {escaped(dossier.story.title)}", "", escaped(headline(dossier)), ""]
    out += [single, ""] if single else []
    also = [*([TITLE] if dossier.corrections else []), *(["Skipped"] if dossier.skipped else []), "Sources"]
    out += _contents([*(s.title for s in shown), *also])
    for section in shown:
        out += _section(section)
    if not shown and not single:
        out += [QUIET, ""]
    if dossier.corrections:
        decided, undone = standing(dossier)
        rows = [*decided, *([undone] if undone else [])]
        out += [f"## {TITLE}", "", f"*{LEAD}*", "", *(f"- {escaped(row)}" for row in rows), ""]
    if dossier.skipped:
        out += ["## Skipped", ""]
        out += [f"- {escaped(_name(s.path))}: {escaped(s.reason)} ({escaped(s.remedy)})" for s in dossier.skipped]
        out.append("")
    out += ["## Sources", ""]
    out += _table(("Outlet", "Title", "Published", "Where"), (_source(d) for d in dossier.documents))
    return "\n".join(out).rstrip("\n") + "\n"


def write_page(page: PageShown) -> str:
    """A page as Markdown: title, what stands below it, contents, sections."""
    out = [f"# {escaped(page.title)}", ""]
    for line in page.under:
        out += [escaped(line), ""]
    out += _contents([s.title for s in page.sections])
    for section in page.sections:
        out += _section(section)
    return "\n".join(out).rstrip("\n") + "\n"


def _section(section: SectionShown) -> list[str]:
    out = [f"## {escaped(section.title)}", ""]
    out += [f"*{escaped(section.lead)}*", ""] if section.lead else []
    for line in section.lines:
        out += _item(line)
    return out + ([escaped(section.more), ""] if section.more else [])


def escaped(text: str) -> str:
    """One line of text that Markdown shows as it stands: no emphasis, link, image, HTML, list or heading comes of it."""
    safe = _MARKS.sub(r"\\\1", one_line(text))
    safe = _ADDRESS.sub(lambda m: f"{m[1]}\\." if m[1] else "\\:", safe)
    return _OPENING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", safe)


def _contents(titles: Sequence[str]) -> list[str]:
    """Links to the sections; every forge makes the same anchor of a title that is letters and spaces alone."""
    links = [f"[{t}](#{t.lower().replace(' ', '-')})" for t in titles if _PLAIN_TITLE.fullmatch(t)]
    return [" · ".join(links), ""] if len(links) > 1 else []


def _item(line: LineShown) -> list[str]:
    tail = f" ({_identifier(line.id)})" if line.id else ""
    if not (line.points or line.sides or line.table):
        return (
            [f"- {escaped(line.text)}  ", f"  {escaped(line.behind)}{tail}", ""]
            if line.behind
            else [f"- {escaped(line.text)}{tail}", ""]
        )
    behind = f": {escaped(line.behind)}" if line.behind else ""
    rows = [f"**{escaped(line.text)}**{behind}{tail}", ""]
    if line.points:
        cells = ((p.day, p.value, p.outlets, _whose(p.word)) for p in line.points)
        return rows + _table(("Day", "Value", "Told by", "On whose word"), (tuple(map(escaped, c)) for c in cells))
    if line.table:
        return rows + _table(line.table.heads, (tuple(map(escaped, row)) for row in line.table.rows))
    sides = ((escaped(s.value), escaped(s.outlets), escaped(_whose(s.word))) for s in line.sides)
    return rows + _table(("Account", "Told by", "On whose word"), sides)


def _whose(word: str) -> str:
    return "its own" if word.removeprefix("each ") == OWN else word.removeprefix(WORD_OF)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows of escaped cells as a table; an empty cell keeps its place."""
    lines = [head, ["---"] * len(head), *rows]
    return [*(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines), ""]


def _identifier(identifier: str) -> str:
    return f"`{identifier}`" if _PLAIN_ID.fullmatch(identifier) else escaped(identifier)


def _source(document: DossierDocument) -> tuple[str, str, str, str]:
    published = days(document.published.start, document.published.end)
    where = _address(document.url) if document.url else escaped(_name(document.path or document.id))
    return escaped(document.publisher), escaped(document.title or "untitled"), escaped(published), where


def _address(url: str) -> str:
    """An address of the web as a link, if it is nothing else; whatever could be more is shown as it stands."""
    return f"<{url}>" if _SAFE_ADDRESS.fullmatch(url) else escaped(url)


def _name(path: str) -> str:
    """The last part of a path: where a file lies on the machine of the maker is nobody's business."""
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path
