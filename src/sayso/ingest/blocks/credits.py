"""Credits: who else reported, and the marks with which a wire agency closes its copy."""

import re

from sayso.ingest.blocks.agencies import WIRE, is_agency, named_in
from sayso.ingest.blocks.notes import Line, Notes, Part
from sayso.ingest.dates import wire_stamp
from sayso.model.document import Block, Publication
from sayso.model.enums import BlockKind

_THIS = r"(?:this|the) (?:\w+ )?(?:report|story|article|analysis|piece|post|blog|dispatch)"
_WHOLE = re.compile(
    rf"\(?[^\"“”«»]{{1,300}}\b(?:contributed|contributing) (?:to {_THIS}|(?:additional )?(?:reporting"
    rf"|research))(?: (?:from|in) [\w ,.'’-]{{1,60}})?\.?\)?"
    r"|\(?(?:(?:Additional|Further|With additional|With) )?(?:reporting|writing|editing|research|translation|compiled"
    r"|graphics?|production)"
    r"(?: and (?:reporting|writing|editing|research))?(?: (?:by|from)|:) [^\"“”]{2,300}"
    r"|\(?(?:With|Includes) (?:files|inputs?|information|material|reports?|reporting|contributions?"
    r"|agenc\w+)\b(?: (?:from|by) [^\"“”]{2,120})?\.?\)?"
    r"|\(?(?:Con información de|Con datos de|Avec|Mit Material von|Com informações de"
    r"|Con informazioni di)\s[A-Z][^.!?\"“”]{1,80}\.?\)?"
    r"|\(?(?:Sources?|Via|Fuentes?|Quellen?|Fonte|Fonti|Bron)\s?:\s?[^.!?\"“”]{2,80}\.?\)?"
    rf"|{_THIS} (?:was|is|has been|first|originally) (?:originally |first )?(?:published|produced|appeared|written"
    rf"|reported) (?:by|in|on|at|for) [^\"“”]{{2,160}}"
    rf"|(?:Originally |First )?(?:published|appeared) (?:first )?(?:by|in|on|at) [A-Z][^.!?\"“”]{{2,80}}\.?",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"\(\s?(?:end|ends|end item|more)\s?\)(?:\s[^\n]{0,100})?$|\bNNNN\W*$", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?<=[.!?\"”’»])\s*(?:[–—-]+\s?|\(|\[|/\s?)(?P<name>[A-Z][\w.&'’-]*(?:[ /,]+[A-Z][\w.&'’-]*){0,5})[)\]/]?\.?$"
)
_LONGEST = 400  # characters of a credit paragraph


def credit(line: Line) -> Part | None:
    """A whole line that names who reported, or nothing but an agency's name."""
    text = line.text
    if len(text) > _LONGEST or not (_WHOLE.fullmatch(text) or _is_signature(line)):
        return None
    return Part(
        (Block(line.start, line.end, BlockKind.CREDIT),), Notes(credits=named_in(_plain(text)), published=_stamp(text))
    )


def closing_mark(line: Line) -> tuple[int, Notes] | None:
    """Offset within the line where an agency's closing mark begins, with what it names; None where there is none."""
    found = _END_MARK.search(line.text, max(0, len(line.text) - 140))
    if found and found.start() > 0:
        return found.start(), Notes(credits=named_in(_words(found[0])), published=_stamp(found[0]))
    signed = _SIGNATURE.search(line.text, max(0, len(line.text) - 100))
    if signed and _signs(signed["name"], line.closing):
        at = signed.start() + len(signed[0]) - len(signed[0].lstrip())
        return at, Notes(credits=named_in(signed["name"]))
    return None


def _signs(written: str, closing: bool) -> bool:
    """At the end of a report any known agency may sign; within it only what calls itself an agency."""
    names = [n.strip() for n in re.split(r"[/,]| and ", written) if n.strip()]
    return all((closing and is_agency(n)) or bool(WIRE.search(n)) for n in names)


def _is_signature(line: Line) -> bool:
    names = [n.strip(" ()[]–—-.") for n in re.split(r"[/,]| and ", line.text)]
    edge = line.opening or line.closing
    return edge and len(line.text) < 80 and all(is_agency(n) for n in names)


def _plain(text: str) -> str:
    """The names of a credit, without the words that make it one."""
    text = re.sub(
        r"(?i)\b(?:contributed|contributing)\b.*$|^.*?\b(?:by|from|in|on|for)\s(?=[A-Z])|^\W*[\w ]{2,24}:",
        "; ",
        text,
        count=2,
    )
    return re.sub(r"\s(?:in|for|from)\s", "; ", text)


def _words(text: str) -> str:
    """Every word of a closing mark for itself."""
    return ";".join(w for w in re.split(r"[\s()]+", text) if not w.endswith("NNNN"))


def _stamp(text: str) -> Publication | None:
    return wire_stamp(text, "closing mark of the agency")
