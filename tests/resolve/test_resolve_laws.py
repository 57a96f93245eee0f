from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.resolve import resolve
from sayso.resolve.people import alike, same_person
from sayso.resolve.units import fold, words_of

NAMES = st.sampled_from(
    [
        "Ana Ruiz",
        "Ruiz",
        "Ana",
        "Luis Ruiz",
        "A. Ruiz",
        "Adrian VII",
        "Adrian",
        "Harwick Gazette",
        "Gazette",
        "HG",
        "Ostrova",
        "The",
        "-",
        "É",
    ]
)
ROWS = st.tuples(NAMES, st.sampled_from(["PERSON", "ORG", "GPE", "GROUP", "OTHER"]), st.integers(0, 3))
STORIES = st.lists(st.lists(ROWS, max_size=5), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STORIES, st.randoms(use_true_random=False))
def test_order_of_documents_plays_no_part(story, texts, random):
    documents, annotations = story(texts)
    pairs = list(zip(documents, annotations, strict=True))
    random.shuffle(pairs)
    assert resolve(documents, annotations) == resolve([d for d, _ in pairs], [a for _, a in pairs])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STORIES)
def test_entities_part_the_mentions_and_ids_are_unique(story, texts):
    documents, annotations = story(texts)
    found = resolve(documents, annotations)
    seen = [(m.document, m.start, m.end) for e in found.entities for m in e.mentions]
    assert len(seen) == len(set(seen))
    assert set(seen) == set(found.of)
    assert len({e.id for e in found.entities}) == len(found.entities)
    assert {link.entity for link in found.links} <= {e.id for e in found.entities}
    assert all(link.why and link.mentions for link in found.links)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.text("abcdeé", min_size=1, max_size=9), min_size=1, max_size=4),
    st.lists(st.text("abcdeé", min_size=1, max_size=9), min_size=1, max_size=4),
)
def test_likeness_has_no_direction(a, b):
    assert alike(a[0], b[0]) == alike(b[0], a[0])
    assert same_person(tuple(a), tuple(b)) == same_person(tuple(b), tuple(a))
    assert words_of(" ".join(a)) == words_of(" ".join(a))
