"""Joins the voices that one document names to the entities of the story."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from sayso.judge.publishers import curated, plain
from sayso.model.annotations import Annotations
from sayso.model.claim import ResolvedVoice
from sayso.model.clause import Clause
from sayso.model.document import Document
from sayso.model.enums import PLACES, EntityType, MentionKind, QuoteKind
from sayso.model.mention import Mention, Resolution
from sayso.model.voice import Attribution, Voice
from sayso.pipeline.speakers import (
    BodyKind,
    Standing,
    body_spoken_for,
    is_institution,
    kind_of_body,
    owned_thing,
    seated,
    some_of,
    standing,
)

# Who a source phrase means, where it names several: "a spokesman for the Lund council" is no place.
RANK = {EntityType.PERSON: 0, EntityType.ORG: 1, EntityType.GROUP: 2, EntityType.WORK: 3, EntityType.GPE: 4}
SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.GROUP})
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we"})
# Verbs of telling, not of wanting: where the paper says that the gunmen demanded money, the paper alone vouches for it.
TELLING = frozenset(
    """say tell add state announce report confirm claim assert insist maintain argue admit confess acknowledge concede deny
    reject dismiss condemn denounce criticize criticise praise welcome warn accuse blame allege declare reveal disclose
    explain describe put estimate reckon predict forecast testify write tweet post note stress repeat reiterate call
    characterize characterise term complain contend counter reply respond recall recount suggest speak issue""".split()
)
FIGURING = frozenset({"give", "value", "assess"})  # verbs by which somebody puts a figure on a thing
ISSUING = frozenset({"issue", "release", "publish"})
PERSONAL = frozenset({"he", "she"})
OURS = frozenset({"we", "i", "us"})  # who says so outside of every quotation is the outlet
NOBODY = re.compile(
    r"(?:this|that) .+|(?:the|an?) (?:\w+ )?(?:person|man|woman|official|source|insider|individual)", re.IGNORECASE
)
CONFERENCE = re.compile(r"\b(?:news|press|media) (?:conference|briefing|release)\b", re.IGNORECASE)
MEDIA = re.compile(
    r"\b(?:news|times|post|press|agency|radio|tv|television|channel|network|journal|gazette|herald|tribune|daily|weekly"
    r"|magazine|newspaper|observer|guardian|chronicle|ledger|mail|telegraph|broadcast\w*|[A-Z]{2,5})\b"
)
AIR = re.compile(
    r"(?:the )?(?:[\w-]+ )?(?:state|public|national|local|regional|private|military)(?:-run)? (?:\w+ )?"
    r"(?:radio|television|TV|broadcaster|news agency|media)",
    re.IGNORECASE,
)
OURSELVES = re.compile(r"(?:this|our|your) (?:newspaper|paper|magazine|station|channel|website|reporter)|us$", re.IGNORECASE)
# What a text calls a medium beside its name: "the state news agency", "the daily".
DESCRIBED = re.compile(r"\b(?:news (?:agency|channel|site|service)|newspaper|broadcaster|daily|weekly|tabloid|radio)\b")
# A paper that a text points at can be cited, though nobody is named for it.
PAPER = re.compile(
    r"(?:the|its|their|this|that|his|her) (?:[\w’'-]+ ){0,3}(?:memo|report|document|letter|indictment|survey|study|audit"
    r"|data|log|register|recording|recorder|footage|minutes|e-?mail|file|ruling|verdict|autopsy|manifest|note)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=\w )[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*$")  # at the end of the words for a source
# A person who stands in the words for a speaker without being it: an owner, or one whom a preposition ties to it.
THEIRS = re.compile(r"their (?:\w+ )?\w+s$", re.IGNORECASE)  # "their bosses": people whom nobody names
OWNED = re.compile(r"[’']s? \w")
FOR_HIM = re.compile(
    r"[’']s? (?:\w+ )?(?:government|administration|office|regime|party|camp|campaign|team|cabinet"
    r"|spokes\w+|representatives?|publicist|foundation)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"^(?!(?:the |a )?(?:government|administration|office|regime|party|campaign|team|cabinet)\b).*\w"
    r" (?:to|with|of|by|near|around|behind|under|against|from|for|at) $",
    re.IGNORECASE,
)
INSIDE = re.compile(r"\w (?:in|inside|within|close to|near) $")  # "a source in her office"
SPOKESMAN = re.compile(r"\b(?:spokes\w+|representatives?) (?:for|of) $")
LONG_AGO = 2500  # code points within which "the company" was named
LOOK_BACK = 600  # code points within which a pronoun's speaker has spoken before


@dataclass(frozen=True)
class Cast:
    """The entities of a story: types and names by id, ids by the place of a mention, and those that are outlets."""

    types: Mapping[str, EntityType]
    names: Mapping[str, str]
    of: Mapping[tuple[str, int, int], str]
    outlets: frozenset[str] = frozenset()
    by_name: Mapping[str, str] = field(default_factory=dict)  # bodies by name


class Voices:
    """Resolves the attributions of one document."""

    def __init__(self, document: Document, found: Annotations, cast: Cast) -> None:
        self._document, self._found = document, found
        self._types, self._names, self._of, self._outlets = cast.types, cast.names, cast.of, cast.outlets
        self._by_name = cast.by_name
        self._starts = [m.start for m in found.mentions]

    def chain(self, indices: Sequence[int]) -> tuple[ResolvedVoice, ...]:
        """The voices of nested attributions, outermost first; an outlet that was told stands outside who told it."""
        found: list[ResolvedVoice] = []
        for n in indices:
            attribution = self._found.attributions[n]
            spoke = self._meant(attribution)
            told = (attribution.recipient, spoke.recipient if spoke is not None else None)
            found += [outlet for t in told if t is not None and (outlet := self._outlet(t)) is not None]
            source = self.source(n)
            if source is not None:
                found.append(source)
        return tuple(found)

    def voices(self, clause: Clause) -> tuple[ResolvedVoice, ...]:
        """The voices of a clause; who is quoted in a report of a report stands innermost.

        In "According to the ministry, Ms Roe voiced 'deep concern'" the ministry says so, and the quoted words are hers.
        """
        found = self.chain(clause.voices)
        spoke = None if clause.cued is None else self._found.attributions[clause.cued]
        if not found or spoke is None or not self._alone(clause, spoke):
            return found
        if spoke.kind is not QuoteKind.MIXED and clause.predicate not in TELLING | FIGURING:
            return found
        inner = self.source(clause.cued) if clause.cued is not None else None
        if inner is not None and inner.source.lower() in PRONOUNS - PERSONAL:
            return found  # whom "they" means is seldom sure enough to name them for it
        if inner is None or inner.type not in SPEAKERS or inner.entity in {v.entity for v in found}:
            return found
        return (*found, inner)

    def spoken(self, clause: Clause) -> tuple[ResolvedVoice, ...]:
        """The chain of voices of the act of speech that a clause tells, whom the speaker cites among them."""
        cued = clause.cued if clause.cued is not None else self._goes_on_saying(clause)
        if cued is None:
            return ()
        spoke = self._found.attributions[cued]
        above = spoke.parent
        if above is not None and self._found.attributions[above].content != spoke.content:
            above = None
        below = [n for n, a in enumerate(self._found.attributions) if a.parent == cued and a.content == spoke.content]
        return tuple(
            v
            for v in self.chain([*([] if above is None else [above]), cued, *below])
            if v.entity or v.source.lower() not in PRONOUNS
        )

    def _goes_on_saying(self, clause: Clause) -> int | None:
        """The attribution of "continues to deny" or "issued a warning of", whose words stand under the clause's verb."""
        for n, attribution in enumerate(self._found.attributions):
            cue, source = attribution.cue, attribution.source
            if cue is None or source is None or not clause.head < cue.start < clause.end:
                continue
            words = cue.text.lower().split()
            if words[0] == "to" and words[-1] == clause.predicate and clause.predicate in TELLING:
                return n
            if clause.predicate in ISSUING and len(words) == 1 and clause.start <= source.start < clause.head:
                return n
        return None

    def whole(self, clause: Clause) -> bool:
        """True where no other clause tells what is said in this one, and it is told, not wanted."""
        if clause.cued is None or clause.predicate not in TELLING:
            return False
        return self._alone(clause, self._found.attributions[clause.cued])

    def _alone(self, clause: Clause, spoke: Attribution) -> bool:
        """True where no clause of its own holds what was said."""
        return not any(
            start <= other.head < end for start, end in spoke.content for other in self._found.clauses if other is not clause
        )

    def source(self, index: int) -> ResolvedVoice | None:
        """The source of one attribution; a pronoun that nothing else explains is whoever spoke before."""
        attribution = self._found.attributions[index]
        source, spoke = attribution.source, self._meant(attribution)
        if source is None or (source.text.lower() in OURS and not self._quoted(source)):
            return None
        if spoke is None or spoke.source is None:
            return self._voice(attribution, source)
        known = self._voice(spoke, spoke.source)
        if source.text.lower() in PERSONAL and known.type in PLACES:
            known = structs.replace(known, entity=None, type=None)
        return ResolvedVoice(
            source=source.text,
            start=source.start,
            end=source.end,
            entity=known.entity,
            cue=attribution.cue.text if attribution.cue else None,
            negated=attribution.negated,
            anonymous=known.anonymous or known.entity is None,
            type=known.type,
        )

    def _quoted(self, source: Voice) -> bool:
        """True where a source stands in what somebody says, in his words or in the reporter's."""
        return any(
            s <= source.start < e for a in self._found.attributions if a.source for s, e in a.content if a.source != source
        )

    def _meant(self, attribution: Attribution) -> Attribution | None:
        """The attribution of the nearest earlier speaker, for a pronoun that coreference left open."""
        source = attribution.source
        if source is None or source.text.lower() not in PRONOUNS or self._known(source):
            return None
        earlier = [
            a
            for a in self._found.attributions
            if a.source
            and source.start - LOOK_BACK <= a.source.start < source.start
            and a.source.text.lower() not in PRONOUNS
            and (source.text.lower() not in PERSONAL or self._person(a.source))
        ]
        return max(earlier, key=lambda a: a.source.start if a.source else 0, default=None)

    def _known(self, pronoun: Voice) -> bool:
        """True where coreference tells whom a pronoun means; a "she" that the story shows to be a body is open."""
        if pronoun.text.lower() in PERSONAL:
            return self._person(pronoun)
        return self.entity_at(pronoun.start, pronoun.end) is not None

    def _person(self, voice: Voice) -> bool:
        entity = self.entity_at(voice.start, voice.end)
        return entity is not None and self._types.get(entity) is EntityType.PERSON

    def _voice(self, attribution: Attribution, source: Voice) -> ResolvedVoice:
        named = self._named_in(source)
        body = body_spoken_for(source.text) if named is None else None
        entity = named or (self._body_in(source, body) if body is not None else self._speaking(source))
        known = self._types.get(entity) if entity else None
        who = standing(source.text, self._document.text) if entity is None else None
        people = some_of(source.text) or (who is Standing.PEOPLE and not self._somebody(source))
        nobody = attribution.anonymous or people or (entity is None and THEIRS.match(source.text) is not None)
        person = entity if known is EntityType.PERSON else None
        unnamed = person is not None and not self._has_name(person)  # "he", who is no more than "that poor boy"
        anonymous = named is None and body is None and (unnamed or (nobody and person is None))
        return ResolvedVoice(
            source=source.text,
            start=source.start,
            end=source.end,
            entity=None if anonymous else entity,
            cue=attribution.cue.text if attribution.cue else None,
            negated=attribution.negated,
            anonymous=anonymous,
            type=None if anonymous else known,
            citable=anonymous
            or entity is not None
            or who is Standing.BODY
            or body is not None
            or self._somebody(source)
            or PAPER.match(source.text) is not None,
        )

    def _speaking(self, source: Voice) -> str | None:
        """The entity that speaks: never a person whose friend or lawyer does ("a person close to Ms Roe", "his lawyer")."""
        entity = self.entity_at(source.start, source.end)
        if source.text.lower() in PERSONAL and not self._person(source):
            return None
        if entity is not None and (kind := kind_of_body(source.text)) is not None and not self._fits(entity, kind):
            return self._named_before(source, kind)
        if entity is None:
            return None
        if self._only_seat(source, place=self._types.get(entity) in PLACES):
            return None
        if self._types.get(entity) is not EntityType.PERSON:
            return entity
        own = [m for m in self.mentions_in(source.start, source.end) if not self._only_beside(m, source)]
        own.sort(key=lambda m: (*self._rank(m), m.start, -m.end))
        return next((e for m in own if (e := self.entity(m)) is not None), None)

    def _only_seat(self, source: Voice, *, place: bool) -> bool:
        """True where all that the words of a source name only tells where the body sits ("a court in the capital")."""
        inside = [m for m in self.mentions_in(source.start, source.end) if self.entity(m) is not None]
        text = self._document.text
        return bool(inside) and all(seated(text[source.start : m.start], place=place) for m in inside)

    def _body_in(self, source: Voice, body: str) -> str | None:
        """The entity that a described body is, where one of its names bears the word: never a gang for "the bank"."""
        entity = self.entity_at(source.start, source.end)
        word = body.lower().split()[-1]
        return entity if entity is not None and word in self._names[entity].lower().split() else None

    def _has_name(self, entity: str) -> bool:
        """False for a person who is known by no more than being one: "this person"."""
        return NOBODY.fullmatch(self._names[entity]) is None

    def _fits(self, entity: str, kind: BodyKind) -> bool:
        """False for "the company" that would be a newspaper, and "the paper" that would be a ministry."""
        medium = entity in self._outlets or self._is_medium(entity, "")
        return not medium if kind is BodyKind.FIRM else medium or not is_institution(self._names[entity])

    def _named_before(self, source: Voice, kind: BodyKind) -> str | None:
        """The body of that kind that was named last before a source."""
        named = [m for m in self.mentions_in(max(0, source.start - LONG_AGO), source.start) if m.kind is MentionKind.NAME]
        bodies = (e for m in reversed(named) if (e := self.entity(m)) is not None and self._types.get(e) is EntityType.ORG)
        return next((e for e in bodies if self._fits(e, kind) and not is_institution(self._names[e])), None)

    def _only_beside(self, mention: Mention, source: Voice) -> bool:
        """True for a person who is named only to tell whose or near whom the speaker is."""
        entity = self.entity(mention)
        if entity is None or self._types.get(entity) is not EntityType.PERSON:
            return False
        text = self._document.text
        before, behind = text[source.start : mention.start], text[mention.end : source.end]
        if mention.kind is MentionKind.PRONOUN and behind:
            return FOR_HIM.match(f"'s{behind}") is None or INSIDE.search(before) is not None
        if OWNED.match(behind) and not FOR_HIM.match(behind):
            return True
        return BESIDE.search(before) is not None and SPOKESMAN.search(before) is None

    def _named_in(self, source: Voice) -> str | None:
        """Whom a source names behind what he or it is ("the broadcaster HQB"), be it that the reading saw no name there."""
        inside = self.mentions_in(source.start, source.end)
        named = [m for m in inside if m.kind is MentionKind.NAME]
        if named and any(m.end + 1 == named[-1].start for m in inside if m.kind is MentionKind.DESCRIPTION):
            return self.entity(named[-1])
        if named or source.text.lower() in PRONOUNS:
            return None
        found = NAME.search(source.text)
        return self._by_name.get(found[0]) if found is not None else None

    def _somebody(self, source: Voice) -> bool:
        """True where the words of a source hold a mention of a person, a group or a body that can speak."""
        if owned_thing(source.text) and all(
            m.kind is MentionKind.PRONOUN for m in self.mentions_in(source.start, source.end)
        ):
            return False
        return any(m.type in RANK for m in self.mentions_in(source.start, source.end))

    def _outlet(self, told: Voice) -> ResolvedVoice | None:
        """The outlet that a source spoke to, unless that is the document's own."""
        if OURSELVES.match(told.text) or CONFERENCE.search(told.text):
            return None
        entity = self.entity_at(told.start, told.end)
        if entity is None:
            return _unnamed_medium(told)
        name = self._names[entity]
        if entity not in self._outlets and not self._is_medium(entity, told.text):
            return None
        if _plain(name) in _plain(self._document.publisher) or _plain(self._document.publisher) in _plain(name):
            return None
        return ResolvedVoice(source=told.text, start=told.start, end=told.end, entity=entity, type=EntityType.ORG)

    def _is_medium(self, entity: str, text: str) -> bool:
        if self._types.get(entity) not in {EntityType.ORG, EntityType.WORK}:
            return False
        name = self._names[entity]
        return bool(MEDIA.search(f"{text} {name}".replace("The ", "the ")) or MEDIA.search(name.lower()))

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in [start, end), by offset."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self._found.mentions[first:last] if m.end <= end]

    def entity_at(self, start: int, end: int) -> str | None:
        """The entity that [start, end) means: persons before bodies before places, names before descriptions.

        So "the Chilean minister" is the minister, where the story knows who that is, and not Chile.
        """
        inside = self.mentions_in(start, end)
        inside.sort(key=lambda m: (*self._rank(m), m.start, -m.end))
        return next((e for m in inside if (e := self.entity(m)) is not None), None)

    def _rank(self, mention: Mention) -> tuple[int, int]:
        entity = self.entity(mention)
        known = self._types.get(entity) if entity else None
        return RANK.get(known, 5) if known else 6, int(mention.kind is not MentionKind.NAME)

    def type_of(self, entity: str) -> EntityType | None:
        """The type of an entity; None where the story has none of that id."""
        return self._types.get(entity)

    def entity(self, mention: Mention) -> str | None:
        """The entity that a mention of the document stands for."""
        return self._of.get((self._document.id, mention.start, mention.end))


def voices_of(
    documents: Sequence[Document], annotations: Mapping[str, Annotations], resolution: Resolution
) -> dict[str, Voices]:
    """The voices of every document of a story, by its id."""
    entities = resolution.entities
    known = curated().names() | {plain(d.publisher) for d in documents}
    called = {e.id: (e.name, *e.aliases) for e in entities}
    outlets = frozenset(e for e, names in called.items() if any(plain(n) in known or DESCRIBED.search(n) for n in names))
    bodies = {n: e.id for e in sorted(entities, key=lambda e: e.id) if e.type is EntityType.ORG for n in called[e.id]}
    cast = Cast({e.id: e.type for e in entities}, {e.id: e.name for e in entities}, resolution.of, outlets, bodies)
    return {d.id: Voices(d, annotations[d.id], cast) for d in documents}


def _unnamed_medium(told: Voice) -> ResolvedVoice | None:
    """The medium of "told state radio", which no name tells."""
    if not AIR.fullmatch(told.text):
        return None
    return ResolvedVoice(source=told.text, start=told.start, end=told.end, type=EntityType.ORG)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("the "))
