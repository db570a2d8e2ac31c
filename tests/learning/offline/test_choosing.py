"""One way of watching for the lectures of a module, not all of which have it."""

from elearn.learning.offline.rules import Way, nearest, ways_among
from elearn.learning.rules import Form

HIGH, LOW = Way("480p", Form.VIDEO, 480, 60), Way("240p", Form.VIDEO, 240, 40)
SLIDES, SOUND = Way("slides", Form.SLIDES, 0, 10), Way("audio", Form.SOUND, 0, 6)


def test_ways_are_those_of_any_film_once_each_the_heaviest_first():
    assert ways_among([[LOW, SOUND], [HIGH, SLIDES, SOUND]]) == [HIGH, LOW, SLIDES, SOUND]


def test_a_film_without_the_wanted_way_comes_in_the_next_lighter_one():
    assert nearest([HIGH, LOW, SOUND], LOW) == LOW
    assert nearest([LOW, SOUND], HIGH) == LOW
    assert nearest([HIGH, SOUND], LOW) == HIGH  # Nothing lighter shows anything.
    assert nearest([LOW, SOUND], SLIDES) == SOUND
    assert nearest([SOUND], HIGH) == SOUND
