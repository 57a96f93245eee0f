"""Whole files: formats, metadata, everything that can be wrong with a file, and the order of the result."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import RunError
from sayso.ingest import read
from sayso.ingest.decode import _damaged
from sayso.model.enums import Basis, BlockKind

BODY = (
    "The harbour office closed the old bridge on Monday after two barges struck its middle pier.\n\n"
    "Divers went down in the afternoon to look at the damage, and ferries ran all night to bring people home."
)

SPANISH = (
    "El puente viejo fue cerrado el lunes después de que dos barcazas chocaron con su pilar central, "
    "dijo la oficina del puerto a la gente."
)


def one(path: Path, content: str | bytes, **options):
    """The only document of a file."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = read([path], **options)
    assert not reading.skipped
    return reading.documents[0]


def why(path: Path, content: str | bytes) -> tuple[str, str]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = read([path])
    assert not reading.documents
    (skipped,) = reading.skipped
    assert skipped.path == str(path)
    return skipped.reason, skipped.remedy


def test_front_matter_and_sidecar(tmp_path):
    front = (
        '---\ntitle: "Bridge: closed"\npublisher: Daily Hill\nauthors:\n  - Ann Poe\n  - Jan Low\n'
        "date: 2021-03-04T10:00:00+01:00\nlanguage: English\n---\n"
    )
    (tmp_path / "a.meta.yaml").write_text("publisher: Evening Hill\nurl: https://www.hill.example/x\n")
    document = one(tmp_path / "a.txt", front + BODY)
    assert document.text == BODY
    assert (document.title, document.publisher, document.authors) == (
        "Bridge: closed",
        "Evening Hill",
        ("Ann Poe", "Jan Low"),
    )
    assert (document.published.at, document.published.zone) == ("2021-03-04T10:00:00+01:00", "+01:00")
    assert (document.published.why, document.url, document.language) == ("front matter", "https://www.hill.example/x", "en")


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Ann Poe and Jan Low", ["Ann Poe", "Jan Low"]),
        ("By Ann Poe", ["Ann Poe"]),
        ("'Poe, Ann'", ["Poe, Ann"]),
        ("[Ann Poe, 7]", ["Ann Poe", "7"]),
        ("{name: Ann Poe}", ["Ann Poe"]),
    ],
)
def test_odd_values_of_front_matter(tmp_path, value, authors):
    document = one(tmp_path / "a.txt", f"---\nauthors: {value}\ntitle: 2021\npublisher: [Hill]\nextra: [[1]]\n---\n{BODY}")
    assert list(document.authors) == authors
    assert (document.title, document.publisher) == ("2021", "Hill")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Fire: what we know", "Fire: what we know"),
        ('"No" wins', '"No" wins'),
        ("Fire: 'all' of it", "Fire: 'all' of it"),
        ("'Fire' and: 'water'", "'Fire' and: 'water'"),
        ("*Fire*: the night", "*Fire*: the night"),
    ],
)
def test_lines_as_scrapers_write_them(tmp_path, written, title):
    document = one(tmp_path / "a.txt", f'---\ntitle: {written}\npublisher: "Hill"\n\nauthors:\n---\n{BODY}')
    assert (document.title, document.publisher, document.text) == (title, "Hill", BODY)


@pytest.mark.parametrize("front", ["title: a: b\ntitle: c: d", "title: a: b\nauthors:\n  - c", "title: a: b\nloose words"])
def test_what_is_neither_yaml_nor_lines_is_told(tmp_path, front):
    assert "not valid YAML" in why(tmp_path / "a.txt", f"---\n{front}\n---\n{BODY}")[0]


def test_a_rule_is_no_front_matter(tmp_path):
    assert one(tmp_path / "a.txt", f"---\n\n{BODY}").text.endswith("home.")


def test_a_date_line_with_what_the_picture_shows(tmp_path):
    text = f"Published: 4 March 2021, 18:12 | Photo: Divers at the middle pier (A. Poe)\n\n{BODY}"
    document = one(tmp_path / "a.txt", text)
    assert document.published.at == "2021-03-04T18:12:00"
    assert [b.kind.value for b in document.blocks][:3] == ["date-line", "caption", "paragraph"]


def test_a_malformed_date_keeps_the_document(tmp_path):
    published = one(tmp_path / "a.txt", f"---\ndate: last week\n---\n{BODY}").published
    assert published.basis is Basis.UNKNOWN
    assert "last week" in (published.why or "")


def test_a_date_line_dates_a_document_without_metadata(tmp_path):
    published = one(tmp_path / "a.txt", f"By Ann Poe | March 4, 2021\n\n{BODY}").published
    assert (str(published.start), published.basis, published.why) == ("2021-03-04", Basis.STATED, "date line of the text")


def test_the_address_is_not_a_stated_date(tmp_path):
    assert one(tmp_path / "a.txt", f"---\nurl: http://hill.example/2021/03/04/x\n---\n{BODY}").published.start is None


@pytest.mark.parametrize(
    ("name", "front", "publisher"),
    [
        ("a.txt", "url: https://www.hill.example/a", "hill.example"),
        ("03_daily-hill_9f8e7d6c5b4a.txt", "", "daily-hill"),
        ("003_9f8e7d6c5b4a.txt", "", "003"),
    ],
)
def test_publisher(tmp_path, name, front, publisher):
    assert one(tmp_path / name, f"---\n{front}\n---\n{BODY}").publisher == publisher


def test_markdown_keeps_the_prose(tmp_path):
    text = (
        "# Bridge *closed*\n\nThe [harbour](http://x.example) **office** said `no` — 5 * 3 & “so”.\nIt went on\nfor days."
        f"\n\n## Ferries\n\n> {BODY}\n\n1998. That was a year.\n- a list item\n\n![The old pier](p.jpg)\n"
    )
    document = one(tmp_path / "a.md", text)
    parts = [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks]
    assert parts[0] == ("heading", "Bridge closed")
    assert parts[1] == ("paragraph", "The harbour office said no — 5 * 3 & “so”. It went on for days.")
    assert parts[2] == ("heading", "Ferries")
    assert ("paragraph", "1998. That was a year.") in parts
    assert parts[-1] == ("caption", "The old pier")
    assert document.title == "Bridge closed"


PAGE = """<html lang="en"><head><title>x</title><script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
"headline": "Bridge closed &amp; barred", "datePublished": "2021-03-04T10:00:00+01:00",
"dateModified": "2021-03-04T12:00:00+01:00",
"author": [{"name": "Ann Poe"}], "publisher": {"name": "Daily Hill"}, "url": "https://hill.example/bridge"}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1>
<p>The harbour <b>office</b> closed the <a href="x">old bridge</a> on Monday
after two barges struck its middle pier, and said it would stay shut for a week at the least.</p><h2>Ferries run</h2>
<p>Divers went down in the afternoon to look at the damage, and ferries ran all night to bring the people home.</p>
</article></body></html>"""


def test_page(tmp_path):
    document = one(tmp_path / "a.html", PAGE)
    assert (document.title, document.publisher, document.authors) == ("Bridge closed & barred", "Daily Hill", ("Ann Poe",))
    assert (document.published.at, document.modified) == ("2021-03-04T10:00:00+01:00", "2021-03-04T12:00:00+01:00")
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "Bridge closed",
        "Ferries run",
    ]
    assert len(document.body) == 2
    assert "The harbour office closed the old bridge on Monday after two" in document.text


def test_a_page_without_a_date_but_with_one_in_its_address_is_undated(tmp_path):
    page = PAGE.replace('"datePublished": "2021-03-04T10:00:00+01:00",', "").replace("/bridge", "/2021/03/04/bridge")
    assert one(tmp_path / "a.html", page).published.start is None


def test_json_lines(tmp_path):
    rows = [
        json.dumps({"text": BODY, "publisher": {"name": "Hill"}, "date": "2021-03-04"}),
        "{broken",
        "",
        json.dumps({"title": "x"}),
        json.dumps({"body": BODY + " Again."}),
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(rows))
    reading = read([path])
    assert [d.path for d in reading.documents] == [f"{path}#1", f"{path}#5"]
    assert [s.path for s in reading.skipped] == [f"{path}#2", f"{path}#4"]
    assert "column" in reading.skipped[0].reason
    assert one(tmp_path / "b.jsonl", rows[4]).path == str(tmp_path / "b.jsonl")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = BODY + " “Zoë’s café” – said Ann."
    assert one(tmp_path / "a.txt", text.encode(encoding)).text == text


def test_a_few_broken_bytes_do_not_spoil_utf8(tmp_path):
    document = one(tmp_path / "a.txt", (BODY + " “Zoë’s café” – “so” “it” “is”.").encode() + b"\xff.")
    assert "“Zoë’s café” – “so”" in document.text


@pytest.mark.parametrize("stray", ["ë", "é", "’"])
def test_a_stray_byte_of_another_encoding_does_not_make_the_text_a_foreign_one(tmp_path, stray):
    document = one(tmp_path / "a.txt", (BODY + " “So it is,” said Zo").encode() + stray.encode("cp1252") + b" Poe.")
    assert "“So it is,” said Zo\ufffd Poe." in document.text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1253", "shift_jis", "gb18030", "euc-kr", "cp1250"])
def test_texts_in_other_encodings_are_no_damaged_utf8(encoding):
    said = {
        "cp1251": "Мост закрыт, сказал мэр.", "koi8-r": "Мост закрыт, сказал мэр.", "cp1253": "Η γέφυρα είναι κλειστή.",
        "shift_jis": "橋は閉鎖された、と市長は言った。", "gb18030": "市长说，桥已经关闭了，没有人受伤。",
        "euc-kr": "시장은 다리가 폐쇄되었다고 말했다.", "cp1250": "Most je zavřený, řekl primátor, nikdo nebyl zraněn.",
    }[encoding]  # fmt: skip
    assert _damaged((said * 5).encode(encoding)) is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"... --- ...", "no text"),
        (b"%PDF-1.4 and so on", "PDF"),
        (bytes(range(256)) * 20, "binary"),
        (b'---\ntitle: "open\n\tdate: x\n---\nText', "line"),
        (b"x" * 20_000_001, "20 MB"),
        (b"The bridge is shut. " * 110_000, "1,000,000"),
        (
            SPANISH.encode(),
            "Spanish",
        ),
    ],
    ids=["empty", "blank", "signs", "pdf", "binary", "yaml", "large", "long", "language"],
)
def test_bad_files_are_told(tmp_path, content, reason):
    told, remedy = why(tmp_path / "a.txt", content)
    assert reason in told
    assert remedy


def test_front_matter_fault_names_its_line(tmp_path):
    reason, remedy = why(tmp_path / "a.txt", "---\ntitle: a\n\tb: c\n---\n" + BODY)
    assert "line 3" in reason
    assert "line 3" in remedy


def test_page_without_article(tmp_path):
    reason, _ = why(tmp_path / "a.html", "<html><body><nav>Home</nav></body></html>")
    assert "no article" in reason


def test_languages_can_be_widened(tmp_path):
    assert one(tmp_path / "a.txt", SPANISH, languages=frozenset({"en", "es"})).language == "es"


def test_folders(tmp_path):
    deep = tmp_path / "deep" / "er"
    deep.mkdir(parents=True)
    for name in (tmp_path / "b.txt", deep / "a.TXT"):
        name.write_text(BODY + name.name)
    (tmp_path / "copy.txt").write_text(BODY + "b.txt")
    for name in (".hidden.txt", "b.meta.yaml", "sayso.corrections.jsonl"):
        (tmp_path / name).write_text("title: x")
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / "dead.txt").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    reading = read([tmp_path, tmp_path / "missing.txt"])
    assert sorted(Path(d.path).name for d in reading.documents) == ["a.TXT", "b.txt"]
    told = {Path(s.path).name: s.reason for s in reading.skipped}
    assert set(told) == {"copy.txt", "picture.png", "dead.txt", "loop", "missing.txt"}
    assert told["copy.txt"] == f"same bytes as {tmp_path / 'b.txt'}"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    assert "permission" in read([path]).skipped[0].reason


def test_order_of_paths_does_not_matter(tmp_path):
    paths = []
    for n, date in enumerate(["2021-03-05", "", "2021-03-04"]):
        paths.append(tmp_path / f"{n}.txt")
        paths[-1].write_text(f"---\ndate: {date}\n---\n{BODY} {n}")
    forward, backward = read(paths), read([*reversed(paths), tmp_path])
    assert forward == backward
    assert [d.text[-1] for d in forward.documents] == ["2", "0", "1"]


def test_progress_and_no_paths(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.txt").write_text("")
    calls: list[tuple[int, int]] = []
    read([tmp_path], lambda done, of: calls.append((done, of)))
    assert calls == [(1, 2), (2, 2)]
    with pytest.raises(RunError):
        read([])


@given(
    st.binary(max_size=200),
    st.sampled_from([".txt", ".md", ".html", ".jsonl"]),
    st.sampled_from([b"", b"---\n", b"<html><p>", b"\xff\xfe", b'{"text":']),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tmp_path, data, suffix, head):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(head + data)
    reading = read([path])
    assert len(reading.documents) + len(reading.skipped) >= 1
