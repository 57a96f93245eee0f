"""How documents, claims and quotations are written out."""

import datetime as dt

import pytest

from sayso.dossier.texts import iso, show_claim, show_document, show_quotes
from sayso.model.annotations import Annotations
from sayso.model.claim import Claim, Participant, ResolvedVoice
from sayso.model.clause import Clause
from sayso.model.document import Document, Publication
from sayso.model.enums import Basis, Modality, QuantityKind, QuoteKind
from sayso.model.quantity import Quantity
from sayso.model.time import Period
from sayso.model.voice import Attribution, Voice

TEXT = "Mayor Ada Moor of Lund said “the mill is safe” and “the dam too”."
DAY = dt.date(2031, 3, 7)


def clause(text="the mill is safe"):
    start = TEXT.index(text)
    return Clause(
        start=start, end=start + len(text), text=text, sentence_start=0, sentence_end=len(TEXT), head=start,
        predicate="safe", words=("mill", "safe"), modality=Modality.ASSERTED, negated=False,
    )  # fmt: skip


def claim(**given):
    return Claim(id="c1", document="d1", publisher="The Lantern", clause=clause(), **given)


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (Period(), (None, None)),
        (Period(DAY, None), ("2031-03-07", None)),
        (Period(None, DAY), (None, "2031-03-07")),
        (Period(DAY, DAY, dt.time(6), dt.time(12)), ("2031-03-07T06:00", "2031-03-07T12:00")),
        (Period(DAY, DAY, dt.time(0), None), ("2031-03-07T00:00", "2031-03-07")),
    ],
)
def test_periods_are_iso_and_open_ends_are_none(period, written):
    assert iso(period) == written


@pytest.mark.parametrize(
    ("published", "start", "end"),
    [
        (Publication(), None, None),
        (Publication(DAY, DAY, None, Basis.STATED, "2031-03-07T10:00:00+01:00"), "2031-03-07T10:00:00+01:00", None),
        (Publication(DAY, dt.date(2031, 3, 9), None, Basis.INFERRED, why="weekday"), "2031-03-07", "2031-03-09"),
    ],
)
def test_a_publication_is_as_sure_as_it_is(published, start, end):
    document = Document(id="d1", sha256="0", text=TEXT, blocks=(), publisher="The Lantern", published=published)
    shown = show_document(document)
    assert (shown.published.start, shown.published.end) == (start, end or start)
    assert (shown.published.basis, shown.published.why) == (published.basis, published.why)
    assert shown.text == TEXT


def test_a_claim_without_time_has_none():
    shown = show_claim(claim(period=Period(DAY, DAY)))
    assert (shown.time, shown.place, shown.attribution, shown.participants) == (None, None, (), ())
    timed = show_claim(claim(period=Period(DAY, DAY), time_text="on Friday", time_basis="weekday before publication"))
    assert (timed.time.start, timed.time.end, timed.time.text) == ("2031-03-07", "2031-03-07", "on Friday")


def test_voices_keep_their_order_and_an_entity_in_one_role_is_told_once():
    voices = (ResolvedVoice("the Gazette", 0, 11), ResolvedVoice("officials", 20, 29, anonymous=True))
    people = (Participant("e1", "agent", 0, 3), Participant("e1", "agent", 9, 12), Participant("e1", "patient", 20, 22))
    shown = show_claim(claim(voices=voices, participants=people))
    assert [v.source for v in shown.attribution] == ["the Gazette", "officials"]
    assert [(p.entity, p.role) for p in shown.participants] == [("e1", "agent"), ("e1", "patient")]


def test_numbers_are_whole_where_they_are_and_none_where_there_is_no_bound():
    quantity = Quantity(
        start=0, end=2, text="80", kind=QuantityKind.COUNT, low=80.0, high=float("inf"), low_open=True,
        likely_low=81.0, likely_high=100.5,
    )  # fmt: skip
    (shown,) = show_claim(claim(quantities=(quantity,))).quantities
    assert (shown.low, shown.high, shown.likely_low, shown.likely_high) == (80, None, 81, 100.5)
    assert isinstance(shown.low, int)


def test_each_piece_of_a_quotation_is_told_with_its_speaker():
    first, second = TEXT.index("“the mill"), TEXT.index("“the dam")
    pieces = ((first, first + 18), (second, second + 13))
    attribution = Attribution(
        source=Voice(0, 22, TEXT[:22]), cue=Voice(23, 27, "said"), content=pieces, kind=QuoteKind.DIRECT
    )
    found = Annotations(
        document="d1", sentences=((0, len(TEXT)),), mentions=(), times=(), quantities=(),
        attributions=(attribution, Attribution(source=None, cue=None, content=pieces[:1], kind=QuoteKind.INDIRECT)),
        clauses=(),
    )  # fmt: skip
    document = Document(id="d1", sha256="0", text=TEXT, blocks=(), publisher="The Lantern")
    quotes = show_quotes([document], {"d1": found}, lambda document, n: "ada" if (document, n) == ("d1", 0) else None)
    assert [(q.start, q.end) for q in quotes] == [*pieces, pieces[0]]
    assert [q.source and q.source.entity for q in quotes] == ["ada", "ada", None]
    assert [q.cue and q.cue.text for q in quotes] == ["said", "said", None]
