"""A draft tried on real rows: by film, by programme, with those whom a class holds to its own."""

import pytest

from elearn import clock, learning
from elearn.access import OPERATOR
from elearn.errors import Conflict
from elearn.home.ruling import jobs, service
from elearn.home.ruling.trying import trial_of, tried
from elearn.jobs import JobState, Work, job_by_key
from elearn.learning import Condition, ConditionKind, Effect
from tests.make import classes as make
from tests.make import learning as studying
from tests.make import people, rules


@pytest.fixture
def learner(db, course):
    """`learner(85, 60)` has a place, and watched so much of the required film and an elective."""

    def of(*seconds):
        person = people.person(db)
        learning.enrol(db, person, course.version, now=make.OPENED)
        films = [course.required, *course.electives.values()]
        for film, held in zip(films, seconds, strict=False):
            studying.watched(db, person, film, seconds=held)
        return person

    return of


@pytest.fixture
def tries(database):
    """`tries(draft)` holds it against everybody; the lines of lectures, then of programmes."""

    def of(draft):
        with database.reading() as db:
            trial = trial_of(db, learning.rule_draft_by_id(db, draft.id))
        lines = tried(database, trial, lambda *_: None)
        lectures = [one for one in lines if one.lecture_id]
        return lectures, [one for one in lines if not one.lecture_id]

    return of


def test_a_higher_share_takes_no_programme_from_anybody(db, learner, tries):
    learner(85, 85), learner(60)

    lectures, [programme] = tries(rules.share_draft(db, 90))

    assert [(one.people, one.has, one.count(Effect.KEEPS)) for one in lectures] == [
        *((2, 1, 1), (1, 1, 1), (0, 0, 0))
    ]
    assert (programme.people, programme.has) == (2, 1)
    assert not any(programme.effects.values())


def test_a_lower_share_makes_a_programme_complete(db, learner, tries):
    gains = learner(70, 85)

    _lectures, [programme] = tries(rules.share_draft(db, 65))

    assert programme.effects[Effect.GAINS] == {gains.id}


def test_conditions_take_and_give_where_nothing_was_recorded(db, course, learner, tries):
    loses, gains = learner(85, 85), learner(85)
    recorded = learner(85, 85)
    studying.completion(db, recorded, course.version.id)
    wants = Condition(ConditionKind.ELECTIVES, 2)

    _none, [more] = tries(rules.conditions_draft(db, rules.LECTURES, rules.REQUIRED, wants))
    _none, [less] = tries(rules.conditions_draft(db))

    assert (more.people, more.has, more.completed) == (3, 1, 1)
    assert more.effects == {Effect.GAINS: frozenset(), Effect.LOSES: {loses.id}}
    assert less.effects == {Effect.GAINS: {gains.id}, Effect.LOSES: frozenset()}


def test_who_is_in_an_open_class_is_held_to_the_rule_of_the_class(db, course, learner, tries):
    person = learner(85, 85)
    make.participation(db, make.training_class(db, course), person)
    wants = Condition(ConditionKind.ELECTIVES, 2)

    _none, [found] = tries(rules.conditions_draft(db, rules.REQUIRED, wants))

    assert (found.has, found.effects[Effect.LOSES]) == (1, frozenset())


def test_a_programme_with_a_rule_of_its_own_is_not_touched_by_that_for_all(
    db, course, learner, tries
):
    learner(85, 85)
    key = course.version.programme_id
    row = learning.CompletionCondition(position=1, kind=ConditionKind.REQUIRED_MODULES)
    words = {"programme_id": key, "valid_from": make.LONG_SINCE}
    db.add(learning.CompletionRule(number=1, **words, rows=[row]))
    db.flush()

    assert tries(rules.conditions_draft(db)) == ([], [])
    _none, [own] = tries(rules.conditions_draft(db, programme_id=key))
    assert own.programme_version_id == course.version.id


def test_the_job_keeps_what_it_found_with_names_and_a_second_takes_its_place(db, here, learner):
    person = learner(85, 85)
    draft = service.draft(db, OPERATOR, rules.new_share(90), now=clock.now())
    for _ in range(2):
        run(db, here, draft)

    lines = learning.trial_lines(db, draft)
    kept = [one for one in lines if one.keeps]
    shown = learning.trial_people(db, OPERATOR, kept[0], Effect.KEEPS)
    assert (len(lines), len(kept), shown.count) == (4, 2, 1)
    assert [one.id for one in shown.persons] == [person.id]


def run(db, here, draft):
    """Have a worker do the job that tries a draft."""
    job = job_by_key(db, draft.trial_key)
    assert job
    job.state, job.worker = JobState.RUNNING, "a worker"
    db.commit()
    told = {"draft": draft.id}
    jobs.try_rule(Work(job.id, "a worker", told, here.settings, here.database, here.store))
    db.expire_all()


def adopt(db, draft, shown=None):
    tried_at = shown or draft.tried_at.isoformat()
    return service.adopt(db, OPERATOR, draft.id, tried_at=tried_at, now=clock.now())


def test_what_was_tried_is_adopted_and_is_the_rule_from_its_day(db, here, course):
    draft = service.draft(db, OPERATOR, rules.new_share(90), now=clock.now())
    run(db, here, draft)

    adopt(db, draft)

    day = draft.valid_from
    assert learning.watch_rule_on(db, day).seen_share_percent == 90
    assert learning.watch_rule_on(db, clock.today()).seen_share_percent == 80
    assert draft.watch_rule_version == learning.watch_rule_on(db, day).version == 2
    learning.load_rules(db)  # What ships replaces it no more.
    assert learning.watch_rules(db)[0].version == 2
    with pytest.raises(Conflict):
        adopt(db, draft)


def test_conditions_become_the_next_version_of_their_rule(db, here, course):
    key = course.version.programme_id
    draft = rules.conditions_draft(db, programme_id=key)
    service.try_again(db, draft.id, now=clock.now())
    run(db, here, draft)

    adopt(db, draft)

    rule = learning.completion_rule_on(db, key, draft.valid_from)
    assert (rule.programme_id, rule.number, rule.conditions) == (key, 1, draft.wanted)
    assert learning.completion_rule_on(db, key, clock.today()).programme_id is None


@pytest.mark.parametrize("shown", [None, "2026-01-01T00:00:00+00:00"])
def test_nothing_is_adopted_untried_or_as_it_was_not_shown(db, here, course, shown):
    draft = service.draft(db, OPERATOR, rules.new_share(90), now=clock.now())
    if shown:
        run(db, here, draft)

    with pytest.raises(Conflict):
        adopt(db, draft, shown or "?")


def test_a_draft_tried_on_another_rule_than_holds_now_is_tried_again(db, here, course):
    draft = service.draft(db, OPERATOR, rules.new_share(90), now=clock.now())
    run(db, here, draft)
    rules.adopted_share(db, 70, clock.today())

    with pytest.raises(Conflict):
        adopt(db, draft)


def test_a_draft_whose_day_has_come_is_adopted_no_more(db, here, course):
    draft = service.draft(db, OPERATOR, rules.new_share(90), now=clock.now())
    run(db, here, draft)
    draft.valid_from = clock.today()

    with pytest.raises(Conflict, match="Ngày áp dụng đã tới"):
        adopt(db, draft)


def test_a_draft_put_aside_leaves_no_list_of_people(db, here, learner):
    learner(85, 85)
    draft = service.draft(db, OPERATOR, rules.new_share(90), now=clock.now())
    run(db, here, draft)

    learning.discard_rule(db, OPERATOR, draft.id, now=clock.now())

    assert learning.trial_lines(db, draft) == []
    assert learning.rule_drafts(db) == []
    with pytest.raises(Conflict):
        service.try_again(db, draft.id, now=clock.now())
