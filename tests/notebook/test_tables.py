import sys
from pathlib import Path

import pandas as pd
import pytest
from msgspec.structs import replace

import sayso
from sayso.notebook.reference import reference
from sayso.notebook.tables import TABLES, ColumnType

PAGES = Path(__file__).parents[2] / "docs" / "reference"
OF_TYPE = {
    ColumnType.TEXT: str,
    ColumnType.WHOLE: int,
    ColumnType.NUMBER: (int, float),
    ColumnType.TRUTH: bool,
    ColumnType.LIST: tuple,
}


def test_the_reference_is_what_the_code_says():
    assert (PAGES / "tables.md").read_text("utf-8") == reference()


@pytest.mark.parametrize("name", TABLES)
def test_values_are_of_the_type_that_the_column_has(dossier, name):
    for row in dossier.rows(name):
        for column in TABLES[name].columns:
            value = row[column.name]
            assert value is None or isinstance(value, OF_TYPE[column.type]), column
            if column.type is ColumnType.LIST:
                assert all(isinstance(v, str) for v in value)


@pytest.mark.parametrize("name", TABLES)
def test_frames_have_one_row_a_thing_and_the_same_types_when_empty(dossier, sample, name):
    frame = dossier.table(name)
    assert list(frame.columns) == [c.name for c in TABLES[name].columns]
    assert len(frame) == len(dossier.rows(name))
    empty = {f: () for f in sample.__struct_fields__ if isinstance(getattr(sample, f), tuple)}
    none = sayso.Dossier.of(replace(sample, **empty)).table(name)
    assert len(none) == 0
    assert list(none.dtypes) == list(frame.dtypes)


def test_ids_are_keys(dossier):
    for name in ("documents", "claims", "findings", "discrepancies", "sources", "entities"):
        assert dossier.table(name)["id"].is_unique
    claims = dossier.table("claims")
    joined = claims.merge(dossier.table("documents"), left_on="document", right_on="id", suffixes=("", "_of"))
    assert len(joined) == len(claims)
    cut = joined.apply(lambda row: row["text_of"][row["start"] : row["end"]], axis=1)
    assert (cut == joined["text"]).all()
    told = dossier.table("findings").explode("claims").merge(claims, left_on="claims", right_on="id")
    assert (told["id_x"] == told["finding"]).all()
    assert len(told) == sum(len(f.claims) for f in dossier.findings)


def test_what_is_unknown_is_unknown_and_no_zero(dossier):
    bounds = dossier.table("quantities")[["low", "high"]]
    known = [q for c in dossier.claims for q in c.quantities]
    assert len(bounds) == len(known) > 0
    assert int(bounds["high"].isna().sum()) == sum(q.high is None for q in known)
    assert bounds["low"].sum() == pytest.approx(sum(q.low for q in known if q.low is not None))


def test_quotes_and_mentions_are_cut_from_their_documents(dossier):
    texts = {d.id: d.text for d in dossier.documents}
    for row in dossier.rows("quotes") + dossier.rows("mentions") + dossier.rows("quantities"):
        assert row["text"] == texts[row["document"]][row["start"] : row["end"]]


def test_sides_tell_who_holds_them(dossier):
    apart = dossier.discrepancies[0]
    mine = [r for r in dossier.rows("sides") if r["discrepancy"] == apart.id]
    assert [r["value"] for r in mine] == [s.value for s in apart.sides]
    assert all(r["outlets"] for r in mine)
    assert [r["side"] for r in mine] == list(range(1, len(mine) + 1))


def test_a_table_that_is_not_names_those_that_are(dossier):
    with pytest.raises(sayso.ConfigurationError, match=r"no table 'claim' .*documents, claims, quotes"):
        dossier.table("claim")


def test_without_pandas_it_says_what_to_do_and_records_still_come(dossier, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(sayso.ConfigurationError, match=r"not installed .*sayso\[tables\]"):
        dossier.table("claims")
    assert dossier.rows("claims")


def test_names_of_python_records_that_point_nowhere_are_unknown(sample):
    lost = replace(sample, documents=(), entities=(), findings=())
    frame = sayso.Dossier.of(lost).table("quotes")
    assert frame["outlet"].isna().all()
    assert frame["text"].isna().all()
    assert isinstance(frame, pd.DataFrame)
