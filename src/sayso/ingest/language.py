"""The language of a text: what is stated, else what py3langid hears in the body."""

import math

from sayso.errors import RunError

_SAMPLE = 4000  # characters; more does not change the answer
_SHORT = 20  # words: below, the classifier is unsure and must be very sure to be believed
_SURE = 0.95
_FEWEST = 4  # words: below, nothing can be told


def language_of(text: str) -> str:
    """A two-letter code; a text too short to tell counts as English unless the classifier is nearly certain."""
    words = text[:_SAMPLE].split()
    if len(words) < _FEWEST and text.isascii():
        return "en"
    (code, best), (_, second), *_ = _ranked(text[:_SAMPLE])
    sure = 1 / (1 + math.exp(min(50.0, float(second) - float(best)))) >= _SURE  # the odds of the two best
    return str(code) if len(words) >= _SHORT or sure else "en"


def _ranked(text: str) -> list[tuple[str, float]]:
    """Languages with their scores, the likeliest first; raises RunError where the classifier cannot unpack its model."""
    import py3langid  # noqa: PLC0415 - it brings numpy, which what is known already does not wait for

    try:
        return list(py3langid.rank(text))
    except OSError as error:  # it unpacks into a temporary file once; no document is to blame
        told = f"the languages of texts cannot be told: {error.strerror or error}"
        raise RunError("ingest", told, "free some space where temporary files go (TMPDIR)") from error
