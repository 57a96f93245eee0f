"""On whose word: named, unnamed, its own, or none found."""

import msgspec
import pytest

from sayso.dossier import nearness
from sayso.export import whose_word as words
from sayso.export.lookup import Lookup
from sayso.export.whose_word import called, whose_word
from sayso.model.dossier_findings import Origin
from sayso.model.dossier_texts import ClaimVoice
from sayso.model.enums import OriginBasis


def with_origin(dossier, claim, why, source):
    """The dossier with one origin, the outlet of `claim`, behind it, and `source` as the voice of the claim."""
    look = Lookup(dossier)
    outlet = look.outlet(look.claims[claim])
    voices = (ClaimVoice(source=source, start=0, end=1, entity=None, cue="said"),) if source else ()
    claims = tuple(msgspec.structs.replace(c, attribution=voices) if c.id == claim else c for c in dossier.claims)
    origin = Origin(source="s9", name=outlet, basis=OriginBasis.NAMED, claims=(claim,), why=(why.format(outlet),))
    finding = msgspec.structs.replace(look.finding_of[claim], origins=(origin,), independent=1)
    findings = tuple(finding if f.id == finding.id else f for f in dossier.findings)
    return Lookup(msgspec.structs.replace(dossier, claims=claims, findings=findings, quotes=())), origin


@pytest.mark.parametrize(
    ("why", "source", "told"),
    [
        ("{0}: unnamed source of {0}", "a ministry official", "on the word of “a ministry official”, unnamed"),
        ("{0}: unnamed source of {0}", "they", "on the word of somebody unnamed"),
        ("{0}: unnamed source of {0}", "", "on the word of somebody unnamed"),
        ("{0}: the outlet's own observation", "", "on its own word"),
        ("{0}: named as '{0}'", "", "on its own word"),
    ],
)
def test_an_outlet_answers_for_itself_only_where_it_cites_nobody(sample, why, source, told):
    claim = sample.findings[0].claims[0]
    look, _ = with_origin(sample, claim, why, source)
    assert whose_word(look, [claim]) == told


def test_who_retells_somebody_unnamed_has_it_from_the_same(sample):
    first, other, *_ = sample.findings[0].claims
    look, origin = with_origin(sample, first, "{0}: unnamed source of {0}", "two divers")
    retold = f"{look.outlet(look.claims[other])}: probable relay, no source found, but has the words “x”"
    both = msgspec.structs.replace(origin, claims=(first, other), why=(*origin.why, retold))
    assert called(look, both, both.claims) == "“two divers”, unnamed"
    credited = msgspec.structs.replace(both, why=(*origin.why, f"{look.outlet(look.claims[other])}: credited"))
    assert called(look, credited, both.claims) == origin.name


def test_no_absence_is_claimed(sample):
    assert whose_word(Lookup(sample), []) == "no source found"


def test_nearness_has_the_bounds_of_the_briefing():
    assert (words.SCORE, words.ALIKE, words.APART) == (nearness.SCORE, nearness.ALIKE, nearness.APART)
