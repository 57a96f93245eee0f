"""The closed vocabularies of the project: every word here is written out in the dossier as it stands."""

from enum import Enum


class BlockKind(Enum):
    """What a stretch of a document's text is; only PARAGRAPH is body and is read for claims."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    DATE_LINE = "date-line"
    UPDATE = "update"
    CORRECTION = "correction"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


class Basis(Enum):
    """How a time of publication is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class MentionKind(Enum):
    """How a text refers to an entity."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class CountryForm(Enum):
    """By what form of words a country is meant."""

    NAME = "name"
    ADJECTIVE = "adjective"
    SEAT = "seat"  # its capital, used for its government


class EntityType(Enum):
    """Types of entities; GPE is a country, region or town that can act, LOC one that cannot."""

    PERSON = "PERSON"
    GROUP = "GROUP"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FACILITY = "FAC"
    EVENT = "EVENT"
    WORK = "WORK"
    PRODUCT = "PRODUCT"
    OTHER = "OTHER"


PLACES = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FACILITY})  # where something happens


class TimeKind(Enum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(Enum):
    """What a symbolic time is counted from."""

    ABSOLUTE = "absolute"  # carries its own year, or is counted from nothing
    PUBLICATION = "publication"  # "yesterday", "Wednesday", "last year", "Nov. 27" (nearest year)
    SPEAKING = "speaking"  # the same words inside a quotation: from the time of speaking
    PREVIOUS = "previous"  # "two days later", "the following week": from the time told before
    EVENT = "event"  # "12 days after X": from the dated event X
    NONE = "none"  # "recently", "10 days" as a mere length


class QuantityKind(Enum):
    """What sort of number a quantity is: unlike kinds never meet in a verdict."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    SCORE = "score"
    RATE = "rate"


class QuoteKind(Enum):
    """Direct: all in quotation marks; indirect: none; mixed: partly."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Modality(Enum):
    """How surely, and in which world, a claim is put."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PREDICTED = "predicted"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    DIRECTIVE = "directive"


class Verdict(Enum):
    """What two values for one question say of each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    CONFLICT = "conflict"


class DiscrepancyKind(Enum):
    """In what two accounts part."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    IDENTITY = "identity"
    POLARITY = "polarity"
    LABEL = "label"


class Order(Enum):
    """Whether it is known which of two accounts was told first."""

    KNOWN = "known"
    UNKNOWN = "unknown"


class Between(Enum):
    """Who parts from whom."""

    OUTLETS = "outlets"
    VOICES = "voices"
    ONE_DOCUMENT = "one document"


class OriginBasis(Enum):
    """On what an origin rests."""

    NAMED = "named"
    FIRST_HAND = "first-hand"
    PROBABLE_RELAY = "probable-relay"
    UNSOURCED = "unsourced"

    @property
    def counts(self) -> bool:
        """True where such an origin can make a finding corroborated."""
        return self in {OriginBasis.NAMED, OriginBasis.FIRST_HAND}


class Status(Enum):
    """How well a finding is supported."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    UNSOURCED = "unsourced"
    DISPUTED = "disputed"


class SourceKind(Enum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    AGENCY = "agency"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class ReuseKind(Enum):
    """How one document takes from another."""

    COPY = "copy"
    PARTIAL = "partial"
    REWRITE = "rewrite"
    RELAY = "relay"


class Stance(Enum):
    """Where an actor stands towards a target."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONDEMNS = "condemns"
    URGES = "urges"
    DEMANDS = "demands"
    OFFERS = "offers"
    THREATENS = "threatens"
    DENIES = "denies"
    DECLINES = "declines"
    SILENT = "silent"


class LoadedSort(Enum):
    """What a word does that judges what it names."""

    DISPARAGING = "disparaging"
    HONOURING = "honouring"
    DOUBTING = "doubting"
    VIOLENT = "violent"
    STRONG = "strong"
    SOFTENING = "softening"


class OutlookKind(Enum):
    """What sort of outlook: who bears it, the speaker, somebody's calendar, or nobody."""

    THREAT = "threat"
    PROMISE = "promise"
    PLAN = "plan"
    DEADLINE = "deadline"
    FORECAST = "forecast"


class OutlookState(Enum):
    """What became of something said to be still to come."""

    OPEN = "open"
    LAPSED = "lapsed"
    MET = "met"
