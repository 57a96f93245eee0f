import json
from dataclasses import dataclass

import msgspec
import pytest

from sayso.evaluate import run
from sayso.evaluate.attempt import Done, Failed, Workshop
from sayso.evaluate.gold import Part
from sayso.evaluate.run import measure
from sayso.evaluate.show import to_lines
from sayso.evaluate.tasks import tasks
from sayso.evaluate.timex.metric import TimexAnswer
from sayso.evaluate.timex.task import TimexTask

ODD_TEXTS = ['“On Monday’’ ‘she said, "in 2 019', "\u2028Tuesday\x00\x1b 5 km\t\t5%", "“" * 40, "))) (1980 –", "é́ 🜚 noon 🜚"]


class Stumbling(TimexTask):
    """Fails on one document."""

    def answer(self, row, parsed):
        if row.id == "t03":
            raise RecursionError("too deep")
        return super().answer(row, parsed)


def test_a_document_that_fails_is_listed_and_the_rest_goes_on(gold, nlp):
    done = measure(Stumbling(), [gold / "timex.jsonl"], nlp=nlp)
    (skipped,) = done.evaluation.skipped
    assert (skipped.path, skipped.reason) == ("t03", "RecursionError: too deep")
    assert done.answers[2] == TimexAnswer("t03", ())
    assert len(done.answers) == done.evaluation.rows == 24
    assert "t03: RecursionError: too deep" in to_lines(done.evaluation)
    whole = measure(TimexTask(), [gold / "timex.jsonl"], nlp=nlp).evaluation.figures["all"]
    assert done.evaluation.figures["all"]["relaxed_f1"] < whole["relaxed_f1"]


def test_a_parse_that_fails_costs_only_its_own_document(gold, nlp, monkeypatch):
    parse = run.parse

    def failing(documents, model):
        if any(d.id == "t05" for d in documents):
            raise ValueError("no parse")
        return parse(documents, model)

    monkeypatch.setattr(run, "parse", failing)
    done = measure(TimexTask(), [gold / "timex.jsonl"], nlp=nlp)
    assert [s.path for s in done.evaluation.skipped] == ["t05"]
    assert sum(bool(a.timex) for a in done.answers) == 22  # one row has no times, one was not read


def test_halves_read_alone_are_the_halves_of_the_whole(gold, nlp):
    path = [gold / "timex.jsonl"]
    whole = measure(TimexTask(), path, nlp=nlp).evaluation
    for part in (Part.EVEN, Part.ODD):
        alone = measure(TimexTask(), path, part, nlp=nlp).evaluation
        assert alone.figures == {part.value: whole.figures[part.value]}
        assert alone.rows == 12


@pytest.mark.parametrize("name", sorted(tasks()))
def test_predictions_are_rows_in_the_order_of_the_gold_and_every_span_is_exact(gold, nlp, name):
    done = measure(tasks()[name], [gold / f"{name}.jsonl"], nlp=nlp)
    rows = [json.loads(line) for line in (gold / f"{name}.jsonl").read_text("utf-8").splitlines()]
    told = [json.loads(line) for line in done.predictions().splitlines()]
    assert [r.get("id") for r in told] == [r.get("id") for r in rows]
    assert done.evaluation.figures["all"].get("inexact_spans", 0) == 0
    spans = [(row["text"], t) for row, answer in zip(rows, told, strict=True) for t in spans_of(answer)]
    assert all(text[t["start"] : t["end"]] == t["text"] for text, t in spans)
    assert spans or name in {"attribution", "extraction"}


def spans_of(answer):
    return answer.get("timex") or answer.get("quantities") or []


@pytest.mark.parametrize("name", ["timex", "attribution", "quantities"])
def test_odd_text_never_fails(tmp_path, nlp, name):
    path = tmp_path / "odd.jsonl"
    empty = {"timex": [], "attributions": [], "quantities": [], "dct": ""}
    rows = [{"id": str(n), "text": text, **empty} for n, text in enumerate([*ODD_TEXTS, "", "\n \n"])]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    evaluation = measure(tasks()[name], [path], nlp=nlp).evaluation
    assert evaluation.skipped == ()
    assert evaluation.figures["all"]["inexact_spans"] == 0


def test_progress_is_told_in_shares_that_grow(gold, nlp):
    told = []
    measure(TimexTask(), [gold / "timex.jsonl"], nlp=nlp, progress=lambda stage, share: told.append((stage, share)))
    assert told == [("timex", 1.0)]


def test_lines_keep_to_the_width_and_hold_every_kind(gold, nlp):
    evaluation = measure(TimexTask(), [gold / "timex.jsonl"], nlp=nlp).evaluation
    for width in (40, 100):
        lines = to_lines(evaluation, width)
        assert max(map(len, lines.splitlines())) <= width
        assert all(f"{k.count} {k.kind}" in lines for k in evaluation.kinds)
    assert "\x1b" not in to_lines(evaluation)
    assert msgspec.json.decode(msgspec.json.encode(evaluation))["figures"]["odd"]["gold"] == 16


@dataclass
class Loud:
    said: str

    def __call__(self):
        raise KeyError(self.said)


def test_work_is_kept_apart():
    with Workshop() as workshop:
        assert workshop.attempt(lambda: 3) == Done(3)
        assert workshop.attempt(Loud("gone")) == Failed("KeyError: 'gone'")
        assert workshop.attempt(lambda: None) == Done(None)
