"""Two outlets side by side, worded for a reader."""

from sayso.export.choosing import MOST, plain, section, shortened
from sayso.export.plain import one_line
from sayso.export.summary import LineShown, PageShown, SectionShown, TableShown
from sayso.export.words import count, days, listed
from sayso.model.comparison import (
    BothTold,
    CalledOtherwise,
    Comparison,
    LeanedOn,
    OutletTold,
    ToldOtherwise,
    WordedOtherwise,
    Wording,
)
from sayso.model.diff import FindingTold
from sayso.model.enums import OriginBasis, Status, Verdict

TOP = 6  # origins of an outlet
_DIFFERS = {
    Wording.HEDGE: "Hedge", Wording.SURENESS: "Sureness", Wording.VOICE: "Voice", Wording.SAYING: "Word of saying",
    Wording.LOADED: "Loaded words",
}  # fmt: skip
HINT = "Why any of this: sayso explain ID DOSSIER, with a dossier that sayso report … -o DOSSIER.json wrote"


def compare_page(told: Comparison, most: int | None = MOST) -> PageShown:
    """The page of a comparison; of each section at most `most` lines, None for all."""
    a, b = one_line(told.a.name), one_line(told.b.name)
    numbers = (
        f"{count(len(told.shared), 'finding')} told by both", f"{len(told.otherwise)} told otherwise",
        f"{len(told.worded) + len(told.called)} worded otherwise",
        f"{len(told.only_a)} only in {a}", f"{len(told.only_b)} only in {b}",
    )  # fmt: skip
    heads = (one_line(told.title), " · ".join(numbers))
    found = [shortened(s, most) for s in _sections(told, a, b) if s.lines]
    return PageShown(f"{a} and {b}", heads, tuple(found), (HINT,) if found else ())


def _sections(told: Comparison, a: str, b: str) -> list[SectionShown]:
    otherwise, both = (_otherwise(t, a, b) for t in told.otherwise), (_both(s, a, b) for s in told.shared)
    loaded = (_loaded(told.a), _loaded(told.b)) if told.a.loaded or told.b.loaded else ()
    leaning = (_leaning(told.a), _leaning(told.b))
    known = {plain(one_line(s.finding.headline)) for s in told.shared}

    def fresh(finding: FindingTold) -> bool:
        """False for another clause of a sentence that both tell."""
        return plain(one_line(finding.headline)) not in known

    return [
        section("Told otherwise", "Different values for one thing, conflicts first.", otherwise),
        section("Worded otherwise", "One finding in other words.", (_worded(w, a, b) for w in told.worded)),
        section(
            "Called otherwise", "What only one of them calls a person or thing.", (_called(c, a, b) for c in told.called)
        ),
        section("Loaded words", "In their own words, outside what they quote.", loaded),
        section("Told by both", "The weightiest first, with the origins behind each account.", both),
        section(f"Only in {a}", f"Not told by {b}.", (_alone(f, a) for f in told.only_a if fresh(f))),
        section(f"Only in {b}", f"Not told by {a}.", (_alone(f, b) for f in told.only_b if fresh(f))),
        section("Whom they lean on", "Origins behind their findings, with how many findings rest on each.", leaning),
    ]


def _otherwise(told: ToldOtherwise, a: str, b: str) -> LineShown:
    rows = ((one_line(", ".join(told.a)), a), (one_line(", ".join(told.b)), b))
    between = f"between {told.between.value}".replace("between one", "within one")
    nature = (
        "both can hold" if told.verdict is Verdict.COMPATIBLE else f"{told.verdict.value} of {told.kind.value}, {between}"
    )
    return LineShown(one_line(told.question), nature, id=told.id, table=TableShown(("Account", "Told by"), rows))


def _worded(told: WordedOtherwise, a: str, b: str) -> LineShown:
    rows = tuple(
        (one_line(words), name, f"“{one_line(claim.text)}”")
        for name, words, claim in ((a, told.a, told.claim_a), (b, told.b, told.claim_b))
    )
    return LineShown(_DIFFERS[told.differs], "", id=told.finding, table=TableShown(("Words", "Outlet", "Claim"), rows))


def _called(told: CalledOtherwise, a: str, b: str) -> LineShown:
    rows = tuple((name, one_line(", ".join(words))) for name, words in ((a, told.a), (b, told.b)))
    return LineShown(one_line(told.name), "", id=told.entity, table=TableShown(("Outlet", "Called"), rows, strong=1))


def _both(told: BothTold, a: str, b: str) -> LineShown:
    if told.origins_a == told.origins_b:
        word = f"both {_word(told.origins_a)}" if told.origins_a else "neither names a source"
    else:
        word = f"{a}: {_word(told.origins_a)} · {b}: {_word(told.origins_b)}"
    behind = f"disputed · {word}" if told.finding.status is Status.DISPUTED else word
    return LineShown(one_line(told.finding.headline), behind, id=told.finding.id)


def _word(origins: tuple[str, ...]) -> str:
    return f"on the word of {one_line(listed(origins, 3))}" if origins else "no source named"


def _alone(told: FindingTold, outlet: str) -> LineShown:
    others = [one_line(o) for o in told.outlets if one_line(o) != outlet]
    word = "on its own word" if told.origins == told.outlets else _word(told.origins)
    return LineShown(
        one_line(told.headline), " · ".join([word, *([f"also told by {listed(others)}"] if others else [])]), id=told.id
    )


def _leaning(told: OutletTold) -> LineShown:
    rows = [(origin_name(o, told), str(o.findings), _basis(o)) for o in told.origins[:TOP]]
    if len(told.origins) > TOP:
        rest = told.origins[TOP:]
        rows.append((f"{count(len(rest), 'further origin')}", str(sum(o.findings for o in rest)), ""))
    rows.append(("no source named", str(told.unsourced), f"of {count(told.findings, 'finding')}"))
    rows += [(f"takes text from {one_line(t.publisher)}", f"{t.share:.0%}", t.kind.value) for t in told.taken]
    head = f"{one_line(told.name)}, {count(len(told.titles), 'report')}, {days(told.published.start, told.published.end)}"
    return LineShown(head, "", table=TableShown(("On whose word", "Findings", "Basis"), tuple(rows), strong=1))


def _loaded(told: OutletTold) -> LineShown:
    words = ", ".join(word if number == 1 else f"{word} ({number})" for word, number in told.loaded)
    return LineShown(f"{one_line(told.name)}: {words or 'none'}", "")


def origin_name(origin: LeanedOn, outlet: OutletTold) -> str:
    """The name of an origin, as it is seen from an outlet."""
    return "its own word" if origin.name == outlet.name else one_line(origin.name)


def _basis(origin: LeanedOn) -> str:
    basis = listed(["passed on unnamed" if b is OriginBasis.PROBABLE_RELAY else b.value for b in origin.bases])
    return f"{basis}, the other too" if origin.also else basis
