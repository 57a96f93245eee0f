import msgspec
import pytest

from sayso.errors import RunError
from sayso.export.explain import explain


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (
            "f1",
            ["single-origin", "harbour authority (s1), named", "c10 and c2, score 0.93: shared numbers 1.00, words 0.80"],
        ),
        ("f2", ["disputed", "conflict of polarity in it: x1"]),
        ("x3", ["update of number", "read as [9, ∞)", "number: 9 or more person"]),
        ("s1", ["origin of finding f1, named", "cited by The Signal"]),
        ("c8", ["The Signal [0:41]", "said by “the paper” (has learned)", "denied"]),
        ("e1", ["Alma (PRODUCT)", "2 mentions", "joined because same name"]),
    ],
)
def test_claims_values_and_features(sample, wanted, words):
    told = explain(sample, wanted, 200)
    for part in words:
        assert part in told


def test_lines_keep_to_the_width(sample):
    assert max(map(len, explain(sample, "f1", 60).splitlines())) <= 60


def test_the_beginning_of_an_id_will_do(sample):
    renamed = msgspec.structs.replace(sample.sources[1], id="hospital")
    known = msgspec.structs.replace(sample, sources=(*sample.sources, renamed))
    assert explain(known, "hosp") == explain(known, "hospital")
    with pytest.raises(RunError, match=r"several ids begin with c .*c1, c2"):
        explain(sample, "c")
    with pytest.raises(RunError, match="nothing in this dossier has the id zz"):
        explain(sample, "zz")


def test_hostile_words_do_no_harm(hostile):
    for identifier in ("x1", "c1", "s1", "e1"):
        assert "\x1b" not in explain(hostile, identifier)
