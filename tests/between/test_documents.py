"""Which report is which, from one reading to the next."""

import pytest
from msgspec.structs import replace

from sayso.between.documents import address, match_documents


@pytest.fixture
def article(old):
    return next(d for d in old.documents if d.publisher == "Hill Gazette")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.post.example/a/b/", "http://post.example/a/b#top", True),
        ("https://post.example/a?id=7&utm_source=x", "https://post.example/a?id=7", True),
        ("https://post.example/a?id=7", "https://post.example/a?id=8", False),
        ("https://post.example/a", "https://post.example/b", False),
    ],
)
def test_addresses(one, other, same):
    assert (address(one) == address(other)) is same


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"url": None}, True),
        ({"url": None, "title": None}, True),
        ({"url": None, "text": "Quite another text under the same headline, of which nothing is left."}, False),
        ({"url": None, "publisher": "HÍLL gazette"}, True),
        ({"url": None, "publisher": "Another Paper"}, True),  # the same file, the same words
        ({"url": None, "publisher": "Another Paper", "path": "elsewhere/other.txt"}, False),
        ({"text": "The page at this address was rewritten from top to bottom."}, True),
    ],
)
def test_a_report_is_known_again(article, changes, same):
    again = replace(article, id="d-other", sha256="other", **changes)
    assert (match_documents([article], [again]) == {article.id: "d-other"}) is same


def test_each_report_once_and_the_likest_first(article):
    shorter = replace(article, id="d-short", url=None, text=article.text[:200])
    whole = replace(article, id="d-whole", url=None, text=article.text + " One more word.")
    assert match_documents([article], [shorter, whole]) == {article.id: "d-whole"}


def test_the_same_bytes_win_over_all_else(article):
    twin = replace(article, id="d-twin")
    assert match_documents([article, twin], [twin, article]) == {article.id: article.id, "d-twin": "d-twin"}
