"""The two stories that the page is measured and pictured with, read once and kept under build/."""

import hashlib
from pathlib import Path

import sayso
from benchmarks.make_story import Maker, write
from sayso.export.as_json import to_json
from sayso.model.dossier import Dossier

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "examples" / "corpus"
KEPT = ROOT / "build" / "stories"
DOCUMENTS, SEED = 60, 1


def examples() -> Dossier:
    """The example corpus."""
    return _kept("examples", CORPUS)


def sixty() -> Dossier:
    """A made story of 60 documents: seconds to minutes for the first time."""
    folder = KEPT / f"made-{DOCUMENTS}-{SEED}"
    if not folder.is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        write(Maker(DOCUMENTS, SEED).make(), folder)
    return _kept("sixty", folder)


def _kept(name: str, folder: Path) -> Dossier:
    """The dossier of a folder, read anew where the package, its lock or the folder has changed since it was kept."""
    files = sorted(
        f for place in (ROOT / "src" / "sayso", folder) for f in place.rglob("*") if f.suffix != ".pyc" and f.is_file()
    )
    files = [f for f in files if "export" not in f.relative_to(ROOT).parts]  # how it is shown changes nothing in it
    files.append(ROOT / "requirements.lock")
    stand = hashlib.sha256(b"".join(hashlib.sha256(f.read_bytes()).digest() for f in files)).hexdigest()[:16]
    kept = KEPT / f"{name}-{stand}.json"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        for old in KEPT.glob(f"{name}-*.json"):
            old.unlink()
        print(f"reading {folder.relative_to(ROOT)} …", flush=True)
        kept.write_bytes(to_json(sayso.report([folder])))
    return sayso.load(kept)
