import html
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.export.as_markdown import escaped, to_markdown
from sayso.export.plain import one_line
from sayso.model.document import Skipped

GOLDEN = Path(__file__).with_name("sample.written.md")

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@given(st.text(st.sampled_from("a1 *_`[]()<>#+-=.!|~&;:/\\@$^{}\"'\n\t"), max_size=40))
def test_what_is_escaped_is_read_as_it_stands(text):
    read = READER.render("- x: " + escaped(text)) if one_line(text) else "<ul>\n<li>x: </li>\n</ul>\n"
    plain = re.fullmatch(r"<ul>\n<li>(.*)</li>\n</ul>\n", read)
    assert plain, read
    assert html.unescape(plain[1]).strip() == f"x: {one_line(text)}".strip()


@given(st.text(st.sampled_from("a1 *_`#+-=.)>~|\\"), min_size=1, max_size=12))
def test_no_line_opens_a_block_of_its_own(text):
    read = READER.render("- " + escaped(text) if one_line(text) else "- a")
    assert re.fullmatch(r"<ul>\n<li>(?:[^<]*)</li>\n</ul>\n", read), (escaped(text), read)


def test_the_page_as_it_is_written(sample):
    assert to_markdown(sample) == GOLDEN.read_text("utf-8")


def test_tables_and_contents_are_read_as_such(sample):
    read = READER.render(to_markdown(sample))
    assert read.count("<table>") == 4, "the series, two differences, the sources"
    assert read.count("<th>") == 4 + 3 + 3 + 4
    titles = re.findall(r"<h2>(.*?)</h2>", read)
    links = re.findall(r'<a href="(.*?)">(.*?)</a>', read)
    assert links == [("#" + t.lower().replace(" ", "-"), t) for t in titles]
    assert "<li>scan.pdf.txt: the file is no text" in read


def test_hostile_sources_make_no_markup(hostile):
    read = READER.render(to_markdown(hostile))
    page = {"h1", "h2", "p", "ul", "li", "br", "a", "em", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"<(\w+)", read)) <= page
    assert all(href.startswith("#") for href in re.findall(r'href="(.*?)"', read))
    assert all(len(re.findall("<t[dh]>", row)) in {3, 4} for row in re.findall("<tr>.*?</tr>", read, re.DOTALL))


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://wire.example/a?b=1&c=2#d", True),
        ("http://wire.example:8080/", True),
        ("https://wire.example/a|b", False),
        ("https://wire.example/<script>", False),
        ("https://name:word@wire.example/", False),
        ("https://wire.example/a b", False),
        ("javascript:alert(1)", False),
        ("https://wire.example/\u202egpj", False),
        ("file:///srv/somebody/report.txt", False),
    ],
)
def test_only_plain_addresses_of_the_web_are_links(sample, url, linked):
    document = msgspec.structs.replace(sample.documents[0], url=url)
    read = READER.render(to_markdown(msgspec.structs.replace(sample, documents=(document, *sample.documents[1:]))))
    assert ('<a href="http' in read) is linked


@pytest.mark.parametrize("path", ["/srv/somebody/reports/harbour.txt", r"C:\Users\somebody\harbour.txt"])
def test_of_a_file_only_its_name_is_told(sample, path):
    document = msgspec.structs.replace(sample.documents[0], url=None, path=path)
    told = to_markdown(msgspec.structs.replace(sample, documents=(document,), skipped=(Skipped(path, "unread", "mend it"),)))
    assert "| harbour.txt |" in told
    assert "- harbour.txt: unread" in told
    assert "somebody" not in told
