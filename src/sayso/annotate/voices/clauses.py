"""Verbs of saying and what hangs on them: complement clauses, objects, labels, and passives turned round.

The dependency rules follow the idea of Krestel, Bergler & Witte 2008 and Pareti 2015 (cue, source and content read off a
parse), with wider frames after PolNeAR (Newell, Margolin & Ruths 2018).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.annotate.voices.deeds import is_deed
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.extent import said
from sayso.annotate.voices.inserted import put_in
from sayso.annotate.voices.lexicon import Cue, Frame, fold, lexicon
from sayso.annotate.voices.names import agent_of, as_saying, is_time, speaker_after, speaker_before, subject_of
from sayso.annotate.voices.scene import Scene, subtree

_REFUSALS = frozenset(
    {"deny", "refuse", "decline", "refute", "rebut", "dispute", "disavow", "reject", "dismiss", "repudiate"}
)
_OBJECTS = frozenset({Frame.OBJECT, Frame.PERSON})
_OBJECT_FRAMES = _OBJECTS | {Frame.LABEL}
_INFINITIVES = frozenset({Frame.INFINITIVE, Frame.PERSON})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FOLLOWS = frozenset(
    {"as", "for", "to", "by", "on", "than", "with", "beyond", "over", "about", "through", "into", "against"}
)
_NEAR = 3  # tokens after the verb within which its content begins
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd"})
_PARTNERS = frozenset({"i", "we", "you", "it", "that", "this"})
_UNREAL = frozenset({"would", "will", "'ll", "’ll", "might"})
_NAMING = frozenset({"call", "name", "title", "dub", "know", "nickname", "see", "style", "brand", "entitle"})
_RELAYED = frozenset({"see", "quote"})  # "a letter seen by the daily": it says nothing of the letter
_RELATIVES = frozenset({"which", "that", "whom"})
_HEARERS = frozenset({"tell", "inform", "notify", "remind", "assure", "reassure", "advise", "brief", "alert", "ask"})


def is_negated(verb: Token) -> bool:
    """Denied, refused, did not say; a denied denial is none."""
    denied = fold(verb.lemma_) in _REFUSALS
    if verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "nor" for c in verb.head.children):
        return not denied
    below = any(c.dep_ == "neg" for c in verb.children)
    above = verb.dep_ == "xcomp" and (
        fold(verb.head.lemma_) in _REFUSALS | {"avoid"} or any(c.dep_ == "neg" or _is_yet(c) for c in verb.head.children)
    )
    return denied != (below or above or _falls_short(verb))


def _is_yet(adverb: Token) -> bool:
    """True for the "yet" of "has yet to say"."""
    return adverb.lower_ == "yet" and adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).tag_ == "TO"


def _falls_short(verb: Token) -> bool:
    """True for "stopped short of saying"."""
    stopping = verb.head.head
    short = verb.dep_ == "pcomp" and verb.head.lower_ == "of" and stopping.lemma_ in {"stop", "fall"}
    return short and any(c.lower_ == "short" for c in stopping.subtree)


LONGEST = 300  # tokens; no reporter writes a longer sentence, and what is read from its subtrees would cost their square


def events(scene: Scene) -> Iterator[Event]:
    """Every verb of saying of the block, with or without content."""
    words = lexicon()
    for token in (t for sentence in scene.part.doc.sents if len(sentence) <= LONGEST for t in sentence):
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        cue = words.verb(token.lemma_)
        if cue is not None:
            event = _outside(scene, _event(token, cue))
            yield event if _is_told(scene, event) else replace(event, content=frozenset())


def _outside(scene: Scene, event: Event) -> Event:
    """The event with who speaks behind the quotation in which a parse took a word for the speaker."""
    speaker, verb = event.speaker, event.verb
    quote = scene.quote_at(speaker.idx) if speaker is not None else None
    if speaker is None or quote is None or not event.speaks or verb.idx < quote.end or scene.quote_at(verb.idx) is not None:
        return event
    named = [t for t in verb.doc[speaker.i : verb.i] if t.idx >= quote.end and t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return replace(event, speaker=named[-1] if named else speaker_after(verb) if _is_inverted(verb) else None)


def _is_told(scene: Scene, event: Event) -> bool:
    """False for words that report nothing: "you know", a command, and what somebody would say."""
    verb, speaker = event.verb, event.speaker
    quote = scene.quote_at(verb.idx)
    # "The guards “talked about money”": the words are quoted, but it is the reporter who says that they talked.
    if quote is not None and (event.frames or speaker is None or quote.start <= speaker.idx < quote.end):
        quoted = speaker is not None and speaker.lower_ not in _PARTNERS and Frame.CLAUSE in event.frames
        return quoted and verb.tag_ in _FINITE and any(verb.doc[i].dep_ == "ccomp" for i in event.roots)
    if speaker is None and verb.tag_ in {"VB", "VBP"} and Frame.RAISING not in event.frames:
        return False
    return verb.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in verb.children)


def _event(verb: Token, cue: Cue) -> Event:
    if _is_passive(verb):
        return _passive(verb, cue)
    if Frame.RAISING in cue.frames:
        return _raised(verb, cue)
    if as_saying(verb) is not None:  # "X quoted Y as saying": what Y says is the content of both
        return Event(verb, frozenset(), subject_of(verb), frozenset())
    told = _told(verb, cue)
    roots = _one_side([child for child in verb.children if child != told and _is_content(child, verb, cue)], verb)
    roots = [r for r in roots if not _of_reporter(r, roots)]
    if not roots and told is not None and (clause := _told_clause(told) or _told_that(verb, told)) is not None:
        roots = [clause]
    content = {i for root in roots for i in said(root)}
    if roots and (taken := _preposition(roots, told)) is not None:
        content.discard(taken.i)
    if roots and roots[-1].dep_ == "dobj" and (more := _goes_on(roots[-1], verb)) is not None and more.head != told:
        content |= said(more)
    if not content and Frame.CLAUSE in cue.frames:
        content = _around(verb)
    elif verb.dep_ == "relcl" and len(content) == 1 and verb.doc[min(content)].lower_ in _RELATIVES:
        content = subtree(verb.head, verb)
    speaker = subject_of(verb)
    if speaker is None and verb.tag_ in _FINITE and not any(c.dep_ in {"expl", "nsubj"} for c in verb.children):
        speaker = speaker_after(verb) if _is_inverted(verb) else speaker_before(verb)
    if speaker is not None and is_time(speaker):
        speaker = speaker_after(verb)  # "for the first time said the mayor"
    return Event(verb, cue.frames, speaker, frozenset(content), told, tuple(r.i for r in roots))


def _told_clause(told: Token) -> Token | None:
    """What a parse takes for a clause about the hearer: "told officers [he had lost his way]"."""
    for child in told.children:
        if child.dep_ == "relcl" and child.left_edge.i == told.i + 1 and child.left_edge.lower_ not in _RELATIVES | {"who"}:
            return child if any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children) else None
    return None


def _told_that(verb: Token, told: Token) -> Token | None:
    """What a parse hangs on the hearer or on a day behind him: "told the inquest [that a charge was lit]"."""
    for token in verb.subtree:
        clause = token.head
        if token.lower_ != "that" or token.i < told.i or clause.dep_ not in {"acl", "relcl"} or clause.left_edge != token:
            continue
        if any(c.dep_ in {"nsubj", "nsubjpass"} and c != token for c in clause.children):
            return clause
    return None


def _raised(verb: Token, cue: Cue) -> Event:
    """In "the road appears to be closed" nobody is named; subject and infinitive are the content."""
    roots = [c for c in verb.children if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)]
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in _RELATIVES), None)
    content = {i for root in roots for i in said(root)}
    if content and subject is not None:
        content |= subtree(subject)
    return Event(verb, cue.frames, None, frozenset(content), roots=tuple(r.i for r in roots))


def _one_side(roots: Sequence[Token], verb: Token) -> list[Token]:
    """Without a clause before the verb that a parse takes for its content, where the content follows it."""
    after = [r for r in roots if r.i > verb.i and r.dep_ in _COMPLEMENTS]
    if not after or all(r.i > verb.i for r in roots):
        return list(roots)
    near = any(r.left_edge.i <= verb.i + _NEAR and not _begins_sentence(r.left_edge) for r in after)
    return [r for r in roots if (r.i > verb.i) == near or r.dep_ != "ccomp"]


def _of_reporter(root: Token, before: Sequence[Token]) -> bool:
    """True for a clause behind what was said that weighs it: "“ten days ago”, [which would place it in May]"."""
    first = root.left_edge
    if root.dep_ != "ccomp" or first.lower_ != "which" or first.dep_ != "nsubj" or first.head != root:
        return False
    return first.i > 0 and first.nbor(-1).text == "," and any(r.dep_ == "ccomp" and r.i < first.i for r in before)


def _begins_sentence(token: Token) -> bool:
    return token.text[:1].isupper() and token.i > 0 and token.nbor(-1).text.endswith((".", "!", "?"))


def _goes_on(thing: Token, verb: Token) -> Token | None:
    """The phrase right after an object that a parse hangs on the verb: "opposed the right [of] ... [to] fish"."""
    for child in verb.children:
        if child.left_edge.i == thing.right_edge.i + 1 and child.dep_ == "prep" and child.lower_ in _FOLLOWS:
            return None if any(t.ent_type_ in {"DATE", "TIME"} for t in child.children) else child
    return None


def _preposition(roots: Sequence[Token], told: Token | None) -> Token | None:
    """The preposition that belongs to the cue: "spoke about [the talks]", not the one of "described him as"."""
    first = roots[0]
    alone = first.dep_ == "prep" and first.lower_ != "as" and (len(roots) == 1 or told is not None)
    return first if alone and any(c.dep_ in {"pobj", "pcomp"} for c in first.children) else None


def _is_inverted(verb: Token) -> bool:
    return verb.i > verb.sent.start and (verb.nbor(-1).is_punct or verb.nbor(-1).is_quote)


def _is_passive(verb: Token) -> bool:
    below = {c.dep_ for c in verb.children}
    if below & {"auxpass", "nsubjpass"}:
        return True
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and fold(verb.lemma_) in _NAMING and not below & {"aux", "nsubj"}:
        return True  # "a ring [called the Quays]" calls nobody anything
    if verb.tag_ != "VBN" or verb.dep_ not in {"acl", "advcl", "prep"} or below & {"aux", "nsubj", "dobj"}:
        return False
    # "The council estimated that" is often misread as a participle after its own subject.
    return verb.dep_ != "acl" or not any(c.dep_ == "ccomp" and c.left_edge.lower_ == "that" for c in verb.children)


def _told(verb: Token, cue: Cue) -> Token | None:
    """Whom it is said to: "told the paper", "said to reporters"."""
    if Frame.RECIPIENT in cue.frames or fold(verb.lemma_) in _HEARERS:
        for child in verb.children:
            if child.dep_ in {"dative", "dobj"} and child.pos_ in {"NOUN", "PROPN", "PRON"} and child.i > verb.i:
                return child
    if Frame.QUOTE in cue.frames and "to" not in cue.takes:
        below = {c.dep_ for c in verb.children}
        for child in verb.children if not below & {"dobj", "prt"} and Frame.PERSON not in cue.frames else ():
            if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and child.i > verb.i:
                return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _is_content(child: Token, verb: Token, cue: Cue) -> bool:
    dep = child.dep_
    if dep == "ccomp":
        return bool(cue.frames - {Frame.OBJECT}) or child.i > verb.i
    if dep == "xcomp":
        return bool(cue.frames & _INFINITIVES) or Frame.LABEL in cue.frames or Frame.CLAUSE in cue.frames
    if dep == "dobj":
        if Frame.LABEL not in cue.frames or not _is_labelled(verb, cue):
            doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if is_deed(verb, child, doer):
                return False
        return bool(cue.frames & _OBJECTS) or (Frame.LABEL in cue.frames and _is_labelled(verb, cue))
    if dep in {"oprd", "acomp"}:
        return Frame.LABEL in cue.frames
    if dep == "prep":
        return child.lower_ in cue.takes and child.i > verb.i
    if dep == "advcl" and Frame.CLAUSE in cue.frames:
        return any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in child.children) and child.i == verb.i + 1
    return False


def _is_labelled(verb: Token, cue: Cue) -> bool:
    return any(c.dep_ in {"oprd", "acomp"} or (c.dep_ == "prep" and c.lower_ in cue.takes) for c in verb.children)


def _around(verb: Token) -> set[int]:
    """The clause that a verb of saying is put into: "The bridge, she said, will close", "As she said, ..."."""
    if verb.dep_ == "pcomp" and (quoting := verb.head.head) != verb and as_saying(quoting) == verb:
        clause = next((c for c in quoting.children if c.dep_ == "ccomp" and c.i < quoting.i), None)
        return set() if clause is None else subtree(clause)
    if inserted := put_in(verb):
        return inserted
    if verb.dep_ not in {"parataxis", "advcl"} or verb.head == verb:
        return set()
    if not any(c.dep_ == "nsubj" for c in verb.children):
        return set()
    if verb.dep_ == "advcl" and not any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return set()
    return subtree(verb.head, verb, *(c for c in verb.head.children if c.lower_ == "according" and c.i > verb.i))


def _label_behind(agent: Token | None, cue: Cue) -> set[int]:
    """What a parse hangs on the speaker: "was described by a colleague [as honest]"."""
    if agent is None or "as" not in cue.takes:
        return set()
    return {i for c in agent.children if c.dep_ == "prep" and c.lower_ == "as" for i in subtree(c)}


def _passive(verb: Token, cue: Cue) -> Event:
    """In "X was described as Y by Z" the agent speaks, subject and complements are the content."""
    agent = agent_of(verb)
    content: set[int] = set()
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "oprd"} or (child.dep_ == "prep" and child.lower_ in cue.takes):
            content |= subtree(child)
    label = _label_behind(agent, cue)
    content |= label
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    told = None
    if subject is not None and fold(verb.lemma_) in _HEARERS:
        told = subject if subject.pos_ != "PRON" or subject.lower_ != "it" else None
    elif subject is not None and subject.lower_ not in {"it", "which", "who", "that", "what"}:
        content |= subtree(subject)
    elif subject is not None and subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        content |= {subject.i}
    elif subject is None and verb.dep_ == "acl" and (agent is not None or (content and fold(verb.lemma_) not in _NAMING)):
        more = (
            c for c in verb.head.children if c.dep_ in {"cc", "conj"} and c.i > verb.i
        )  # "dismissed by Norway [and others]"
        content |= subtree(verb.head, verb, *more)
    if subject is None and verb.dep_ == "acl" and agent is None and fold(verb.lemma_) in _NAMING:
        content = set()
    complements = bool(label) or any(
        c.dep_ in {"ccomp", "xcomp", "oprd"} or (c.dep_ == "prep" and c.lower_ in cue.takes) for c in verb.children
    )
    deed = subject is not None and is_deed(verb, subject, agent)
    if not complements and (agent is None or deed or fold(verb.lemma_) in _RELAYED or not cue.frames & _OBJECT_FRAMES):
        content = set()
    roots = tuple(c.i for c in verb.children if content and c.dep_ == "ccomp")
    return Event(verb, cue.frames - {Frame.QUOTE}, agent, frozenset(content), told, roots)
