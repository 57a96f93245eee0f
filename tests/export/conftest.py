"""A dossier whose sources mean harm: every text that comes from outside carries the same hostile words."""

import json

import pytest

from sayso.export.as_json import from_json, to_json

HOSTILE = (
    "<script>alert(1)</script>\x1b[31m\u202e</style>'\" onload=x [a](javascript:b) *b* {{ 7*7 }} http://evil.test <!--\x00"
)


@pytest.fixture
def hostile(sample):
    written = json.loads(to_json(sample))
    written["story"]["title"] = HOSTILE
    for document in written["documents"]:
        document.update(
            title=HOSTILE,
            publisher=HOSTILE,
            path=HOSTILE,
            authors=[HOSTILE],
            modified=HOSTILE,
            text=HOSTILE * 9,
            language=HOSTILE,
        )
        document["published"].update(start=HOSTILE, why=HOSTILE)
    for claim in written["claims"]:
        claim["text"] = HOSTILE
        for voice in claim["attribution"]:
            voice.update(source=HOSTILE, cue=HOSTILE)
    for finding in written["findings"]:
        finding.update(statement=HOSTILE, outlets=[HOSTILE], why=[HOSTILE], id=finding["id"] + HOSTILE)
    for apart in written["discrepancies"]:
        apart.update(about=HOSTILE, why=HOSTILE)
        for side in apart["sides"]:
            side.update(value=HOSTILE, reads=HOSTILE)
    for section in written["briefing"]["sections"]:
        section["title"] = HOSTILE
        for line in section["lines"]:
            line["text"] = HOSTILE
    written["skipped"] = [{"path": HOSTILE, "reason": HOSTILE, "remedy": HOSTILE}]
    written["entities"][0].update(name=HOSTILE, aliases=[HOSTILE, "x"])
    written["sources"][0].update(name=HOSTILE)
    written["timeline"][0].update(summary=HOSTILE)
    written["outlook"][0].update(statement=HOSTILE)
    written["positions"][0].update(actor=HOSTILE, target=HOSTILE)
    written["series"][0].update(about=HOSTILE, unit=HOSTILE)
    written["run"]["settings"]["title"] = HOSTILE
    return from_json(json.dumps(written).encode())
