"""A small invented story in three files, its dossier, and a checker of whole dossiers."""

import json
from pathlib import Path

import pytest

import sayso
from sayso.export.as_json import to_json

REPORTS = {
    "lantern.txt": """---
title: Ferry strikes rock off Skerrin
publisher: The Skerrin Lantern
date: 2031-03-08
---
SKERRIN, March 8 - The ferry Hild struck a rock off Skerrin on Friday evening, and at least 12 passengers were hurt, the \
coast guard said.

"We heard a loud crack and the lights went out," said Ola Brandt, a teacher who was on board.

The ship carried 140 passengers. Norline, its operator, denied that the captain had been asleep. "Our captain was awake," \
said Norline spokeswoman Vera Quist.

Norline must present a safety plan by March 20, the coast guard said.
""",
    "courier.html": """<html lang="en"><head><title>Ferry runs onto rock near Skerrin</title>
<meta property="og:site_name" content="Northern Courier">
<meta property="article:published_time" content="2031-03-09T07:30:00+01:00"></head><body><article>
<h1>Ferry runs onto rock near Skerrin</h1>
<p>A ferry with 160 people on board ran onto a rock near Skerrin on Friday, and 14 passengers were injured, police said on
Saturday.</p>
<p>The captain of the Hild had been asleep, two crew members told the Northern Courier. Norline denied that.</p>
<p>“We heard a loud crack and the lights went out,” teacher Ola Brandt told the Skerrin Lantern.</p>
<p>The coast guard will search the wreck on Monday. The company plans to raise the ship next month.</p>
</article></body></html>
""",
    "wire.jsonl": json.dumps(
        {
            "title": "Skerrin ferry: 15 hurt",
            "publisher": "Polar Wire",
            "date": "2031-03-10",
            "text": "Fifteen people were hurt when the ferry Hild hit a rock off Skerrin on March 7, the coast guard said "
            "on Monday.\n\nThe ship was carrying 140 passengers, according to Norline. The captain, Nils Ferrow, had slept, "
            "a police spokesman said.\n\nNorline has until March 20 to present a safety plan.",
        }
    )
    + "\n",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("story")
    for name, text in REPORTS.items():
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="session")
def dossier(folder):
    return sayso.report([folder])


@pytest.fixture(scope="session")
def written(dossier):
    """The dossier as a reader of its JSON has it."""
    return json.loads(to_json(dossier))


@pytest.fixture(scope="session")
def example(pytestconfig):
    """The dossier of the example corpus as JSON."""
    return json.loads(to_json(sayso.report([Path(pytestconfig.rootpath, "examples", "corpus")])))


@pytest.fixture(scope="session")
def faults_of():
    return lambda written: list(faults(written))


def faults(dossier):
    """Everything in a dossier, read from JSON, that points nowhere or does not say what its source says."""
    ids = Ids(dossier)
    yield from ids.doubled()
    yield from _words(dossier, ids)
    for path, name, value in _references(dossier):
        if value not in ids.of[name]:
            yield f"{path}: {value!r} is no id of {name}"
    told = [c for f in dossier["findings"] for c in f["claims"]]
    if sorted(told) != sorted(ids.of["claims"]):
        yield "findings: not every claim stands in exactly one finding"
    for finding in dossier["findings"]:
        yield from _finding(finding, ids)
    for n, d in enumerate(dossier["discrepancies"]):
        held = {tuple(sorted(set(s["claims"]))) for s in d["sides"]}
        if len(held) < 2 or len(held) < len(d["sides"]) or () in held:
            yield f"discrepancies[{n}]: sides are not two or more unlike sets of claims"
    for section in dossier["briefing"]["sections"]:
        if not section["lines"] or not all(line["claims"] and line["text"] for line in section["lines"]):
            yield f"briefing {section['title']}: a line without words or claims"


class Ids:
    """The ids of a dossier by the list that they stand in."""

    def __init__(self, dossier):
        named = ("documents", "entities", "claims", "findings", "discrepancies", "sources")
        self._all = [item["id"] for name in named for item in dossier[name]] + [dossier["story"]["id"]]
        self.of = {name: {item["id"]: item for item in dossier[name]} for name in named}
        self.of["outlets"] = {d["publisher"]: d for d in dossier["documents"]}
        self.of["told"] = self.of["findings"] | self.of["discrepancies"] | self.of["documents"] | {None: None}

    def doubled(self):
        if len(set(self._all)) != len(self._all):
            yield "an id stands for two things"


def _finding(finding, ids):
    claims = [ids.of["claims"].get(c) for c in finding["claims"]]
    known = [c for c in claims if c]
    if finding["statement"] not in {c["text"] for c in known}:
        yield f"{finding['id']}: the statement is the text of none of its claims"
    if set(finding["outlets"]) != {ids.of["documents"][c["document"]]["publisher"] for c in known}:
        yield f"{finding['id']}: its outlets are not those of its claims"
    behind = [c for o in finding["origins"] for c in o["claims"]]
    if set(behind) != set(finding["claims"]):
        yield f"{finding['id']}: origins and claims differ"
    for pair in finding["pairs"]:
        if not {pair["a"], pair["b"]} <= set(finding["claims"]):
            yield f"{finding['id']}: a pair reaches outside"


def _words(dossier, ids):
    """Every stretch with the words that it is said to hold; stretches without words lie inside their document."""
    texts = {d["id"]: d["text"] for d in dossier["documents"]}
    stretches = []
    for claim in dossier["claims"]:
        text = claim["document"]
        stretches.append(("claim", text, claim, claim["text"]))
        stretches += [("voice", text, v, v["source"]) for v in claim["attribution"]]
        stretches += [("quantity", text, q, None) for q in claim["quantities"]]
    for quote in dossier["quotes"]:
        stretches.append(("quote", quote["document"], quote, None))
        stretches += [(k, quote["document"], quote[k], quote[k]["text"]) for k in ("source", "cue") if quote[k]]
    stretches += [("mention", m["document"], m, None) for e in dossier["entities"] for m in e["mentions"]]
    stretches += [("label", label["document"], label, label["label"]) for f in dossier["framing"] for label in f["labels"]]
    stretches += [("reuse", r["to"], s, None) for r in dossier["reuse"] for s in r["spans"]]
    for what, document, at, words in stretches:
        text = texts.get(document, "")
        found = text[at["start"] : at["end"]]
        if not 0 <= at["start"] < at["end"] <= len(text) or (words is not None and found != words):
            yield f"{what} {document} {at['start']}..{at['end']}: {found!r} is not {words!r}"


def _references(dossier):
    """(where, name of the list, id) of everything in a dossier that points at something else in it."""
    yield from _told(dossier)
    yield from _judged(dossier)
    yield from _offered(dossier)


def _told(dossier):
    for c in dossier["claims"]:
        yield "claim", "documents", c["document"]
        if c["place"] is not None:
            yield "place", "entities", c["place"]
        yield from (("participant", "entities", p["entity"]) for p in c["participants"])
        yield from (("voice", "entities", v["entity"]) for v in c["attribution"] if v["entity"] is not None)
    for q in dossier["quotes"]:
        yield "quote", "documents", q["document"]
        if q["source"] and q["source"]["entity"] is not None:
            yield "quote", "entities", q["source"]["entity"]
    for e in (*dossier["entities"], *dossier["links"]):
        yield from (("mention", "documents", m["document"]) for m in e["mentions"])
    yield from (("link", "entities", link["entity"]) for link in dossier["links"])
    yield from (("framing", "entities", f["entity"]) for f in dossier["framing"])


def _judged(dossier):
    for f in dossier["findings"]:
        yield from (("finding", "claims", c) for c in f["claims"])
        yield from (("outlet", "outlets", o) for o in f["outlets"])
        for o in f["origins"]:
            yield "origin", "sources", o["source"]
            yield from (("origin", "claims", c) for c in o["claims"])
    for d in dossier["discrepancies"]:
        if d["finding"] is not None:
            yield "discrepancy", "findings", d["finding"]
        yield from (("side", "claims", c) for s in d["sides"] for c in s["claims"])
    yield from (("series", "claims", p["claim"]) for s in dossier["series"] for p in s["points"])
    for t in dossier["timeline"]:
        yield from (("timeline", "entities", p) for p in t["participants"])


def _offered(dossier):
    for s in dossier["sources"]:
        for cited in s["cited_by"]:
            yield "source", "documents", cited["document"]
            yield from (("source", "claims", c) for c in cited["claims"])
    yield from (("reuse", "documents", r[end]) for r in dossier["reuse"] for end in ("from", "to"))
    yield from (("met", "claims", o["met_by"]) for o in dossier["outlook"] if o["met_by"] is not None)
    for o in dossier["omissions"]:
        yield "omission", "findings", o["finding"]
        yield from (("omission", "outlets", name) for name in (*o["told_by"], *o["missing_in"]))
    lines = [line for section in dossier["briefing"]["sections"] for line in section["lines"]]
    yield from (("line", "told", line["of"]) for line in lines)
    for name in ("timeline", "positions", "outlook"):
        yield from ((name, "claims", c) for item in dossier[name] for c in item["claims"])
    yield from (("line", "claims", c) for line in lines for c in line["claims"])
