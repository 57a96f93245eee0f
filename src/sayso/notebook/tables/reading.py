"""Tables of who says what to whom and what is to come: sources, reuse, positions, outlook, framing."""

from collections.abc import Iterator

from sayso.export.lookup import Lookup
from sayso.model.dossier import Dossier
from sayso.model.dossier_reading import Framing, Label
from sayso.notebook.tables.column import Table, looked_up, number, outlet_of, several, text, whole
from sayso.notebook.tables.findings import CLAIMS, OUTLETS
from sayso.notebook.tables.texts import END, ISO, START


def _labels(dossier: Dossier) -> Iterator[tuple[Framing, Label]]:
    return ((f, x) for f in dossier.framing for x in f.labels)


def _outlet(look: Lookup, document: str) -> str | None:
    known = look.documents.get(document)
    return known.publisher if known else None


SOURCES = Table("sources", "One row a source that is cited, or an outlet that speaks for itself.", lambda d: d.sources, (
    text("id", "the source", lambda s: s.id),
    text("name", "its name", lambda s: s.name),
    text("kind", "what it is, such as `person`, `agency` or `anonymous`", lambda s: s.kind.value),
    several("documents", "the documents that cite it, `id` in `documents`", lambda s: (c.document for c in s.cited_by)),
    several("claims", "the claims for which it is cited, `id` in `claims`",
            lambda s: (x for c in s.cited_by for x in c.claims)),
))  # fmt: skip

REUSE = Table("reuse", "One row a pair of documents of which one takes text from the other.", lambda d: d.reuse, (
    text("from", "the document that gives, `id` in `documents`", lambda r: r.giver),
    text("to", "the document that takes, `id` in `documents`", lambda r: r.taker),
    looked_up("from_outlet", "who published the one that gives", lambda look, r: _outlet(look, r.giver)),
    looked_up("to_outlet", "who published the one that takes", lambda look, r: _outlet(look, r.taker)),
    text("kind", "`copy`, `partial`, `rewrite` or `relay`", lambda r: r.kind.value),
    number("share", "share of the body of `to` that is taken, 0 to 1", lambda r: r.share),
    whole("passages", "how many passages are shared", lambda r: len(r.spans)),
    text("why", "the evidence for direction and kind", lambda r: r.why),
))  # fmt: skip

POSITIONS = Table("positions", "One row a stance of an actor towards a target.", lambda d: d.positions, (
    text("actor", "who takes it: a name, or words where no entity is known", lambda p: p.actor),
    text("stance", "the stance, such as `supports` or `denies`", lambda p: p.stance.value),
    text("target", "towards whom or what", lambda p: p.target),
    text("time_start", f"from when, {ISO}", lambda p: p.time.start if p.time else None),
    text("time_end", "until when, inclusive", lambda p: p.time.end if p.time else None),
    text("time_text", "the words that say when", lambda p: p.time.text if p.time else None),
    OUTLETS,
    several("claims", CLAIMS, lambda p: p.claims),
))  # fmt: skip

OUTLOOK = Table("outlook", "One row a thing said to be still to come.", lambda d: d.outlook, (
    text("statement", "what is to come, in the words of a claim", lambda o: o.statement),
    text("kind", "`threat`, `promise`, `plan`, `deadline` or `forecast`", lambda o: o.kind.value),
    text("modality", "how surely it is put, such as `predicted` or `intended`", lambda o: o.modality.value),
    text("start", "first day of its horizon, ISO 8601", lambda o: o.horizon.start),
    text("end", "last day of its horizon", lambda o: o.horizon.end),
    text("state", "`open`, `met` or `lapsed`", lambda o: o.state.value),
    text("met_by", "the claim that tells of it, `id` in `claims`", lambda o: o.met_by),
    OUTLETS,
    several("claims", CLAIMS, lambda o: o.claims),
))  # fmt: skip

FRAMING = Table("framing", "One row a label that a document gives to an entity.", _labels, (
    text("entity", "the entity, `id` in `entities`", lambda x: x[0].entity),
    looked_up("name", "its name", lambda look, x: look.name(x[0].entity)),
    text("label", "the words by which it is called, verbatim", lambda x: x[1].label),
    text("document", "the document, `id` in `documents`", lambda x: x[1].document),
    outlet_of(lambda x: x[1].document),
    whole("start", START, lambda x: x[1].start),
    whole("end", END, lambda x: x[1].end),
    whole("count", "how many times the document so calls it", lambda x: x[1].count),
))  # fmt: skip

LOADED = Table("loaded", "One row a word that judges, of one outlet and of whom it is said.", lambda d: d.loaded, (
    text("outlet", "who uses it", lambda w: w.outlet),
    text("word", "the word as a dictionary has it", lambda w: w.word),
    text("sort", "what it does, such as `disparaging` or `doubting`", lambda w: w.sort.value),
    text("entity", "of whom it is said, `id` in `entities`", lambda w: w.entity),
    looked_up("name", "the name of that entity", lambda look, w: look.name(w.entity) if w.entity else None),
    whole("own", "how many times in the outlet's own voice", lambda w: w.own),
    whole("quoted", "how many times in quotation marks", lambda w: w.quoted),
))  # fmt: skip

TABLES = (SOURCES, REUSE, POSITIONS, OUTLOOK, FRAMING, LOADED)
