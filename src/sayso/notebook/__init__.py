"""The dossier as Python users hold it: it shows itself in notebooks, gives data frames and saves itself."""

from sayso.notebook.dossier import Dossier

__all__ = ["Dossier"]
