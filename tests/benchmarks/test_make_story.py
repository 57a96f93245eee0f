import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.make_story import main
from benchmarks.story_edits import reword, sentences

ROOT = Path(__file__).parents[2]


def make(folder, *options):
    main([*options, str(folder)])
    return json.loads(folder.with_name(folder.name + ".truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "story"
    return folder, make(folder, "--documents", "40", "--seed", "3")


def test_every_document_has_its_text_its_sidecar_and_its_truth(made):
    folder, truths = made
    assert len(truths) == 40
    assert {t["file"] for t in truths} == {f.name for f in folder.glob("*.txt")}
    assert {t["file"].replace(".txt", ".meta.yaml") for t in truths} == {f.name for f in folder.glob("*.yaml")}
    assert len({f.read_bytes() for f in folder.glob("*.txt")}) == 40
    assert {t["kind"] for t in truths} == {"copy", "truncated", "spliced", "reworded", "own"}
    assert all(len(t["sources"]) == (2 if t["kind"] == "spliced" else 1) for t in truths)
    assert len({t["published"] for t in truths}) > 4


def test_what_is_altered_stands_in_the_text_and_in_no_source(made):
    folder, truths = made
    corpus = "".join(f.read_text("utf-8") for f in (ROOT / "examples" / "corpus").iterdir())
    altered = [(t, a) for t in truths for a in t["altered"]]
    assert {a["kind"] for _, a in altered} == {"number", "date", "place"}
    for truth, fact in altered:
        assert fact["sentence"] in (folder / truth["file"]).read_text("utf-8")
        assert fact["after"] in fact["sentence"] != fact["before"]
        assert fact["sentence"] not in corpus


def test_copies_of_the_wire_name_it_and_keep_its_words(made):
    folder, truths = made
    wire = (folder / truths[0]["file"]).read_text("utf-8")
    assert truths[0]["outlet"] == "Ombú Press"
    copies = [t for t in truths if t["kind"] == "copy" and t["sources"] == ["01-ombu-wire.txt"]]
    assert copies
    for copy in copies:
        text = (folder / copy["file"]).read_text("utf-8")
        assert "(Ombú Press)" in text
        kept = [p for p in text.split("\n\n") if p.strip() in wire]
        assert len(kept) > len(wire.split("\n\n")) - 5


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path):
    def bytes_of(folder):
        return {f.name: f.read_bytes() for f in folder.iterdir()}

    for name, seed in (("a", "5"), ("b", "5"), ("c", "6")):
        make(tmp_path / name, "--documents", "8", "--seed", seed)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b") != bytes_of(tmp_path / "c")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("kept", "utf-8")
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert [f.name for f in tmp_path.iterdir()] == ["mine.txt"]


def test_two_hundred_documents_are_all_different(tmp_path):
    make(tmp_path / "many", "--documents", "200")
    assert len({f.read_bytes() for f in (tmp_path / "many").glob("*.txt")}) == 200


def test_quotations_are_never_reworded():
    text = "The clerk said the lorries had left. “The lorries were late,” she said. The gate stood open."
    out = reword(text, {"lorries": ["trucks"]}, 1.0, Random(1))
    assert out == "The clerk said the trucks had left. “The lorries were late,” she said. The gate stood open."
    assert sentences("He left at 2 p.m. on Monday. “No,” she said.") == ["He left at 2 p.m. on Monday.", "“No,” she said."]
