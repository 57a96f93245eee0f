"""With what a dossier was made: versions, settings, models with their hashes, seconds by stage."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec
from spacy.language import Language

from sayso.align.embed import model_files
from sayso.annotate.team import installed
from sayso.config import Settings
from sayso.model.dossier_reading import ModelUsed, Run, Setting

PARTS = ("sayso", "spacy", "trafilatura", "numpy", "onnxruntime", "rapidfuzz", "pint", "py3langid")


def provenance(settings: Settings, nlp: Language, seconds: Mapping[str, float], corrections: Sequence[str] = ()) -> Run:
    """The `run` of a dossier; nothing in it enters an id. `corrections` are the files in which these were looked for."""
    return Run(
        versions={part: found for part in PARTS if (found := _version(part))} | {a.name: a.version for a in installed()},
        settings=_settings(settings),
        models=(
            ModelUsed(f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}", _digest(_model_folder(nlp))),
            ModelUsed("all-MiniLM-L6-v2", _digest(model_files())),
        ),
        seconds=dict(seconds),
        corrections=tuple(corrections),
    )


def _version(part: str) -> str | None:
    try:
        return version(part)
    except PackageNotFoundError:
        return None


def _settings(settings: Settings) -> dict[str, Setting]:
    plain: dict[str, Setting] = msgspec.to_builtins(settings)
    return plain


def _model_folder(nlp: Language) -> Path | None:
    return nlp.path if isinstance(nlp.path, Path) else None


@cache
def _digest(folder: Path | None) -> str:
    """SHA-256 over the names and contents of a model's files."""
    digest = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()) if folder else ():
        digest.update(f"{file.relative_to(folder or file)}\n".encode())
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()
