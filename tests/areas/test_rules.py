"""Who goes on across a reform, and how a name is read."""

from datetime import date

import pytest

from elearn.areas import caveat_for, spelling
from elearn.areas.rules import Kind, Level, Lists, State, Step, Unit, full_name, plan, short_name
from elearn.areas.rules import sought as read
from elearn.db import UNKNOWN_START

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)


def old(key, name, parent="VN", level=Level.COMMUNE):
    state = State(key, Kind.COMMUNE, name, parent, UNKNOWN_START, LAST)
    return Unit(f"old {key}", level, (state,))


def new(key, name, parent="VN", level=Level.COMMUNE):
    return Unit(f"new {key}", level, (State(key, Kind.COMMUNE, name, parent, FIRST),))


def step(before, after, *, is_whole=True):
    return Step(before.key, after.key, FIRST, is_whole, is_default=True)


def test_an_area_that_passes_alone_whole_and_under_its_name_goes_on():
    before, after = old("1", "An Hòa", "old d"), new("9", "An Hòa", "new p")

    planned = plan(Lists((before,), (after,), (step(before, after),)))

    (unit,) = planned.units
    assert [state.valid_to for state in unit.states] == [LAST, None]
    assert planned.lineage == ()


def test_a_state_that_says_nothing_new_is_not_repeated():
    before, after = old("1", "Hà Nội"), new("1", "Hà Nội")

    (unit,) = plan(Lists((before,), (after,), (step(before, after),))).units

    assert [(state.valid_from, state.valid_to) for state in unit.states] == [(UNKNOWN_START, None)]


@pytest.mark.parametrize(
    ("name", "level", "is_whole", "others"),
    [
        ("An Bình", Level.COMMUNE, True, ()),
        ("An Hòa", Level.PROVINCE, True, ()),
        ("An Hòa", Level.COMMUNE, False, ()),
        ("An Hòa", Level.COMMUNE, True, (old("2", "Tân An"),)),
    ],
    ids=["another name", "another level", "only a part", "not alone"],
)
def test_otherwise_one_ends_and_another_begins(name, level, is_whole, others):
    before, after = old("1", "An Hòa"), new("1", name, level=level)
    steps = (step(before, after, is_whole=is_whole), *(step(other, after) for other in others))

    planned = plan(Lists((before, *others), (after,), steps))

    assert len(planned.units) == 2 + len(others)
    assert planned.lineage == steps


def test_children_of_an_area_that_goes_on_lie_in_the_same_area():
    province, again = old("p", "Huế", level=Level.PROVINCE), new("p", "Huế", level=Level.PROVINCE)
    commune = new("c", "A Lưới", "new p")

    planned = plan(Lists((province,), (again, commune), (step(province, again),)))

    assert planned.units[-1].states[0].parent == "old p"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Hoà Bình", "hòa bình", True),
        ("Thái Thuỵ", "Thái Thụy", True),
        ("Thái Thụy", "Thái Thủy", False),
        ("Quý", "Qúy", True),
    ],
)
def test_the_place_of_a_tone_makes_no_other_word(one, other, is_same):
    assert (spelling(one) == spelling(other)) is is_same


@pytest.mark.parametrize(
    ("typed", "name", "kinds"),
    [
        ("thị trấn Hưng Hà", "Hưng Hà", (Kind.TOWNSHIP,)),
        ("TT. Hưng Hà", "Hưng Hà", (Kind.TOWNSHIP,)),
        ("xa hung ha", "hung ha", (Kind.COMMUNE,)),
        ("Quan Sơn", "Quan Sơn", ()),
        ("quan son", "son", (Kind.URBAN_DISTRICT,)),
    ],
)
def test_the_type_is_read_off_a_name(typed, name, kinds):
    wanted = read(typed)

    assert (wanted.name, wanted.kinds) == (name, kinds)


def test_full_names_carry_their_type_once():
    assert short_name("Thành Phố Bắc Kạn", Kind.PROVINCIAL_CITY) == "Bắc Kạn"
    assert full_name("Bắc Kạn", Kind.PROVINCIAL_CITY) == "Thành phố Bắc Kạn"


def test_a_reader_is_warned_about_days_before_the_lists():
    assert "30/06/2025" in str(caveat_for(date(2025, 6, 29)))
    assert caveat_for(date(2025, 6, 30)) is None
