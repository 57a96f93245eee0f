"""On whose say-so? Several reports of one story in, one dossier out.

import sayso
dossier = sayso.report(["reports/"], as_of="2031-03-09")
for finding in dossier.findings:
    print(finding.status.value, finding.statement)
dossier.table("claims")      # a pandas data frame
dossier.save("story.html")
"""

from collections.abc import Sequence
from pathlib import Path

from sayso.config import Settings, settings_from
from sayso.errors import ConfigurationError, RunError, SaysoError, SkipDocument
from sayso.notebook import Dossier

__version__ = "0.1.0"
__all__ = [
    "ConfigurationError",
    "Dossier",
    "RunError",
    "SaysoError",
    "Settings",
    "SkipDocument",
    "__version__",
    "load",
    "report",
]


def report(paths: str | Path | Sequence[str | Path], **settings: object) -> Dossier:
    """The dossier of the one story that the files and folders `paths` tell; `settings` are the fields of `Settings`.

    Raises ConfigurationError for a wrong setting and RunError where nothing can be read.
    """
    from sayso.pipeline.report import report as run  # noqa: PLC0415 - spaCy takes seconds to import

    # A single name is no sequence of letters, one of which could be the root of the disk.
    given = (paths,) if isinstance(paths, str | Path) else paths
    return Dossier.of(run(given, settings_from(**settings)))


def load(path: str | Path) -> Dossier:
    """Reads a dossier that was written as JSON; raises RunError where `path` holds none."""
    from sayso.export.as_json import from_json  # noqa: PLC0415 - keeps `import sayso` small

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RunError("read", f"cannot read {path}: {error.strerror}", "name a dossier in JSON") from error
    return Dossier.of(from_json(data, str(path)))
