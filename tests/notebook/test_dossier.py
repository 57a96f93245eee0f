import pickle
import subprocess
import sys

import msgspec
import pytest

import sayso
from sayso.export.as_json import from_json, to_json


def test_it_is_written_as_the_plain_record_is(dossier, sample, tmp_path):
    assert isinstance(dossier, sayso.Dossier)
    assert to_json(dossier) == to_json(sample)
    dossier.save(tmp_path / "again.json")
    assert sayso.load(tmp_path / "again.json") == dossier


def test_it_is_as_frozen_as_the_record(dossier):
    with pytest.raises(AttributeError):
        dossier.claims = ()
    assert pickle.loads(pickle.dumps(dossier)) == dossier


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", b"<!DOCTYPE html>"), ("a.md", b"# "), ("a.json", b"{"), ("a.TXT", b"")]
)
def test_the_ending_says_as_what_it_is_saved(dossier, tmp_path, name, begins):
    dossier.save(str(tmp_path / name))
    written = (tmp_path / name).read_bytes()
    assert written.lower().startswith(begins.lower())
    assert dossier.story.title in written.decode()


def test_an_ending_that_tells_nothing_and_a_place_that_is_not_are_refused(dossier, tmp_path):
    with pytest.raises(sayso.ConfigurationError, match=r"tells no format .*\.html"):
        dossier.save(tmp_path / "story.docx")
    with pytest.raises(sayso.RunError, match="cannot write"):
        dossier.save(tmp_path / "nowhere" / "story.html")
    assert list(tmp_path.iterdir()) == []


def test_its_short_form_is_one_line(sample):
    hostile = msgspec.structs.replace(sample.story, title="A\x1b[31m title\n" + "of very many words " * 20)
    shown = repr(sayso.Dossier.of(msgspec.structs.replace(sample, story=hostile)))
    assert shown.startswith("<sayso.Dossier “A title of very many words")
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert f"{len(sample.findings)} findings" in shown
    assert len(shown) < 250


def test_importing_the_package_imports_nothing_heavy(sample_path):
    code = (
        "import sys, sayso; d = sayso.load(sys.argv[1]); repr(d); d.rows('claims'); d._repr_html_();"
        "print(sorted({'pandas', 'spacy', 'numpy', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, sample_path], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_what_is_read_by_the_export_can_be_given_the_methods(sample_path):
    plain = from_json(sample_path.read_bytes())
    assert sayso.Dossier.of(plain).rows("claims")[0]["id"] == plain.claims[0].id
