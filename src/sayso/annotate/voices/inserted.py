"""Words of saying put into a sentence between commas, where a parse takes them for something else."""

from spacy.tokens import Token

_MISREAD = frozenset({"appos", "advcl", "dep", "relcl", "acl", "conj"})  # what a parse makes of "the daily reports" in there
_FINITE = frozenset({"VBD", "VBZ"})
_MOST = 6  # words of who speaks, and of what stands behind the verb


def put_in(verb: Token) -> set[int]:
    """The words around ", the daily reports," in the middle of a sentence; none where the verb is not so set off."""
    if verb.dep_ not in _MISREAD or verb.tag_ not in _FINITE or any(c.dep_ in {"mark", "cc", "dobj"} for c in _below(verb)):
        return set()
    left, right = _comma(verb, -1), _comma(verb, 1)
    if left is None or right is None or verb.i - left < 2:
        return set()
    if not any(t.pos_ in {"NOUN", "PROPN", "PRON"} and t.tag_ not in {"WP", "WDT"} for t in verb.doc[left + 1 : verb.i]):
        return set()
    if any(t.tag_ in {"WP", "WDT", "WRB", "IN", "CC", "TO"} for t in verb.doc[left + 1 : verb.i]):
        return set()
    sentence = verb.sent
    around = [t for t in sentence if not left <= t.i <= right]
    told = any(t.tag_ in {"MD", "VBD", "VBZ", "VBP"} for t in around)
    return {t.i for t in around} if told and left > sentence.start and right < sentence.end - 2 else set()


def _below(verb: Token) -> list[Token]:
    """What hangs on the verb, but for a hearer: in "he told her" somebody is told."""
    return [c for c in verb.children if not (c.dep_ == "dobj" and c.pos_ == "PRON" and c.i == verb.i + 1)]


def _comma(verb: Token, step: int) -> int | None:
    """The comma nearest to the verb on one side, with a few words between."""
    sentence = verb.sent
    for n in range(1, _MOST + 1):
        at = verb.i + step * n
        if not sentence.start <= at < sentence.end:
            return None
        token = verb.doc[at]
        if token.text == ",":
            return at
        if token.is_punct or token.is_quote:
            return None
    return None
