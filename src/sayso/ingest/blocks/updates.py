"""Updates and corrections: what an outlet says about changes of its own report."""

import re

from sayso.ingest.blocks.notes import Line, Notes, Part
from sayso.model.document import Block
from sayso.model.enums import BlockKind

_PREFIX = re.compile(
    r"(?:\(?(?:Updated?|UPDATED?|Last updated|LATEST|Latest update)(?: \d{1,2}(?=[:\s–—-]))?"
    r"(?: (?:at|on)?\s?[^:.!?\n]{0,30}?(?:\d{1,2}(?::\d{2})?|[ap]\.?m\.?)(?:[^:!?\n]{0,30}?))?\s?(?::|\s[–—]|\s?-|\))"
    r"|(?:Actualizado|Actualización|Mise à jour|Aktualisiert|Update vom|Aggiornamento|Atualização)"
    r"(?:\d:\d{2}|[^:.!?\n]){0,40}?:)\s+(?=\S)"
)
_WHOLE = re.compile(
    r"\((?:Updates?|Adds?|Recasts?|Rewrites?|Refiles?|Corrects?|Changes?|New throughout)\b[^()]{0,300}\)"
    r"|(?:Updated?|UPDATED?|Last updated|This (?:is a developing|story has been updated|article (?:was"
    r"|has been) updated))[^.!?]{0,100}[.!]?"
)
_CORRECTION = re.compile(
    r"\(?(?:Corrections?|CORRECTIONS?|Clarifications?|CLARIFICATIONS?|Corrección|Rectificación|Rectificatif|Korrektur"
    r"|Berichtigung|"
    r"Rettifica|Correzione|Correção|Errata|Erratum|Rectificatie)(?:\s?\([^)]{1,40}\)|(?:,"
    r"| on) [^:!?]{2,40}?(?::\d{2})?)?\s?(?::|\s[—–-])\s"
    r"|\(?(?:Editor['’]s note|EDITOR['’]S NOTE|Note)\s?[:—–-]\s?.{0,80}\b(?:correct(?:s|ed|ion)|earlier version"
    r"|previous version|amended)\b"
    r"|(?:An earlier|A previous|An original|The original|Earlier) versions? of (?:this|the) (?:\w+ )?(?:story|article"
    r"|report|post|piece|headline|caption)\b"
    r"|This (?:story|article|report|post|piece) (?:has been|was) (?:corrected|amended|revised|updated to correct)\b"
)
_TIME = re.compile(r"\d")


def update(line: Line) -> Part | None:
    """An update notice: a whole line, or the words before the colon with the paragraph behind it."""
    if _WHOLE.fullmatch(line.text):
        return Part((Block(line.start, line.end, BlockKind.UPDATE),), _notes(line.text))
    found = _PREFIX.match(line.text)
    if not found:
        return None
    blocks = (
        Block(line.start, line.start + len(found[0].rstrip()), BlockKind.UPDATE),
        Block(line.start + found.end(), line.end, BlockKind.PARAGRAPH),
    )
    return Part(blocks, _notes(found[0]))


def correction(line: Line) -> Part | None:
    """A paragraph that corrects the outlet's own report."""
    return Part((Block(line.start, line.end, BlockKind.CORRECTION),)) if _CORRECTION.match(line.text) else None


def _notes(words: str) -> Notes:
    """An update that tells its time says when the report was changed, in the outlet's words."""
    return Notes(modified=words.strip().strip("():–—- ") if _TIME.search(words) and len(words) < 100 else None)
