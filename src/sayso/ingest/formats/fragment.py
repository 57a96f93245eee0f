"""A stretch of HTML, XHTML or NITF that is all article → pieces of text with their kinds."""

from collections.abc import Iterator, Sequence

from lxml import etree, html

from sayso.model.enums import BlockKind

Piece = tuple[str, BlockKind | None]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"])
_CAPTIONS = frozenset(["figcaption", "caption", "media-caption", "media-producer"])
_DROPPED = frozenset(["script", "style", "noscript", "template", "iframe", "object", "svg", "form", "nav", "button", "head"])
_BLOCKS = _HEADINGS | _CAPTIONS | frozenset(
    "p div li ul ol dl dt dd blockquote pre tr td th table section article aside header footer figure main body br hr "
    "address block media note body.content body.head body.end tbody thead center".split()
)  # fmt: skip


def markup_pieces(markup: str) -> list[Piece]:
    """The blocks of a stretch of HTML; of text without mark-up, its lines."""
    if "<" not in markup:
        return [(line, None) for line in markup.split("\n") if line.strip()]
    try:
        tree = html.fragment_fromstring(markup, create_parent="div", parser=html.HTMLParser(huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError, IndexError):
        return []
    return element_pieces(tree)


def element_pieces(tree: etree._Element) -> list[Piece]:
    """The blocks of a tree of HTML, XHTML or NITF, in order; inline elements run on, a line break parts."""
    return [(line, kind) for words, kind in _blocks(tree) if (line := " ".join(words.split()))]


def _blocks(tree: etree._Element) -> Iterator[Piece]:
    buffer: list[str] = []
    kinds: list[BlockKind | None] = [None]
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if name in _BLOCKS:
            yield "".join(buffer), kinds[-1]
            buffer.clear()
        if event == "start" and name in _DROPPED:
            walk.skip_subtree()
        elif event == "start":
            kinds.append(_kind(name) or kinds[-1])
            buffer.append(element.text or "")
        if event != "start":
            if event == "end" and len(kinds) > 1:
                kinds.pop()
            buffer.append((element.tail if element is not tree else "") or "")
    yield "".join(buffer), None


def _kind(name: str) -> BlockKind | None:
    return BlockKind.HEADING if name in _HEADINGS else BlockKind.CAPTION if name in _CAPTIONS else None


def word_count(pieces: Sequence[Piece]) -> int:
    """The words of the pieces that are running text."""
    return sum(len(words.split()) for words, kind in pieces if kind is None)
