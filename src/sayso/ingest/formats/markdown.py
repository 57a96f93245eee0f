"""Markdown → pieces of plain text: the words as written, without the signs of the mark-up."""

import re

from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.ingest.formats.fragment import Piece
from sayso.model.enums import BlockKind

# Indented lines are no code here: scraped articles are indented for all sorts of reasons.
_PARSER = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").enable("strikethrough").disable("code")
_TAG = re.compile(r"<[^<>]{0,500}>")


def markdown_pieces(text: str) -> list[Piece]:
    """One piece a heading, paragraph, list item or table cell, in order; numbers of ordered lists stay."""
    pieces: list[Piece] = []
    kind: BlockKind | None = None
    number = ""
    for token in _PARSER.parse(text):
        if token.type == "heading_open":
            kind = BlockKind.HEADING
        elif token.type == "list_item_open" and token.info:
            number = f"{token.info}{token.markup} "
        elif token.type == "inline":
            pieces += [(number + line if n == 0 else line, kind or hint) for n, (line, hint) in enumerate(_inline(token))]
            kind, number = None, ""
        elif token.type in ("fence", "code_block"):
            pieces.append((token.content, None))
        elif token.type == "html_block":
            pieces += [(line, None) for line in _plain_html(token.content).split("\n")]
    return [(words, hint) for words, hint in pieces if words.strip()]


def _inline(token: Token) -> list[Piece]:
    """The lines of one paragraph; a paragraph of nothing but pictures gives their captions."""
    children = token.children or []
    pictures = all(
        c.type in ("image", "softbreak", "hardbreak", "link_open", "link_close") or not c.content.strip() for c in children
    )
    words = "".join(_word(c) for c in children)
    alone = pictures and any(c.type == "image" for c in children)
    return [(line, BlockKind.CAPTION if alone else None) for line in words.split("\n")]


def _word(token: Token) -> str:
    if token.type in ("text", "code_inline", "image", "text_special"):
        return token.content
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, "")


def _plain_html(markup: str) -> str:
    """The words of a block of HTML inside Markdown."""
    try:
        return str(html.fragment_fromstring(markup, create_parent="div").text_content())
    except (etree.LxmlError, ValueError, AssertionError):
        return _TAG.sub(" ", markup)
