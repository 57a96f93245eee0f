"""What holds of the clauses of any text."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.claims.voicing import Voicing
from sayso.model.enums import QuoteKind
from sayso.model.voice import Attribution, Voice

WORDS = [
    *("the mayor", "said", "that", "denied", "the bridge", "collapsed", "on Monday", "three", "people", "were killed"),
    *("who", "which", "and", "but", "may not", "by", "if", "Ada Moor", "at least 40", "$5 million", "last year", "leaving"),
    *("is expected to", "reopen", "according to", "in Brindle", "because", "The mill burned, killing two men."),
    *("She said three barges had sunk.", "Nobody, the mayor added, was hurt", "“We saw 20 boats,” he said."),
]
MARKS = [
    "“",
    "”",
    '"',
    "'",
    "’",
    "«",
    "»",
    ",",
    ".",
    ";",
    ":",
    "—",
    "(",
    ")",
    "?",
    "\n",
    "\n\n",
    "\t",
    "\x00",
    "\u200b",
    "\u00a0",
    "…",
    "-",
    "%",
]
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(max_size=4)), max_size=40).map(" ".join)
LAX = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@LAX
@given(text=TEXTS)
def test_spans_are_exact_ordered_and_told_once(annotations_of, text):
    clauses = annotations_of(text).clauses
    spans = [(c.start, c.end) for c in clauses]
    assert spans == sorted(set(spans))
    for clause in clauses:
        assert clause.text == text[clause.start : clause.end] != ""
        assert clause.text == clause.text.strip()
        assert 0 <= clause.sentence_start <= clause.start < clause.end <= clause.sentence_end <= len(text)
        assert clause.full_start < clause.full_end
        assert clause.sentence_start <= clause.head < clause.sentence_end
        assert clause.predicate
        assert clause.words


@LAX
@given(text=TEXTS)
def test_indices_point_at_what_lies_inside(annotations_of, text):
    found = annotations_of(text)
    for clause in found.clauses:
        for held, items in (
            (clause.quantities, found.quantities),
            (clause.times, found.times),
            (clause.mentions, found.mentions),
        ):
            assert list(held) == sorted(set(held))
            assert all(clause.start <= items[n].start and items[n].end <= clause.end for n in held)
        assert clause.time is None or text[found.times[clause.time].start :].startswith(found.times[clause.time].text)
        for role in clause.roles:
            assert clause.sentence_start <= role.start < role.end <= clause.sentence_end


@LAX
@given(text=TEXTS)
def test_voices_lead_inwards(annotations_of, text):
    found = annotations_of(text)
    for clause in found.clauses:
        assert len(set(clause.voices)) == len(clause.voices)
        for n in clause.voices:
            parent = found.attributions[n].parent
            assert parent is None or parent in clause.voices[: clause.voices.index(n)]


@LAX
@given(text=TEXTS)
def test_the_same_text_gives_the_same_clauses(annotations_of, text):
    assert annotations_of(text) == annotations_of(text)


GAPS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 30)), min_size=1, max_size=3)


def pieces(gaps):
    """Disjoint pieces in order, from (gap before, length)."""
    found, at = [], 0
    for gap, size in gaps:
        found.append((at + gap, at + gap + size))
        at += gap + size
    return tuple(found)


@given(
    contents=st.lists(GAPS.map(pieces), max_size=8), start=st.integers(0, 80), size=st.integers(1, 30), at=st.integers(0, 29)
)
def test_looking_nearby_finds_every_voice_that_holds_a_clause(contents, start, size, at):
    """The index of contents against the plain rule: six tenths of the clause, three with its head, half around its head."""
    attributions = [Attribution(source=None, cue=None, content=c, kind=QuoteKind.INDIRECT) for c in contents]
    end, head = start + size, start + at % size

    def holds(content):
        inside = sum(max(0, min(end, e) - max(start, s)) for s, e in content)
        verb = any(s <= head < e for s, e in content)
        return inside >= (0.3 if verb else 0.6) * size or (content[0][0] <= head < content[-1][1] and 2 * inside >= size)

    found = Voicing(attributions).over(start, end, head, speech=False)
    assert set(found) == {n for n, content in enumerate(contents) if holds(content)}


def test_the_first_cue_at_a_word_wins():
    def said(start, end):
        return Attribution(source=None, cue=Voice(start, end, "said"), content=((20, 30),), kind=QuoteKind.INDIRECT)

    voicing = Voicing([said(4, 8), said(6, 12)])
    assert [voicing.cue_at(n) for n in (3, 4, 7, 8, 11, 12)] == [None, 0, 0, 1, 1, None]


def test_a_long_line_costs_no_more_than_its_length(annotations_of):
    """One block of 3,000 words; each clause is looked up nearby, so that this takes no longer than many short blocks."""
    sentence = "The harbour board said on Monday that 40 boats were held while inspectors counted the crates. "
    began = time.perf_counter()
    annotations_of((sentence * 20 + "\n") * 10)
    apart = time.perf_counter() - began
    began = time.perf_counter()
    found = annotations_of(sentence * 200)
    together = time.perf_counter() - began
    assert len(found.clauses) >= 400
    assert together < 3 * apart + 1
