"""The life of an area: every kind of change is one line, the latest first."""

from datetime import date
from typing import Any

from elearn.areas.rules import Happening, Kind, Link, Shape, history

REFORM, LATER = date(2025, 7, 1), date(2026, 4, 30)


def shape(valid_from=date.min, valid_to=None, **more):
    values: dict[str, Any] = {
        "code": "1",
        "kind": Kind.COMMUNE,
        "name": "An",
        "full_name": "Xã An",
        "place": "",
        "parent_id": 2,
        "resolution_id": None,
    }
    return Shape(valid_from=valid_from, valid_to=valid_to, **(values | more))


def link(day=REFORM, *, is_whole=True):
    return Link(9, "Xã Bình", day, is_whole, is_default=True, resolution_id=7)


def happenings(*told):
    return [event.happening for event in history(*told)]


def test_each_thing_that_changes_is_told_for_itself():
    before = shape(valid_to=date(2026, 4, 29))
    after = shape(LATER, code="2", kind=Kind.WARD, name="Ân", full_name="Phường Ân", parent_id=3)

    assert set(happenings([before, after], [], [])) == {
        Happening.LISTED,
        Happening.RENAMED,
        Happening.RETYPED,
        Happening.RECODED,
        Happening.MOVED,
    }


def test_a_new_area_was_founded_or_formed_of_others():
    assert happenings([shape(REFORM)], [], []) == [Happening.FOUNDED]
    assert happenings([shape(REFORM)], [link()], []) == [Happening.FORMED]
    assert happenings([shape(REFORM)], [link(), link(LATER)], [])[0] is Happening.TOOK_IN


def test_an_area_ends_whole_divided_or_with_its_level():
    ended = shape(valid_to=date(2025, 6, 30))

    assert happenings([ended], [], [link()])[0] is Happening.PASSED_WHOLE
    assert happenings([ended], [], [link(is_whole=False)] * 2)[0] is Happening.SPLIT
    assert happenings([ended], [], [])[0] is Happening.ENDED
    district = shape(valid_to=date(2025, 6, 30), kind=Kind.RURAL_DISTRICT)
    assert happenings([district], [], [])[0] is Happening.LEVEL_ABOLISHED
    assert history([ended], [], [link()])[0].resolution_id == 7


def test_an_area_may_give_a_part_away_and_go_on():
    assert happenings([shape()], [], [link(is_whole=False)])[0] is Happening.GAVE
