"""Words that say what becomes of people: where only a number stands beside them, it counts people ("killing 11")."""

_WORDS = """
kill die dead slay murder assassinate massacre perish execute behead drown lynch
injure wound hurt maim injured wounded hospitalize hospitalise
miss missing unaccounted disappear vanish
arrest detain jail imprison apprehend capture
abduct kidnap displace evacuate rescue survive free release infect sicken
charge indict convict sentence strand stranded trap trapped homeless
"""
_OUTCOMES = frozenset(_WORDS.split())


def befalls_people(lemma: str | None) -> bool:
    """True for a verb or adjective that tells what became of people."""
    return lemma is not None and lemma.lower() in _OUTCOMES
