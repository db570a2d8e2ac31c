"""Who may do what with media, and what is chosen from; remarks on odd films. No database."""

from datetime import date
from fractions import Fraction

import pytest

from elearn.access import Actor, Grant, Role
from elearn.media import reasons, remarks, rules
from elearn.media.ffmpeg import Measure, Picture, Probe, Sound
from elearn.media.rules import Playable, RenditionFacts, RenditionKind
from elearn.text import msg


def acting(person_id, *roles):
    return Actor(person_id, tuple(Grant(role, "/1/", date(2025, 7, 1)) for role in roles))


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.CENTRAL])
def test_makers_see_all_media(role):
    assert rules.may_see(acting(1, role))


@pytest.mark.parametrize(
    "actor", [Actor(None), acting(1), acting(1, Role.LEARNER), acting(1, Role.INSPECTOR)]
)
def test_learners_and_strangers_see_none(actor):
    assert not rules.may_see(actor)
    assert not rules.may_change(actor, created_by_id=1)


def test_a_maker_changes_what_she_made_and_nothing_else():
    maker = acting(1, Role.INSTRUCTOR)

    assert rules.may_change(maker, created_by_id=1)
    assert not rules.may_change(maker, created_by_id=2)
    assert not rules.may_change(maker, created_by_id=None)


def test_who_lost_her_role_changes_not_even_her_own():
    assert not rules.may_change(acting(1, Role.LEARNER), created_by_id=1)


def test_the_centre_changes_everything():
    assert rules.may_change(acting(3, Role.CENTRAL), created_by_id=None)


def test_the_lightest_video_is_not_the_sound_alone():
    film = RenditionFacts("240p", 240, 20, RenditionKind.VIDEO)
    weights = (film, RenditionFacts("audio", None, 5, RenditionKind.SOUND_AAC))

    assert Playable(1, 1, 60, weights).lightest_video_size == 20
    assert Playable(1, 1, 60, weights[1:]).lightest_video_size == 5
    assert not Playable(1, 1, 60, weights[1:]).has_video


@pytest.mark.parametrize(
    ("heights", "first"), [((480, 240, 144), 240), ((144,), 144), ((1080, 360), 360)]
)
def test_the_first_choice_is_the_lightest_picture_that_can_be_read(heights, first):
    films = [RenditionFacts(f"{one}p", one, one, RenditionKind.VIDEO) for one in heights]
    sound = RenditionFacts("audio", None, 5, RenditionKind.SOUND_AAC)

    assert Playable(1, 1, 60, (*films, sound)).first_choice.height == first
    assert Playable(1, 1, 60, (sound,)).first_choice is sound


def test_a_message_kept_as_data_says_the_same():
    message = msg("%(what)s là %(found)s.", what=msg("Số kênh"), found=17)

    assert reasons.said(reasons.kept(message)) == message


PICTURE = Picture(0, "h264", 640, 480, False, False, True)
SOUND = Sound(1, "aac")


@pytest.mark.parametrize(
    ("sound", "claimed", "picture_ms", "sound_ms", "words"),
    [
        (SOUND, 600_000, 600_000, 599_000, None),
        (SOUND, 1_200_000, 760_000, 760_000, "ghi dài 20:00 nhưng chỉ đọc được 12:40"),
        (SOUND, 5_000, 3_600_000, 3_600_000, None),
        (None, 600_000, 600_000, 0, "không có tiếng"),
        (SOUND, 600_000, 300_000, 600_000, "Hình dừng ở 5:00"),
        (SOUND, 600_000, 600_000, 300_000, "Tiếng dừng ở 5:00"),
    ],
)
def test_what_is_odd_about_a_film_is_said(sound, claimed, picture_ms, sound_ms, words):
    probe = Probe(PICTURE, sound, claimed)
    remark = remarks.remark(probe, Measure(picture_ms, sound_ms, Fraction(25)))

    assert (words or "") in str(remark or "")
    assert (remark is None) == (words is None)
