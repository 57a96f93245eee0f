"""Whose say-so a claim rests on: the root of its attribution chain."""

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import structs

from sayso.judge.carried import Carried
from sayso.judge.cues import DONE, PEOPLE, PRONOUNS, SHOWING, UNTOLD, acted, learnt, mere_country
from sayso.judge.judgments import judgment
from sayso.judge.outlets import Outlets, plain_name
from sayso.judge.parties import Parties
from sayso.judge.root import Root
from sayso.judge.scene import Scene
from sayso.judge.stances import stance
from sayso.judge.witness import witnessed
from sayso.model.claim import Claim, ResolvedVoice
from sayso.model.document import Document, identify
from sayso.model.enums import EntityType, MentionKind, OriginBasis, SourceKind

# Bodies that news calls by a post in the plural, or by what they have charge of: they are not some people nobody names.
POST = re.compile(
    r"(?:the |state |federal |public |local |city |county |district |military )*(?:[A-Z]\w+ )?(?:prosecutors|judges)"
    r"|the (?:[\w’'-]+ ){1,3}authority|(?:the )?(?:event |strike |rally |march |festival )?organi[sz]ers",
)
SEATED = re.compile(r"^((?:the )?judges) (?:in|of|at) .*")  # where they sit is no part of who they are
# Publishers that are no press: what they publish is their own word.
BODY = re.compile(
    r"\b(?:authority|ministry|department|inspectorate|directorate|commission|secretariat|police|coast ?guard|court|embassy"
    r"|parliament|municipality|government|presidency|chancellery|prosecutors?|fire (?:service|brigade)|(?:city|town) council"
    r"|(?:national|federal|state) (?:office|agency|institute))\b",
    re.IGNORECASE,
)
PRESS = re.compile(r"\b(?:news|times|post|gazette|herald|radio|tv|journal|blog|watch|insider|monitor|report)", re.IGNORECASE)
DOCUMENTARY = frozenset(
    "report statement document memo letter study analysis communique communiqué indictment filing survey".split()
)
# Whom a spokesman speaks for, where neither has a name: "a spokeswoman for [the bank]".
SPOKEN_FOR = re.compile(
    r"^(?:an?|the|its|one) (?:[\w-]+ )?(?:spokes(?:man|woman|person)|representative) (?:for|of) (?=the )", re.I
)
THREATENS = re.compile(r"\b(?:threaten|promis)\w*\b", re.IGNORECASE)  # what a dam does without a word: it threatens to burst
# Several of the press at once: none of them is named.
SOME_PAPERS = re.compile(r"\b(?:newspapers|broadcasters|tabloids|dailies|news agencies|news outlets)$", re.IGNORECASE)
HEARSAY = re.compile(
    r"\b(?:media|press|newspapers|(?:news|press|media|newspaper|earlier|recent|local|initial|some|other) reports"
    r"|news (?:outlets|agencies|sites|channels)|broadcasters|websites|outlets)$|^(?:the |these |those )?reports$"
    r"|^(?:an?|one|another) (?:\w+ )?(?:newspaper|paper|channel|broadcaster|website)$",
    re.IGNORECASE,
)


class Roots:
    """Finds the root of any claim of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[str, Root | None] = {}
        self._agencies: dict[str, Root | None] = {}
        self._outlets = Outlets(scene.documents.values(), scene.entities.values())
        self._parties = Parties(scene)

    def outlet(self, publisher: str, basis: OriginBasis, via: str) -> Root:
        """The outlet itself as a root."""
        key, name = f"outlet:{plain_name(publisher)}", self._outlets.shown(publisher)
        return Root(key, name, SourceKind.OUTLET, basis, via, publisher=publisher)

    def voice(self, voice: ResolvedVoice, within: str | None = None) -> Root | None:
        """The root that a voice names in a text of the publisher `within`; None where it names nobody who could be cited."""
        if not voice.citable or self._shows(voice) or mere_country(voice):
            return None
        if voice.anonymous:
            return _post(voice)
        name = self._scene.name(voice.entity)
        if SOME_PAPERS.search(voice.source) and self._outlets.meant(self._names(voice.entity), within) is None:
            return None
        if name is None:
            if voice.source.lower() in PRONOUNS or not voice.source.strip():
                return None
            words = SPOKEN_FOR.sub("", voice.source)
            key = plain_name(words)
            kind = SourceKind.DOCUMENT if DOCUMENTARY & set(voice.source.lower().split()) else SourceKind.ORGANISATION
            return Root(f"words:{key}", words, kind, OriginBasis.NAMED, f"named as {voice.source!r}")
        published = self._outlets.meant(self._names(voice.entity), within)
        if published is not None:
            return self.outlet(published, OriginBasis.NAMED, f"named as {voice.source!r}")
        return Root(f"entity:{voice.entity}", name, self._kind(voice), OriginBasis.NAMED, f"named as {voice.source!r}")

    def _shows(self, voice: ResolvedVoice) -> bool:
        """True for a thing that shows something without a word: "it underscores", "the Roe-Doe axis signals"."""
        if voice.cue is None or not (SHOWING.search(voice.cue) or THREATENS.search(voice.cue)):
            return False
        if voice.source.lower() in PRONOUNS:
            return voice.source.lower() not in PEOPLE and not THREATENS.search(voice.cue)
        known = self._scene.entities.get(voice.entity or "")
        if known is None or known.type is EntityType.PERSON:
            return False
        if THREATENS.search(voice.cue):
            return known.type in {EntityType.FACILITY, EntityType.LOC}
        return not any(voice.source.lower().endswith(n.lower()) for n in (known.name, *known.aliases))

    def _names(self, entity: str | None) -> tuple[str, ...]:
        known = self._scene.entities.get(entity) if entity else None
        return (known.name, *known.aliases) if known else ()

    def _kind(self, voice: ResolvedVoice) -> SourceKind:
        known = self._scene.entities.get(voice.entity or "")
        if known is not None and known.type is EntityType.PERSON:
            return SourceKind.PERSON
        return SourceKind.ORGANISATION

    def of(self, claim: Claim) -> Root | None:
        """The root that the claim itself shows; None where it gives no source (the outlet's own voice)."""
        own = self._shown(claim)
        found = None if own is not None else self._carried.giver(claim)
        if found is None:
            return own
        giver, where = found
        root = self._shown(giver)
        return None if root is None else structs.replace(root, via=f"{root.via} {where}")

    def inferred(self, claim: Claim) -> bool:
        """True where the root of a claim is that of the sentence beside it: it can be cited, but bears out nobody else."""
        return self._shown(claim) is None and self._carried.giver(claim) is not None

    @cached_property
    def _carried(self) -> Carried:
        return Carried(self._scene, lambda claim: self._shown(claim) is not None)

    def _shown(self, claim: Claim) -> Root | None:
        """The root that the claim itself names."""
        if claim.id not in self._known:
            self._known[claim.id] = self._root(claim)
        return self._known[claim.id]

    def _root(self, claim: Claim) -> Root | None:
        document = self._scene.documents[claim.document]
        spoke = claim.spoken if _vouches(self._scene, claim) else ()
        for voice in (*reversed(claim.voices), *reversed(spoke)):
            if learnt(voice):
                continue  # who told him is what counts
            root = self.voice(voice, document.publisher)
            if root is not None:
                return root
        said = (v for v in (*claim.voices, *spoke) if v.citable and not learnt(v) and not self._shows(v))
        cited = [v for v in said if not acted(v)]
        for voice in reversed(cited):
            if (officials := self._parties.officials(voice, document)) is not None:
                return officials
        if cited and all(_hearsay(v) for v in cited):
            return _rumour(cited[-1].source)
        if cited:
            if (told := self._spoken_to(cited, document)) is not None:
                return told
            return structs.replace(self._writer(document), unnamed=True)
        if witnessed(document, claim, self._scene.annotations[document.id].attributions):
            return self._own(document, OriginBasis.FIRST_HAND, "the outlet's own observation")
        taken = stance(self._scene, claim)
        if taken is not None and (root := self.voice(taken, document.publisher)) is not None:
            return root
        return judgment(self._scene, claim) or self._released(document)

    def _spoken_to(self, cited: Sequence[ResolvedVoice], document: Document) -> Root | None:
        """The other outlet to which somebody unnamed spoke, where the words for him name it: "a caller to the Courier"."""
        for voice in cited:
            for mention in self._scene.annotations[document.id].mentions:
                if not voice.start < mention.start <= mention.end <= voice.end or mention.kind is not MentionKind.NAME:
                    continue
                entity = self._scene.entity_of.get((document.id, mention.start, mention.end))
                published = self._outlets.meant(self._names(entity)) if entity is not None else None
                if published is not None and published != document.publisher:
                    root = self.outlet(published, OriginBasis.NAMED, f"unnamed source of {published}")
                    return structs.replace(root, unnamed=True)
        return None

    def _released(self, document: Document) -> Root | None:
        """The body that publishes a text of its own: what a ministry's notice tells without a source it tells itself."""
        if not BODY.search(document.publisher) or PRESS.search(document.publisher):
            return None
        key, via = f"words:{plain_name(document.publisher)}", "a text of its own"
        return Root(key, document.publisher, SourceKind.ORGANISATION, OriginBasis.NAMED, via)

    def _own(self, document: Document, basis: OriginBasis, via: str) -> Root:
        """The outlet of a document as a root; behind a host stands the agency that it credits, or nobody known."""
        if document.publisher not in self._scene.hosts:
            return self.outlet(document.publisher, basis, via)
        carried = f"carried by {document.publisher}, which passes on what others write"
        return self.agency(document) or self.outlet(document.publisher, OriginBasis.PROBABLE_RELAY, carried)

    def _writer(self, document: Document) -> Root:
        """Who spoke to those whom a text leaves unnamed: the agency that it credits for itself, else its outlet."""
        agency = self.agency(document)
        if agency is not None:
            return structs.replace(agency, via=f"unnamed source of {agency.name}, {agency.via}")
        return self._own(document, OriginBasis.NAMED, f"unnamed source of {document.publisher}")

    def agency(self, document: Document) -> Root | None:
        """The one agency that a document credits for its text."""
        if document.id not in self._agencies:
            self._agencies[document.id] = self._agency(document)
        return self._agencies[document.id]

    def _agency(self, document: Document) -> Root | None:
        if len(document.credits) != 1:
            return None
        name = document.credits[0]
        published = self._outlets.meant([name])
        if published is not None:
            if published == document.publisher:
                return None
            return self.outlet(published, OriginBasis.NAMED, f"credited by {document.publisher}")
        entity = next(
            (e for e in self._scene.entities.values() if plain_name(name) in map(plain_name, (e.name, *e.aliases))), None
        )
        key = f"entity:{entity.id}" if entity else f"words:{plain_name(name)}"
        return Root(
            key, entity.name if entity else name, SourceKind.AGENCY, OriginBasis.NAMED, f"credited by {document.publisher}"
        )


def _rumour(words: str) -> Root:
    """The root of what media are said to tell, none of them by name: it counts for nobody."""
    via = f"told by {words!r}, which names no outlet"
    return Root(f"hearsay:{plain_name(words)}", words, SourceKind.ANONYMOUS, OriginBasis.PROBABLE_RELAY, via, unnamed=True)


def _post(voice: ResolvedVoice) -> Root | None:
    """The root of "prosecutors" or "the port authority"; None for people whom the outlet leaves unnamed."""
    words = re.sub(r"^The ", "the ", voice.source)
    words = words if words[:1].isupper() and " " in words else words[:1].lower() + words[1:]
    words = SEATED.sub(r"\1", words)
    if not POST.fullmatch(words):
        return None
    key = plain_name(words)
    return Root(f"words:{key}", words, SourceKind.ORGANISATION, OriginBasis.NAMED, f"named as {voice.source!r}")


def _hearsay(voice: ResolvedVoice) -> bool:
    return (voice.anonymous and HEARSAY.search(voice.source) is not None) or SOME_PAPERS.search(voice.source) is not None


def _vouches(scene: Scene, claim: Claim) -> bool:
    """True where the clause tells that somebody said something, and neither that he might nor what he did or wanted."""
    cued = claim.clause.cued
    if not claim.spoken or claim.modality in UNTOLD or claim.clause.predicate in DONE:
        return False
    if cued is None:
        return True
    cue = scene.annotations[claim.document].attributions[cued].cue
    if cue is None:
        return True
    purpose = cue.text.startswith(("To ", "to ")) and SHOWING.search(cue.text)  # "to underscore his point, he rose"
    return cue.start <= claim.clause.head < cue.end and not purpose


def source_id(key: str) -> str:
    """The id of a source in the dossier."""
    return identify("s", key)
