import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.quantity.bounds import range_of
from sayso.annotate.quantity.figures import read_figures
from sayso.annotate.quantity.numerals import read_numerals

ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SIGNS = "“”‘’«»–—−½⅓$€£¥%°µ\u00a0\u202f\u2009\x00\x0c"
ODD = st.text(st.sampled_from(string.printable + SIGNS) | st.characters(codec="utf-8"), max_size=80)
WORDS = """at least more than up to some about between and or to - – , . ( ) 12 3,400 5.6 .5 1/2 7 million dozen dozens two
hundred a half third % percent km pounds $ US$ € m bn -old year-old of them people dead May 2019 one in no none several -5"""
NUMBERISH = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)


def spell(n):
    """English for 1 to 999,999, by another road than the reader's."""
    if n < 20:
        return ONES.split()[n - 1]
    if n < 100:
        return TENS.split()[n // 10 - 2] + ("-" + spell(n % 10) if n % 10 else "")
    scale, word = (1000, "thousand") if n >= 1000 else (100, "hundred")
    rest = n % scale
    joint = " and " if rest and rest < 100 else " "
    return spell(n // scale) + " " + word + (joint + spell(rest) if rest else "")


@given(st.integers(1, 999_999))
def test_spelled_out_numbers_mean_what_they_say(n):
    [numeral] = read_numerals(spell(n))
    assert numeral.value == n


@given(st.integers(0, 10**12))
def test_digits_with_thousands_separators_mean_the_same(n):
    assert [m.value for m in read_numerals(f"{n:,}")] == [m.value for m in read_numerals(str(n))] == [n]


@given(ODD | NUMBERISH)
def test_figures_are_exact_ordered_and_disjoint_in_any_text(text):
    end = 0
    for figure in read_figures(text):
        assert end <= figure.numerals[0].start
        assert 0 <= figure.start <= figure.number_start < figure.number_end <= figure.end <= len(text)
        end = figure.numerals[-1].end


@given(ODD | NUMBERISH)
def test_ranges_are_never_upside_down(text):
    for figure in read_figures(text):
        admits = range_of(figure)
        if admits.low is not None and admits.high is not None and not figure.score:
            assert admits.low <= admits.high
        if admits.low is not None and admits.likely_high is not None and not figure.score:
            assert admits.low <= admits.likely_high


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(ODD | NUMBERISH)
def test_no_text_is_too_odd_and_the_evidence_is_verbatim(found_in, text):
    whole, found = found_in(text)
    assert list(found) == sorted(found, key=lambda q: q.head)
    for quantity in found:
        assert whole[quantity.start : quantity.end] == quantity.text
        assert quantity.start <= quantity.head < quantity.end
        if quantity.of_start is not None:
            assert 0 <= quantity.of_start < quantity.of_end <= len(whole)


def test_reading_twice_gives_the_same(found_in):
    sentence = "About 40 of the 300 barges carried more than 5,000 tonnes of grain for $2 million."
    assert found_in(sentence) == found_in(sentence)
