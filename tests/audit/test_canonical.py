"""The canonical form is the same bytes wherever and whenever it is made."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from elearn.audit.rules import (
    GENESIS,
    Act,
    Link,
    digest_of_entry,
    digest_of_value,
    hash_of_seal,
    normal,
)

AT = datetime(2026, 11, 21, 3, 0, 0, 5, tzinfo=UTC)
ACT = Act(1, AT, 7, "rename", "person", 12, {"b": [1], "a": "Hò"}, {}, "shell")


def test_the_form_is_fixed_for_all_time():
    assert digest_of_entry(ACT) == (
        "5a00976b294a4e08b8645f31a886f3e7b9d6e876436136b301cf2177f7fc67a5"
    )
    assert hash_of_seal(Link(1, GENESIS, 1, AT), [digest_of_entry(ACT)]) == (
        "824a1594ab421cfee1c13376ac8b81d9d7528fef8ca7bca60ed2da4b9ba3ca5b"
    )


def test_neither_the_zone_nor_the_order_of_keys_matters():
    elsewhere = AT.astimezone(timezone(timedelta(hours=7)))

    assert digest_of_entry(replace(ACT, at=elsewhere, details={"a": "Hò", "b": [1]})) == (
        digest_of_entry(ACT)
    )


@pytest.mark.parametrize(
    "change",
    [
        {"id": 2},
        {"at": AT + timedelta(microseconds=1)},
        {"person_id": None},
        {"action": "renamed"},
        {"subject": "Person"},
        {"subject_id": None},
        {"details": {"b": ["1"], "a": "Hò"}},
        {"details": {"b": [1], "a": "Ho\u0300"}},
        {"personal": {"before": ""}},
        {"origin": "Shell"},
    ],
)
def test_whatever_is_changed_changes_the_digest(change):
    assert digest_of_entry(replace(ACT, **change)) != digest_of_entry(ACT)


def test_a_seal_rests_on_the_order_of_its_entries_and_on_the_seal_before_it():
    link = Link(2, "a" * 64, 2, AT)
    hashes = {
        hash_of_seal(link, ["x", "y"]),
        hash_of_seal(link, ["y", "x"]),
        hash_of_seal(replace(link, previous_hash="b" * 64), ["x", "y"]),
    }

    assert len(hashes) == 3


def test_the_digest_of_a_value_needs_its_salt():
    assert digest_of_value("1", "name", "Lan") != digest_of_value("2", "name", "Lan")


def test_text_is_composed_at_any_depth_and_what_json_does_not_know_is_refused():
    assert normal({"e\u0302": ("o\u0300", [1.5, None])}) == {"ê": ["ò", [1.5, None]]}
    with pytest.raises(ValueError, match="no canonical form"):
        normal([float("nan")])
