"""What a name is called beside itself: titles before it, roles in apposition to it, kinds of organisations."""

from spacy.tokens import Doc, Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.records import Title, is_capital, is_possessive, text_of
from sayso.annotate.mentions.world import country_named, country_of_adjective

_LINKS = frozenset({"of", "for", "-", "–"})
_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_ONCE = frozenset({"then", "ex", "former", "now"})  # "then-governor"
_AHEAD = frozenset({"elect", "designate"})  # "president-elect"
_NAMED = frozenset({"ORG", "FAC", "GPE"})
_LONGEST = 9
_NEAR = 9  # tokens between a name and a role in apposition to it


def gender_of(word: str) -> str | None:
    """Says m or f where a role or title has a gender."""
    if word in lx.MALE_TITLES or word in lx.MALE_ROLES:
        return "m"
    return "f" if word in lx.FEMALE_TITLES or word in lx.FEMALE_ROLES else None


def role_nouns(tokens: list[Token]) -> list[str]:
    """The words among tokens that say what a person is, as lemmas."""
    found = []
    for token in tokens:
        word, lemma = token.lower_.rstrip("."), token.lemma_.lower()
        for form in (word, lemma):
            if form in lx.PERSON_ROLES or form in lx.TITLES:
                found.append(form)
                break
    return found


def qualifiers(tokens: list[Token]) -> set[str]:
    """The words among tokens that tell one office from another ("foreign", "vice")."""
    return {t.lower_ for t in tokens} & lx.QUALIFIERS


def country_in(doc: Doc, first: int, last: int) -> str | None:
    """The country that one or two words of a token range name, by adjective or name."""
    for k in range(first, last):
        for size in (2, 1):
            if k + size <= last and doc[k].text[:1].isupper():
                words = doc[k : k + size].text
                found = country_of_adjective(words) or country_named(words)
                if found:
                    return found
    return None


def owner_country(doc: Doc, head: Token) -> str | None:
    """The country of "the president of X" or "X's president"."""
    for child in head.children:
        if child.dep_ == "poss":
            return country_in(doc, child.left_edge.i, child.i + 1)
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            return country_in(doc, child.i + 1, min(child.right_edge.i + 1, child.i + 4))
    return None


def _title_start(doc: Doc, first: int) -> int:
    """The first token of the modifiers that run up to a name."""
    i = first
    while i > 0 and first - i < _LONGEST:
        token = doc[i - 1]
        linked = token.lower_ in _LINKS and i < first and i > 1 and doc[i - 2].pos_ in {"NOUN", "PROPN", "ADJ"}
        if token.is_sent_start and token.pos_ not in _BEFORE:
            break
        if linked and not _links(doc, i - 1, first):
            break
        if not (linked or (token.pos_ in _BEFORE and token.text[0].isalnum() and _modifies(token, first))):
            break
        i -= 1
    if 1 < i < first and doc[i - 1].text == "-" and doc[i - 2].lower_ in _ONCE and not doc[i - 1].whitespace_:
        return i - 2
    return i


def _links(doc: Doc, k: int, first: int) -> bool:
    """True where token `k` is the hyphen of a compound or the "of" of an office ("Secretary of State")."""
    if doc[k].text in "-–":
        return not doc[k].whitespace_ and not doc[k - 1].whitespace_
    return _role(doc[k - 1]) and not any(_role(t) for t in doc[k + 1 : first])


def _modifies(token: Token, first: int) -> bool:
    """True where a word before a name belongs to its phrase; a verb only as a participle ("exiled leader")."""
    if token.pos_ == "VERB":
        return token.dep_ == "amod"
    return (
        token.dep_ in {"compound", "amod", "nmod", "nn", "det", "pobj", "advmod", "appos"}
        or token.head.i >= first
        or _role(token)
    )


def _role(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} and bool(role_nouns([token]))


def _office(doc: Doc, first: int) -> bool:
    """True where "Secretary of State" or the like runs up to token `first`."""
    return first > 2 and doc[first - 2].lower_ in {"of", "for"} and _role(doc[first - 3]) and is_capital(doc[first - 1])


def title_before(doc: Doc, first: int) -> Title | None:
    """The title or role that runs up to token `first`, country and all ("Chilean Foreign Minister"), or None."""
    if first == 0:
        return None
    last = doc[first - 1]
    if last.text == "(" and first > 1 and doc[first - 2].lower_ in lx.ORG_ROLES:
        first, last = first - 1, doc[first - 2]
    if first > 2 and last.lower_ in _AHEAD and doc[first - 2].text == "-":
        last = doc[first - 3]
    if last.lower_.rstrip(".") in lx.ORG_ROLES and last.pos_ in {"NOUN", "PROPN"} and last.text.islower():
        start = _title_start(doc, first)
        return Title(text_of(doc, start, first), frozenset({last.lemma_.lower()}), None, country_in(doc, start, first), True)
    if not (_role(last) or _office(doc, first)) or last.tag_ in {"NNS", "NNPS"}:
        return None
    start = _title_start(doc, first)
    if start >= first:
        start = first - 1
    roles = role_nouns(list(doc[start:first]))
    if not roles:  # "author of The Harvest": what stands before the name is no title of it
        return None
    country = country_in(doc, start, first)
    if country is None and start > 1 and is_possessive(doc[start - 1]):
        country = country_in(doc, max(0, start - 3), start - 1)
    return Title(
        text_of(doc, start, first), frozenset({*roles, *qualifiers(list(doc[start:first]))}), gender_of(roles[-1]), country
    )


def phrase_title(doc: Doc, head: Token) -> Title:
    """A noun phrase used as a title: its modifiers without the article, and its head ("former mayor")."""
    inside = [t for t in head.lefts if t.dep_ in {"amod", "compound", "nmod", "advmod"}]
    start = min((t.left_edge.i for t in inside), default=head.i)
    lemma = head.lemma_.lower()
    country = country_in(doc, start, head.i) or owner_country(doc, head)
    said = frozenset({lemma, *qualifiers(list(doc[start : head.i]))})
    return Title(text_of(doc, start, head.i + 1), said, gender_of(lemma), country, lemma in lx.ORG_ROLES)


def apposed_role(doc: Doc, first: int, last: int) -> Token | None:
    """The role noun that stands in apposition to the name [first, last), on either side, or None."""
    head = doc[first:last].root
    for child in head.children:
        if child.dep_ == "appos" and last <= child.i < last + _NEAR and child.pos_ == "NOUN" and _role_or_body(child):
            return child
    other = head.head
    if other.pos_ == "PROPN" and other.ent_type_ in _NAMED:
        return None  # the word is part of another name: "the University of Lima, the Bank of Chile"
    if head.dep_ == "appos" and other.pos_ in {"NOUN", "PROPN"} and first - _NEAR < other.i < first and _role_or_body(other):
        return other
    return None


def _role_or_body(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in lx.PERSON_ROLES or lemma in lx.ORG_ROLES
