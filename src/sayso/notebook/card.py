"""How a dossier shows itself in a notebook: what the summary says, folded, in plain tags that need nothing beside them.

Colours and type are those of the notebook, light or dark; without the style the card reads the same from top to bottom.
"""

from markupsafe import Markup, escape

from sayso.export.plain import one_line
from sayso.export.summary import FURTHER, QUIET, LineShown, SectionShown, headline, sections
from sayso.export.words import count
from sayso.model.document import Skipped
from sayso.model.dossier import Dossier

MOST_LINES = 6
UNFOLDED = 7  # lines that are seen at once, counted by whole sections: a card fills a screen, not a notebook
_STYLE = Markup("""<style>
.sayso-dossier { border: 1px solid rgba(128, 128, 128, .5); border-radius: .4em; padding: .7em 1em; max-width: 56em;
  line-height: 1.45; color: inherit; background: transparent; text-align: left; overflow-wrap: anywhere }
.sayso-dossier .sayso-title { font-size: 1.25em; font-weight: 600; line-height: 1.25 }
.sayso-dossier .sayso-behind { opacity: .75; font-size: .875em; font-weight: 400 }
.sayso-dossier details { margin: .5em 0 0; padding: 0 }
.sayso-dossier summary { cursor: pointer }
.sayso-dossier ul { margin: .2em 0 0; padding: 0 0 0 1.3em; list-style: disc }
.sayso-dossier li { margin: 0 0 .35em; padding: 0 }
.sayso-dossier dl { display: grid; grid-template-columns: fit-content(50%) 1fr; gap: 0 1em; align-items: baseline;
  margin: .1em 0 0; padding: 0 0 0 .5em; border-left: 3px solid currentColor }
.sayso-dossier .sayso-more { margin: .6em 0 0 }
.sayso-dossier dt, .sayso-dossier dd { margin: 0; padding: 0; font-weight: 400; text-align: left }
</style>""")


def card(dossier: Dossier) -> str:
    """The dossier as a fragment of HTML; every word of a source is escaped."""
    shown, seen = list[Markup](), 0
    for section in sections(dossier):
        shown.append(_section(section, seen < UNFOLDED and section.title != FURTHER))
        seen += min(len(section.lines), MOST_LINES)
    body = [
        Markup('<strong class="sayso-title">{}</strong>').format(one_line(dossier.story.title)),
        Markup('<div class="sayso-behind">{}</div>').format(one_line(headline(dossier))),
        *(shown or [Markup("<p>{}</p>").format(QUIET)]),
        _skipped(dossier.skipped),
        _more(dossier),
    ]
    return Markup('<div class="sayso-dossier">{}{}</div>').format(_STYLE, Markup("").join(body))


def _section(section: SectionShown, unfolded: bool) -> Markup:
    lines = Markup("").join(_line(line) for line in section.lines[:MOST_LINES])
    rest = len(section.lines) - MOST_LINES
    more = Markup('<div class="sayso-behind">and {} more in the full report</div>').format(rest) if rest > 0 else ""
    return Markup("<details{}><summary><strong>{} ({})</strong></summary><ul>{}</ul>{}</details>").format(
        Markup(" open" if unfolded else ""), section.title, len(section.lines), lines, more
    )


def _line(line: LineShown) -> Markup:
    sides = Markup("").join(
        Markup('<dt>{}</dt><dd class="sayso-behind">{}</dd>').format(side.value, side.outlets) for side in line.sides
    )
    return Markup('<li>{}<br><small class="sayso-behind">{}</small>{}</li>').format(
        line.text, line.behind, Markup("<dl>{}</dl>").format(sides) if sides else ""
    )


def _skipped(skipped: tuple[Skipped, ...]) -> Markup:
    if not skipped:
        return Markup("")
    items = Markup("").join(Markup("<li>{}: {}</li>").format(one_line(s.path), one_line(s.reason)) for s in skipped)
    return Markup("<details><summary><strong>Skipped ({})</strong></summary><ul>{}</ul></details>").format(
        len(skipped), items
    )


def _more(dossier: Dossier) -> Markup:
    """What else there is, and how to come by it."""
    parts = [
        count(len(dossier.claims), "claim"),
        count(len(dossier.findings), "finding"),
        count(len(dossier.sources), "source"),
    ]
    ways = Markup('<code>.table("findings")</code> gives data frames, <code>.save("story.html")</code> the full report')
    return Markup('<div class="sayso-behind sayso-more">{}. {}.</div>').format(escape(" · ".join(parts)), ways)
