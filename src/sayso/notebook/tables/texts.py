"""Tables of what the documents hold: documents, claims, quotes, quantities, entities, mentions, skipped."""

from collections.abc import Iterator

from sayso.export.lookup import Lookup
from sayso.model.dossier import Dossier
from sayso.model.dossier_texts import ClaimQuantity, DossierClaim
from sayso.model.mention import Entity, EntityMention
from sayso.notebook.tables.column import Table, looked_up, number, outlet_of, several, text, truth, whole

START, END = "first character in the document's text, counted from 0", "end, exclusive"
ISO = "ISO 8601: a day, or a minute where one is told"


def _numbers(dossier: Dossier) -> Iterator[tuple[DossierClaim, ClaimQuantity]]:
    return ((c, q) for c in dossier.claims for q in c.quantities)


def _mentions(dossier: Dossier) -> Iterator[tuple[Entity, EntityMention]]:
    return ((e, m) for e in dossier.entities for m in e.mentions)


def _words(look: Lookup, document: str, start: int, end: int) -> str | None:
    known = look.documents.get(document)
    return known.text[start:end] if known else None


def _finding(look: Lookup, claim: DossierClaim) -> str | None:
    finding = look.finding_of.get(claim.id)
    return finding.id if finding else None


DOCUMENTS = Table("documents", "One row a document that was read.", lambda d: d.documents, (
    text("id", "the document", lambda x: x.id),
    text("outlet", "who published it", lambda x: x.publisher),
    text("title", "its title", lambda x: x.title),
    several("authors", "who signed it", lambda x: x.authors),
    text("published_start", f"first moment at which it may have been published, {ISO}", lambda x: x.published.start),
    text("published_end", "last moment at which it may have been published", lambda x: x.published.end),
    text("published_basis", "how that is known: `stated`, `inferred` or `unknown`", lambda x: x.published.basis.value),
    text("published_why", "what an inference rests on", lambda x: x.published.why),
    text("modified", "when it was changed, as it says itself", lambda x: x.modified),
    text("language", "code of its language", lambda x: x.language),
    text("path", "the file it was read from", lambda x: x.path),
    text("url", "its address", lambda x: x.url),
    text("sha256", "SHA-256 of the bytes as they were read", lambda x: x.sha256),
    text("text", "its text, in which all offsets count", lambda x: x.text),
))  # fmt: skip

CLAIMS = Table("claims", "One row a claim: what one document asserts in one clause.", lambda d: d.claims, (
    text("id", "the claim", lambda c: c.id),
    text("document", "the document that makes it, `id` in `documents`", lambda c: c.document),
    outlet_of(lambda c: c.document),
    whole("start", START, lambda c: c.start),
    whole("end", END, lambda c: c.end),
    text("text", "its words, verbatim", lambda c: c.text),
    several("attribution", "the words that name its voices, outermost first; empty is the outlet's own voice",
            lambda c: (v.source for v in c.attribution)),
    text("speaker", "the entity behind the innermost voice, `id` in `entities`",
         lambda c: c.attribution[-1].entity if c.attribution else None),
    text("modality", "how surely it is put, such as `asserted` or `predicted`", lambda c: c.modality.value),
    truth("negated", "whether it denies what it tells", lambda c: c.negated),
    text("time_start", f"from when what it tells took place, {ISO}", lambda c: c.time.start if c.time else None),
    text("time_end", "until when, inclusive", lambda c: c.time.end if c.time else None),
    text("time_text", "the words that say when", lambda c: c.time.text if c.time else None),
    text("time_basis", "how those words were read", lambda c: c.time.basis if c.time else None),
    text("place", "where, `id` in `entities`", lambda c: c.place),
    several("participants", "who takes part, `id` in `entities`", lambda c: (p.entity for p in c.participants)),
    looked_up("finding", "the finding that it belongs to, `id` in `findings`", _finding),
))  # fmt: skip

QUOTES = Table("quotes", "One row a passage that a document puts in the mouth of a source.", lambda d: d.quotes, (
    text("document", "the document, `id` in `documents`", lambda q: q.document),
    outlet_of(lambda q: q.document),
    whole("start", START, lambda q: q.start),
    whole("end", END, lambda q: q.end),
    looked_up("text", "what is quoted, verbatim", lambda look, q: _words(look, q.document, q.start, q.end)),
    text("kind", "`direct`, `indirect` or `mixed`", lambda q: q.kind.value),
    text("source", "the words that name the speaker", lambda q: q.source.text if q.source else None),
    text("entity", "the speaker, `id` in `entities`", lambda q: q.source.entity if q.source else None),
    text("cue", "the words of saying", lambda q: q.cue.text if q.cue else None),
))  # fmt: skip

QUANTITIES = Table("quantities", "One row a number of a claim, as the interval of values that it admits.", _numbers, (
    text("claim", "the claim, `id` in `claims`", lambda x: x[0].id),
    text("document", "the document, `id` in `documents`", lambda x: x[0].document),
    whole("start", START, lambda x: x[1].start),
    whole("end", END, lambda x: x[1].end),
    looked_up("text", "the number with its hedge and unit, verbatim",
              lambda look, x: _words(look, x[0].document, x[1].start, x[1].end)),
    number("low", "least value; unknown is no lower bound", lambda x: x[1].low),
    number("high", "greatest value; unknown is no upper bound", lambda x: x[1].high),
    truth("low_open", "whether `low` itself is left out", lambda x: x[1].low_open),
    truth("high_open", "whether `high` itself is left out", lambda x: x[1].high_open),
    number("likely_low", "least value that the words make one expect", lambda x: x[1].likely_low),
    number("likely_high", "greatest value that the words make one expect", lambda x: x[1].likely_high),
    text("unit", "unit or currency", lambda x: x[1].unit),
    text("hedge", "the words that make it less than exact", lambda x: x[1].hedge),
    text("of", "what is counted", lambda x: x[1].of),
))  # fmt: skip

ENTITIES = Table("entities", "One row a person, body, place or thing.", lambda d: d.entities, (
    text("id", "the entity", lambda e: e.id),
    text("name", "the fullest of its names", lambda e: e.name),
    text("type", "what it is, such as `PERSON` or `GPE`", lambda e: e.type.value),
    several("aliases", "all names by which the texts call it", lambda e: e.aliases),
    whole("mentions", "how often it is mentioned", lambda e: len(e.mentions)),
    several("documents", "the documents that mention it, `id` in `documents`",
            lambda e: dict.fromkeys(m.document for m in e.mentions)),
))  # fmt: skip

MENTIONS = Table("mentions", "One row a mention of an entity.", _mentions, (
    text("entity", "the entity, `id` in `entities`", lambda x: x[0].id),
    text("name", "its name", lambda x: x[0].name),
    text("document", "the document, `id` in `documents`", lambda x: x[1].document),
    whole("start", START, lambda x: x[1].start),
    whole("end", END, lambda x: x[1].end),
    looked_up("text", "the words, verbatim", lambda look, x: _words(look, x[1].document, x[1].start, x[1].end)),
    text("kind", "`name`, `description` or `pronoun`", lambda x: x[1].kind.value),
))  # fmt: skip

SKIPPED = Table("skipped", "One row an input that could not be read.", lambda d: d.skipped, (
    text("path", "the file", lambda s: s.path),
    text("reason", "why it could not be read", lambda s: s.reason),
    text("remedy", "what to do about it", lambda s: s.remedy),
))  # fmt: skip

TABLES = (DOCUMENTS, CLAIMS, QUOTES, QUANTITIES, ENTITIES, MENTIONS, SKIPPED)
