"""The figure itself: every person is looked at, and counted if she counts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from tests.coverage.oracle.asking import Figure, Question
from tests.coverage.oracle.ground import Ground
from tests.coverage.oracle.holding import ONE_DAY, Holding
from tests.coverage.oracle.knowing import Known
from tests.coverage.oracle.reaching import Reaching
from tests.coverage.oracle.rows import Held

MOVES = frozenset({"transferred", "rotated", "seconded"})
ADDITIVE = ("participation", "turns_per_person", "class", "turnover")


def figure(seen: Known, ground: Ground, asked: Question) -> Figure:
    """Return what is so by what is known, on the ground told."""
    if asked.measure == "class":
        return Figure(0, _classes(seen, ground, asked), 0, 0, 0)
    holding, reaching = Holding(seen, ground, asked), Reaching(seen, asked)
    there = [person for person in holding.of if holding.is_in_post(person, asked.day)]
    estimated = sum(holding.is_estimated(person, asked.day) for person in there)
    if asked.measure == "turnover":
        return Figure(len(there), _changes(holding, asked), 0, 0, estimated)
    if asked.measure in ADDITIVE:
        return Figure(len(there), _turns(holding, reaching, asked), 0, 0, estimated)
    states = [state_of(holding, reaching, person, asked.day) for person in there]
    trained, under_way, new = (states.count(state) for state in ("trained", "under_way", "new"))
    return Figure(len(there), trained, under_way, new, estimated)


def state_of(holding: Holding, reaching: Reaching, person: int, day: date) -> str:
    """Return which of the four a person in post is on a day."""
    if reaching.has_reached(person, day):
        return "trained"
    if reaching.is_under_way(person, day):
        return "under_way"
    return "new" if holding.is_new(person, day) else "never"


def _is_in_time(asked: Question, day: date) -> bool:
    """Return whether what happened on a day adds to the figure."""
    begins_too_early = asked.since is not None and day < asked.since
    is_of_another_year = asked.is_of_the_year and day.year != asked.day.year
    return day <= asked.day and not begins_too_early and not is_of_another_year


def _turns(holding: Holding, reaching: Reaching, asked: Question) -> int:
    days = [
        (person, day)
        for person in holding.of
        for day in reaching.turns_of(person)
        if _is_in_time(asked, day)
    ]
    return sum(holding.is_in_post(person, day) for person, day in days)


def _classes(seen: Known, ground: Ground, asked: Question) -> int:
    reaching = Reaching(seen, asked)
    sizes = Counter(turn.lesson for turn in seen.world.turns if turn.left is None)
    there = [
        any(asked.area in spot.path for spot in ground.area(lesson.area, lesson.starts))
        for lesson in seen.world.lessons
        if sizes[lesson.id] >= asked.min_class_size
        and reaching.is_such_a_class(lesson)
        and _is_in_time(asked, lesson.starts)
    ]
    return sum(there)


def _changes(holding: Holding, asked: Question) -> int:
    changes = _comings if asked.direction == "in" else _goings
    return sum(changes(holding, asked, person) for person in holding.of)


def _comings(holding: Holding, asked: Question, person: int) -> int:
    """Return how often she came: by what begins there on a day, the day before which she had none.

    What only comes to be there that day, as its unit or its group does, makes it no coming.
    """
    firsts = {one.days.first for one in holding.of[person]}
    return sum(
        _is_in_time(asked, day)
        and not holding.is_in_post(person, day - ONE_DAY)
        and _all(one.days.first == day for one in holding.of[person] if holding.there(one, day))
        for day in firsts
    )


def _goings(holding: Holding, asked: Question, person: int) -> int:
    """Return how often she went: by what ends there on a day, the day after which she has none."""
    lasts = {one.days.last for one in holding.of[person]} - {None}
    return sum(_goes(holding, asked, person, day) for day in lasts if day)


def _goes(holding: Holding, asked: Question, person: int, day: date) -> bool:
    there = [one for one in holding.of[person] if holding.there(one, day)]
    return (
        _is_in_time(asked, day + ONE_DAY)
        and not holding.is_in_post(person, day + ONE_DAY)
        and _all(one.days.last == day for one in there)
        and any(_has_a_reason(asked, one) for one in there)
    )


def _all(answers: Iterable[bool]) -> bool:
    """Return whether there are answers, and every one is yes."""
    found = list(answers)
    return bool(found) and all(found)


def _has_a_reason(asked: Question, one: Held) -> bool:
    if asked.direction == "moved" and one.reason not in MOVES:
        return False
    return not asked.end_reasons or one.reason in asked.end_reasons
