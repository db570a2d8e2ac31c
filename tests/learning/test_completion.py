"""Completion over real rows: reviews of many at once, and facts that only people record."""

from datetime import UTC, date, datetime, timedelta

import pytest

from elearn import learning, people
from elearn.access import OPERATOR
from elearn.errors import InvalidInput, NotFound
from elearn.learning import Achievement, CompletionForm
from tests.learning.players import Player
from tests.make import catalogue, media
from tests.make import learning as make
from tests.make import people as make_people

NOW = datetime(2026, 11, 21, 13, tzinfo=UTC)


@pytest.fixture
def films(db):
    return [media.playable(db, seconds=100) for _ in range(3)]


@pytest.fixture
def programme(db, films):
    """Two required lectures in two modules, and one elective."""
    first, second, third = (
        catalogue.lecture(db, f"BG-{number}", medium_id=film.medium_id)
        for number, film in enumerate(films)
    )
    required = [catalogue.module(db, "CD-1", [first]), catalogue.module(db, "CD-2", [second])]
    return catalogue.programme(
        db, "CT-9", required, [catalogue.module(db, "TC-1", [third])], min_electives=1
    )


@pytest.fixture
def review(db, programme):
    """`review(*people)` holds their records against the rule."""
    rule = make.rules(db)

    def of(*persons, offered=None):
        keys = [person.id for person in persons]
        return learning.reviews_of(db, keys, programme, rule, offered=offered, now=NOW)

    return of


def test_two_hundred_people_are_reviewed_in_as_many_queries_as_one(
    db, films, review, count_queries
):
    crowd = [make_people.person(db) for _ in range(200)]
    for film in films:
        make.watched(db, crowd[0], film)
    with count_queries() as for_one:
        assert review(crowd[0])[crowd[0].id].is_complete
    with count_queries() as for_all:
        found = review(*crowd)

    assert len(for_all) == len(for_one) <= 10
    assert sum(one.is_complete for one in found.values()) == 1


def test_the_day_is_that_of_the_second_which_made_it_enough(db, terms, films, review):
    player = Player(db, terms)
    for begun, film in enumerate(films):
        session = player.open(film.version_id, at=begun * 300, length=100)
        assert not player.report(session, (0, 79), at=begun * 300 + 100).standing.is_seen
        assert player.report(session, (79, 80), at=begun * 300 + 200).standing.is_seen
    player.report(session, (80, 100), at=86_400)

    person = people.person_by_id(db, player.person_id)

    assert review(person)[person.id].met_on == date(2026, 11, 21)


def test_two_entries_complete_a_programme_together(db, films, review):
    one, other = make_people.person(db), make_people.person(db)
    make.watched(db, one, films[0])
    make.watched(db, other, films[1])
    make.watched(db, one, films[2], seconds=50, at=NOW)
    make.watched(db, other, films[2], seconds=70)
    assert not any(found.is_complete for found in review(one, other).values())

    people.merge(db, OPERATOR, other, one, now=NOW)
    make_people.person(db)

    assert not any(found.is_complete for found in review(one, other).values())
    kept = db.get_one(learning.WatchMap, (one.id, films[2].version_id))
    kept.bits = learning.Seconds.of([(50, 100)], 100).to_bytes()
    db.flush()
    assert all(found.is_complete for found in review(one, other).values())


def test_only_the_electives_a_class_offers_count(db, films, programme, review):
    person = make_people.person(db)
    for film in films:
        make.watched(db, person, film)
    offered = {module.module_id for module in programme.modules if not module.is_required}

    assert review(person, offered=offered)[person.id].is_complete
    assert not review(person, offered=())[person.id].is_complete


def test_a_programme_has_the_rule_of_its_own_or_else_the_one_for_all(db, programme, tmp_path):
    common = make.rules(db)
    own = tmp_path / "completion.yaml"
    own.write_text(
        "- {version: 2, programme: CT-9, valid_from: 2026-10-01, conditions:"
        " [{kind: lectures}, {kind: modules, modules: [CD-1, TC-1], at_least: 1},"
        " {kind: quiz, percent: 50}]}\n"
    )
    assert learning.load_completion_rules(db) == 0
    assert learning.load_completion_rules(db, own) == 1

    before = learning.completion_rule_on(db, programme.programme_id, date(2026, 9, 30))
    after = learning.completion_rule_on(db, programme.programme_id, date(2026, 10, 1))

    assert (before.id, after.number) == (common.id, 2)
    assert [one.kind.value for one in after.conditions] == ["lectures", "modules", "quiz"]
    assert len(after.conditions[1].modules) == 2


def test_before_the_first_rule_there_is_none(db, programme):
    make.rules(db)

    with pytest.raises(NotFound):
        learning.completion_rule_on(db, programme.programme_id, date(2018, 12, 31))


@pytest.fixture
def done(db, programme):
    person = make_people.person(db)
    return Achievement(person.id, programme.id, date(2026, 11, 20), CompletionForm.ONLINE)


def test_a_completion_is_recorded_once(db, done):
    first = learning.complete(db, OPERATOR, done, now=NOW)
    again = learning.complete(db, OPERATOR, done, now=NOW + timedelta(hours=1))

    assert (again.id, again.recorded_at) == (first.id, NOW)


def test_what_is_taken_back_stays_known_and_can_be_recorded_anew(db, done):
    first = learning.complete(db, OPERATOR, done, now=NOW)
    learning.take_back(db, OPERATOR, first, now=NOW + timedelta(hours=1))
    second = learning.complete(db, OPERATOR, done, now=NOW + timedelta(hours=2))

    assert second.id != first.id
    assert first.superseded_at == NOW + timedelta(hours=1)


def test_nothing_is_completed_on_a_day_to_come(db, done):
    with pytest.raises(InvalidInput):
        learning.complete(db, OPERATOR, done, now=NOW - timedelta(days=2))
