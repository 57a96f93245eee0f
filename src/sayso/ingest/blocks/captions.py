"""Captions and picture credits."""

import re

from sayso.ingest.blocks.notes import Line, Part
from sayso.model.document import Block
from sayso.model.enums import BlockKind

_LONGEST = 1500  # characters; captions run long, a story in one paragraph runs longer
_BY = r"(?:by|BY|von|par|di|de|por|da)"
_PICTURE = (
    r"(?:photo|photograph|image|picture|video grab|frame grab|screengrab|screenshot|satellite image"
    r"|illustration|frame|handout)"
)
_STARTS = re.compile(
    r"(?:FILE\s?(?:PHOTO|IMAGE|PICTURE)?\s?[-–—:]\s|FILE PHOTO\b|File (?:photo|picture|image)\b|Archive photo\b"
    r"|(?:Photo|Photos|Image|Images|Picture|Photograph|Photo credit|Image credit|Photo illustration|Image source"
    r"|Image caption|Caption|Pictured"
    r"|Foto|Fotos|Imagen|Bild|Bildquelle|Fotografía|Crédit photo|Crédito|Fotografia|Foto d['’]archivio|Archivbild"
    r"|Archivfoto)\s?[:|©]\s?\S"
    rf"|In this .{{0,60}}?(?:\d{{4}}|\b(?:file|undated|handout|combination|combo))\s(?:file\s)?{_PICTURE}\b"
    rf"|In this {_PICTURE} (?:provided|released|taken|made available|obtained) "
    rf"|This (?:[^.!?]{{0,60}}? )?{_PICTURE} (?:provided|released|taken|made available|obtained"
    rf"|from)\b[^.!?]{{0,80}}? shows\b"
    r"|©\s?(?:Getty|AFP|Reuters|AP|dpa|EPA)\b)"
)
_HOUSES = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|Getty(?: Images)?|Shutterstock|Alamy|iStock|Bloomberg|Xinhua|dpa|ANSA"
    r"|Anadolu|NurPhoto|Sipa|Zuma|PA|TASS)"
)
_ENDS = re.compile(
    rf"[(\[](?:(?:[\w.&'’ /-]{{1,40}}[ /])?(?:Photo|photo|Photograph|Image|Picture|Foto|Courtesy|Credit|Photos"
    rf"|Handout)\b[^()\[\]]{{0,120}}"
    rf"|{_HOUSES}\s?/[^()\[\]]{{1,120}}|[^()\[\].!?]{{1,100}}/\s?{_HOUSES}(?:[ /,][^()\[\]]{{0,60}})?"
    rf"|[^()\[\].!?]{{0,60}}\bvia {_HOUSES}[^()\[\]]{{0,30}})[)\]]\.?$"
    rf"|\bREUTERS/[A-Z][\w.'’ -]{{2,50}}$|(?:[.!?\"”)|]\s)(?:Photograph|Photo|Picture|Image|Foto)\s?(?::"
    rf"|{_BY})\s?[A-Z][\w.'’ -]{{2,40}}(?:/[\w .'’-]{{2,40}})*\.?$"
    rf"|©\s?[A-Z][\w .'’/-]{{1,60}}$"
)
# Without a full stop before it: behind a whole sentence the same words credit a report, not a picture.
_SIGNED = re.compile(rf"[^.!?\"”]\s?(?:/|\s[|–—-])\s?{_HOUSES}(?: Images| via [\w ]+)?$")
_GETTY = re.compile(r"[A-ZÀ-Þ .'’-]{3,40}, [A-ZÀ-Þ .'’-]{3,40} [-–—] [A-Z]{3,9} \d{1,2}(?:, \d{4})?: ")


def caption(line: Line) -> Part | None:
    """A picture's caption or credit, told by how it begins or by the credit it ends with."""
    text = line.text
    if len(text) > _LONGEST or not (_STARTS.match(text) or _GETTY.match(text) or _is_signed(text)):
        return None
    return Part((Block(line.start, line.end, BlockKind.CAPTION),))


def _is_signed(text: str) -> bool:
    tail = max(0, len(text) - 260)
    return bool(_ENDS.search(text, tail) or (len(text) < 300 and _SIGNED.search(text, tail)))
