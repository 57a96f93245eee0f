"""Reads a chart back: its elements with where they stand, and what is wrong with them."""

import re
import xml.etree.ElementTree as ET

import pytest

from sayso.export.charts.lettering import width

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Drawing:
    """The pictures of a chart, parsed."""

    def __init__(self, chart):
        self.root = ET.fromstring(str(chart.svg))
        self.pictures = list(self.root)

    @property
    def elements(self):
        return list(self.root.iter())

    @property
    def hrefs(self):
        return [e.get("href") for e in self.root.iter("a")]

    def texts(self, picture):
        """Text elements (the lines of wrapped ones) with left and right end, top and bottom."""
        font = float(picture.get("font-size"))
        for e in picture.iter("text"):
            text, x, y = "".join(e.itertext()), float(e.get("x")), float(e.get("y"))
            room = width(text, font) / 1.04  # without the margin that the estimate adds
            left = {"end": x - room, "middle": x - room / 2}.get(e.get("text-anchor"), x)
            yield text, left, left + room, y - font, y + 3

    def outside(self):
        """Whatever reaches out of the viewBox of its picture."""
        out = []
        for picture in self.pictures:
            _, _, wide, high = map(float, picture.get("viewBox").split())
            corners = [(e, x, y) for e in picture.iter() for x, y in points(e)]
            for text, left, right, top, bottom in self.texts(picture):
                corners += [(text, left, top), (text, right, bottom)]
            out += [(e, x, y) for e, x, y in corners if not (-0.5 <= x <= wide + 0.5 and -0.5 <= y <= high + 0.5)]
        return out


def points(e):
    """Corners of a shape."""
    if e.tag == "rect":
        x, y = float(e.get("x")), float(e.get("y"))
        return [(x, y), (x + float(e.get("width")), y + float(e.get("height")))]
    if e.tag == "circle":
        x, y, r = (float(e.get(k)) for k in ("cx", "cy", "r"))
        return [(x - r, y - r), (x + r, y + r)]
    if e.tag == "path":
        numbers = [float(n) for n in NUMBER.findall(e.get("d"))]
        assert len(numbers) % 2 == 0, e.get("d")
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    return []


@pytest.fixture(scope="session")
def read():
    return Drawing
