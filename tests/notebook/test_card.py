from html.parser import HTMLParser

import msgspec
from msgspec.structs import replace

import sayso
from sayso.model.document import Skipped
from sayso.model.dossier_reading import BriefingSection

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onclick='x' &amp; </details></style>"


class Reader(HTMLParser):
    """Collects tags, attributes and text, and sees to it that what is opened is closed."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.open, self.text = [], set(), [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def test_it_tells_the_title_the_briefing_and_where_accounts_part(dossier):
    told = "".join(Reader(dossier._repr_html_()).text)
    assert dossier.story.title in told
    for section in dossier.briefing.sections:
        assert f"{section.title} ({len(section.lines)})" in told
    for side in dossier.discrepancies[0].sides:
        assert side.value in told


def test_a_long_story_is_folded_and_cut_and_says_so(sample):
    line = sample.briefing.sections[0].lines[0]
    long = tuple(BriefingSection(title, (line,) * 9) for title in ("One", "Two", "Three"))
    shown = sayso.Dossier.of(replace(sample, briefing=replace(sample.briefing, sections=long)))._repr_html_()
    assert [part.startswith(" open") for part in shown.split("<details")[1:4]] == [True, True, False]
    assert shown.count("and 3 more in the full report") == 3


def poisoned(value):
    """The same structure with every text of it followed by hostile ones."""
    if isinstance(value, str):
        return value + EVIL
    if isinstance(value, dict):
        return {key: poisoned(v) for key, v in value.items()}
    return [poisoned(v) for v in value] if isinstance(value, list) else value


def test_hostile_texts_stay_texts(sample):
    sections = msgspec.convert(poisoned(msgspec.to_builtins(sample.briefing.sections)), type=tuple[BriefingSection, ...])
    skipped = msgspec.convert(poisoned([{"path": "a", "reason": "b", "remedy": "c"}]), type=tuple[Skipped, ...])
    hostile = replace(
        sample,
        story=replace(sample.story, title=EVIL),
        documents=tuple(replace(d, publisher=d.publisher + EVIL) for d in sample.documents),
        briefing=replace(sample.briefing, sections=sections),
        skipped=skipped,
        discrepancies=tuple(
            replace(d, about=d.about + EVIL, sides=tuple(replace(s, value=s.value + EVIL) for s in d.sides))
            for d in sample.discrepancies
        ),
    )
    shown = Reader(sayso.Dossier.of(hostile)._repr_html_())
    assert set(shown.tags) <= set("div style details summary strong small br ul li dl dt dd code p".split())
    assert shown.attributes <= {"class", "open"}
    assert shown.tags.count("style") == 1
    assert "".join(shown.text).count("<script>alert(1)</script>") > 3


def test_it_needs_nothing_from_anywhere(dossier):
    shown = dossier._repr_html_()
    assert "://" not in shown
    assert "url(" not in shown
    assert "<script" not in shown


def test_a_story_without_anything_to_tell_says_so(sample):
    quiet = replace(sample, briefing=replace(sample.briefing, sections=()), discrepancies=(), documents=(), claims=())
    assert "Nothing in these reports" in sayso.Dossier.of(quiet)._repr_html_()
