import pytest

from benchmarks.bench_scale import AFTER, Measured, exponent, missed


def story(documents, seconds, bare=100.0, memory=500.0):
    """A story with `seconds` after annotation, and some before that do not count."""
    return Measured(
        documents, 10 * documents, bare, {"annotate": 999.0} | dict.fromkeys(AFTER, seconds / len(AFTER)), memory
    )


@pytest.mark.parametrize("power", [1.0, 1.5])
def test_the_exponent_is_that_of_the_growth(power):
    assert exponent([story(n, 0.01 * n**power) for n in (25, 50, 100, 200)]) == pytest.approx(power)


def test_what_is_missed_is_named():
    assert missed([story(25, 2.0), story(200, 16.0)]) == []
    assert missed([story(25, 20.0, bare=10.0), story(200, 99.0)]) == []
    assert missed([story(100, 50.0), story(200, 101.0)]) == ["200 documents take 1.01 of the bare parse"]
    assert missed([story(25, 2.0), story(200, 16.0, memory=2001.0)]) == ["200 documents take 2001 MB"]
    assert missed([story(100, 2.0), story(200, 8.0)]) == ["cost grows with n^2.00"]
