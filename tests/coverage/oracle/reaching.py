"""What a person has done by a day: completed it, certified, or on the way there."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from tests.coverage.oracle.asking import Question
from tests.coverage.oracle.knowing import Known
from tests.coverage.oracle.rows import Done, Lesson, Paper, Turn

Row = TypeVar("Row", Done, Turn, Paper)
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


class Reaching:
    """What counts for a question, by human being."""

    def __init__(self, seen: Known, asked: Question) -> None:
        self.asked, self.world = asked, seen.world
        self.lessons = {one.id: one for one in seen.world.lessons}
        self.taken = {turn.done: self.lessons[turn.lesson] for turn in seen.world.turns}
        self.done = _by_whole(seen, [one for one in seen.world.done if self._counts(one)])
        self.turns = _by_whole(seen, [one for one in seen.world.turns if self._leads_there(one)])
        self.papers = _by_whole(seen, [one for one in seen.world.papers if self._certifies(one)])

    def is_about_it(self, version: int) -> bool:
        """Return whether a version of a programme has the content asked for."""
        has, wanted = self.world.tags[version], self.asked.tags
        if not wanted:
            return True
        return wanted <= has if self.asked.needs_all else bool(wanted & has)

    def _counts(self, one: Done) -> bool:
        has_form = not self.asked.forms or one.form in self.asked.forms
        is_in_time = self.asked.since is None or one.on >= self.asked.since
        return has_form and is_in_time and self.is_about_it(one.version)

    def _leads_there(self, turn: Turn) -> bool:
        lesson = self.lessons[turn.lesson]
        return lesson.state != "cancelled" and self.is_about_it(lesson.version)

    def _certifies(self, paper: Paper) -> bool:
        is_about_it = self.is_about_it(self.lessons[paper.lesson].version)
        return paper.kind == "certificate" and is_about_it

    def has_reached(self, person: int, day: date) -> bool:
        """Return whether she has reached on the day what the measure asks for."""
        if self.asked.measure == "person_certified":
            return any(_is_valid(paper, day) for paper in self.papers[person])
        if self.asked.measure == "person_trained_annual":
            programmes = {
                self.world.programmes[one.version] for one in self._this_year(person, day)
            }
            return len(programmes) >= self.asked.min_contents
        if self.asked.is_of_the_year:
            return bool(self._this_year(person, day))
        return any(one.on <= day for one in self.done[person])

    def _this_year(self, person: int, day: date) -> list[Done]:
        return [one for one in self.done[person] if one.on.year == day.year and one.on <= day]

    def is_under_way(self, person: int, day: date) -> bool:
        """Return whether she takes part, on the day, in a class that leads there."""
        return any(self._lasts(turn, day) for turn in self.turns[person])

    def _lasts(self, turn: Turn, day: date) -> bool:
        lesson = self.lessons[turn.lesson]
        ends = [turn.completed] if turn.completed else []
        ends += [_day(turn.left)] if turn.left else []
        ends += [_day(lesson.state_at)] if lesson.state == "closed" else []
        return _day(turn.joined) <= day and all(day < end for end in ends)

    def turns_of(self, person: int) -> list[date]:
        """Return the days on which she completed something, held by whom the question asks for."""
        return [one.on for one in self.done[person] if self._is_organised(one)]

    def _is_organised(self, one: Done) -> bool:
        if self.asked.organiser is None:
            return True
        lesson = self.taken.get(one.id)
        return lesson is not None and self._is_held_at_the_level(lesson)

    def _is_held_at_the_level(self, lesson: Lesson) -> bool:
        return self.asked.organiser in (None, self.world.area_levels[lesson.area])

    def is_such_a_class(self, lesson: Lesson) -> bool:
        """Return whether a class is held, and as the question asks for."""
        is_held = lesson.state != "cancelled" and self._is_held_at_the_level(lesson)
        has_form = not self.asked.forms or self.world.modes[lesson.version] in self.asked.forms
        return is_held and has_form and self.is_about_it(lesson.version)


def _by_whole(seen: Known, rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for one in rows:
        found[seen.whole[one.person]].append(one)
    return found


def _is_valid(paper: Paper, day: date) -> bool:
    return paper.on <= day and all(day < since for since, _ in paper.ends)


def _day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()
