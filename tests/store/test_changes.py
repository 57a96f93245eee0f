"""Versions of an article, compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store import asking
from sayso.store.changes import ChangeKind, changes
from sayso.store.connect import open_store
from sayso.store.keeping import keep
from sayso.store.versions import versions
from tests.store.material import arrival

OLD = (
    "The mill closed.\n\nA crowd came. “It is over,” she said.\n\nAt least 82 people were hurt, the warden said. Rain fell."
)


def told(new, old=OLD, **named):
    return [c.words for c in changes(arrival(old).outcome, arrival(new, **named).outcome)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("82", "83", ["82 became 83 in paragraph 3"]),
        ("At least 82", "82", ["“At least” was taken out in paragraph 3"]),
        ("people were hurt", "people were badly hurt", ["“badly” was added in paragraph 3"]),
        (" Rain fell.", "", ["paragraph 3 lost a sentence: “Rain fell.”"]),
        ("A crowd came.", "A crowd came. Nobody slept.", ["paragraph 2 has a new sentence: “Nobody slept.”"]),
        ("“It is over,” she said.", "“It is open,” he said.", ["over became open; she became he in paragraph 2"]),
        ("82", "1,204.5", ["82 became 1,204.5 in paragraph 3"]),
        ("82", "82", []),
        ("mill closed", "mill  closed", []),
        (
            "The mill closed.",
            "Three strangers from the coast bought every boat.",
            [
                "paragraph 1 has a new sentence: “Three strangers from the coast bought every boat.”",
                "paragraph 1 lost a sentence: “The mill closed.”",
            ],
        ),
    ],
)
def test_what_changed_is_told_in_words(old, new, words):
    assert told(OLD.replace(old, new)) == words


def test_a_headline_and_an_author_are_part_of_it():
    found = changes(arrival(OLD, title="Old").outcome, arrival(OLD, title="New", authors=("A. Writer",)).outcome)
    assert [(c.where, c.kind) for c in found] == [("the headline", ChangeKind.CHANGED), ("the authors", ChangeKind.ADDED)]
    assert found[0].words == "the headline: “Old” became “New”"


@given(*[st.lists(st.sampled_from(["A cat ran.", "A dog ran.", "Rain!", "Who came?", "12 men left."]), min_size=1)] * 2)
def test_every_sentence_that_differs_is_told_once(old, new):
    found = changes(arrival(" ".join(old)).outcome, arrival(" ".join(new)).outcome)
    kept = list(old)
    for change in found:
        if change.old is not None:
            kept.remove(change.old)
    for change in found:
        if change.new is not None:
            kept.append(change.new)
    assert sorted(kept) == sorted(new)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "sayso.db", create=True) as opened:
        yield opened


def page(text, address, moment, **named):
    return arrival(text, address, kept={"address": address, "collected": f"2031-03-{moment}"}, path=None, **named)


def test_versions_stand_in_the_order_of_their_collection(store):
    keep(store, page("Later. 83 hurt.", "https://a.example/fire", "09T10:00:00+00:00"))
    keep(store, page("Early. 82 hurt.", "https://a.example/fire/#top", "09T10:30:00+05:00"))
    keep(store, page("Other.", "https://a.example/other", "08T10:00:00+00:00"))
    found = versions(store, asking.documents_of(store, [page("Later. 83 hurt.", "x", "1").outcome.id])[0])
    assert [v.document.text[:5] for v in found] == ["Early", "Later"]


def test_a_page_that_names_its_own_address_is_one_under_many(store):
    own = {"url": "https://a.example/fire"}
    keep(store, page("82 hurt.", "https://a.example/fire?from=feed", "08T10:00:00+00:00", **own))
    keep(store, page("83 hurt.", "https://m.a.example/x", "09T10:00:00+00:00", **own))
    found = versions(store, next(asking.documents(store)))
    assert [v.document.text for v in found] == ["82 hurt.", "83 hurt."]


def test_the_front_page_makes_no_versions(store):
    own = {"url": "https://a.example/"}
    keep(store, page("82 hurt.", "https://a.example/fire", "08T10:00:00+00:00", **own))
    keep(store, page("Sun.", "https://a.example/sun", "09T10:00:00+00:00", **own))
    assert len(versions(store, next(asking.documents(store)))) == 1


def test_a_file_that_changes_has_versions(store):
    for text in ("82 hurt.", "83 hurt.", "84 hurt."):
        keep(store, arrival(text, "/reports/fire.txt"))
    latest = asking.document_named(store, "fire.txt")
    assert latest.text == "84 hurt."
    assert [v.document.text for v in versions(store, latest)] == ["82 hurt.", "83 hurt.", "84 hurt."]
