import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.export.as_markdown import escaped, to_markdown
from sayso.export.plain import one_line

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


def test_the_summary_is_there(sample):
    told = to_markdown(sample)
    assert told.startswith("# Ferry runs aground off Skerrin\n")
    assert "## Disputed" in told
    assert "- has not been relieved of duty: The Signal · 1 origin" in told
    assert "- scan.pdf.txt: the file is no text" in told


def test_hostile_sources_make_no_markup(hostile):
    read = READER.render(to_markdown(hostile))
    assert set(re.findall(r"<(\w+)", read)) <= {"h1", "h2", "p", "ul", "li", "br"}
