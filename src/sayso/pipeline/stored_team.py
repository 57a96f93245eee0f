"""Who annotates: the versions that annotations hang on, without loading the model."""

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def team_of(model: str) -> str:
    """Versions of the package, of the annotators in their order, and of the parser and its model."""
    from sayso import __version__  # noqa: PLC0415 - the package hands on what the rooms offer, this one too
    from sayso.annotate.team import installed  # noqa: PLC0415 - the annotators bring the parser

    annotators = ", ".join(f"{a.name} {a.version}" for a in installed())
    return f"sayso {__version__}; spacy {version('spacy')}; {model} {_model_version(model)}; {annotators}"


def _model_version(model: str) -> str:
    """The version of an installed model; of a folder the hash of what it says about itself."""
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        about = Path(model, "meta.json")
        return hashlib.sha256(about.read_bytes()).hexdigest()[:16] if about.is_file() else "unknown"
