"""Which outlet of a dossier is meant by a name as somebody types it."""

from collections.abc import Callable, Sequence

from sayso.between.pairing import folded
from sayso.errors import RunError


def outlet_named(wanted: str, outlets: Sequence[str]) -> str:
    """The outlet meant by `wanted`: its name but for case, accents and an article, else its beginning, else words of it.

    Raises RunError, which lists the outlets, where none or several are meant.
    """
    sought = _bare(wanted)
    known = sorted(set(outlets))
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == sought,
        lambda name: name.startswith(sought),
        lambda name: f" {sought}" in name,
    )
    for meant in ways if sought else ():
        found = [name for name in known if meant(_bare(name))]
        exact = [name for name in found if name == wanted]
        if len(found) == 1 or exact:
            return (exact or found)[0]
        if found:
            raise RunError("compare", f"“{wanted}” may be {' or '.join(found)}", "write more of the name")
    raise RunError("compare", f"no outlet here is called “{wanted}”", f"the outlets are: {', '.join(known) or 'none'}")


def _bare(name: str) -> str:
    words = folded(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a"} else words)
