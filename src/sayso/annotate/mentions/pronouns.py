"""Whom a pronoun means: agreement, then nearness, subjects before objects, and who is speaking."""

from spacy.tokens import Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.discourse import Discourse, Facts
from sayso.annotate.mentions.records import Sighting
from sayso.model.enums import CountryForm, EntityType, MentionKind

_REACH = 3  # sentences back
_MOST = 200  # sightings, back or ahead; three sentences of news hold fewer, and a row of pronouns would cost its square
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_THINGS = frozenset({EntityType.ORG, EntityType.GPE, EntityType.FACILITY})
_MANY = frozenset({EntityType.GROUP, EntityType.ORG, EntityType.PERSON})


def bind_pronoun(discourse: Discourse, i: int) -> None:
    """Joins pronoun `i` to the chain it most likely means; leaves it alone where nothing fits."""
    s = discourse.sightings[i]
    j = _person_meant(discourse, i) if s.type is EntityType.PERSON else _thing_meant(discourse, i)
    if j is not None and discourse.bind(i, j):
        facts = discourse.facts(i)
        if facts.gender is None and s.gender in {"m", "f"}:
            facts.gender = s.gender


def _person_meant(discourse: Discourse, i: int) -> int | None:
    s = discourse.sightings[i]
    best: tuple[float, int] | None = None
    taken = _told_of(discourse, i)
    for j in range(i - 1, max(-1, i - 1 - _MOST), -1):
        other = discourse.sightings[j]
        if s.sentence - other.sentence > _REACH:
            break
        if taken is not None and discourse.root(j) == taken:
            continue
        if not _person_fits(discourse.facts(j), s) or _barred(discourse, i, j):
            continue
        score = _salience(discourse, i, j)
        if best is None or score > best[0]:
            best = score, j
    return best[1] if best else _person_ahead(discourse, i)


def _person_fits(facts: Facts, s: Sighting) -> bool:
    return facts.type is EntityType.PERSON and not facts.plural and facts.gender in {None, s.gender}


def _salience(discourse: Discourse, i: int, j: int) -> float:
    s, other = discourse.sightings[i], discourse.sightings[j]
    away = s.sentence - other.sentence
    score = -0.6 * away - (0.5 if s.part != other.part else 0.0)
    if discourse.head(j).dep_ in _SUBJECTS:
        score += 0.9
    if _thanked_for(discourse.head(i), discourse.head(j)):
        score += 1.3
    facts = discourse.facts(j)
    score += 0.5 if facts.gender == s.gender else 0.0
    score += min(facts.size, 8) * 0.05 + (0.2 if facts.named else 0.0)
    if other.quoted and not s.quoted:
        score -= 1.0
    if discourse.head(j).dep_ in {"poss", "compound", "nmod"} and other.kind is not MentionKind.PRONOUN:
        score -= 0.4
    return score


def _thanked_for(pronoun: Token, other: Token) -> bool:
    """True for "thanked X for his efforts": the possessive goes with the object."""
    preposition = pronoun.head.head
    return pronoun.dep_ == "poss" and preposition.lower_ == "for" and other.dep_ == "dobj" and other.head == preposition.head


def _barred(discourse: Discourse, i: int, j: int) -> bool:
    """True where syntax or the quotation keeps pronoun `i` apart from sighting `j`."""
    s, other = discourse.sightings[i], discourse.sightings[j]
    if s.part != other.part:
        return False
    pronoun, head = discourse.head(i), discourse.head(j)
    if (
        s.quoted
        and not other.quoted
        and head.dep_ in _SUBJECTS
        and head.head.lemma_ in lx.SPEECH
        and s.sentence == other.sentence
    ):
        return True  # in a direct quotation the speaker is "I"
    if pronoun.dep_ in _OBJECTS and not pronoun.lower_.endswith("self"):
        verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
        if head.dep_ in _SUBJECTS and head.head == verb:
            return True
    return head == pronoun.head or (pronoun.dep_ == "poss" and pronoun.head.dep_ == "appos" and pronoun.head.head == head)


def _told_of(discourse: Discourse, i: int) -> int | None:
    """The chain that the clause of a pronoun has another word for: "the minister, to whom he gave a letter" is two men."""
    pronoun = discourse.head(i)
    clause = pronoun.head
    if pronoun.dep_ not in _SUBJECTS or clause.dep_ != "relcl":
        return None
    if not any(t.tag_ in {"WP", "WDT"} and t.i < pronoun.i for t in clause.subtree):
        return None
    j = discourse.token_chain(discourse.sightings[i].part, clause.head)
    return None if j is None else discourse.root(j)


def _person_ahead(discourse: Discourse, i: int) -> int | None:
    """For "after he won, X said": the subject that follows in the sentence, where nobody went before."""
    s = discourse.sightings[i]
    for j in range(i + 1, min(len(discourse.sightings), i + 1 + _MOST)):
        other = discourse.sightings[j]
        if other.sentence != s.sentence:
            return None
        ahead = discourse.head(j).dep_ == "nsubj" and other.kind is MentionKind.NAME
        if ahead and _person_fits(discourse.facts(j), s) and not _barred(discourse, i, j) and not s.quoted:
            return j
    return None


def _subjects_above(token: Token) -> list[Token]:
    """The subjects of the verbs over a token, nearest first."""
    found: list[Token] = []
    node = token
    while node.head != node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            found.extend(c for c in node.children if c.dep_ in _SUBJECTS and c.i < token.i)
    return found


def _thing_meant(discourse: Discourse, i: int) -> int | None:
    """It and they: only the subject nearest above in the sentence, else the main subject of the sentence before."""
    s, token = discourse.sightings[i], discourse.head(i)
    subjects = [t for t in _subjects_above(token) if t.i != token.i]
    if not subjects:
        subjects = _subject_before(token)
    for subject in subjects[:1]:
        if token.dep_ in _OBJECTS and subject.head == token.head and not token.lower_.endswith("self"):
            return None
        j = discourse.token_chain(s.part, subject)
        if j is None or j >= i or discourse.sightings[j].form is CountryForm.ADJECTIVE:
            return None
        facts = discourse.facts(j)
        if s.plural:
            fits = facts.plural or facts.type in {EntityType.GROUP, EntityType.ORG}
            return j if fits and facts.type in _MANY else None
        return j if facts.type in _THINGS and not facts.plural else None
    return None


def _subject_before(token: Token) -> list[Token]:
    """The main subject of the sentence before, within the paragraph."""
    start = token.sent.start
    if start == 0 or token.dep_ not in _SUBJECTS | {"poss"}:
        return []
    root = token.doc[start - 1].sent.root
    return [c for c in root.children if c.dep_ in _SUBJECTS][:1]
