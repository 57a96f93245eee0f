"""Which name a description means: apposition and "X is the …" first, then role and country, kind of body, the same noun."""

from spacy.tokens import Token

from sayso.annotate.mentions import lexicon as lx
from sayso.annotate.mentions.discourse import Discourse, Facts
from sayso.annotate.mentions.records import Sighting
from sayso.annotate.mentions.world import country_of_adjective
from sayso.model.enums import CountryForm, EntityType, MentionKind

_NEAR_BY = 3  # sentences that "the company" reaches back for a name without a kind
_REACH = 8  # sentences that a description reaches back for a body, a town or a country
_NEAR = 9  # tokens between two nouns in apposition
_CLASSES = (lx.CLERGY, lx.REPORTERS, lx.SPEAKERS, lx.words("lawyer attorney solicitor barrister"))
_OF_STATE = lx.HEADS_OF_STATE - {"minister", "counterpart"}
_COPULAS = frozenset({"be", "become", "remain"})
# Kinds that go with a name in one phrase: "the Arcadia news agency" is Arcadia; "the Reyes administration" is not Reyes.
_NAMED_BY = (
    lx.MEDIA | lx.AGENCIES | lx.words("gang militia brigade group company firm airline bank party movement club hospital")
)
_MET = frozenset({"name", "identify", "know", "call"})
_OFFICES = lx.words("agency organization organisation bureau administration authority body commission watchdog")
_BODY_CLASSES = (
    lx.MEDIA,
    lx.words("company firm corporation group manufacturer carrier airline bank retailer carmaker insurer"),
)


def bind_by_syntax(discourse: Discourse) -> None:
    """Joins descriptions to the names that stand in apposition to them or are said to be them."""
    for i, s in enumerate(discourse.sightings):
        if s.kind is not MentionKind.DESCRIPTION or s.plural:
            continue
        for token in _equals(discourse.head(i)):
            j = discourse.token_chain(s.part, token)
            if j is not None and _may_be(discourse.facts(j), s) and discourse.bind(i, j):
                break


def _equals(head: Token) -> list[Token]:
    """Tokens that the syntax sets equal to a noun: apposition, either side of "to be", "identified as"."""
    found = [c for c in head.children if c.dep_ == "appos" and c.i - head.i < _NEAR]
    if head.lemma_.lower() in _NAMED_BY:
        found.extend(c for c in head.children if c.dep_ in {"compound", "nmod"})
    if head.lemma_.lower() in lx.PLACE_ROLES:
        found.extend(t for c in head.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
    if head.dep_ == "appos" and head.i - head.head.i < _NEAR:
        found.append(head.head)
    if head.dep_ == "attr" and head.head.lemma_ in _COPULAS and not _denied(head.head):
        found.extend(c for c in head.head.children if c.dep_ == "nsubj")
    for child in head.children:
        if child.dep_ == "acl" and child.lemma_ in _MET:
            found.extend(t for t in child.subtree if t.dep_ in {"pobj", "oprd", "attr", "dobj"} and t.pos_ == "PROPN")
    return found


def _denied(verb: Token) -> bool:
    """True for "is not the", "would be the", "if X were the": said to be, not being."""
    return any(c.dep_ in {"neg", "aux", "mark"} and c.lemma_ not in {"have", "that"} for c in verb.children)


def _may_be(facts: Facts, s: Sighting) -> bool:
    """True where a chain may be what a description says, by type, gender and number."""
    if facts.plural != s.plural or (s.gender and facts.gender and facts.gender != s.gender):
        return False
    if s.type is facts.type:
        return True
    return s.type in {EntityType.ORG, EntityType.FACILITY} and facts.type in {EntityType.ORG, EntityType.FACILITY}


def bind_description(discourse: Discourse, i: int) -> None:
    """Joins description `i` to an earlier chain where one fits; leaves it alone where none or several do."""
    s = discourse.sightings[i]
    if s.plural or discourse.facts(i).named:
        _bind_same_words(discourse, i, "")
        return
    lemma = discourse.head(i).lemma_.lower()
    for attempt in (_bind_role, _bind_body, _bind_place, _bind_same_words, _bind_firm):
        if attempt(discourse, i, lemma):
            return


def _owned(head: Token) -> bool:
    """True for "his spokesman", "the company's lawyer": somebody else's, who is told of by that relation."""
    return any(c.dep_ == "poss" for c in head.children)


def _owned_by_pronoun(head: Token) -> bool:
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)


def _belongs(head: Token) -> bool:
    """True for "the leader of the union": told apart from others by whose it is."""
    return any(c.dep_ == "prep" and c.lower_ in {"of", "for", "at", "from"} for c in head.children)


def _same_class(s: Sighting, lemma: str, roles: set[str]) -> bool:
    """True where a role said of somebody before may be called by this noun: "vice" and "foreign" must be said of both."""
    mine, theirs = s.roles & lx.QUALIFIERS, roles & lx.QUALIFIERS
    if mine - theirs or (theirs & lx.LESSENING) - mine:
        return False
    if lemma in roles:
        return True
    if lemma in lx.RULERS or roles & lx.RULERS:
        return lemma in lx.HEADS_OF_STATE and bool(roles & lx.HEADS_OF_STATE)
    return any(lemma in group and group & roles for group in _CLASSES)


def _bind_role(discourse: Discourse, i: int, lemma: str) -> bool:
    """For "the president", "the Chilean leader": the last person with that role, and that country where one is said."""
    s = discourse.sightings[i]
    if s.type is not EntityType.PERSON or _owned(discourse.head(i)) or (_belongs(discourse.head(i)) and not s.of_country):
        return False
    wanted, modifiers = s.of_country, _modifiers(discourse.head(i))
    near: list[int] = []
    for j in range(i - 1, -1, -1):
        facts = discourse.facts(j)
        if facts.type is not EntityType.PERSON or not facts.named or not _may_be(facts, s):
            continue
        if wanted and not (wanted & facts.countries):
            continue
        of_state = lemma == "leader" and bool(facts.roles & _OF_STATE) and not (modifiers & lx.NOT_OF_STATE)
        if _same_class(s, lemma, facts.roles) and (
            wanted or of_state or lemma in facts.roles or lemma not in lx.LOOSE_ROLES
        ):
            near.append(j)
            break
    if not near and wanted:
        near = _only_such(discourse, i, lemma)
    if not near or _argues_with(discourse, i, near[0]):
        return False
    discourse.bind(i, near[0])
    return True


def _only_such(discourse: Discourse, i: int, lemma: str) -> list[int]:
    """The one person told of before with such a role, if no country is known of him that could clash."""
    s = discourse.sightings[i]
    found = {}
    for j in range(i):
        facts = discourse.facts(j)
        if facts.type is EntityType.PERSON and facts.named and _may_be(facts, s) and _same_class(s, lemma, facts.roles):
            found[discourse.root(j)] = j
    if len(found) != 1 or discourse.facts(next(iter(found))).countries:
        return []
    return list(found.values())


def _argues_with(discourse: Discourse, i: int, j: int) -> bool:
    """True where two sightings are subject and object of one verb, and so two."""
    a, b = discourse.head(i), discourse.head(j)
    one_verb = a.head == b.head and a.doc is b.doc and a.i != b.i
    return one_verb and {a.dep_, b.dep_} <= {"nsubj", "nsubjpass", "dobj", "dative", "conj"}


def _bind_body(discourse: Discourse, i: int, lemma: str) -> bool:
    """For "the network", "the ministry": the last organisation whose name or kind fits."""
    s = discourse.sightings[i]
    if s.type not in {EntityType.ORG, EntityType.FACILITY} or _owned(discourse.head(i)) or _holds_name(discourse, i):
        return False
    for j in range(i - 1, -1, -1):
        other = discourse.sightings[j]
        if s.sentence - other.sentence > _REACH:
            return False
        facts = discourse.facts(j)
        if not facts.named or other.kind is not MentionKind.NAME or facts.type not in {EntityType.ORG, EntityType.FACILITY}:
            continue
        if s.of_country - facts.countries:
            continue
        if _body_fits(discourse, s.sentence, j, lemma) and not _argues_with(discourse, i, j):
            discourse.bind(i, j)
            return True
    return False


def _holds_name(discourse: Discourse, i: int) -> bool:
    """True where a description names another thing itself: "the Lima service"."""
    s = discourse.sightings[i]
    tokens = discourse.docs[s.part][s.first : s.head]
    return any(t.pos_ == "PROPN" and t.text[:1].isupper() and country_of_adjective(t.text) is None for t in tokens)


def _bind_firm(discourse: Discourse, i: int, lemma: str) -> bool:
    """For "the company", "the channel": the one organisation told of just before whose name says nothing of its kind."""
    s = discourse.sightings[i]
    if (
        lemma not in lx.MEDIA | lx.FIRMS
        or s.of_country
        or _belongs(discourse.head(i))
        or _owned(discourse.head(i))
        or _holds_name(discourse, i)
    ):
        return False
    found: dict[int, int] = {}
    for j in range(i - 1, -1, -1):
        other = discourse.sightings[j]
        if s.sentence - other.sentence > _NEAR_BY:
            break
        if other.kind is MentionKind.NAME and other.type is EntityType.ORG and not discourse.facts(j).roles:
            words = {t.lower_ for t in discourse.docs[other.part][other.first : other.last]}
            if not words & lx.NAME_HEADS.keys() and not _argues_with(discourse, i, j):
                found.setdefault(discourse.root(j), j)
    return len(found) == 1 and discourse.bind(i, next(iter(found.values())))


def _body_fits(discourse: Discourse, i_sentence: int, j: int, lemma: str) -> bool:
    s = discourse.sightings[j]
    names = {t.lower_ for t in discourse.docs[s.part][s.first : s.last]}
    roles = discourse.facts(j).roles
    if lemma in names or lemma in roles:
        return True
    of_press = bool(names & lx.MEDIA_NAMES or roles & (lx.MEDIA | lx.AGENCIES))
    if lemma in lx.MEDIA:
        return of_press
    if lemma in _OFFICES and names & _OFFICES:
        return True
    if lemma in {"group", "organisation", "organization"}:
        is_body = discourse.facts(j).type is EntityType.ORG
        return is_body and i_sentence - s.sentence <= 1 and not of_press and not names & lx.STATE_BODIES
    return any(lemma in group and group & (roles | names) for group in _BODY_CLASSES)


def _bind_place(discourse: Discourse, i: int, lemma: str) -> bool:
    """For "the city", "the country": the last town or country, if it was told of just before."""
    s = discourse.sightings[i]
    if s.type is not EntityType.GPE or lemma not in lx.TOWNS | lx.COUNTRIES or lemma == "capital":
        return False
    head = discourse.head(i)
    if _owned(head) or any(c.dep_ in {"prep", "amod", "relcl"} for c in head.children):
        return False
    for j in range(i - 1, -1, -1):
        other = discourse.sightings[j]
        if s.sentence - other.sentence > 1:
            return False
        if other.kind is not MentionKind.NAME or other.type is not EntityType.GPE or other.form is CountryForm.ADJECTIVE:
            continue
        if (other.country is not None) == (lemma in lx.COUNTRIES):
            discourse.bind(i, j)
            return True
    return False


def _bind_same_words(discourse: Discourse, i: int, _: str) -> bool:
    """For "the driver … the driver": the last description with the same noun and no clash of modifiers."""
    s, head = discourse.sightings[i], discourse.head(i)
    mine = _modifiers(head)
    if _owned(head):
        return False
    for j in range(i - 1, -1, -1):
        other = discourse.sightings[j]
        if other.kind is not MentionKind.DESCRIPTION or other.plural != s.plural or discourse.root(j) == discourse.root(i):
            continue
        earlier = discourse.head(j)
        if earlier.lemma_.lower() == head.lemma_.lower() and not _owned_by_pronoun(earlier):
            theirs = _modifiers(earlier)
            fits = mine == theirs if s.plural else mine <= theirs
            return fits and not discourse.facts(i).named and discourse.bind(i, j)
    return False


def _modifiers(head: Token) -> frozenset[str]:
    return frozenset(c.lower_ for c in head.children if c.dep_ in {"amod", "compound", "nmod", "nummod", "prep"})
