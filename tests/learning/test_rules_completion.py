"""When a programme is completed, in sentences."""

from datetime import UTC, date, datetime

import pytest

from elearn.learning.rules import (
    Condition,
    ConditionKind,
    LectureProgress,
    ModuleProgress,
    ProgrammeProgress,
    Record,
    Seconds,
    Standing,
    State,
    review,
)

EVENING = datetime(2026, 11, 20, 13, tzinfo=UTC)
NEXT_DAY = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)  # In Viet Nam it is past midnight.
FIRST = (
    Condition(ConditionKind.LECTURES),
    Condition(ConditionKind.REQUIRED_MODULES),
    Condition(ConditionKind.ELECTIVES),
)


def lecture(code, *, seen_at=None, length=100):
    held = Seconds.of([(0, length)] if seen_at else [], length)
    return LectureProgress(code, f"Bài {code}", Standing(held, length, 80), seen_at=seen_at)


def module(key, *lectures, required=True):
    return ModuleProgress(key, f"Chuyên đề {key}", required, lectures)


def record(*modules, min_electives=0, **more):
    return Record(ProgrammeProgress("NV-CHI", "Nghiệp vụ", min_electives, modules), **more)


def test_all_required_lectures_and_enough_electives_complete_a_programme():
    found = review(
        FIRST,
        record(
            module(1, lecture("A", seen_at=EVENING), lecture("B", seen_at=NEXT_DAY)),
            module(2, lecture("C", seen_at=EVENING), required=False),
            module(3, lecture("D"), required=False),
            min_electives=1,
        ),
    )

    assert found.is_complete
    assert [one.state for one in found.outcomes] == [State.MET, State.MET]


def test_it_is_completed_on_the_day_its_last_condition_was_met_where_people_live():
    found = review(
        FIRST, record(module(1, lecture("A", seen_at=EVENING), lecture("B", seen_at=NEXT_DAY)))
    )

    assert found.met_on == date(2026, 11, 21)


def test_a_lecture_not_seen_is_named_as_lacking():
    found = review(FIRST, record(module(1, lecture("A", seen_at=EVENING), lecture("B"))))

    [outcome] = found.outcomes
    assert (outcome.state, found.is_complete, found.met_on) == (State.MISSING, False, None)
    assert [one.code for one in outcome.lacking] == ["B"]
    assert str(outcome.told) == "Xem 2 bài giảng bắt buộc: mới được 1 bài"


def test_a_condition_that_asks_for_nothing_is_left_out():
    found = review(FIRST, record(module(1, lecture("A")), module(2, lecture("B"), required=False)))

    assert [one.kind for one in found.outcomes] == [ConditionKind.REQUIRED_MODULES]


def test_only_electives_that_are_offered_count():
    electives = (
        module(2, lecture("B", seen_at=EVENING), required=False),
        module(3, lecture("C"), required=False),
    )
    required = module(1, lecture("A", seen_at=EVENING))
    states = {
        offered: review(
            FIRST, record(required, *electives, min_electives=1, offered=offered)
        ).is_complete
        for offered in (None, frozenset({2, 3}), frozenset({3}))
    }

    assert states == {None: True, frozenset({2, 3}): True, frozenset({3}): False}


@pytest.mark.parametrize(("at_least", "is_met"), [(2, True), (3, False), (None, False)])
def test_so_many_of_the_modules_named_must_be_done(at_least, is_met):
    named = Condition(ConditionKind.MODULES, at_least, modules=frozenset({1, 2, 3}))
    done, other = lecture("A", seen_at=EVENING), lecture("B")

    found = review([named], record(module(1, done), module(2, done), module(3, other)))

    assert found.is_complete is is_met


@pytest.mark.parametrize(
    ("at_least", "told"),
    [
        (1, "Đã học xong 1 trong 2 chuyên đề bắt buộc"),
        (2, "Học xong 2 trong 2 chuyên đề bắt buộc: mới được 1"),
    ],
)
def test_where_some_of_the_required_modules_are_enough_it_is_said_so(at_least, told):
    rule = [Condition(ConditionKind.REQUIRED_MODULES, at_least)]
    modules = (module(1, lecture("A", seen_at=EVENING)), module(2, lecture("B")))

    [outcome] = review(rule, record(*modules)).outcomes

    assert str(outcome.told) == told
    assert (outcome.state is State.MET) is (at_least == 1)


def test_so_many_lectures_of_each_module_may_be_enough():
    rule = (
        Condition(ConditionKind.LECTURES, at_least=2),
        Condition(ConditionKind.REQUIRED_MODULES),
    )
    three = (lecture("A", seen_at=NEXT_DAY), lecture("B", seen_at=EVENING), lecture("C"))

    found = review(rule, record(module(1, *three), module(2, lecture("D", seen_at=EVENING))))

    assert found.is_complete
    assert found.met_on == date(2026, 11, 21)


def test_a_module_without_lectures_is_not_done_by_that():
    [outcome] = review(FIRST, record(module(1, lecture("A", seen_at=EVENING)), module(2))).outcomes

    assert outcome.state is State.MISSING
    assert "mới được" in str(outcome.told)


@pytest.mark.parametrize("kind", [ConditionKind.QUIZ, ConditionKind.ATTENDANCE])
def test_what_nobody_keeps_yet_is_absent_and_blocks(kind):
    rule = (*FIRST, Condition(kind, percent=50))

    found = review(rule, record(module(1, lecture("A", seen_at=EVENING))))

    assert not found.is_complete
    assert found.outcomes[-1].state is State.ABSENT
    assert "chưa có" in str(found.outcomes[-1].told)


@pytest.mark.parametrize(("percent", "is_met"), [(49, False), (50, True)])
def test_marks_reach_the_rule_as_a_plain_value(percent, is_met):
    rule = (*FIRST, Condition(ConditionKind.QUIZ, percent=50))
    seen = module(1, lecture("A", seen_at=EVENING))

    assert review(rule, record(seen, quiz_percent=percent)).is_complete is is_met


def test_a_rule_without_conditions_completes_nothing():
    assert not review((), record(module(1, lecture("A", seen_at=EVENING)))).is_complete


def test_a_review_can_be_kept_as_plain_values():
    found = review(FIRST, record(module(1, lecture("A", seen_at=EVENING), lecture("B"))))

    assert found.as_json() == {
        "met_on": None,
        "outcomes": [
            {
                "kind": "required_modules",
                "state": "missing",
                "done": 0,
                "needed": 1,
                "told": "Xem 2 bài giảng bắt buộc: mới được 1 bài",
                "lacking": ["B"],
            }
        ],
        "lectures": {"A": {"is_seen": True, "held": 100, "needed": 80, "length": 100}},
    }


def test_who_saw_an_earlier_film_of_a_lecture_has_begun():
    renewed = Standing(Seconds(), 100, 80, was_seen=True)

    found = review(FIRST, record(module(1, LectureProgress("A", "Bài A", renewed), lecture("B"))))

    assert found.is_begun
