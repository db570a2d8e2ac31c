"""What will be made of a film, part by part; no ffmpeg."""

from dataclasses import replace
from fractions import Fraction

import pytest

from elearn.media.ffmpeg import Measure, Picture, Probe
from elearn.media.ffmpeg.plan import planned


@pytest.fixture
def probe():
    picture = Picture(0, "h264", 1280, 720, False, False, True)
    return Probe(picture, None, None)


def plan_of(probe: Probe, milliseconds: int, **options):
    measure = Measure(picture_ms=milliseconds, sound_ms=milliseconds - 40, rate=Fraction(25, 2))
    return planned(probe, measure, **options)


@pytest.mark.parametrize(
    ("milliseconds", "parts"),
    [(1000, 1), (300_000, 1), (300_040, 1), (301_040, 2), (2_700_000, 9), (2_700_021, 9)],
)
def test_a_film_is_made_in_parts_of_five_minutes(probe, milliseconds, parts):
    assert plan_of(probe, milliseconds).parts == parts


def test_a_part_begins_with_a_whole_picture(probe):
    assert plan_of(probe, 900_000).first_picture(2) == 7500


def test_a_part_that_would_cut_a_segment_is_refused(probe):
    with pytest.raises(ValueError, match="6"):
        plan_of(probe, 9000, part_seconds=6)


def test_the_recipe_tells_the_program_and_the_sizes_but_not_the_length(probe):
    plan = plan_of(probe, 9000)

    same = plan.lasting(8000).recipe("ffmpeg 5")
    assert plan.recipe("ffmpeg 5") == same
    assert plan.recipe("ffmpeg 6") != same
    assert replace(plan, rate=Fraction(10)).recipe("ffmpeg 5") != same
    assert replace(plan, rungs=plan.rungs[1:]).recipe("ffmpeg 5") != same
