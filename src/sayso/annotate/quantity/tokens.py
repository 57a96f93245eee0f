"""Small readings of spaCy tokens that the rooms of this package share."""

from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PARTITIVE_PRONOUNS = frozenset({"them", "us", "whom", "which", "those", "these", "you"})
STEPS = 6  # how far to climb in a parse
AHEAD = 7  # how far to read on where the parse gives nothing


def lemma(token: Token) -> str:
    """The lemma in lower case, the text itself where there is none; names of peoples in the singular."""
    found: str = token.lemma_ or token.text
    found = found.lower()
    plural_name = token.tag_ == "NNPS" and found.endswith("s") and not found.endswith("ss")
    return found[:-1] if plural_name else found


def place(token: Token) -> int:
    """The index of a token in its document."""
    index: int = token.i
    return index
