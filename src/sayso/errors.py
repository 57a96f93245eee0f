"""The one error tree. Each error names its stage, the document or setting, and a remedy.

SaysoError
├── SkipDocument         this document cannot be read: it is listed in `skipped` and the rest goes on
├── RunError             the run cannot go on (nothing readable, output not writable)
└── ConfigurationError   a setting is wrong (unknown model, malformed date)
"""


class SaysoError(Exception):
    """Base of all errors: `stage`, `reason` and `remedy` in plain words."""

    def __init__(self, stage: str, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} ({remedy})")
        self.stage, self.reason, self.remedy = stage, reason, remedy


class SkipDocument(SaysoError):
    """One document cannot be read."""


class RunError(SaysoError):
    """The run cannot go on."""


class ConfigurationError(SaysoError):
    """A setting must be mended."""
