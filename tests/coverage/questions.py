"""What the oracle and the engine are both asked: random indicators, areas, days, maps, moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from elearn import coverage
from elearn.areas import Level
from elearn.catalogue import ContentTag
from elearn.coverage.rules import CountingWindow, Direction, Exclusion, Measure
from elearn.learning import CompletionForm
from elearn.people import EndReason
from tests.coverage import oracle
from tests.coverage.oracle.rows import Days, Version, World
from tests.coverage.worlds.chance import REFORM, TODAY, Chance

SINCE = date(2019, 1, 1)
_ANY = frozenset({ContentTag.UNION_DUTY, ContentTag.SOCIAL_WORK})
_CONTENTS = (
    coverage.Content(frozenset({ContentTag.UNION_DUTY})),
    coverage.Content(_ANY),
    coverage.Content(_ANY, needs_all=True),
    coverage.Content(frozenset()),
)
_WHOM: tuple[tuple[str, Level | None], ...] = (
    *(("branch_head", Level.BRANCH), ("branch_head", None), ("commune_official", Level.COMMUNE)),
    *(("union_officer", Level.DISTRICT), ("union_officer", Level.PROVINCE)),
    *(("union_officer_fulltime", None), ("commune_union_chair_successor", Level.COMMUNE)),
)
_SOME_FORMS = frozenset({CompletionForm.ONLINE, CompletionForm.IN_PERSON})
_SOME_REASONS = frozenset({EndReason.RETIRED, EndReason.TRANSFERRED, EndReason.OTHER})


def indicators(chance: Chance, count: int) -> tuple[coverage.Indicator, ...]:
    """Return indicators of every measure in turn, otherwise as it comes."""
    kinds: list[tuple[Measure, Direction | None]] = [
        *((measure, None) for measure in Measure if measure is not Measure.TURNOVER),
        *((Measure.TURNOVER, direction) for direction in Direction),
    ]
    chance.random.shuffle(kinds)
    return tuple(_indicator(chance, number, *kinds[number % len(kinds)]) for number in range(count))


def _indicator(
    chance: Chance, number: int, measure: Measure, direction: Direction | None
) -> coverage.Indicator:
    group, level = chance.random.choice(_WHOM)
    is_planned = group == "commune_union_chair_successor"
    organisers = (None, None, Level.CENTRAL, Level.PROVINCE, Level.COMMUNE)
    return coverage.Indicator(
        group,
        group,
        level,
        measure,
        chance.random.choice(_CONTENTS),
        planned_for="commune_union_chair" if is_planned else None,
        forms=_SOME_FORMS if chance.happens(0.3) else frozenset(),
        window=chance.random.choice([*CountingWindow]),
        first_day=chance.random.choice((SINCE, date(2021, 1, 1))),
        min_contents=chance.random.choice((1, 1, 2)),
        new_within_days=chance.random.choice((180, 180, 30)),
        organiser=chance.random.choice(organisers),
        min_class_size=chance.random.choice((0, 0, 10)),
        direction=direction,
        end_reasons=_SOME_REASONS if direction and chance.happens(0.4) else frozenset(),
        exclusion=_left_out(chance),
        variant=f"v{number}",
    )


def _left_out(chance: Chance) -> Exclusion | None:
    whole = Exclusion(date.min, date.max)
    return chance.random.choice((None, whole, Exclusion(date(2020, 1, 1), date(2025, 12, 31))))


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that is asked for of both."""

    indicator: coverage.Indicator
    area: int
    day: date
    #: A day of the map it is restated to; none: as it was.
    map_day: date | None
    #: What was known when; none: now.
    known_at: datetime | None

    @property
    def question(self) -> oracle.Question:
        """Return the question in the words of the oracle."""
        one = self.indicator
        left_out = Days(one.exclusion.first, one.exclusion.last) if one.exclusion else None
        return oracle.Question(
            one.measure.value,
            one.group,
            one.level.value if one.level else None,
            frozenset(tag.value for tag in one.content.tags),
            one.content.needs_all,
            self.area,
            self.day,
            self.map_day,
            planned_for=one.planned_for,
            forms=frozenset(form.value for form in one.forms),
            since=None if one.window is CountingWindow.EVER else one.first_day,
            is_of_the_year=one.window is CountingWindow.YEAR,
            min_contents=one.min_contents,
            new_within_days=one.new_within_days,
            organiser=one.organiser.value if one.organiser else None,
            min_class_size=one.min_class_size,
            end_reasons=frozenset(reason.value for reason in one.end_reasons),
            direction=one.direction.value if one.direction else None,
            left_out=left_out,
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """What questions are made of: a world, what may be asked of it, and moments of knowing."""

    world: World
    indicators: Sequence[coverage.Indicator]
    moments: Sequence[datetime | None]

    def ask(self, chance: Chance) -> Asked:
        """Return a question, of a narrow area or a wide one."""
        map_days = (None, None, TODAY, REFORM, date(2024, 1, 1), chance.day())
        day = chance.day(SINCE)
        map_day = chance.random.choice(map_days)
        known_at = chance.random.choice(self.moments)
        area = self._somewhere(chance, map_day or day)
        return Asked(chance.random.choice(self.indicators), area, day, map_day, known_at)

    def _somewhere(self, chance: Chance, day: date) -> int:
        """Return an area in which some unit stood on the day, nearer or farther."""
        versions = [one for one in self.world.versions if one.days.hold(day)]
        by_area: dict[int, Version] = {one.area: one for one in versions}
        stays = [one for one in self.world.stays if one.area in by_area]
        return chance.random.choice(by_area[chance.random.choice(stays).area].path)
