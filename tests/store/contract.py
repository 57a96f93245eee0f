"""What every store must do, whatever database it is kept in: a backend's tests subclass `Contract` and give `place`."""

import datetime as dt
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from sqlalchemy import func, select, update

from sayso.errors import ConfigurationError, RunError
from sayso.model.annotations import Annotations
from sayso.model.custody import Arrival
from sayso.model.document import Skipped
from sayso.model.enums import EntityType, MentionKind, QuantityKind
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.store import asking, cache, notes
from sayso.store.checking import check
from sayso.store.connect import open_store
from sayso.store.keeping import keep, keep_skipped, keep_unchanged
from sayso.store.records import Kept, Selection
from sayso.store.searching import search
from sayso.store.tables import CUSTODY, DOCUMENTS, METADATA
from tests.store.material import HARBOUR, arrival, document, original, unread

WAITING = "waiting for {}: another process seems to write into it; given up after 30 seconds (--wait)"


def contents(store):
    """Everything in a store but the moments and numbers of writing."""
    with store.reading() as connection:
        return {
            table.name: sorted(
                tuple(sorted((k, v) for k, v in row.items() if k not in {"added", "number"})).__repr__()
                for row in connection.execute(select(table)).mappings()
            )
            for table in METADATA.sorted_tables
        }


def annotations(kept):
    """Annotations with a name, and a bound that has no end."""
    at = kept.text.index("Hild")
    return Annotations(
        document=kept.id, sentences=((0, len(kept.text)),), times=(), attributions=(), clauses=(),
        mentions=(Mention(start=at, end=at + 4, text="Hild", kind=MentionKind.NAME, type=EntityType.ORG, chain=0),),
        quantities=(
            Quantity(start=0, end=3, text="The", kind=QuantityKind.COUNT, low=1, high=float("inf"), of_words=("x",)),
        ),
    )  # fmt: skip


class Contract:
    """The contract of a store."""

    @pytest.fixture
    def store(self, place):
        with open_store(place, create=True, patience=20) as opened:
            yield opened

    def test_what_is_kept_comes_back_as_it_was(self, store):
        came = arrival(
            kept={
                "address": "https://lantern.example/a",
                "collected": "2031-03-08T10:00:00+01:00",
                "media_type": "text/plain",
                "headers": (("ETag", '"7"'), ("ETag", "two")),
                "reader": "text 1",
            }
        )
        assert keep(store, came) is Kept.NEW
        assert list(asking.documents(store)) == [came.outcome]
        assert asking.original_of(store, came.original.sha256) == came.original
        (held,) = asking.custody_of(store, came.original.sha256)
        assert held.headers == came.original.headers
        assert dt.datetime.fromisoformat(held.added).tzinfo is not None

    @pytest.mark.parametrize("text", ["A \0 in it: twelve.", "Ж “ \U0001f642 e\u0301 ' \" \\ %s :x", "x" * 300_000])
    def test_odd_texts_come_back_as_they_were(self, store, text):
        came = original(b"odd")
        kept = document(came, text=text, title="t\0\n" + text[:50])
        keep(store, msgspec.structs.replace(arrival(), original=came, outcome=kept))
        assert asking.documents_of(store, [kept.id]) == (kept,)
        assert check(store).problems == ()

    def test_a_list_tells_moments_with_their_zones_and_both_hashes(self, store):
        page = "https://lantern.example/a"
        for moment in ("2031-03-08T10:00:00+01:00", "2031-03-09T10:00:00+01:00"):
            came = arrival(kept={"address": page, "collected": moment}, modified="2031-03-08T09:30:00+01:00", url=page)
            told = msgspec.structs.replace(came.outcome.published, at="2031-03-08T07:15:00+01:00", zone="+01:00")
            keep(store, msgspec.structs.replace(came, outcome=msgspec.structs.replace(came.outcome, published=told)))
        keep(store, arrival("Undated.", "/b.txt", day=None))
        plain, item = sorted(asking.listed(store), key=lambda i: i.address or "")
        assert (item.published_at, item.zone) == ("2031-03-08T07:15:00+01:00", "+01:00")
        assert item.modified == "2031-03-08T09:30:00+01:00"
        assert (item.collected, item.collected_again) == ("2031-03-08T10:00:00+01:00", "2031-03-09T10:00:00+01:00")
        assert item.address == page
        (held,) = asking.custody_of(store, item.sha256)
        assert item.added == held.added
        assert (len(item.sha256), len(item.digest)) == (64, 64)
        assert item.digest != plain.digest
        assert (plain.published_at, plain.modified, plain.collected) == (None, None, None)
        assert plain.added is not None

    def test_the_same_again_changes_nothing(self, store):
        came, bad = arrival(), unread()
        made = cache.annotated(came.outcome, annotations(came.outcome), "team 1")
        assert [keep(store, came, made, "ferry"), keep(store, bad, None, "ferry")] == [Kept.NEW, Kept.SKIPPED]
        before = contents(store)
        assert [keep(store, came, made, "ferry"), keep(store, bad, None, "ferry")] == [Kept.KNOWN, Kept.KNOWN]
        assert contents(store) == before

    def test_what_is_read_anew_at_the_same_place_replaces_what_was_read(self, store):
        came = arrival()
        keep(store, came, cache.annotated(came.outcome, annotations(came.outcome), "team 1"))
        mended = arrival(publisher="Northern Courier")
        assert keep(store, mended) is Kept.RENEWED
        assert list(asking.documents(store)) == [mended.outcome]
        assert cache.annotations_of(store, [came.outcome, mended.outcome], "team 1") == {}
        assert not asking.listed(store, Selection(entity="hild"))

    def test_the_same_bytes_elsewhere_add_to_the_custody_alone(self, store):
        first, second = arrival(), arrival(name="/reports/copy.txt", publisher="Copy")
        keep(store, first, None, "ferry")
        assert keep(store, second, None, "ferry") is Kept.COPY
        assert list(asking.documents(store)) == [first.outcome]
        assert [h.name for h in asking.custody_of(store, first.original.sha256)] == [
            "/reports/lantern.txt",
            "/reports/copy.txt",
        ]
        assert asking.skipped(store, "ferry") == (
            Skipped("/reports/copy.txt", "same bytes as /reports/lantern.txt", "keep one of the two"),
        )

    def test_bytes_that_were_not_read_again_belong_to_the_document_that_they_gave(self, store):
        first = arrival()
        keep(store, first, None, "ferry")
        told = Skipped("/reports/lantern.txt", "same bytes as /reports/lantern.txt", "keep one of the two")
        again = Arrival(first.original, told, "/reports/lantern.txt")
        assert [keep(store, again, None, story) for story in ("ferry", "wreck", None)] == [Kept.KNOWN] * 3
        assert asking.stories(store) == {"ferry": 1, "wreck": 1}
        elsewhere = Arrival(original(first.original.data, "/b.txt"), told, "/reports/lantern.txt")
        assert keep(store, elsewhere, None, "ferry") is Kept.COPY
        assert [s.path for s in asking.skipped(store)] == ["/b.txt"]

    def test_a_second_story_takes_the_copy_as_its_own(self, store):
        keep(store, arrival(), None, "ferry")
        keep(store, arrival(name="/other/copy.txt"), None, "wreck")
        assert asking.stories(store) == {"ferry": 1, "wreck": 1}
        assert asking.skipped(store, "wreck") == ()
        assert [item.stories for item in asking.listed(store)] == [("ferry", "wreck")]
        assert [asking.has_story(store, name) for name in ("ferry", "wreck", "storm")] == [True, True, False]

    def test_what_is_collected_again_is_noted_and_the_first_moment_stays(self, store):
        for moment in ("2031-03-08T10:00:00+00:00", "2031-03-10T10:00:00+00:00", "2031-03-09T10:00:00+00:00"):
            keep(store, arrival(kept={"address": "https://lantern.example/a", "collected": moment}))
        (held,) = asking.custody_of(store, arrival().original.sha256)
        assert (held.collected[:10], held.collected_again[:10]) == ("2031-03-08", "2031-03-10")

    def test_what_could_not_be_read_is_kept_and_listed_until_it_can(self, store):
        bad = unread(name="/reports/lantern.txt")
        keep(store, bad, None, "ferry")
        keep_skipped(store, Skipped("/reports/gone.txt", "there is no such file", "check it"), "ferry")
        assert asking.original_of(store, bad.original.sha256).data == b"\x00\x01"
        assert [s.path for s in asking.skipped(store)] == ["/reports/gone.txt", "/reports/lantern.txt"]
        keep(store, arrival(), None, "ferry")
        assert [s.path for s in asking.skipped(store, "ferry")] == ["/reports/gone.txt"]

    def test_annotations_are_found_for_this_document_and_this_team_only(self, store):
        came = arrival()
        found = annotations(came.outcome)
        keep(store, came, cache.annotated(came.outcome, found, "team 1"))
        assert cache.annotations_of(store, [came.outcome], "team 1") == {came.outcome.id: found}
        assert cache.annotations_of(store, [came.outcome], "team 2") == {}
        corrected = msgspec.structs.replace(came.outcome, publisher="Corrected")
        assert cache.annotations_of(store, [corrected], "team 1") == {}
        assert cache.has_annotations(store, cache.annotation_key(came.outcome, "team 1"))
        cache.keep_annotations(store, came.outcome.id, cache.annotated(corrected, found, "team 1"))
        assert cache.annotations_of(store, [corrected], "team 1") == {came.outcome.id: found}

    def fill(self, store):
        texts = {
            "a": (HARBOUR, {"publisher": "The Skerrin Lantern", "day": dt.date(2031, 3, 8)}),
            "b": (
                "Twelve were hurt. A passenger had slept.",
                {"publisher": "Polar Wire", "title": "Twelve", "day": dt.date(2031, 3, 9)},
            ),
            "c": (
                "Ein Boot sank. The crew was safe.",
                {"publisher": "polar wire", "day": None, "language": "de", "title": None},
            ),
            "d": ("Nobody was on the island 100% of the time.", {"publisher": "Hill_Post", "title": "The ferry, again"}),
        }
        for name, (text, told) in texts.items():
            came = arrival(text, f"/reports/{name}.txt", **told)
            made = cache.annotated(came.outcome, annotations(came.outcome), "t") if name == "a" else None
            keep(store, came, made, "ferry" if name in "ab" else None)

    @pytest.mark.parametrize(
        ("told", "wanted"),
        [
            ({}, "abcd"),
            ({"story": "ferry"}, "ab"),
            ({"story": "fer%"}, ""),
            ({"outlet": "POLAR WIRE"}, "bc"),
            ({"language": "de"}, "c"),
            ({"since": dt.date(2031, 3, 9)}, "b"),
            ({"until": dt.date(2031, 3, 8)}, "ad"),
            ({"since": dt.date(2031, 3, 8), "until": dt.date(2031, 3, 9), "story": "ferry"}, "ab"),
            ({"entity": "HILD"}, "a"),
            ({"entity": "Hil"}, ""),
            ({"entity": "%"}, ""),
            ({"query": "passenger"}, "ab"),
            ({"query": "hurt passengers"}, "ab"),
            ({"query": '"passenger had"'}, "b"),
            ({"query": "hurting -coast"}, "b"),
            ({"query": "the coast or island"}, "ad"),
            ({"query": "ferry"}, "ad"),
            ({"query": "the"}, "acd"),  # no word is too common to be found
            ({"query": 'crew AND NOT " * ( : ^'}, ""),
            ({"query": "(ferry) NEAR/2 hild*"}, ""),  # signs of other languages are passed over, their words are words
            ({"query": "{title}: ferry*"}, ""),
            ({"query": "ferry; DROP TABLE documents --"}, ""),
            ({"query": "ferry* (rock)"}, "a"),
            ({"query": "'ferry' & !rock | <-> ferry"}, "a"),
            ({"query": "“ferry” «rock»"}, "a"),
            ({"query": "\U0001f642 ferry"}, "ad"),
            ({"query": "ferry \0 rock"}, "a"),
            ({"query": "-rock ferry"}, "d"),
            ({"query": "--rock ferry"}, "d"),
            ({"query": "ferry or crew -safe"}, "ad"),
            ({"query": '"ferry'}, "ad"),
            ({"query": "100%", "outlet": "hill_post"}, "d"),
            ({"query": "passenger", "outlet": "hill_post"}, ""),
        ],
    )
    def test_a_selection_narrows(self, store, told, wanted):
        self.fill(store)
        found = {item.path.removeprefix("/reports/")[0] for item in asking.listed(store, Selection(**told))}
        assert found == set(wanted)

    @pytest.mark.parametrize(
        "query", ["", "  ", "-ferry", "--ferry", "***", '"', '""', "\0", "ferry or", "or ferry", "ferry or -hurt"]
    )
    def test_a_query_without_a_word_is_refused(self, store, query):
        with pytest.raises(ConfigurationError, match=r"asks for no word"):
            search(store, Selection(query=query))

    def test_a_search_gives_the_best_first_with_its_words(self, store):
        self.fill(store)
        keep(
            store, arrival("A ferry. A ferry and a ferry. The ferry hurt the ferry.", "/reports/e.txt", title="Ferry ferry")
        )
        hits = search(store, Selection(query="ferry hurt"))
        assert [hit.document.path for hit in hits] == ["/reports/e.txt", "/reports/a.txt"]
        assert [hit.passage for hit in hits] == ["The ferry hurt the ferry.", "The ferry Hild struck a rock off Skerrin."]
        assert hits[0].score > hits[1].score > 0
        assert len(search(store, Selection(query="ferry"), most=1)) == 1

    def test_a_replaced_title_is_found_and_the_old_one_is_not(self, store):
        keep(store, arrival(title="Collision"))
        keep(store, arrival(title="Grounding"))
        found = [[h.document.title for h in search(store, Selection(query=q))] for q in ("collision", "grounding")]
        assert found == [[], ["Grounding"]]

    def test_one_document_is_found_by_what_people_call_it(self, store):
        self.fill(store)
        first = asking.listed(store, Selection(story="ferry"))[0]
        for wanted in (first.id, first.id[:6], "/reports/a.txt", "a.txt"):
            assert asking.document_named(store, wanted).id == first.id
        for wanted in ("nothing", "d", "%", ".txt"):
            with pytest.raises(RunError, match=r"give an id"):
                asking.document_named(store, wanted)

    def test_validators_are_remembered_for_what_was_read(self, store):
        for tag in ('"1"', '"2"'):
            told = {"address": "https://a.example/x", "headers": (("etag", tag), ("Server", "s"))}
            keep(store, arrival(f"Version {tag}.", "https://a.example/x", kept=told))
        assert notes.validators(store, "https://a.example/x") == {"ETag": '"2"'}
        bad = original(b"?", "https://a.example/y", address="https://a.example/y", headers=(("ETag", "3"),))
        keep(store, Arrival(bad, Skipped("https://a.example/y", "it is no text", "give text")))
        assert notes.validators(store, "https://a.example/y") == {}

    def test_an_address_that_has_not_changed_still_joins_a_story(self, store):
        page = "https://a.example/fire"
        for text in ("82 hurt.", "83 hurt."):
            keep(store, arrival(text, page, kept={"address": page}))
        keep_unchanged(store, page + "/#top", "ferry")
        keep_unchanged(store, "https://a.example/other", "ferry")
        assert [d.text for d in asking.documents(store, Selection(story="ferry"))] == ["83 hurt."]

    def test_bytes_are_known_by_the_name_under_which_they_were_read(self, store):
        keep(store, arrival())
        keep(store, arrival(name="/copy.txt"))
        keep(store, unread())
        assert asking.name_of(store, arrival().original.sha256) == "/reports/lantern.txt"
        assert asking.name_of(store, unread().original.sha256) is None

    def test_a_receipt_is_given_once(self, store):
        assert not notes.has_receipt(store, "f" * 64)
        notes.give_receipt(store, "f" * 64, "a.txt")
        notes.give_receipt(store, "f" * 64, "a.txt")
        assert notes.has_receipt(store, "f" * 64)

    def test_a_failing_write_leaves_nothing(self, store):
        came = arrival()
        made = cache.annotated(came.outcome, annotations(came.outcome), "t")
        broken = msgspec.structs.replace(made, names=(None,))
        before = contents(store)
        with pytest.raises(Exception, match=r"(?i)null"):
            keep(store, came, broken, "ferry")
        assert contents(store) == before

    def test_two_writers_lose_nothing_and_double_nothing(self, store, place):
        shared = [arrival(f"Report {n} of the ferry.", f"/reports/{n}.txt") for n in range(25)]

        def write(turn):
            with open_store(place) as own:
                return [keep(own, came, None, "ferry") for came in (shared if turn else shared[::-1])]

        with ThreadPoolExecutor(2) as pool:
            told = list(pool.map(write, range(2)))
        assert [sum(t.count(k) for t in told) for k in (Kept.NEW, Kept.KNOWN)] == [25, 25]
        assert set(asking.documents(store)) == {a.outcome for a in shared}
        with store.reading() as connection:
            assert connection.execute(select(func.count()).select_from(CUSTODY)).scalar() == 25

    def test_two_processes_that_add_at_once_lose_nothing_and_double_nothing(self, place, tmp_path):
        for n in range(6):
            (tmp_path / f"{n}.txt").write_text(f"The ferry Hild left Skerrin at {n + 1} p.m. with twelve people on board.\n")
        given = [[0, 1, 2, 3], [5, 4, 3, 2]]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [
            sys.executable,
            "-m",
            "sayso",
            "add",
            "--store",
            str(place),
            "--story",
            "ferry",
            "--workers",
            "1",
            "--json",
        ]
        running = [
            subprocess.Popen([*command, *(tmp_path / f"{n}.txt" for n in names)], env=environment, stdout=subprocess.PIPE)
            for names in given
        ]
        told = [msgspec.json.decode(process.communicate()[0]) for process in running]
        assert [process.returncode for process in running] == [0, 0]
        assert sum(t["new"] for t in told) == 6
        assert sum(t["new"] + t["known"] + t["unchanged"] for t in told) == 8
        with open_store(place) as store:
            assert [item.path for item in sorted(asking.listed(store), key=lambda i: i.path)] == [
                str(tmp_path / f"{n}.txt") for n in range(6)
            ]
            rows = check(store).rows
            assert check(store).problems == ()
            assert {name: rows[name] for name in ("originals", "custody", "documents", "annotations", "receipts")} == {
                "originals": 6, "custody": 6, "documents": 6, "annotations": 6, "receipts": 6,
            }  # fmt: skip

    def test_two_that_start_one_store_at_once_both_have_it(self, place):
        def start(n):
            with open_store(place, create=True) as own:
                keep(own, arrival(f"Report {n}.", f"/{n}.txt"))

        with ThreadPoolExecutor(3) as pool:
            list(pool.map(start, range(3)))
        with open_store(place) as own:
            assert len(asking.listed(own)) == 3

    def test_a_store_of_a_newer_version_is_left_alone(self, store, place):
        with store.writing() as connection:
            connection.exec_driver_sql("UPDATE sayso_version SET version_num = '9999'")
        with pytest.raises(RunError, match=r"newer sayso.*install the newer one"):
            open_store(place, create=True)

    def test_a_damaged_document_is_told(self, store):
        keep(store, arrival())
        with store.writing() as connection:
            connection.execute(update(DOCUMENTS).values(record="{"))
        with pytest.raises(RunError, match=r"cannot be read.*store check"):
            list(asking.documents(store))

    def test_the_tables_are_those_that_the_migrations_make(self, store):
        from alembic.autogenerate import compare_metadata
        from alembic.migration import MigrationContext

        ours = set(METADATA.tables)
        told = {
            "version_table": "sayso_version", "compare_type": True,
            "include_name": lambda name, kind, parents: kind != "table" or name in ours,
            "include_object": lambda thing, name, kind, *_: name not in {"words", "ix_documents_words"},
        }  # fmt: skip
        with store.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection, opts=told), METADATA) == []
