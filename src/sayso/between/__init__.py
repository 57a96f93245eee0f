"""What dossiers and outlets say of each other: what changed from one dossier to the next, where two outlets part."""

from sayso.between.compare import compare
from sayso.between.diff import diff

__all__ = ["compare", "diff"]
