"""What holds for any two dossiers of one story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.between import diff
from sayso.model.diff import DiscrepancyMove, DocumentMove, FindingMove

OPPOSITE = {
    FindingMove.NEW: FindingMove.GONE, FindingMove.ADDED: FindingMove.WITHDRAWN, FindingMove.MORE: FindingMove.FEWER,
    FindingMove.CORROBORATED: FindingMove.UNCORROBORATED, FindingMove.DISPUTED: FindingMove.UNDISPUTED,
    FindingMove.SOURCED: FindingMove.UNSOURCED, FindingMove.OTHERS: FindingMove.OTHERS,
}  # fmt: skip
OPPOSITE |= {b: a for a, b in OPPOSITE.items()}
parts = st.tuples(st.booleans(), st.sets(st.integers(0, 2), max_size=2), st.integers(0, 9))


@pytest.fixture(scope="session")
def part(old, new, without, shuffled):
    """One of the two dossiers, without some of its documents, its lists in some order."""

    def made(told):
        which, gone, seed = told
        whole = new if which else old
        names = sorted(d.id for d in whole.documents)
        return shuffled(without(whole, {names[n] for n in gone}), seed)

    return made


@given(told=parts)
@settings(max_examples=25, deadline=None)
def test_nothing_changes_from_a_dossier_to_itself(part, told):
    found = diff(part(told), part((*told[:2], told[2] + 1)))
    assert found.empty
    assert found.cautions == ()
    assert (found.old.reread, found.new.reread) == (0, 0)


@given(one=parts, other=parts)
@settings(max_examples=40, deadline=None)
def test_what_is_new_from_here_is_gone_from_there(part, mirrored, one, other):
    there, back = diff(part(one), part(other)), diff(part(other), part(one))
    assert mirrored(there, False) == mirrored(back, True)
    assert sorted(OPPOSITE[f.change].value for f in there.findings) == sorted(f.change.value for f in back.findings)


@given(one=parts, other=parts, seed=st.integers(10, 99))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_lists_changes_nothing(part, one, other, seed):
    assert diff(part(one), part(other)) == diff(part((*one[:2], seed)), part((*other[:2], seed)))


@given(one=parts, other=parts)
@settings(max_examples=25, deadline=None)
def test_every_change_has_what_its_name_says(part, one, other):
    found = diff(part(one), part(other))
    for d in found.documents:
        assert (d.old is None, d.new is None) == (d.change is DocumentMove.NEW, d.change is DocumentMove.GONE)
    for f in found.findings:
        assert (f.old is None) == (f.change in {FindingMove.NEW, FindingMove.ADDED})
        assert (f.new is None) == (f.change in {FindingMove.GONE, FindingMove.WITHDRAWN})
    for x in found.discrepancies:
        assert x.new is not None or x.change in {DiscrepancyMove.VANISHED, DiscrepancyMove.NOT_UPDATED}
