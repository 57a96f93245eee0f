"""Bad input, end to end: whatever cannot be read is told with its remedy, and the rest goes on."""

import json
import time

import pytest

from sayso.cli.app import run

GOOD = (
    "By Ann Moor\n9 March 2031\n\nThe ferry Hild struck a rock off Skerrin on Friday, and 12 passengers were hurt, the "
    "coast guard said.\n\nNorline, its operator, denied that the captain had been asleep.\n"
)
ODD = (
    '"We heard a crack, said Ola Brandt. “The ship «was’ never" safe, he added”. “““ The board ‘denied that \'all was well" '
    'on Friday. »No« she said, "it is\n\n”not\n'
)
GERMAN = (
    "Ein Fährschiff ist am Freitag vor der Küste auf Grund gelaufen. Nach Angaben der Küstenwache wurden zwölf Menschen "
    "verletzt. Die Reederei wies den Vorwurf zurück, der Kapitän habe geschlafen."
)
SENTENCE = "The harbour board said on Monday that 40 boats were held at the quay while inspectors counted the crates. "
MENU = "<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav></body></html>"

READ = {
    "good.txt": GOOD.encode(),
    "western.txt": "“The ship was sound,” said Zoë Brandt of Norline on Friday. The coast guard disagreed.".encode("cp1252"),
    "wide.txt": GOOD.replace("Hild", "Hilda").encode("utf-16"),
    "quotes.txt": ODD.encode(),
    "undated.txt": b"A ferry ran onto a rock, and 12 people were hurt, the coast guard said. Divers found a leak.",
}
SKIPPED = {
    "again.txt": (GOOD.encode(), "same bytes as ", "keep one of the two"),
    "binary.txt": (bytes(range(256)) * 40, "binary data", "give the article as text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "a PNG image", "give the article as text"),
    "blank.txt": (b" \n\n\t ", "the file is empty", "remove it"),
    "captions.txt": (b"FILE PHOTO: The ferry Hild at the quay.\n\nPhoto: A rock.", "no running text", "saved whole"),
    "empty.txt": (b"", "the file is empty", "remove it"),
    "german.txt": (GERMAN.encode(), "language de (German) has no reader", "a language that has one"),
    "line.txt": ((SENTENCE * 100_000)[:10_000_000].encode(), "longer than 1,000,000 characters", "divide it"),
    "menu.html": (MENU.encode(), "holds no article", "save the article's own page"),
    "missing.txt": (None, "no such file", "check the spelling"),
    "noblank.txt": (b"a" * 10_000_000, "longer than 1,000,000 characters", "divide it"),
    "table.csv": (b"a,b", "files of the kind .csv are not read", "give it as .txt"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("bad")
    for name, data in {**READ, **{n: d for n, (d, _, _) in SKIPPED.items()}}.items():
        if data is not None:
            (made / name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def outcome(folder):
    """Status, dossier, standard error and seconds of one run over everything."""
    from contextlib import redirect_stderr
    from io import StringIO

    paths = [str(folder / name) for name in (*READ, *SKIPPED)]
    told, began = StringIO(), time.perf_counter()
    with redirect_stderr(told):
        status = run(["report", *paths, "-o", str(folder / "out.json")])
    seconds = time.perf_counter() - began
    return status, json.loads((folder / "out.json").read_bytes()), told.getvalue(), seconds


def test_some_skipped_is_status_1_and_takes_seconds(outcome):
    status, _, told, seconds = outcome
    assert status == 1
    assert "Traceback" not in told
    assert seconds < 30


def test_the_rest_goes_on(outcome, folder):
    dossier = outcome[1]
    documents = {d["path"].rsplit("/", 1)[1]: d for d in dossier["documents"]}
    good = {
        "again.txt" if "good.txt" not in documents else "good.txt",
        "western.txt",
        "wide.txt",
        "quotes.txt",
        "undated.txt",
    }
    assert set(documents) == good
    told = {c["document"] for c in dossier["claims"]}
    assert {d["id"] for d in dossier["documents"]} == told
    assert "Zoë" in documents["western.txt"]["text"]
    assert "“The ship was sound,”" in documents["western.txt"]["text"]
    assert "Hilda" in documents["wide.txt"]["text"]
    assert documents["undated.txt"]["published"]["basis"] in {"inferred", "unknown"}
    assert all(documents[c]["text"] for c in documents)


def test_every_claim_is_its_slice(outcome):
    texts = {d["id"]: d["text"] for d in outcome[1]["documents"]}
    for claim in outcome[1]["claims"]:
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["text"]


@pytest.mark.parametrize("name", [n for n in SKIPPED if n != "again.txt"])
def test_what_is_skipped_is_told_with_reason_and_remedy(outcome, folder, name):
    _, dossier, told, _ = outcome
    _, reason, remedy = SKIPPED[name]
    (entry,) = [s for s in dossier["skipped"] if s["path"] == str(folder / name)]
    assert reason in entry["reason"]
    assert remedy in entry["remedy"]
    assert f"sayso: skipped {entry['path']}: {entry['reason']} ({entry['remedy']})\n" in told


def test_the_same_file_twice_is_read_once(outcome, folder):
    (entry,) = [s for s in outcome[1]["skipped"] if "same bytes" in s["reason"]]
    assert {entry["path"], entry["reason"].removeprefix("same bytes as ")} == {
        str(folder / "good.txt"),
        str(folder / "again.txt"),
    }
    assert len(outcome[1]["skipped"]) == len(SKIPPED)


def test_one_document_alone(folder, capfd):
    target = folder / "alone.json"
    assert run(["report", str(folder / "good.txt"), "-o", str(target)]) == 0
    dossier = json.loads(target.read_bytes())
    assert capfd.readouterr().err == f"wrote {target} (1 report, 0 skipped)\n"
    assert {f["status"] for f in dossier["findings"]} <= {"single-origin", "unsourced", "disputed"}
    assert dossier["reuse"] == dossier["omissions"] == []


def test_no_dates_at_all_are_no_dates(folder):
    target = folder / "undated.json"
    assert run(["report", str(folder / "undated.txt"), "-o", str(target)]) == 0
    dossier = json.loads(target.read_bytes())
    assert (dossier["story"]["as_of"], dossier["story"]["start"], dossier["story"]["end"]) == (None, None, None)
    assert dossier["timeline"] == []
    assert dossier["documents"][0]["published"] == {
        "start": None, "end": None, "zone": None, "basis": "unknown", "why": dossier["documents"][0]["published"]["why"],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["empty.txt", "captions.txt", "missing.txt", "german.txt", "menu.html", "binary.txt"])
def test_no_readable_document_is_status_2_and_one_line(folder, capfd, name):
    assert run(["report", str(folder / name)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    _, reason, remedy = SKIPPED[name]
    assert str(folder / name) in err
    assert reason in err
    assert remedy in err


def test_an_empty_folder_is_status_2(tmp_path, capfd):
    assert run(["report", str(tmp_path)]) == 2
    err = capfd.readouterr().err
    assert f"{tmp_path} holds no articles" in err
    assert ".jsonl" in err


def test_an_output_that_cannot_be_written_is_told_before_the_work(folder, capfd, tmp_path):
    began = time.perf_counter()
    assert run(["report", str(folder / "good.txt"), "-o", str(tmp_path / "no" / "out.json")]) == 2
    assert time.perf_counter() - began < 1
    assert "there is no folder" in capfd.readouterr().err
    assert run(["report", str(folder / "good.txt"), "-o", str(tmp_path), "-f", "json"]) == 2
    assert "it is a folder" in capfd.readouterr().err
