"""An installation of the first release, with people and lectures in it, becomes one of this."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData, Table, insert, select

from elearn import migrations
from elearn.db import Database
from tests import own

pytestmark = pytest.mark.database

FIRST_RELEASE = "0011"
LONG_AGO = datetime(2026, 11, 21, 13, tzinfo=UTC)
HASH = "a" * 64
KEPT = (
    *("person", "watch_map", "lecture", "lecture_version", "enrolment"),
    *("tenure", "org_unit", "role_grant", "audit_entry"),
    *("rendition", "caption", "job", "medium_version"),
)
_JOB = {
    "kind": "media.transcode",
    "payload": {},
    "priority": 0,
    "attempts": 0,
    "done": 0,
    "total": 0,
    "enqueued_at": LONG_AGO,
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with own.address(tmp_path_factory.mktemp("upgraded")) as address:
        engine = Database.at(address).engine
        migrations.upgrade(engine, FIRST_RELEASE)
        yield engine
        engine.dispose()


@pytest.fixture(scope="module")
def rows(engine) -> Callable[..., Any]:
    """`rows("person")` reads a table as the database has it now."""

    def of(name: str) -> list[dict[str, Any]]:
        with engine.connect() as connection:
            table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
            found = select(table).order_by(*table.primary_key.columns)
            return [dict(row) for row in connection.execute(found).mappings()]

    return of


def _fill(engine: Engine, **tables: list[dict[str, Any]]) -> None:
    with engine.begin() as connection:
        for name, values in tables.items():
            table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
            connection.execute(insert(table), values)


def _version(**facts: Any) -> dict[str, Any]:
    return {"number": 1, "content_hash": HASH, "recorded_at": LONG_AGO, **facts}


def _watch_rule(version: int, first: date, last: date | None) -> dict[str, Any]:
    days = {"version": version, "valid_from": first, "valid_to": last}
    share = {"seen_share_percent": 80, "rate_percent": 200, "idle_seconds": 1800}
    return {**days, **share, "unspent_seconds": 120, "unspent_intervals": 4}


def _rendition(number: int, name: str, height: int | None) -> dict[str, Any]:
    facts = {"version_id": 1, "size_bytes": 1, "bandwidth": 1, "average_bandwidth": 1}
    told = {"codecs": "mp4a.40.2", "playlist": "", "file_id": 1}
    return {"id": number, "name": name, "width": height, "height": height, **facts, **told}


@pytest.fixture(scope="module")
def first_release(engine):
    """A learner who has seen one lecture and begun another, and a lecture, module and programme."""
    origin = {"region": "all", "origin": "composed"}
    text = {"objectives": {}, "body": "Một việc.", "slides": [], "is_illustrative": True}
    programme = {
        "organiser": "Học viện Phụ nữ Việt Nam",
        "level": "branch",
        "days": 2,
        "periods": 16,
        "mode": "online",
        "certificate": "completion_statement",
        "min_electives": 1,
        "quiz_pass_percent": 50,
        "valid_from": date.min,
    }
    seen = {"bits": b"\xff" * 10, "seconds": 80, "length": 100, "position": 80}
    since = {"valid_from": date(2020, 1, 1), "recorded_at": LONG_AGO}
    held = {"post_key": "branch_head", "valid_to": date(2025, 1, 1), **since}
    held["end_reason"] = "transferred"
    act = {"action": "add", "subject": "person", "subject_id": 1}
    begun = {"bits": b"\x01", "seconds": 1, "length": 100, "position": 1}
    _fill(
        engine,
        person=[
            {
                "full_name": "Hà Thị Ấm",
                "given_name": "Ấm",
                "name_folded": "ha thi am",
                "sort_key": b"am",
            }
            | entry
            for entry in ({"id": 1, "same_as_id": None}, {"id": 2, "same_as_id": 1})
        ],
        stored_file=[
            {"id": 1, "sha256": HASH, "size": 1, "media_type": "video/mp4", "kept_at": LONG_AGO}
        ],
        medium=[
            {"id": 1, "title": "Điều lệ Hội", "title_folded": "dieu le hoi", "created_at": LONG_AGO}
        ],
        medium_version=[
            {
                "id": number,
                "medium_id": 1,
                "number": number,
                "source_id": 1,
                "file_name": "HV-05.mp4",
                "uploaded_at": LONG_AGO,
                "state": "ready",
                "duration_ms": 100_000,
                "ready_at": LONG_AGO,
            }
            for number in (1, 2)
        ],
        rendition=[_rendition(1, "240p", 240), _rendition(2, "audio", None)],
        caption=[{"version_id": 1, "language": "vi", "text": "WEBVTT\n", "changed_at": LONG_AGO}],
        job=[{**_JOB, "key": state, "state": state} for state in ("queued", "done")],
        watch_rule=[
            _watch_rule(1, date(2019, 1, 1), LONG_AGO.date()),
            _watch_rule(2, date(2027, 1, 1), None),
        ],
        watch_map=[
            {"person_id": 1, "medium_version_id": 1, "changed_at": LONG_AGO, **seen},
            {"person_id": 1, "medium_version_id": 2, "changed_at": LONG_AGO, **begun},
        ],
        lecture=[{"id": 1, "code": "HV-05", "medium_id": 1}],
        lecture_version=[
            _version(id=1, lecture_id=1, title="Điều lệ Hội", planned_minutes=20, **origin, **text)
        ],
        module=[{"id": 1, "code": "CD-1"}],
        module_version=[_version(id=1, module_id=1, title="Điều lệ", block="required", **origin)],
        programme=[{"id": 1, "code": "NV-CHI"}],
        programme_version=[
            _version(id=1, programme_id=1, title="Nghiệp vụ", **origin, **programme)
        ],
        enrolment=[{"id": 1, "person_id": 1, "programme_version_id": 1, "enrolled_at": LONG_AGO}],
        post=[{"key": "branch_head", "name": "Chi hội trưởng", "level": "branch", "rank": 1}],
        org_unit=[{"id": 1, "kind": "branch", "name": "Chi hội Đông", "valid_from": date.min}],
        tenure=[{"id": 1, "person_id": 1, "org_unit_id": 1, **held}],
        area=[{"id": 1, "level": "central"}],
        role_grant=[{"id": 1, "person_id": 1, "role": "learner", "area_id": 1, **since}],
        audit_entry=[{"id": 1, "at": LONG_AGO, "details": {}, "origin": "shell", **act}],
    )


@pytest.fixture(scope="module")
def before(engine, first_release, rows) -> dict[str, list[dict[str, Any]]]:
    """The rows of the first release; meanwhile the tables have become those of the house."""
    held = {name: rows(name) for name in KEPT}
    migrations.upgrade(engine)
    return held


def test_nothing_is_lost_and_the_tables_are_those_of_the_house(engine, before, rows):
    migrations.check(engine)
    for name in KEPT:
        for old, new in zip(before[name], rows(name), strict=True):
            assert old == {column: new[column] for column in old}


def test_what_was_seen_before_is_known_to_have_been_seen(before, rows):
    seen, begun = rows("watch_map")
    assert seen["seen_at"] == seen["changed_at"]
    assert (seen["seen_by"], begun["seen_by"], begun["seen_at"]) == (1, None, None)


@pytest.mark.parametrize("name", ["lecture", "module", "programme"])
def test_what_was_loaded_before_counts_as_not_edited_since(before, rows, name):
    assert [row["loaded_hash"] for row in rows(name)] == [HASH]


def test_units_of_before_are_found_without_diacritics(before, rows):
    assert [row["name_folded"] for row in rows("org_unit")] == ["chi hoi dong"]


def test_what_was_done_before_there_were_seals_waits_for_the_first(before, rows):
    assert [row["entry_id"] for row in rows("audit_pending")] == [1]


def test_entries_joined_before_can_be_parted(before, rows):
    assert [(row["person_id"], row["whole_id"]) for row in rows("person_join")] == [(2, 1)]


def test_what_was_ready_before_was_released_each_in_place_of_the_last(before, rows):
    facts = [(row["version_id"], row["replaces_id"], row["policy"]) for row in rows("release")]
    assert facts == [(1, None, None), (2, 1, "stays_valid")]
    assert {row["released_at"] for row in rows("release")} == {
        row["ready_at"] for row in before["medium_version"]
    }


def test_weights_of_before_say_what_they_hold_and_captions_whose_they_are(before, rows):
    assert [row["kind"] for row in rows("rendition")] == ["video", "sound_aac"]
    assert [(row["origin"], row["revision"]) for row in rows("caption")] == [("person", 1)]
    assert [row["times_put_off"] for row in rows("job")] == [0, 0]
