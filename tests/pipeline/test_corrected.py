"""What people decide, from the command line through a run to the reader."""

import json
import shutil

import pytest

import sayso
from sayso.cli.app import run
from sayso.corrections.files import NAME
from sayso.export.as_html import to_html
from sayso.export.as_json import to_json
from sayso.export.as_markdown import to_markdown
from sayso.export.as_terminal import to_terminal
from sayso.export.explain import explain

SIGNED = ["--by", "A. Reader", "--why", "seen on site"]


class Desk:
    """A story in a folder with its dossier; decides from the command line."""

    def __init__(self, folder):
        self.folder, self.place = folder, folder / "reports" / NAME
        self.paths, self.story = [folder / "reports"], folder / "story.json"

    def report(self, **settings):
        dossier = sayso.report(self.paths, **settings)
        self.story.write_bytes(to_json(dossier))
        return dossier

    def decide(self, *words, to=None):
        value = ["--to", to] if to else []
        return run(["correct", *words, "-d", str(self.story), *SIGNED, *value])


@pytest.fixture
def desk(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "reports")
    return Desk(tmp_path)


def story_of(dossier):
    """All but what tells of corrections and of the run."""
    plain = json.loads(to_json(dossier))
    del plain["corrections"], plain["run"]
    return plain


def decide_all(desk, base):
    """One correction of every action; what each is about."""
    several = [f for f in base.findings if len(f.claims) > 1]
    alone = [f for f in base.findings if len(f.claims) == 1]
    apart = base.discrepancies[1:]  # the first is between the two entities that are merged
    names = [e for e in base.entities if e.type.value == "PERSON"]
    plan = [
        ("merge-findings", alone[0].id, alone[1].id),
        ("split-finding", several[0].claims[0], several[0].id),
        ("dismiss-discrepancy", apart[0].id),
        ("confirm-discrepancy", apart[1].id),
        ("merge-entities", names[0].name, names[1].id),
        ("set-publisher-family", "polar wire", "Northern Courier"),
    ]  # fmt: skip
    assert [desk.decide(*p) for p in plan] == [0] * 6
    assert desk.decide("set-published", "wire.jsonl", to="2031-03-11T08:00+01:00") == 0
    assert desk.decide("set-publisher", "lantern.txt", to="Skerrin Lamp") == 0


def test_every_decision_is_applied_told_and_taken_back(desk, faults_of):
    base = desk.report()
    assert base.corrections == ()
    assert base.run.corrections == (str(desk.place),)
    assert len(base.discrepancies) > 1
    decide_all(desk, base)
    corrected = sayso.report(desk.paths)
    assert [(c.applied, c.note) for c in corrected.corrections] == [(True, None)] * 8
    assert faults_of(json.loads(to_json(corrected))) == []
    assert base.discrepancies[1].id not in {d.id for d in corrected.discrepancies}
    assert {d.publisher for d in corrected.documents} >= {"Skerrin Lamp", "Polar Wire"}
    published = next(d.published for d in corrected.documents if d.publisher == "Polar Wire")
    assert (published.start, published.why) == (
        "2031-03-11T08:00:00+01:00",
        f"set by A. Reader on {corrected.corrections[0].at[:10]}: seen on site",
    )
    for text in (to_terminal(corrected), to_markdown(corrected), to_html(corrected)):
        assert "seen on site" in text
    joined = next(c for c in corrected.corrections if c.action == "merge-findings")
    assert "What people decided\n  A. Reader on" in explain(corrected, joined.touches[0])

    again = desk.place.read_bytes()
    desk.place.write_bytes(again + again)
    assert story_of(sayso.report(desk.paths)) == story_of(corrected)
    desk.place.write_bytes(b"\n".join(reversed(again.splitlines())))
    assert story_of(sayso.report(desk.paths)) == story_of(corrected)
    desk.place.write_bytes(again)

    assert desk.decide("undo", *(str(n) for n in range(1, 9))) == 0
    undone = sayso.report(desk.paths)
    assert story_of(undone) == story_of(base)
    assert [c.applied for c in undone.corrections] == [False] * 8 + [True]
    assert undone.corrections[0].note.startswith("undone by A. Reader on")
    assert "8 corrections undone" in to_terminal(undone)


def test_no_file_an_empty_one_and_one_of_another_place(desk, tmp_path):
    base = desk.report()
    desk.place.write_text("")
    assert story_of(sayso.report(desk.paths)) == story_of(base)
    assert desk.decide("set-publisher", "lantern.txt", to="Skerrin Lamp") == 0
    elsewhere = desk.place.rename(tmp_path / "ours.jsonl")
    assert story_of(sayso.report(desk.paths)) == story_of(base)
    chosen = sayso.report(desk.paths, corrections=str(elsewhere))
    assert "Skerrin Lamp" in {d.publisher for d in chosen.documents}


def test_what_lost_its_target_is_told(desk):
    base = desk.report()
    alone = [f for f in base.findings if f.outlets == ("The Skerrin Lantern",)][:2]
    assert desk.decide("merge-findings", *(f.id for f in alone)) == 0
    with desk.place.open("a") as file:
        file.write("not a line\n")
    (desk.folder / "reports" / "lantern.txt").unlink()
    gone, odd = sayso.report(desk.paths).corrections
    assert not gone.applied
    assert "none of its claims is in these reports any more" in gone.note
    assert (odd.target, odd.applied) == (f"line 2 of {NAME}", False)


def test_outlets_of_one_house_are_one_origin(desk, tmp_path):
    for path in (tmp_path / "reports").iterdir():
        path.unlink()
    texts = {
        "Harbour Post": "The mill of Brenholm will close in June, its director Karl Lindqvist said.",
        "Coast Herald": "In June the mill in Brenholm is to be closed, according to mayor Maria Osterlund.",
    }
    for n, (outlet, text) in enumerate(texts.items()):
        head = f"---\npublisher: {outlet}\ndate: 2031-03-08\n---\n"
        (tmp_path / "reports" / f"{n}.txt").write_text(head + text + "\n", "utf-8")
    assert [f.status.value for f in desk.report().findings if len(f.outlets) > 1] == ["corroborated"]
    assert desk.decide("set-publisher-family", *texts, to="Brenholm Media") == 0
    (finding,) = (f for f in sayso.report(desk.paths).findings if len(f.outlets) > 1)
    assert (finding.status.value, finding.independent) == ("single-origin", 1)
