import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from sayso.errors import RunError
from sayso.export.as_json import from_json, schema, schema_text, to_json

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "dossier.schema.json"


def test_the_published_schema_is_the_one_of_the_records():
    assert PUBLISHED.read_text("utf-8") == schema_text(), "run: make schema"


def test_a_dossier_follows_the_schema(sample):
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(to_json(sample)), schema())


@pytest.mark.parametrize(
    ("room", "key", "value"),
    [("findings", "status", "certain"), ("claims", "start", -1), ("reuse", "share", 1.5), ("documents", "text", None)],
)
def test_the_schema_refuses_what_the_contract_forbids(sample, room, key, value):
    broken = json.loads(to_json(sample))
    broken[room][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())
    with pytest.raises(RunError, match=key):
        from_json(json.dumps(broken).encode())


def test_reading_back_gives_the_same_record_and_the_same_bytes(sample):
    assert from_json(to_json(sample)) == sample
    assert to_json(from_json(to_json(sample))) == to_json(sample)


def test_the_order_of_mappings_does_not_show(sample):
    turned = msgspec.structs.replace(sample.run, versions=dict(reversed(sample.run.versions.items())))
    assert to_json(msgspec.structs.replace(sample, run=turned)) == to_json(sample)


def test_the_first_key_names_the_version_and_reuse_has_its_keys(sample):
    written = json.loads(to_json(sample))
    assert next(iter(written)) == "schema"
    assert written["schema"] == "sayso.dossier/1"
    assert {"from", "to"} <= written["reuse"][0].keys()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"{}", b'{"schema": "sayso.dossier/2"}', b"{" * 100_000])
def test_what_is_no_dossier_is_refused_in_plain_words(data):
    with pytest.raises(RunError, match=r"story\.json is no dossier"):
        from_json(data, "story.json")


def test_a_dossier_without_its_version_is_refused(sample):
    bare = json.loads(to_json(sample))
    del bare["schema"]
    with pytest.raises(RunError, match="schema"):
        from_json(json.dumps(bare).encode())
