"""The source behind the source: whom somebody cites for what he says ("X reported, citing Y", "X, which quoted Y, said")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.annotate.mentions.lexicon import PERSON_ROLES
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.extent import said
from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.names import NAMED

_CITING = frozenset({"cite", "quote"})
_RELATIVES = frozenset({"which", "who", "that"})
_TIED = frozenset({"advcl", "acl", "relcl", "prep", "conj", "parataxis", "dep"})
_LEARNT = frozenset({"learn", "hear", "understand"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_BODIES = frozenset(
    "ministry government police court agency newspaper daily broadcaster channel network army navy coastguard brigade board"
    " committee commission company union office department authority council parliament church hospital".split()
)
_FORMS = frozenset({"VBG", "VBD", "VBZ", "VBP"})
_CLIMB = 6


def with_cited(events: Sequence[Event]) -> list[Event]:
    """The events, each with whom it cites; the words of citing are no acts of saying of their own then."""
    cited: dict[int, list[Event]] = {}
    spent: set[int] = set()
    for verb, source in _citings(events):
        host = _host(verb, events)
        if host is not None:
            cited.setdefault(id(host), []).append(Event(verb, frozenset(), source, frozenset(), words=(verb,)))
            spent.add(verb.i)
    for host in events:
        told_by = _learnt_from(host)
        if told_by is not None:
            preposition = told_by.head
            found = Event(preposition, frozenset(), told_by, frozenset(), words=(preposition,))
            cited.setdefault(id(host), []).append(found)
    kept = [e for e in events if e.verb.i not in spent]
    return [_citing(e, cited[id(e)]) if id(e) in cited else e for e in kept]


def can_speak(source: Token) -> bool:
    """True for a name, a document, a body or people: "citing costs" names no source."""
    words, lemma = lexicon(), source.lemma_.lower()
    if source.ent_type_ in NAMED or source.pos_ == "PROPN" or lemma in words.documents | words.anonymous_heads:
        return True
    return lemma in PERSON_ROLES | _BODIES or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in source.children)


def _citing(host: Event, cites: Sequence[Event]) -> Event:
    """The event with its sources, and its content without the words that name them."""
    named = {t.i for c in cites if c.verb.pos_ == "VERB" for t in c.verb.subtree if t.i >= c.verb.i and not _beyond(t, c)}
    clauses = (root for c in cites for root in c.verb.children if root.dep_ == "ccomp" and root.i > c.verb.i)
    misread = set() if host.roots else {i for clause in clauses for i in said(clause)}
    return replace(host, content=(host.content - named) | misread, cites=tuple(cites))


def _beyond(token: Token, cited: Event) -> bool:
    """True for a word that a parse hangs below the citing though it stands behind what names the source."""
    return cited.speaker is not None and token.i > cited.speaker.right_edge.i


def _citings(events: Sequence[Event]) -> Iterator[tuple[Token, Token]]:
    """Every "citing Y", "which quoted Y" of the block that has no content of its own, with its Y."""
    docs = {id(e.verb.doc): e.verb.doc for e in events}
    for doc in docs.values():
        for token in doc:
            if token.lemma_.lower() not in _CITING or token.dep_ not in _TIED or token.tag_ not in _FORMS:
                continue
            if token.tag_ != "VBG" and not any(c.dep_ == "nsubj" and c.lower_ in _RELATIVES for c in token.children):
                continue
            if any(_tells(c, token) for c in token.children):
                continue
            source = next((c for c in token.children if c.dep_ in {"dobj", "pobj"} and can_speak(c)), None)
            if source is not None:
                yield token, source


def _tells(child: Token, verb: Token) -> bool:
    """True for what gives the citing a content of its own: "had cited", "citing him as saying"."""
    if child.dep_ == "prep":
        return child.lower_ == "as"
    return child.dep_ == "aux" or (child.dep_ == "ccomp" and verb.dep_ != "advcl")


def _host(verb: Token, events: Sequence[Event]) -> Event | None:
    """The act of saying that the citing belongs to: that of the noun before it, or the one it hangs on."""
    usable = [e for e in events if e.verb.i != verb.i and (e.content or e.speaks) and e.verb.sent == verb.sent]
    if verb.dep_ in {"acl", "relcl"}:
        spoken = [e for e in usable if e.speaker is not None and e.speaker.i == verb.head.i]
        if spoken or verb.dep_ == "relcl":
            return spoken[0] if spoken else None
    current = verb
    for _ in range(_CLIMB):
        if current.head == current or _is_inside(verb, current):
            return None
        current = current.head
        found = next((e for e in usable if e.verb.i == current.i and e.speaker is not None), None)
        if found is not None:
            return found
    return _said_around(verb, current, usable)


def _is_inside(verb: Token, clause: Token) -> bool:
    """True where the citing stands within a clause that is itself what somebody says."""
    first = next((c.i for c in clause.children if c.dep_ in _SUBJECTS), None)
    return clause.dep_ == "ccomp" and clause.i > clause.head.i and first is not None and verb.i > first


def _said_around(verb: Token, top: Token, usable: Sequence[Event]) -> Event | None:
    """In "The dam cracked, X reported, citing Y" the saying hangs on what it says, and the citing beside it."""
    around = [e for e in usable if e.verb.dep_ == "parataxis" and e.verb.head == top and e.speaker is not None]
    near = [e for e in around if e.verb.i < verb.i and verb.i - e.verb.i < _CLIMB]
    return near[-1] if near else None


def _learnt_from(host: Event) -> Token | None:
    """Y of "X has learned from Y that"."""
    if host.verb.lemma_.lower() not in _LEARNT or not host.content:
        return None
    for child in host.verb.children:
        if child.dep_ == "prep" and child.lower_ == "from" and child.i > host.verb.i:
            return next((c for c in child.children if c.dep_ == "pobj" and can_speak(c)), None)
    return None
