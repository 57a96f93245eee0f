"""Why a finding, a verdict or an origin: first in sentences, then who tells it, last the scores; from the dossier alone."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.export.decisions import HEADING, sentence, touching
from sayso.export.explain_find import KIND, Explained, find, name_of, words_of
from sayso.export.explain_words import basis, grounds, number, opening, parting, reading, scores
from sayso.export.lookup import Lookup
from sayso.export.page_words import dated
from sayso.export.plain import one_line
from sayso.export.words import count, days, listed
from sayso.model.denial import denial, refuses
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, DossierSource, Finding, PairExplanation
from sayso.model.dossier_texts import DossierClaim, DossierDocument, DossierQuote
from sayso.model.mention import Entity

MOST = 12  # things listed where several are meant
PAIRS = 6  # pairs of claims explained
NARROWEST = 40


@dataclass(frozen=True)
class Row:
    """One paragraph with its indent in columns and its style."""

    text: str
    indent: int = 0
    style: str = ""


def explain(dossier: Dossier, wanted: str, width: int = 80, color: bool = False) -> str:
    """Lines of at most `width` columns (40 at least) about what is `wanted`: an id, its beginning, or words.

    Where several things are meant they are listed with what they are. Raises RunError where nothing is meant.
    """
    look = Lookup(dossier)
    found = find(look, wanted)
    one = len(found) == 1
    rows = (*_explained(look, found[0]), *_decided(look, found[0])) if one else _several(look, found, wanted)
    out = io.StringIO()
    console = Console(
        file=out, width=max(width, NARROWEST), force_terminal=color, color_system="standard" if color else None,
        no_color=not color, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for row in rows:
        console.print(Padding(Text(one_line(row.text), style=row.style), (0, 0, 0, row.indent)))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _several(look: Lookup, found: Sequence[Explained], wanted: str) -> Iterator[Row]:
    yield Row(f"{len(found)} things in this dossier are meant by “{wanted}”. Ask again with one of these ids:", style="bold")
    for item in found[:MOST]:
        yield Row(f"{name_of(item)} {KIND[type(item)]}", 2, "cyan")
        yield Row(_cut(words_of(look, item)), 4)
    if len(found) > MOST:
        yield Row(f"and {len(found) - MOST} more: give more of the words", 2, "dim")


def _explained(look: Lookup, item: Explained) -> Iterator[Row]:
    match item:
        case Finding():
            return _finding(look, item)
        case Discrepancy():
            return _discrepancy(look, item)
        case DossierSource():
            return _source(look, item)
        case DossierClaim():
            return _claim(look, item)
        case Entity():
            return _entity(look, item)
        case DossierDocument():
            return _document(look, item)
        case DossierQuote():
            return _quote(look, item)


def _decided(look: Lookup, item: Explained) -> Iterator[Row]:
    """What people decided about a thing; a claim shows what they decided about its finding."""
    finding = look.finding_of.get(item.id) if isinstance(item, DossierClaim) else None
    decided = [c for c in touching(look.dossier, finding.id if finding else name_of(item)) if c.applied]
    if decided:
        yield _heading(HEADING)
    for correction in decided:
        yield Row(sentence(correction), 2)
        yield Row(f"correction {correction.id}", 4, "dim")


def _finding(look: Lookup, finding: Finding) -> Iterator[Row]:
    yield Row(opening(look, finding), style="bold")
    yield Row(f"“{finding.statement}”", 2)
    yield Row(f"finding {finding.id}, {finding.status.value}", 2, "dim")
    yield _heading("On whose say-so")
    for origin in finding.origins:
        outlets = listed(look.outlets(origin.claims), 6)
        yield Row(f"{origin.name}: {basis(look, origin)}; told by {outlets}", 2)
        yield from (Row(f"because {dated(reason)}", 4) for reason in origin.why)
        yield Row(f"source {origin.source}, claims {', '.join(origin.claims)}", 4, "dim")
    yield from _apart(look, set(finding.claims), finding.id)
    yield _heading("Who tells it")
    for claim in look.told(finding.claims):
        yield from _told(look, claim)
    yield from _pairs(look, finding.pairs)


def _pairs(look: Lookup, pairs: Sequence[PairExplanation]) -> Iterator[Row]:
    best = sorted(pairs, key=lambda p: -p.score)[:PAIRS]
    told = [(pair, reason) for pair in best if (reason := grounds(pair.features))]
    if told:
        yield _heading("Why these were held to answer one question")
    for pair, reason in told:
        yield Row(f"{listed([f'{look.outlet(c)} ({c.id})' for c in look.told((pair.a, pair.b))])}: {reason}", 2)
    if best:
        yield from _scores()
    for pair in best:
        yield Row(f"{pair.a} and {pair.b}, {pair.score:.2f}: {scores(pair.features)}", 2, "dim")
    if len(pairs) > PAIRS:
        yield Row(f"and {count(len(pairs) - PAIRS, 'weaker pair')}", 2, "dim")


def _discrepancy(look: Lookup, apart: Discrepancy) -> Iterator[Row]:
    yield Row(parting(apart), style="bold")
    yield Row(apart.question, 2)
    yield Row(
        f"discrepancy {apart.id}, {apart.verdict.value} of {apart.kind.value}, between {apart.between.value}", 2, "dim"
    )
    for side in apart.sides:
        yield _heading(f"“{side.value}”")
        if side.reads and (read := reading(side.reads)) != side.value:
            yield Row(f"read as {read}", 2)
        for claim in look.told(side.claims):
            yield from _told(look, claim)
    yield _heading("Why")
    yield Row(dated(apart.why), 2)
    if apart.confirmed:
        yield Row(f"confirmed by {apart.confirmed}", 2)
    finding = look.findings.get(apart.finding or "")
    if finding:
        yield Row(f"part of the finding {finding.id}: “{finding.statement}”", 2)
    if apart.features and (reason := grounds(apart.features)):
        yield Row(f"held to be one question because {reason}", 2)
    yield from _scores()
    told = f": {scores(apart.features)}" if apart.features else ""
    yield Row(f"that both speak to one question, {apart.score:.2f}{told}", 2, "dim")


def _apart(look: Lookup, claims: set[str], finding: str | None) -> Iterator[Row]:
    """The discrepancies in which these claims take part."""
    found = [
        d
        for d in look.dossier.discrepancies
        if (finding and d.finding == finding) or claims & {c for s in d.sides for c in s.claims}
    ]
    if found:
        yield _heading("Where accounts part")
    for apart in found:
        values = " / ".join(f"“{s.value}”" for s in apart.sides)
        yield Row(f"{apart.verdict.value} of {apart.kind.value}, {apart.id}: {apart.question}: {values}", 2)


def _source(look: Lookup, source: DossierSource) -> Iterator[Row]:
    outlets = listed(sorted({d.publisher for c in source.cited_by if (d := look.documents.get(c.document))}), 6)
    yield Row(f"{source.name} is cited by {outlets or 'nobody'}.", style="bold")
    yield Row(f"source {source.id}, {source.kind.value}", 2, "dim")
    rests = [(f, o) for f in look.dossier.findings for o in f.origins if o.source == source.id]
    if rests:
        yield _heading("What rests on it")
    for finding, origin in rests:
        yield Row(f"“{finding.statement}”", 2)
        yield Row(f"finding {finding.id}, {finding.status.value}; here: {basis(look, origin)}", 4, "dim")
        yield from (Row(f"because {dated(reason)}", 4) for reason in origin.why)
    yield _heading("Where it is cited")
    for citation in source.cited_by:
        for claim in look.told(citation.claims):
            yield from _told(look, claim)


def _claim(look: Lookup, claim: DossierClaim) -> Iterator[Row]:
    told = [v for v in claim.attribution if not v.negated]
    voices = " on the word of " + listed([f"“{v.source}”" for v in told]) if told else ""
    if denied := denial(claim.attribution, claim.start, claim.end):
        voices += f"{',' if voices else ' as'} {denied}"
    yield Row(f"{look.outlet(claim)} tells this{voices or ' in its own voice'}.", style="bold")
    yield from _told(look, claim)
    if finding := look.finding_of.get(claim.id):
        yield _heading("The finding it belongs to")
        yield Row(f"“{finding.statement}”", 2)
        yield Row(opening(look, finding), 2)
        yield Row(f"finding {finding.id}, {finding.status.value}", 2, "dim")
    yield from _apart(look, {claim.id}, None)


def _told(look: Lookup, claim: DossierClaim) -> Iterator[Row]:
    """A claim with its words first, then how it was read."""
    document = look.documents.get(claim.document)
    yield Row(f"{look.outlet(claim)}: “{claim.text}”", 2)
    told = [v for v in claim.attribution if not refuses(v, claim.start, claim.end)]
    if told:
        said = ", who has it from ".join(f"“{v.source}”" + (f" ({v.cue})" if v.cue else "") for v in told)
        yield Row(f"said by {said}", 4)
    if denied := denial(claim.attribution, claim.start, claim.end):
        yield Row(denied, 4)
    how = (["has a negative in it"] if claim.negated else []) + (
        [claim.modality.value] if claim.modality.value != "asserted" else []
    )
    if how:
        yield Row(", ".join(how), 4)
    for q in claim.quantities:
        yield Row(f"number: {number(q, document.text[q.start : q.end] if document else '')}", 4)
    if claim.time:
        words = f", from “{claim.time.text}”" if claim.time.text else ""
        basis = f" ({dated(claim.time.basis)})" if claim.time.basis else ""
        yield Row(f"time: {days(claim.time.start, claim.time.end)}{words}{basis}", 4)
    yield Row(f"claim {claim.id}, characters {claim.start} to {claim.end} of {claim.document}", 4, "dim")


def _entity(look: Lookup, entity: Entity) -> Iterator[Row]:
    yield Row(f"{entity.name} is mentioned {count(len(entity.mentions), 'time')}.", style="bold")
    yield Row(f"entity {entity.id}, {entity.type.value}", 2, "dim")
    yield Row(f"called {listed([f'“{a}”' for a in entity.aliases], 12)}", 2)
    yield from (Row(f"joined because {link.why}", 2) for link in look.dossier.links if link.entity == entity.id)


def _document(look: Lookup, document: DossierDocument) -> Iterator[Row]:
    claims = [c for c in look.dossier.claims if c.document == document.id]
    published = days(document.published.start, document.published.end)
    yield Row(f"{document.publisher} published this: {published}.", style="bold")
    yield Row(f"“{document.title or 'untitled'}”", 2)
    yield Row(f"document {document.id}, {count(len(claims), 'claim')}, {document.url or document.path or ''}", 2, "dim")
    yield _heading("Why this day")
    yield Row(f"{document.published.basis.value}" + (f": {document.published.why}" if document.published.why else ""), 2)
    taken = [r for r in look.dossier.reuse if document.id in {r.giver, r.taker}]
    if taken:
        yield _heading("What it shares with other reports")
    for reuse in taken:
        names = (look.documents[d].publisher if d in look.documents else d for d in (reuse.taker, reuse.giver))
        yield Row(f"{' takes from '.join(names)}: {reuse.kind.value}, {reuse.share:.0%} of the body", 2)
        if reuse.why:
            yield Row(f"because {reuse.why}", 4)


def _quote(look: Lookup, quote: DossierQuote) -> Iterator[Row]:
    document = look.documents.get(quote.document)
    who = f"“{quote.source.text}”" if quote.source else "nobody it names"
    yield Row(f"{document.publisher if document else quote.document} quotes {who}.", style="bold")
    yield Row(f"“{words_of(look, quote)}”", 2)
    cue = f", by the words “{quote.cue.text}”" if quote.cue else ""
    yield Row(f"{quote.kind.value} speech{cue}, characters {quote.start} to {quote.end} of {quote.document}", 2, "dim")
    inside = [
        c for c in look.dossier.claims if c.document == quote.document and quote.start <= c.start and c.end <= quote.end
    ]
    if inside:
        yield _heading("The claims in it")
    for claim in inside:
        yield from _told(look, claim)


def _scores() -> Iterator[Row]:
    yield Row("")
    yield _heading("Scores (for the curious)")


def _heading(text: str) -> Row:
    return Row(text, style="bold cyan")


def _cut(text: str, most: int = 140) -> str:
    flat = one_line(text)
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
