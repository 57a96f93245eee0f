"""Whether a noun and a verb name the same sort of event: explosion and explode, death and die."""

from functools import lru_cache

_IRREGULAR = {
    "death": "die",
    "loss": "lose",
    "flight": "fly",
    "speech": "speak",
    "choice": "choose",
    "marriage": "marry",
    "birth": "bear",
    "theft": "steal",
    "sale": "sell",
    "killing": "kill",
    "seizure": "seize",
    "proof": "prove",
    "rescue": "rescue",
}
_ENDINGS = frozenset(
    " s e de d t y sion ion ation tion ition ment ing bing ding ging ming ning ping ring ting al ance ence ure "
    "isation ization ication ise ize ify".split(" ")
)
_LEAST = 4  # letters that both must begin with


@lru_cache(maxsize=1 << 16)
def same_event_word(a: str, b: str) -> bool:
    """True for equal words and for a verb with its noun of action; both in lower case, lemmas or singular forms."""
    a, b = _IRREGULAR.get(a, a), _IRREGULAR.get(b, b)
    if a == b:
        return True
    stem = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return stem >= _LEAST and a[stem:] in _ENDINGS and b[stem:] in _ENDINGS
