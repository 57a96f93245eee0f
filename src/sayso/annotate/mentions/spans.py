"""Where names stand: the model's entities, trimmed, split and extended, and the runs of proper nouns that it missed."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.records import Found, is_capital, is_possessive
from sayso.annotate.mentions.world import country_named, country_of_adjective, country_seated_at

_NAME_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_NOT_FIRST = lx.words("the a an this that these those his her their its our my your")
_ROMAN = lx.words("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII")
_AFTER = _ROMAN | {"Jr.", "Jr", "Sr.", "Sr"}
_COURTESY = lx.words("mr mrs ms miss dr")
_ZONES = lx.words("gmt bst est edt pst pdt utc et")
_OF_ONE_PERSON = lx.words(
    "bishop archbishop rabbi imam colonel sheriff senator professor pastor inspector sergeant councillor"
)
# Participles that a name goes with: "Lima-based"; in other compounds at the start of a sentence the capital says nothing.
_OF_NAMES = lx.words("made based led backed owned run built born funded controlled held linked affiliated educated trained")
_SMALL_WORDS = frozenset({"ADP", "SCONJ", "ADV", "PART", "AUX", "VERB", "INTJ", "PRON", "CCONJ"})
_HYPHENS = frozenset("-–—/")
_HOLDERS = frozenset({"Minister", "Secretary", "Commissioner", "Undersecretary"})
_NO_NAMES = lx.ORG_ROLES | lx.PLACE_ROLES | lx.TIMES | lx.PORTFOLIOS
Range = tuple[int, int]


def _plain(token: Token) -> str:
    return str(token.lower_).rstrip(".")


def is_title(token: Token) -> bool:
    """True for a word that goes before names of people and is no name: courtesy title, office, role."""
    word = _plain(token)
    return word in lx.TITLES or word in lx.PERSON_ROLES or word in lx.MARKS_OF_OFFICE


def _loose_at_start(doc: Doc, i: int, j: int) -> bool:
    token = doc[i]
    if token.lower_ in _NOT_FIRST or is_possessive(token) or not any(c.isalnum() for c in token.text):
        return True
    if is_capital(token) or token.text[0].isdigit():
        return False
    after = i + 2 if i + 2 < j and doc[i + 1].text == "-" else i + 1
    return not (token.lower_ in lx.PARTICLES and after < j and is_capital(doc[after]))


def trim(doc: Doc, i: int, j: int) -> Range:
    """The range without articles, quotation marks, lower-case words and possessive endings at its edges."""
    while i < j and _loose_at_start(doc, i, j):
        i += 1
    while i < j and (is_possessive(doc[j - 1]) or not (is_capital(doc[j - 1]) or doc[j - 1].text[-1].isalnum())):
        j -= 1
    while i < j and doc[j - 1].text[-1].isalnum() and not is_capital(doc[j - 1]) and not doc[j - 1].text[0].isdigit():
        j -= 1
    return i, j


def _two_places(doc: Doc, i: int, k: int, j: int) -> bool:
    """True for the hyphen of "Lima-Quito", not for that of "Port-de-Paix"."""
    return any(country_named(t.text) or country_seated_at(t.text) for t in (doc[k - 1], doc[k + 1])) and is_capital(
        doc[k + 1]
    )


def _cuts(doc: Doc, i: int, j: int, label: str) -> Iterator[int]:
    """Token positions at which a range holds two names: commas, hyphens between countries, a country's possessive."""
    for k in range(i + 1, j - 1):
        token = doc[k]
        between = token.text in _HYPHENS and label in {"GPE", "NORP", "LOC"} and _two_places(doc, i, k, j)
        dash = token.text in {"–", "—", "-"} and bool(doc[k - 1].whitespace_)
        owned = is_possessive(token) and country_named(doc[i:k].text) is not None
        if token.text in {",", ";", "(", ")"} or token.is_space or between or dash or owned:
            yield k


def _pieces(doc: Doc, i: int, j: int, label: str) -> Iterator[Range]:
    edges = [i - 1, *_cuts(doc, i, j, label), j]
    for before, after in pairwise(edges):
        first, last = trim(doc, before + 1, after)
        if first < last and any(is_capital(t) for t in doc[first:last]) and "/" not in doc[first:last].text:
            yield first, last


def _without_titles(doc: Doc, i: int, j: int, label: str) -> tuple[int, int, str]:
    """A person's name without the titles and roles the model took in, and its label; empty where nothing else is left."""
    if i + 1 < j and _plain(doc[i]) in _COURTESY:
        label = "PERSON"
    if i + 1 < j and _plain(doc[i]) in _ZONES:
        i += 1
    if label == "ORG" and j - i > 2 and _plain(doc[i]) in _OF_ONE_PERSON and _plain(doc[j - 1]) not in lx.NAME_HEADS:
        label = "PERSON"
    if label == "PERSON":
        while i < j and is_title(doc[i]) and _plain(doc[i]) != "de":
            i += 1
    return i, j, label


def _free(token: Token) -> bool:
    """True for a capitalised word outside every entity that may belong to a name next to it."""
    return (
        token.pos_ == "PROPN"
        and is_capital(token)
        and token.ent_type_ == ""
        and "/" not in token.text
        and not is_title(token)
        and _plain(token) not in lx.TIMES
        and not country_of_adjective(token.text)
    )


def _half_read(doc: Doc, i: int, j: int) -> int:
    """1 where the second half of a name looks like an English word, "Colonel Aung Than", else 0."""
    if j - i != 1 or i == 0 or j >= len(doc) or not is_title(doc[i - 1]):
        return 0
    after = doc[j]
    return int(after.pos_ in _SMALL_WORDS and after.is_title and after.is_alpha and not after.is_sent_start)


def _is_compound(doc: Doc, j: int, label: str) -> bool:
    """True for the first word of "Shell-shocked residents fled", whose capital is that of the sentence."""
    if label in {"GPE", "NORP", "LOC"} or not doc[j - 1].is_sent_start or j + 1 >= len(doc):
        return False
    after = doc[j + 1]
    return doc[j].text == "-" and not doc[j].whitespace_ and after.text.islower() and after.lower_ not in _OF_NAMES


def _extended(doc: Doc, i: int, j: int, label: str) -> Range:
    """The range with the numeral, the first name or the further half that the model left outside."""
    if i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ in lx.PARTICLES and not doc[i - 1].whitespace_:
        i -= 2  # "al-" and the like
    if label == "PERSON":
        while i > 0 and _free(doc[i - 1]) and doc[i - 1].sent == doc[i].sent:
            i -= 1
        while j < len(doc) and (doc[j].text in _AFTER or (_free(doc[j]) and doc[j - 1].dep_ == "compound")):
            j += 1
        j += _half_read(doc, i, j)
        while (
            i > 0
            and doc[i - 1].lower_ in lx.OWN_PARTICLES | {"la"}
            and doc[i - 1].ent_type_ != "GPE"
            and doc[i].text[0].isalpha()
        ):
            i -= 1
    while j + 1 < len(doc) and doc[j].lower_ in lx.PARTICLES and doc[j].text.islower() and is_capital(doc[j + 1]):
        if doc[j + 1].ent_type_ or doc[j].lower_ in {"y", "e", "al"}:
            break
        j += 2
    return i, j


def _kept(doc: Doc, i: int, j: int, label: str) -> bool:
    """False for what is no name: empty, a bare role, a title-cased plural of people, a month."""
    if i >= j or not any(c.isalpha() for c in doc[i:j].text):
        return False
    last, word = doc[j - 1], _plain(doc[j - 1])
    if _is_compound(doc, j, label):
        return False
    if j - i == 1 and (len(word) < 2 or last.text in _ROMAN):
        return False
    if word.endswith("s") and word[:-1] in lx.PERSON_ROLES and label != "NORP":
        return False
    if not label and j < len(doc) and doc[j].text in _HOLDERS:
        return False  # "Public Safety" in "Public Safety Minister"
    if j - i > 1:
        return label != "LAW"
    if country_named(last.text):
        return last.text.isupper() or not last.is_stop
    if (last.is_sent_start and last.pos_ == "ADJ" and label != "NORP") or (not label and word in lx.NAME_HEADS):
        return False
    return not (is_title(last) or word in _NO_NAMES or last.is_stop)


def _entities(doc: Doc, part: int) -> Iterator[Found]:
    for ent in doc.ents:
        if ent.label_ not in _NAME_LABELS:
            continue
        numbered = len(ent) == 1 and ent.end < len(doc) and doc[ent.end].text in _ROMAN
        label = "PERSON" if numbered else ent.label_  # "Adrian VII", whatever the model takes "Adrian" for
        for piece in _pieces(doc, ent.start, ent.end, label):
            i, j, kind = _without_titles(doc, *piece, label)
            if i < j:
                i, j = _extended(doc, i, j, kind)
            if _kept(doc, i, j, kind):
                yield Found(part, i, j, kind)


def _runs(doc: Doc, part: int, covered: list[bool]) -> Iterator[Found]:
    """Runs of capitalised proper nouns that stand outside every name, with the small words between them."""
    i, size = 0, len(doc)
    while i < size:
        if covered[i] or not _free(doc[i]):
            i += 1
            continue
        j = i + 1
        while j < size:
            if _free(doc[j]) and not covered[j]:
                j += 1
            elif doc[j].lower_ in lx.PARTICLES and doc[j].text.islower() and j + 1 < size and _free(doc[j + 1]):
                j += 2
            else:
                break
        j += _half_read(doc, i, j)
        starts = bool(doc[i].is_sent_start)
        if (j - i > 1 or not starts) and _kept(doc, i, j, ""):
            yield Found(part, i, j, "")
        i = j


def is_heading(doc: Doc) -> bool:
    """True where nearly every word is capitalised and no sentence ends: capitals say nothing of names there."""
    words = [t for t in doc if t.is_alpha and not t.is_stop]
    if len(words) < 3 or doc[-1].text in {".", "!", "”", '"'}:
        return False
    return sum(is_capital(t) for t in words) > 0.8 * len(words)


def name_spans(doc: Doc, part: int) -> list[Found]:
    """All names of one parse, in order, none within another; countries only where the parse is a heading."""
    found = list(_entities(doc, part))
    covered = [False] * len(doc)
    for name in found:
        for k in range(name.first, name.last):
            covered[k] = True
    if is_heading(doc):
        return [f for f in found if country_named(doc[f.first : f.last].text) or f.label == "NORP"]
    found.extend(_runs(doc, part, covered))
    return _disjoint(sorted(found, key=lambda f: (f.first, -f.last)))


def _disjoint(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for name in found:
        if not kept or name.first >= kept[-1].last:
            kept.append(name)
    return kept
