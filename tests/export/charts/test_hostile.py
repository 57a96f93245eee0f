"""Words that mean harm come out as words."""

import re

from sayso.export.charts import relay_chart, series_chart, timeline_chart
from sayso.export.lookup import Lookup


def charts(dossier):
    look = Lookup(dossier)
    return [timeline_chart(look), relay_chart(look), *(series_chart(look, s) for s in dossier.series)]


def test_hostile_labels_add_no_element_and_no_attribute(hostile, sample, read):
    allowed = set()
    for chart in charts(sample):
        allowed |= {(e.tag, k) for e in read(chart).elements for k in [None, *e.attrib]}
    made = [c for c in charts(hostile) if c]
    assert len(made) >= 2
    for chart in made:
        drawing = read(chart)
        tags = {e.tag for e in drawing.elements}
        assert tags <= {"div", "svg", "desc", "title", "a", "g", "rect", "circle", "path", "text", "tspan"}
        assert not {k for e in drawing.elements for k in e.attrib if k == "style" or k.startswith("on")}
        assert all(re.fullmatch(r"#[A-Za-z0-9._-]+", href) for href in drawing.hrefs)
        assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", chart.svg + chart.title + chart.summary)
        for row in chart.rows:
            assert not re.search("[\x00-\x1f\u202a-\u202e]", "".join(c.text for c in row))


def test_every_picture_tells_what_it_is_and_both_widths_are_drawn(sample, read):
    for chart in charts(sample):
        wide, narrow = read(chart).pictures
        assert (wide.get("class"), narrow.get("class")) == ("chart-wide", "chart-narrow")
        assert narrow.get("display") == "none"  # for a reader without the style sheet
        for picture in (wide, narrow):
            assert picture.get("role") == "group"  # an image would hide its links
            assert picture.get("aria-label") == chart.title
            assert picture.find("desc").text == chart.summary
        assert all(len(row) == len(chart.columns) for row in chart.rows)


def test_every_link_has_a_name(sample, read):
    for chart in charts(sample):
        for a in read(chart).root.iter("a"):
            words = "".join(t for e in a.iter() if e.tag in {"text", "tspan"} for t in e.itertext())
            assert words or a.get("aria-label")


def test_the_style_knows_every_class_and_takes_its_colours_from_the_page():
    from importlib.resources import files

    style = (files("sayso.export") / "page" / "charts.css").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|url\(|@import", style)
    assert set(re.findall(r"var\((--\w+)", style)) <= {
        "--ink", "--dim", "--page", "--edge", "--link", "--clash", "--k", *(f"--c{n}" for n in range(1, 7)),
    }  # fmt: skip
