"""Tables as files."""

import csv
import json
import sys

import pandas as pd
import pytest

import sayso
from sayso.notebook.tables import TABLES, ColumnType


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_every_table_is_a_file_with_all_its_rows(dossier, tmp_path, form):
    files = dossier.save_tables(tmp_path / "new" / "folder", form)
    assert [f.name for f in files] == [f"{name}.{form}" for name in TABLES]
    assert all(f.is_file() for f in files)


def test_parquet_holds_what_the_frame_holds(dossier, tmp_path):
    for file in dossier.save_tables(tmp_path, "parquet"):
        read, wanted = pd.read_parquet(file), dossier.table(file.stem)
        assert list(read.columns) == list(wanted.columns)
        for column in TABLES[file.stem].columns:
            values = [None if pd.isna(v) is True else v for v in wanted[column.name]]
            if column.type is ColumnType.LIST:
                assert [tuple(v) for v in read[column.name]] == values
            else:
                assert [None if pd.isna(v) else v for v in read[column.name]] == values


def test_lines_hold_the_rows(dossier, tmp_path):
    (file,) = dossier.save_tables(tmp_path, "jsonl", ["claims"])
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert rows == json.loads(json.dumps(dossier.rows("claims")))
    assert rows


def test_csv_is_read_back_by_any_reader(dossier, tmp_path):
    (file,) = dossier.save_tables(tmp_path, "csv", ["documents"])
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [r["text"] for r in rows if "text" in r] == [r["text"] for r in dossier.rows("documents") if "text" in r]
    assert [r["id"] for r in rows] == [r["id"] for r in dossier.rows("documents")]


def test_what_is_no_form_and_no_table_is_told(dossier, tmp_path):
    with pytest.raises(sayso.ConfigurationError, match=r"choose one of csv, jsonl, parquet"):
        dossier.save_tables(tmp_path, "xlsx")
    with pytest.raises(sayso.ConfigurationError, match=r"there is no table 'clams'"):
        dossier.save_tables(tmp_path, "csv", ["claims", "clams"])
    (tmp_path / "file").write_text("")
    with pytest.raises(sayso.RunError, match=r"cannot write"):
        dossier.save_tables(tmp_path / "file", "csv")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_parquet_without_its_package_is_told(dossier, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(sayso.ConfigurationError, match=r"pip install 'sayso\[parquet\]'"):
        dossier.save_tables(tmp_path, "parquet")
