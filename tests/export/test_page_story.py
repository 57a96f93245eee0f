import msgspec
import pytest

from sayso.export.lookup import Lookup
from sayso.export.page_story import matrix
from sayso.model.dossier_findings import Omission


def published(document, day):
    return msgspec.structs.replace(document, published=msgspec.structs.replace(document.published, start=day, end=day))


@pytest.fixture
def told(sample):
    """The row for a finding told on 5 March alone, by the days on which another outlet that lacks it published."""
    claim = sample.claims[0]
    teller = next(d for d in sample.documents if d.id == claim.document)
    lacking = next(d for d in sample.documents if d.publisher != teller.publisher)
    third = next(d for d in sample.documents if d.publisher not in {teller.publisher, lacking.publisher})
    finding = msgspec.structs.replace(sample.findings[0], claims=(claim.id,), outlets=(teller.publisher,))
    names = (lacking.publisher, third.publisher)
    gap = Omission(finding=finding.id, told_by=finding.outlets, missing_in=names)

    def make(*days, late="2031-03-09"):
        reports = [msgspec.structs.replace(published(lacking, day), id=f"l{n}") for n, day in enumerate(days)]
        documents = (published(teller, "2031-03-05"), *reports, published(third, late))
        dossier = msgspec.structs.replace(sample, documents=documents, findings=(finding,), omissions=(gap,))
        table = matrix(Lookup(dossier))
        return table, lacking.publisher, third.publisher

    return make


@pytest.mark.parametrize(
    ("days", "early"),
    [
        (["2031-03-04"], True),
        (["2031-03-04T23:50"], True),
        (["2031-03-05"], False),
        (["2031-03-04", "2031-03-06"], False),
        ([None], False),
    ],
)
def test_what_nobody_had_told_yet_is_not_left_out(told, days, early):
    table, lacking, third = told(*days)
    (row,) = table.rows
    assert (lacking in row.early) is early
    assert (lacking in row.missing) is not early
    assert third in row.missing
    cell = row.cells[table.columns.index(lacking)]
    assert (cell.href, cell.early) == (None, early)


def test_a_finding_that_nobody_could_have_told_is_no_row(told):
    table, _, _ = told("2031-03-04", late="2031-03-03")
    assert table.rows == ()
