"""Which slides a film shows, and when: a build is one slide, one that comes back is known again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elearn.media.slides.frames import MS, RATE, Frames
from elearn.media.slides.looks import Eye
from elearn.media.slides.standing import Stand, eye_of, stands

_LONGEST_BUILD = 120 * RATE  # Whoever writes on a board for longer gets a picture of it meanwhile.
_SHORTEST = 5  # Pictures: nobody reads what passes in two seconds.
_MOST_A_MINUTE = 4
_ALWAYS = 10
_ANOTHER_SCENE = 0.3  # Of a picture that moves; who speaks before a wall changes less of it.


@dataclass(frozen=True, slots=True)
class Cut:
    """A slide: from when it is shown, where its picture is best taken, whose it is again."""

    at_ms: int
    #: Where in the film it stands with all that was added to it.
    whole_ms: int
    #: The number (from 0) of the slide that it shows once more; its own if it is new.
    shows: int


def cuts(frames: Frames) -> tuple[Cut, ...]:
    """Return the slides of a film, the first of them from its beginning."""
    if not len(frames):
        return ()
    eye = eye_of(frames)
    found = _built(list(stands(frames, eye)), eye)
    found = _fewer(_without_passing(found), len(frames))
    found = _joined(found, eye)
    return tuple(
        Cut(0 if not number else one.first * MS, _best(one) * MS, _first_like(found, number, eye))
        for number, one in enumerate(found)
    )


def _built(found: Sequence[Stand], eye: Eye) -> list[Stand]:
    """Return the stands with each build as one: from its first state on, as its last one looks."""
    made: list[Stand] = []
    for one in found:
        if made and _grows_into(made[-1], one, eye):
            made[-1] = replace(one, first=made[-1].first)
        else:
            made.append(one)
    return made


def _grows_into(before: Stand, after: Stand, eye: Eye) -> bool:
    if before.moves or after.moves:
        return False
    mask = before.mask | after.mask
    if eye.is_blank(before.look, mask) or eye.is_same(before.look, after.look, mask):
        return True
    is_short = after.first - before.first <= _LONGEST_BUILD
    return is_short and eye.is_added_to(before.look, after.look, mask)


def _without_passing(found: Sequence[Stand]) -> list[Stand]:
    """Return the stands without those that are gone before they can be read."""
    return [one for one in found if one.last - one.first >= _SHORTEST] or list(found[:1])


def _fewer(found: list[Stand], length: int) -> list[Stand]:
    """Return no more stands than a line can carry, without the shortest ones if there are more."""
    most = _ALWAYS + _MOST_A_MINUTE * length // (60 * RATE)
    by_length = sorted(range(1, len(found)), key=lambda one: found[one].first - found[one].last)
    kept = {0, *by_length[: most - 1]}
    return [one for number, one in enumerate(found) if number in kept]


def _joined(found: Sequence[Stand], eye: Eye) -> list[Stand]:
    """Return the stands with two as one that show the same, now that none is between them."""
    made: list[Stand] = []
    for one in found:
        if made and _goes_on(made[-1], one, eye):
            made[-1] = replace(one, first=made[-1].first)
        else:
            made.append(one)
    return made


def _goes_on(one: Stand, other: Stand, eye: Eye) -> bool:
    """Return whether a stand shows on what the one before it did: the same slide, the same room."""
    if one.moves and other.moves:
        changed = eye.changed(one.look, other.look, one.mask | other.mask)
        return float(changed.mean()) < _ANOTHER_SCENE
    return _is_same(one, other, eye)


def _is_same(one: Stand, other: Stand, eye: Eye) -> bool:
    alike = not one.moves and not other.moves
    return alike and eye.is_same(one.look, other.look, one.mask | other.mask)


def _first_like(found: Sequence[Stand], number: int, eye: Eye) -> int:
    earlier = (k for k in range(number) if _is_same(found[k], found[number], eye))
    return next(earlier, number)


def _best(one: Stand) -> int:
    """Return the picture in which a stand is whole: near its end, but not in what follows."""
    if one.moves:
        return min(one.first + RATE, one.last - 1)
    return max(one.first, one.last - 3)
