"""A document's text as HTML in which every claim can be linked to."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from sayso.export import anchors
from sayso.export.plain import same_length
from sayso.model.dossier_texts import DossierClaim


def marked_text(text: str, claims: Sequence[DossierClaim], findings: dict[str, str]) -> Markup:
    """The text, escaped, cut at the borders of all claims; claims may nest and overlap.

    The first piece of a claim bears its id (`claim-…`); a piece links to the finding of the shortest claim over it that
    `findings` (finding by claim, both ids) knows.
    """
    claims = [c for c in claims if 0 <= c.start < c.end <= len(text)]
    cuts = sorted({0, len(text), *(c.start for c in claims), *(c.end for c in claims)})
    opening: dict[int, list[DossierClaim]] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.end - c.start, c.id)):
        opening.setdefault(claim.start, []).append(claim)
    shown, out = same_length(text), []
    live: list[DossierClaim] = []
    for start, end in pairwise(cuts):
        live = [c for c in live if c.end > start] + opening.get(start, [])
        out.append(_piece(shown[start:end], live, opening.get(start, []), findings))
    return Markup("").join(out)


def _piece(text: str, live: list[DossierClaim], opening: list[DossierClaim], findings: dict[str, str]) -> Markup:
    if not live:
        return escape(text)
    known = sorted((c for c in live if c.id in findings), key=lambda c: (c.end - c.start, c.id))
    inner = escape(text)
    if known:
        inner = Markup('<a href="#{}">{}</a>').format(anchors.finding(findings[known[0].id]), inner)
    piece = Markup("<mark>{}</mark>").format(inner)
    for claim in opening:
        piece = Markup('<span class="at" id="{}">{}</span>').format(anchors.claim(claim.id), piece)
    return piece
