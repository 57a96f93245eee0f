"""The dossier's summary as CommonMark, every word of a source escaped."""

import re

from sayso.export.plain import one_line
from sayso.export.summary import QUIET, LineShown, headline, sections
from sayso.model.dossier import Dossier

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!@$^])")
_ADDRESS = re.compile(r"(?i)(www)(\.)|(:)(?=//)")
_OPENING = re.compile(r"^(?:([-+=:])|(\d+)([.)]))")


def to_markdown(dossier: Dossier) -> str:
    """Title, one section for each of the briefing, sources under each line, and what was skipped."""
    out = [f"# {escaped(dossier.story.title)}", "", escaped(headline(dossier)), ""]
    shown = sections(dossier)
    for section in shown:
        out += [f"## {escaped(section.title)}", ""]
        for line in section.lines:
            out += _item(line)
        out.append("")
    if not shown:
        out += [QUIET, ""]
    if dossier.skipped:
        out += ["## Skipped", ""]
        out += [f"- {escaped(s.path)}: {escaped(s.reason)} ({escaped(s.remedy)})" for s in dossier.skipped]
        out.append("")
    out += ["## Sources", ""]
    out += [
        f"- {escaped(d.publisher)}: {escaped(d.title or 'untitled')}, {escaped(d.url or d.path or d.id)}"
        for d in dossier.documents
    ]
    return "\n".join(out) + "\n"


def escaped(text: str) -> str:
    """One line of text that Markdown shows as it stands: no emphasis, link, image, HTML, list or heading comes of it."""
    safe = _MARKS.sub(r"\\\1", one_line(text))
    safe = _ADDRESS.sub(lambda m: f"{m[1]}\\." if m[1] else "\\:", safe)
    return _OPENING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", safe)


def _item(line: LineShown) -> list[str]:
    tail = f" ({escaped(line.id)})" if line.id else ""
    rows = [f"- {escaped(line.text)}  ", f"  {escaped(line.behind)}{tail}"]
    return rows + [f"  - {escaped(side.value)}: {escaped(side.outlets)}" for side in line.sides]
