"""Phrases that say who somebody is are facts of their own beside their clause."""

import pytest

from sayso.model.enums import Modality


def labels(annotations, text):
    """What is told of people besides clauses and numbers."""
    return [c for c in annotations.clauses if c.nominal and not c.quantities and text[c.start : c.end] == c.text]


@pytest.mark.parametrize(
    ("text", "told", "predicate"),
    [
        ("Nora Ashdown, the transport minister, closed the quay.", "Nora Ashdown, the transport minister", "minister"),
        ("The town's mayor, Nora Ashdown, opened the new bridge on Monday.", "The town's mayor, Nora Ashdown", "mayor"),
        ("Former prime minister Nora Ashdown opened the bridge.", "Former prime minister Nora Ashdown", "minister"),
        (
            "The lock was unsafe, Nora Ashdown, the chief engineer, told reporters on Monday.",
            "Nora Ashdown, the chief engineer",
            "engineer",
        ),
    ],
)
def test_who_somebody_is_is_a_fact(annotations_of, text, told, predicate):
    (label,) = labels(annotations_of(text), text)
    assert (label.text, label.predicate.lower()) == (told, predicate)
    assert text[label.head :].lower().startswith(predicate)


@pytest.mark.parametrize(
    "text",
    [
        "Captain Ashdown closed the lower quay on Monday.",
        "Nora Ashdown closed the lower quay on Monday.",
        "The lower quay, a relic of better days, was closed on Monday.",
    ],
)
def test_a_form_of_address_is_none(annotations_of, text):
    assert labels(annotations_of(text), text) == []


def test_who_somebody_is_holds_whatever_may_happen(annotations_of):
    text = "Nora Ashdown, the transport minister, may not close the lower quay on Monday."
    (label,) = labels(annotations_of(text), text)
    assert (label.modality, label.negated, label.time) == (Modality.ASSERTED, False, None)
