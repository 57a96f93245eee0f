"""Which annotators there are, and in what order they must run."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import EntryPoint, entry_points

from sayso.annotate.annotator import GROUP, Annotator
from sayso.errors import ConfigurationError
from sayso.model.annotations import Layer

_ASK = "ask its author, or remove it"
REINSTALL = "install sayso again: pip install --force-reinstall sayso"


@cache
def installed() -> tuple[Annotator, ...]:
    """All annotators of the installed packages, in the order in which they run; raises as `ordered` does."""
    return ordered(_load(point) for point in entry_points(group=GROUP))


def ordered(annotators: Iterable[Annotator]) -> tuple[Annotator, ...]:
    """The annotators, each after what it reads, the same for the same set of them.

    Raises ConfigurationError where two bear one name or write one layer, where one replaces or reads what is not there,
    where they wait for each other, or where a layer that the main path reads has no writer.
    """
    members = sorted(annotators, key=lambda a: a.name)
    _distinct([a.name for a in members], "are named", "rename one")
    members = _replaced(members)
    _distinct([a.writes for a in members], "write", "let one declare that it `replaces` the other")
    writers = {a.writes: a for a in members}
    for needed in Layer:
        if needed not in writers:
            raise ConfigurationError("annotate", f"no annotator writes {needed.value}", REINSTALL)
    for a in members:
        for layer in sorted(a.reads - writers.keys()):
            raise ConfigurationError(
                "annotate",
                f"annotator {a.name} reads {layer}, which no annotator writes",
                f"install one, or remove {a.name}",
            )
    return tuple(writers[layer] for layer in _sorted({a.writes: sorted(a.reads) for a in members}))


def _sorted(reads: dict[str, list[str]]) -> Iterator[str]:
    sorter = TopologicalSorter(reads)
    try:
        sorter.prepare()
    except CycleError as error:
        ring = " → ".join(error.args[1])
        raise ConfigurationError("annotate", f"annotators wait for each other: {ring}", "remove one of them") from error
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        yield from ready
        sorter.done(*ready)


def _replaced(members: Sequence[Annotator]) -> list[Annotator]:
    """The members without those that another one replaces."""
    names = {a.name for a in members}
    for a in members:
        if a.replaces is not None and a.replaces not in names:
            raise ConfigurationError(
                "annotate", f"annotator {a.name} replaces {a.replaces}, which is not there", f"remove {a.name}"
            )
    _distinct([a.replaces for a in members if a.replaces], "replace", "remove one of them")
    gone = {a.replaces for a in members}
    return [a for a in members if a.name not in gone]


def _distinct(names: Sequence[str], verb: str, remedy: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ConfigurationError("annotate", f"two annotators {verb} {name}", remedy)


def _load(point: EntryPoint) -> Annotator:
    """The annotator behind an entry point; raises ConfigurationError where that is broken."""
    try:
        made: Annotator = point.load()()
    except Exception as error:  # the code of other people may raise anything
        raise ConfigurationError(
            "annotate",
            f"the annotator {point.value} cannot be loaded: {type(error).__name__}: {error}",
            "install its package again, or remove it",
        ) from error
    for declared in ("name", "version", "reads", "writes", "replaces", "annotate"):
        if not hasattr(made, declared):
            raise ConfigurationError("annotate", f"the annotator {point.value} declares no `{declared}`", _ASK)
    for declared in ("name", "version", "writes"):
        if not _is_word(getattr(made, declared)):
            told = f"the annotator {point.value} declares {getattr(made, declared)!r} as its `{declared}`"
            raise ConfigurationError("annotate", told, _ASK)
    return made


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
