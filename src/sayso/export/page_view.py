"""Everything the templates of the page are given, built once from a dossier: frozen records of plain text and addresses."""

from dataclasses import dataclass
from functools import cached_property

from sayso.export import anchors, page_actors, page_apart, page_briefing, page_documents, page_findings, page_story
from sayso.export.charts import Chart, relay_chart, series_chart, timeline_chart
from sayso.export.lookup import Lookup
from sayso.export.page_evidence import Chip
from sayso.export.plain import one_line
from sayso.export.summary import QUIET, headline
from sayso.model.dossier import Dossier

_PARTS = {
    "briefing": "Briefing", "discrepancies": "Where accounts part", "series": "Figures over time", "timeline": "Timeline",
    "findings": "Findings", "relays": "Who has it from whom", "actors": "Actors", "outlook": "Outlook",
    "omissions": "Told and left out", "documents": "Documents", "run": "How this was made",
}  # fmt: skip

OPEN_TEXTS = 20  # documents up to which all texts lie open


@dataclass(frozen=True)
class PageView:
    """The page of one dossier, part by part; a part is built when a template asks for it."""

    dossier: Dossier

    @cached_property
    def look(self) -> Lookup:
        """The dossier by ids."""
        return Lookup(self.dossier)

    @cached_property
    def title(self) -> str:
        """The title of the story."""
        return one_line(self.dossier.story.title) or "Untitled story"

    @cached_property
    def credit(self) -> tuple[Chip, ...]:
        """Whose headline the title is; nobody's where the reader chose one."""
        return page_briefing.credit(self.look)

    @cached_property
    def headline(self) -> str:
        """How many reports, of which days."""
        return one_line(headline(self.dossier))

    @cached_property
    def quiet(self) -> str:
        """What stands where nothing was found."""
        return QUIET

    @cached_property
    def parts(self) -> list[tuple[str, str]]:
        """Address and title of every part that the page has."""
        empty = {
            "discrepancies": not self.discrepancies, "series": not self.series,
            "timeline": not self.events,
            "relays": not (self.sources or self.reuse), "actors": not (self.actors.first or self.actors.rest),
            "outlook": not self.outlook, "omissions": not self.matrix.rows,
        }  # fmt: skip
        return [(key, title) for key, title in _PARTS.items() if not empty.get(key)]

    @cached_property
    def glance(self) -> tuple[page_briefing.Glance, ...]:
        """The numbers at a glance."""
        return page_briefing.glance(self.look)

    @cached_property
    def briefing(self) -> tuple[page_briefing.Section, ...]:
        """The briefing."""
        return page_briefing.briefing(self.look)

    @cached_property
    def discrepancies(self) -> tuple[page_apart.ApartGroup, ...]:
        """Where accounts part."""
        return page_apart.discrepancies(self.look)

    @cached_property
    def series(self) -> tuple[tuple[str, Chart], ...]:
        """The series of figures that can be drawn, each with its address; of two with the same the first has it."""
        out: dict[str, list[Chart]] = {}
        for series in self.dossier.series:
            chart = series_chart(self.look, series)
            if chart:
                out.setdefault(anchors.series(series.points[0].claim), []).append(chart)
        return tuple((at if not n else "", chart) for at, charts in out.items() for n, chart in enumerate(charts))

    @cached_property
    def timeline(self) -> Chart | None:
        """What took place when."""
        return timeline_chart(self.look)

    @cached_property
    def events(self) -> tuple[page_story.Event, ...]:
        """What took place when, every entry."""
        return page_story.events(self.look)

    @cached_property
    def relays(self) -> Chart | None:
        """Who relays whom."""
        return relay_chart(self.look)

    @cached_property
    def findings(self) -> page_findings.Findings:
        """Findings with their filters."""
        return page_findings.findings(self.look)

    @cached_property
    def actors(self) -> page_actors.Actors:
        """Who takes part."""
        return page_actors.actors(self.look)

    @cached_property
    def outlook(self) -> tuple[page_story.Prospects, ...]:
        """What is still to come."""
        return page_story.outlook(self.look)

    @cached_property
    def matrix(self) -> page_story.Matrix:
        """What some tell and others leave out."""
        return page_story.matrix(self.look)

    @cached_property
    def sources(self) -> tuple[page_story.SourceView, ...]:
        """Who is cited."""
        return page_story.sources(self.look)

    @cached_property
    def reuse(self) -> tuple[page_story.Taking, ...]:
        """Who takes from whom."""
        return page_story.reuse(self.look)

    @cached_property
    def fold_texts(self) -> bool:
        """True where so many texts would keep the page from opening at once: each then unfolds where it is asked for."""
        return len(self.look.dossier.documents) > OPEN_TEXTS

    @cached_property
    def _documents(self) -> tuple[tuple[page_documents.LayerView, ...], tuple[page_documents.DocumentView, ...]]:
        return page_documents.documents(self.look)

    @cached_property
    def layers(self) -> tuple[page_documents.LayerView, ...]:
        """What can be marked in the documents."""
        return self._documents[0]

    @cached_property
    def documents(self) -> tuple[page_documents.DocumentView, ...]:
        """The documents."""
        return self._documents[1]
