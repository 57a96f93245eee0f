"""Tables of what is found across documents: findings, origins, discrepancies, sides, series, timeline, omissions."""

from collections.abc import Iterator

from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, Finding, Origin, Series, SeriesPoint, Side
from sayso.notebook.tables.column import Column, ColumnType, Table, looked_up, number, several, text, truth, whole
from sayso.notebook.tables.texts import ISO

CLAIMS = "the claims, `id` in `claims`"
OUTLETS = Column("outlets", ColumnType.LIST, "who tells it", lambda look, x: tuple(look.outlets(x.claims)))


def _origins(dossier: Dossier) -> Iterator[tuple[Finding, Origin]]:
    return ((f, o) for f in dossier.findings for o in f.origins)


def _sides(dossier: Dossier) -> Iterator[tuple[Discrepancy, int, Side]]:
    return ((d, n, s) for d in dossier.discrepancies for n, s in enumerate(d.sides, 1))


def _points(dossier: Dossier) -> Iterator[tuple[int, Series, SeriesPoint]]:
    return ((n, s, p) for n, s in enumerate(dossier.series, 1) for p in s.points)


FINDINGS = Table("findings", "One row a finding: claims that speak to one question.", lambda d: d.findings, (
    text("id", "the finding", lambda f: f.id),
    text("statement", "the text of its clearest claim, verbatim", lambda f: f.statement),
    text("headline", "the line that tells it to a reader", lambda f: f.headline),
    text("status", "`corroborated`, `single-origin`, `disputed` or `unsourced`", lambda f: f.status.value),
    whole("independent", "how many independent origins count for it", lambda f: f.independent),
    whole("origins", "how many origins it has in all", lambda f: len(f.origins)),
    several("outlets", "who tells it", lambda f: f.outlets),
    several("claims", CLAIMS, lambda f: f.claims),
    several("why", "what its status rests on", lambda f: f.why),
))  # fmt: skip

ORIGINS = Table("origins", "One row an independent root behind the claims of a finding.", _origins, (
    text("finding", "the finding, `id` in `findings`", lambda x: x[0].id),
    text("source", "the source, `id` in `sources`", lambda x: x[1].source),
    text("name", "its name", lambda x: x[1].name),
    text("basis", "on what it rests: `named`, `first-hand`, `probable-relay` or `unsourced`", lambda x: x[1].basis.value),
    several("claims", CLAIMS, lambda x: x[1].claims),
    several("why", "what was folded into it", lambda x: x[1].why),
))  # fmt: skip

DISCREPANCIES = Table("discrepancies", "One row a question to which the accounts give different values.",
                      lambda d: d.discrepancies, (
    text("id", "the discrepancy", lambda d: d.id),
    text("kind", "in what the accounts part, such as `number` or `date`", lambda d: d.kind.value),
    text("verdict", "`conflict`, `update`, `compatible` or `agree`", lambda d: d.verdict.value),
    text("order", "whether it is known which was told first: `known` or `unknown`", lambda d: d.order.value),
    text("between", "who parts from whom: `outlets`, `voices` or `one document`", lambda d: d.between.value),
    text("about", "the question", lambda d: d.about),
    text("finding", "the finding, `id` in `findings`", lambda d: d.finding),
    number("score", "how surely the claims speak to one question, 0 to 1", lambda d: d.score),
    several("values", "the value of each side", lambda d: (s.value for s in d.sides)),
    text("why", "why they were set side by side", lambda d: d.why),
))  # fmt: skip

SIDES = Table("sides", "One row a side of a discrepancy.", _sides, (
    text("discrepancy", "the discrepancy, `id` in `discrepancies`", lambda x: x[0].id),
    whole("side", "its number, from 1", lambda x: x[1]),
    text("value", "the value as told", lambda x: x[2].value),
    text("reads", "the value as it was compared", lambda x: x[2].reads),
    Column("outlets", ColumnType.LIST, "who tells it", lambda look, x: tuple(look.outlets(x[2].claims))),
    several("claims", CLAIMS, lambda x: x[2].claims),
))  # fmt: skip

SERIES = Table("series", "One row a told value of a figure that moves.", _points, (
    whole("series", "number of the figure, from 1", lambda x: x[0]),
    text("about", "what is measured", lambda x: x[1].about),
    text("unit", "unit or currency", lambda x: x[1].unit),
    text("as_of", "the day for which it was told, ISO 8601", lambda x: x[2].as_of),
    number("low", "least value; unknown is no lower bound", lambda x: x[2].low),
    number("high", "greatest value; unknown is no upper bound", lambda x: x[2].high),
    text("claim", "the claim, `id` in `claims`", lambda x: x[2].claim),
    looked_up("outlet", "who tells it", lambda look, x: next(iter(look.outlets([x[2].claim])), None)),
))  # fmt: skip

TIMELINE = Table("timeline", "One row an event, in the order of time.", lambda d: d.timeline, (
    text("start", f"its beginning, {ISO}", lambda t: t.date.start),
    text("end", "its end, inclusive", lambda t: t.date.end),
    text("summary", "what took place, in the words of a claim", lambda t: t.summary),
    whole("origins", "how many independent origins tell of it", lambda t: t.origins),
    OUTLETS,
    several("participants", "who took part, `id` in `entities`", lambda t: t.participants),
    truth("background", "whether it long precedes the story", lambda t: t.background),
    several("claims", CLAIMS, lambda t: t.claims),
))  # fmt: skip

OMISSIONS = Table("omissions", "One row a finding that some outlets tell and others leave out.", lambda d: d.omissions, (
    text("finding", "the finding, `id` in `findings`", lambda o: o.finding),
    looked_up("statement", "its statement", lambda look, o: f.statement if (f := look.findings.get(o.finding)) else None),
    several("told_by", "the outlets that tell it", lambda o: o.told_by),
    several("missing_in", "the outlets that leave it out", lambda o: o.missing_in),
))  # fmt: skip

TABLES = (FINDINGS, ORIGINS, DISCREPANCIES, SIDES, SERIES, TIMELINE, OMISSIONS)
