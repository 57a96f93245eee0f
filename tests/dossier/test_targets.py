"""Targets: whole words, closed quotations, nothing that hangs on."""

import pytest

from sayso.dossier.targets import LONGEST, accused, is_fragment, short, without_link, without_second_verb


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  the toll,  ", "the toll"),
        ("“the toll”", "the toll"),
        ('the "great toll', 'the "great toll"'),
        ("the “great toll", "the “great toll”"),
        ("the toll (since May", "the toll (since May)"),
        (" . ", None),
        ("", None),
    ],
)
def test_short(text: str, shown: str | None) -> None:
    assert short(text) == shown


def test_long_targets_end_at_a_word() -> None:
    shown = short("harbour " * 60)
    assert shown is not None
    assert shown.endswith("harbour …")
    assert len(shown) <= LONGEST + 2


def test_what_hangs_on_is_cut() -> None:
    assert accused("the guild of hiding the ledgers") == "the guild"
    assert without_second_verb("the guild to vote, although nobody came") == "the guild to vote"
    assert without_second_verb("ships and boats") == "ships and boats"
    assert without_link("for the pause") == "the pause"
    assert is_fragment("for repairs")
    assert not is_fragment("the repairs")
