"""Who held a post of a group on a day, and in which areas that was."""

from collections import defaultdict
from datetime import date, timedelta

from tests.coverage.oracle.asking import Question
from tests.coverage.oracle.ground import Ground, Standing
from tests.coverage.oracle.knowing import Known
from tests.coverage.oracle.rows import Belonging, Exclusion, Held

ONE_DAY = timedelta(days=1)


class Holding:
    """The holdings that a question asks about, by human being."""

    def __init__(self, seen: Known, ground: Ground, asked: Question) -> None:
        self.asked, self.ground, self.world = asked, ground, seen.world
        self.exclusions: dict[int, list[Exclusion]] = defaultdict(list)
        for exclusion in seen.world.exclusions:
            self.exclusions[exclusion.unit].append(exclusion)
        self.groups: dict[str, list[Belonging]] = defaultdict(list)
        for belonging in seen.world.belongings:
            if belonging.group == asked.group:
                self.groups[belonging.post].append(belonging)
        self.of: dict[int, list[Held]] = defaultdict(list)
        for one in seen.world.planned if asked.planned_for else seen.world.held:
            if self._is_asked_for(one):
                self.of[seen.whole[one.person]].append(one)

    def _is_asked_for(self, one: Held) -> bool:
        """Return whether the post may count at all, on whatever day."""
        if self.asked.planned_for:
            return one.post == self.asked.planned_for
        is_of_level = self.asked.level in (None, self.world.post_levels[one.post])
        return is_of_level and one.post in self.groups

    def holds(self, one: Held, day: date) -> bool:
        """Return whether it makes its holder one of the group on the day."""
        return one.days.hold(day) and self._belongs(one, day) and not self._is_left_out(one, day)

    def _belongs(self, one: Held, day: date) -> bool:
        if self.asked.planned_for:
            return True
        return any(belonging.days.hold(day) for belonging in self.groups[one.post])

    def _is_left_out(self, one: Held, day: date) -> bool:
        if self.asked.left_out is None or not self.asked.left_out.hold(day):
            return False
        return any(exclusion.days.hold(day) for exclusion in self.exclusions[one.unit])

    def there(self, one: Held, day: date) -> list[Standing]:
        """Return how its unit stood in the area asked for, if it counts on the day."""
        if not self.holds(one, day):
            return []
        return [spot for spot in self.ground.unit(one.unit, day) if self.asked.area in spot.path]

    def is_in_post(self, person: int, day: date) -> bool:
        """Return whether she held the group in the area on the day."""
        return any(self.there(one, day) for one in self.of[person])

    def is_estimated(self, person: int, day: date) -> bool:
        """Return whether all that has her in post there on the day is an estimate."""
        level = self.world.area_levels[self.asked.area]
        spots = [spot for one in self.of[person] for spot in self.there(one, day)]
        return all(level in spot.unsure for spot in spots)

    def is_new(self, person: int, day: date) -> bool:
        """Return whether, on some day not long ago, she did not hold the group anywhere."""
        for _ in range(self.asked.new_within_days):
            day -= ONE_DAY
            if not any(self.holds(one, day) for one in self.of[person]):
                return True
        return False
