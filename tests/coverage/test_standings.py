"""People told by name: read for some as for all, and just as many as the figures say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from elearn import areas, clock, people
from elearn.access import OPERATOR
from elearn.coverage import MapKind, Measure
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.maps import map_of, places_of
from elearn.coverage.queries.standings import standing_of
from elearn.coverage.rules import Direction, Exclusion, Standing
from elearn.coverage.rules.events import events_of
from elearn.coverage.rules.knowledge import Knowledge
from elearn.db.days import day_number
from tests.coverage.tables import figure
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import area

TRAINED = make.indicator()


@pytest.fixture
def heads(db):
    """Three heads of branches of Xã Hưng Hà; one of them is trained."""
    found = [make.head(db, name) for name in ("Bùi Thị Thoa", "Vũ Thị Ngát", "Lê Thị Dung")]
    make.trained(db, found[0], make.programme(db))
    return found


@pytest.fixture
def standing(db):
    """`standing(indicator)` tells how people stand in Xã Hưng Hà, as it was, on the day."""

    def standing(one=TRAINED, place="Xã Hưng Hà", day=make.DAY, known=None):
        version = areas.version_on(db, area(db, place).id, day)
        on = map_of(db, MapKind.AS_IT_WAS, day)
        return standing_of(db, one, version, day, on, Knowledge.at(known))

    return standing


def test_of_three_heads_one_is_trained_and_two_never_were(db, heads, standing):
    assert standing() == {
        heads[0].id: Standing.TRAINED,
        heads[1].id: Standing.NEVER,
        heads[2].id: Standing.NEVER,
    }
    assert len(standing(place="Việt Nam")) == 3


def test_an_area_where_nobody_is_in_post_names_nobody(heads, standing):
    assert standing(place="Thành phố Hà Nội") == {}


def test_two_entries_are_one_human_being_from_the_moment_they_were_joined(db, heads, standing):
    before = clock.now()
    people.merge(db, OPERATOR, heads[0], heads[1], now=before + timedelta(days=1))

    assert standing() == {heads[1].id: Standing.TRAINED, heads[2].id: Standing.NEVER}
    assert standing(known=before)[heads[1].id] is Standing.NEVER


def test_a_unit_left_out_has_nobody_in_post_for_those_days(db, heads, standing):
    there = make.head(db, at=(unit := roster.org_unit(db, "Chi hội thôn Tây")))
    roster.exclusion(db, unit, valid_from=date(2026, 1, 1))
    until = Exclusion(date(2026, 1, 1), make.DAY)

    assert set(standing(replace(TRAINED, exclusion=until))) == {one.id for one in heads}
    before = replace(until, last=date(2026, 11, 19))
    assert set(standing(replace(TRAINED, exclusion=before))) == {*(x.id for x in heads), there.id}


def test_turns_and_those_who_came_are_told_as_numbers(db, heads, standing):
    for month in (1, 2):
        make.trained(db, heads[0], make.programme(db, f"NV-{month}"), date(2026, month, 9))
    turns = replace(TRAINED, measure=Measure.PARTICIPATION)
    came = replace(TRAINED, measure=Measure.TURNOVER, direction=Direction.IN)

    assert standing(turns) == {heads[0].id: 2}
    assert standing(came) == {one.id: 1 for one in heads}


def test_some_persons_have_the_facts_they_have_among_all(db, heads):
    whole = facts_of(db, TRAINED)
    some = facts_of(db, TRAINED, person_ids=[heads[0].id, heads[2].id])

    assert set(some.held.person.tolist()) == {heads[0].id, heads[2].id}
    rest = facts_of(db, TRAINED, person_ids=[heads[1].id])
    assert some.held.person.size + rest.held.person.size == whole.held.person.size
    assert some.reached.owner.tolist() == [heads[0].id]
    assert facts_of(db, TRAINED, person_ids=[]).held.person.size == 0


@pytest.mark.parametrize("kind", list(MapKind))
def test_names_are_as_many_as_the_figures_say(db, heads, kind):
    on = map_of(db, kind, make.DAY)
    events = events_of(facts_of(db, TRAINED), places_of(db, on), TRAINED)

    version = areas.version_on(db, area(db, "Tỉnh Hưng Yên").id, make.DAY)
    named = standing_of(db, TRAINED, version, make.DAY, on)
    figures = figure(events, version.area_id, day_number(make.DAY))
    assert figures["in_post"] == len(named) == 3
    assert figures["reached"] == [*named.values()].count(Standing.TRAINED) == 1
