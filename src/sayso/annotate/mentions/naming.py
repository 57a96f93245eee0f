"""Names as sightings: their types, titles, countries, and the further places where a known name stands unrecognised."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.kinds import decide_types, is_modifier
from sayso.annotate.mentions.records import Found, Sighting, Title, is_capital, text_of
from sayso.annotate.mentions.seats import speaks
from sayso.annotate.mentions.spans import name_spans
from sayso.annotate.mentions.titles import apposed_role, phrase_title, title_before
from sayso.annotate.mentions.world import (
    country_named,
    country_of_adjective,
    country_of_people,
    country_seated_at,
    fold,
)
from sayso.model.enums import CountryForm, EntityType, MentionKind

_DROPPED_ADJECTIVES = frozenset({"amod", "compound", "nmod"})


def _has_surname(name: Found, words: tuple[str, ...]) -> bool:
    """True where the last word of a name may stand for it alone."""
    return name.label == "PERSON" and len(words[-1]) > 3 and words[-1].lower() not in lx.NAME_HEADS


def _again(docs: Sequence[Doc], found: Sequence[Found]) -> list[Found]:
    """Further places of names already found, which the model did not mark there (sentence starts, headings)."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    covered = {(f.part, k) for f in found for k in range(f.first, f.last)}
    for name in found:
        if name.label != "NORP":
            words = tuple(t.text for t in docs[name.part][name.first : name.last])
            for form in (words, words[-1:]) if _has_surname(name, words) else (words,):
                known = by_first.setdefault(form[0], [])
                if form not in known:
                    known.append(form)
    more = []
    for part, doc in enumerate(docs):
        taken = -1
        for token in doc:
            if token.text not in by_first or token.i < taken or (part, token.i) in covered or not is_capital(token):
                continue
            for words in sorted(by_first[token.text], key=len, reverse=True):
                span = doc[token.i : token.i + len(words)]
                if tuple(t.text for t in span) == words and not any((part, t.i) in covered for t in span):
                    more.append(Found(part, span.start, span.end, ""))
                    taken = span.end
                    break
    return more


def _with_country(docs: Sequence[Doc], name: Found) -> Found:
    """A ministry, a police force and the like with the country's adjective before it, which tells which one is meant."""
    doc = docs[name.part]
    if doc[name.last - 1].lower_ in lx.STATE_BODIES and name.first > 0 and country_of_adjective(doc[name.first - 1].text):
        return Found(name.part, name.first - 1, name.last, name.label)
    return name


def find_names(docs: Sequence[Doc]) -> list[Found]:
    """All names of a document, in order; a country's adjective may lie within the name of a body of that country."""
    found = [_with_country(docs, f) for part, doc in enumerate(docs) for f in name_spans(doc, part)]
    found.extend(_again(docs, found))
    return sorted(found, key=lambda f: (f.part, f.first, -f.last))


def _titles(doc: Doc, name: Found, kind: EntityType) -> tuple[Title, ...]:
    if kind not in {EntityType.PERSON, EntityType.ORG}:
        return ()
    titles = []
    before = title_before(doc, name.first)
    if before is not None and before.descriptor == (kind is EntityType.ORG):
        titles.append(before)
    role = apposed_role(doc, name.first, name.last)
    if role is not None and not (before is not None and role.i == name.first - 1):
        title = phrase_title(doc, role)
        if title.descriptor == (kind is EntityType.ORG) and title not in titles:
            titles.append(title)
    return tuple(titles)


def _country(text: str, token: Token, kind: EntityType) -> tuple[str | None, CountryForm | None]:
    """The country that a name of a place means, and how."""
    if kind is not EntityType.GPE:
        return None, None
    named = country_named(text)
    if named:
        return named, CountryForm.NAME
    seated = country_seated_at(text)
    if seated and not _has_country(token) and speaks(token):
        return seated, CountryForm.SEAT
    return None, None


def _has_country(token: Token) -> bool:
    """True for a town told with its country, "Lima, Peru": a place."""
    doc, i = token.doc, token.i
    return i + 2 < len(doc) and doc[i + 1].text == "," and doc[i + 2].ent_type_ == "GPE"


def _of_nation(doc: Doc, name: Found, head: Token, sentence: int) -> Sighting | None:
    """A word for a nation, faith or party: a country's adjective, or people; None where it merely describes."""
    text = text_of(doc, name.first, name.last)
    used = is_modifier(head) or head.tag_ == "JJ" or head.dep_ in _DROPPED_ADJECTIVES
    adjective = country_of_adjective(text)
    plural = head.tag_ in {"NNS", "NNPS"} or text.endswith("s")
    if adjective and used and not plural:
        return Sighting(
            name.part,
            name.first,
            name.last,
            head.i,
            sentence,
            MentionKind.NAME,
            EntityType.GPE,
            country=adjective,
            form=CountryForm.ADJECTIVE,
        )
    if (used and not country_of_people(text)) or not (plural or any(t.dep_ == "det" for t in head.lefts)):
        return None
    return Sighting(name.part, name.first, name.last, head.i, sentence, MentionKind.NAME, EntityType.GROUP, plural=plural)


def name_sightings(
    docs: Sequence[Doc], sentences: Sequence[Sequence[int]], quotes: Sequence[Sequence[bool]]
) -> list[Sighting]:
    """Every name of a document as a sighting; `sentences` and `quotes` hold a number and a flag for each token."""
    found = find_names(docs)
    types = decide_types(docs, found)
    sightings = []
    for name in found:
        doc = docs[name.part]
        head, text = doc[name.first : name.last].root, text_of(doc, name.first, name.last)
        sentence = sentences[name.part][head.i]
        people = name.last - name.first == 1 and text.endswith("s") and country_of_people(text) is not None
        if (
            name.label == "NORP"
            or people
            or (name.last - name.first == 1 and country_of_adjective(text) and not country_named(text))
        ):
            nation = _of_nation(doc, name, head, sentence)
            if nation is not None:
                sightings.append(nation)
            continue
        kind = types[fold(text)]
        titles = _titles(doc, name, kind)
        country, form = _country(text, head, kind)
        sightings.append(
            Sighting(
                name.part,
                name.first,
                name.last,
                head.i,
                sentence,
                MentionKind.NAME,
                kind,
                titles=titles,
                gender=next((t.gender for t in titles if t.gender), None),
                plural=head.tag_ == "NNPS" and kind is EntityType.GROUP,
                country=country,
                form=form,
                quoted=quotes[name.part][head.i],
            )
        )
        if (
            name.first + 1 < name.last
            and country_of_adjective(doc[name.first].text)
            and lx.STATE_BODIES & {doc[name.last - 1].lower_}
        ):
            sightings.append(
                Sighting(
                    name.part,
                    name.first,
                    name.first + 1,
                    name.first,
                    sentence,
                    MentionKind.NAME,
                    EntityType.GPE,
                    country=country_of_adjective(doc[name.first].text),
                    form=CountryForm.ADJECTIVE,
                )
            )
    named = {s.country for s in sightings if s.form is not CountryForm.SEAT}
    return [s if s.country in named else replace(s, country=None, form=None) for s in sightings]
