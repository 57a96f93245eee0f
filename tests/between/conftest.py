"""Dossiers of which some reports are left out, and a diff as a reader of its JSON has it."""

import random

import msgspec
import pytest
from msgspec.structs import replace

LISTS = (
    "documents", "entities", "claims", "quotes", "findings", "discrepancies", "series", "timeline", "sources", "reuse",
    "outlook", "framing", "omissions",
)  # fmt: skip


@pytest.fixture(scope="session")
def without():
    """A dossier as if some of its documents had never been read."""

    def left(dossier, gone):
        claims = {c.id for c in dossier.claims if c.document not in gone}
        publishers = {c.id: d.publisher for d in dossier.documents for c in dossier.claims if c.document == d.id}
        findings = []
        for f in dossier.findings:
            kept = tuple(c for c in f.claims if c in claims)
            if kept:
                findings.append(replace(f, claims=kept, outlets=tuple(sorted({publishers[c] for c in kept}))))
        apart = []
        for d in dossier.discrepancies:
            sides = [replace(s, claims=tuple(c for c in s.claims if c in claims)) for s in d.sides]
            sides = [s for s in sides if s.claims]
            if len(sides) > 1:
                apart.append(replace(d, sides=tuple(sides)))
        series = [replace(s, points=tuple(p for p in s.points if p.claim in claims)) for s in dossier.series]
        return replace(
            dossier,
            documents=tuple(d for d in dossier.documents if d.id not in gone),
            claims=tuple(c for c in dossier.claims if c.id in claims),
            quotes=tuple(q for q in dossier.quotes if q.document not in gone),
            findings=tuple(findings),
            discrepancies=tuple(apart),
            series=tuple(s for s in series if s.points),
            outlook=tuple(o for o in dossier.outlook if set(o.claims) <= claims),
            omissions=tuple(o for o in dossier.omissions if o.finding in {f.id for f in findings}),
        )

    return left


@pytest.fixture(scope="session")
def shuffled():
    """The same dossier with every list in another order."""

    def mixed(dossier, seed):
        order = random.Random(seed)
        lists = {name: getattr(dossier, name) for name in LISTS}
        return replace(dossier, **{name: tuple(order.sample(v, len(v))) for name, v in lists.items()})

    return mixed


@pytest.fixture(scope="session")
def mirrored():
    """A diff with old and new changed over, as plain values in lists without order and without the names of the changes."""
    plain = {"old": "new", "new": "old"}
    others = {
        "DossierDiff": {"gained": "lost", "lost": "gained"},
        "FindingChange": {"gained": "left", "left": "gained", "added": "lost", "lost": "added"},
        "DocumentChange": {"added": "withdrawn", "withdrawn": "added"},
    }

    def turned(value, turn):
        if isinstance(value, msgspec.Struct):
            names = plain | others.get(type(value).__name__, {}) if turn else {}
            fields = [n for n in value.__struct_fields__ if n not in {"change", "cautions"}]
            return dict(sorted((names.get(n, n), turned(getattr(value, n), turn)) for n in fields))
        if isinstance(value, tuple):
            return sorted((turned(v, turn) for v in value), key=repr)
        return value

    return turned
