import msgspec
import pytest

from sayso.export.lookup import Lookup
from sayso.export.page_origins import counted, roots
from sayso.model.dossier_findings import Finding, Origin
from sayso.model.enums import OriginBasis, Status


def origin(name, *claims, basis=OriginBasis.NAMED):
    return Origin(source=f"s-{name}", name=name, basis=basis, claims=claims)


@pytest.fixture
def finding(sample):
    """A maker of findings of three claims of two documents, the first of which is its statement."""
    first = sample.claims[0]
    same = next(c for c in sample.claims[1:] if c.document == first.document)
    other = next(c for c in sample.claims if c.document != first.document)

    def make(independent, **kinds):
        claims = {"own": first.id, "same": same.id, "other": other.id}
        origins = tuple(origin(name, claims[name], basis=basis) for name, basis in kinds.items())
        return Finding(
            id="f", statement=first.text, claims=tuple(claims.values()), outlets=("A", "B"), origins=origins,
            status=Status.SINGLE_ORIGIN, why=(), independent=independent,
        )  # fmt: skip

    return make


NAMED, SILENT, RELAY = OriginBasis.NAMED, OriginBasis.UNSOURCED, OriginBasis.PROBABLE_RELAY


def told(sample, finding):
    shown = roots(Lookup(msgspec.structs.replace(sample, findings=(finding,))), finding)
    return counted(finding, shown), {r.name: (r.counts, r.note) for r in shown}


def test_all_that_are_named_count_where_as_many_count(sample, finding):
    head, notes = told(sample, finding(2, own=NAMED, other=NAMED))
    assert head == "Counts as two independent origins"
    assert notes == {"own": (True, "named"), "other": (True, "named")}


def test_of_several_the_one_behind_the_statement_counts(sample, finding):
    head, notes = told(sample, finding(1, same=NAMED, other=NAMED, own=NAMED))
    assert head == "Counts as one independent origin"
    assert list(notes) == ["own", "same", "other"]
    assert notes["own"][0]
    assert notes["same"] == (False, "not counted: the same outlet, or something else of it")
    assert notes["other"] == (False, "not counted: tells something else of it")


def test_nothing_is_said_to_count_where_the_dossier_does_not_tell(sample, finding):
    head, notes = told(sample, finding(1, same=NAMED, other=NAMED))
    assert head == "Counts as one independent origin of 2 named in it"
    assert set(notes.values()) == {(False, "named in it")}


def test_relays_and_the_silent_do_not_count(sample, finding):
    assert told(sample, finding(0, own=SILENT)) == ("No source found", {})
    assert told(sample, finding(0, own=RELAY)) == (
        "No independent origin",
        {"own": (False, "probably relayed, not counted")},
    )
