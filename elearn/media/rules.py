"""Who may upload, see and change media; what a person may choose from. No database, no web."""

from dataclasses import dataclass

from elearn.access import Actor, Role

MAKERS = (Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.CENTRAL)

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def may_see(actor: Actor) -> bool:
    """Return whether somebody may see the media behind the lectures, and add to them.

    All makers see all media: a lecture of one school is taught in another.
    """
    return actor.has(*MAKERS)


def may_change(actor: Actor, created_by_id: int | None) -> bool:
    """Return whether somebody may renew a medium or its captions: who made it, or the centre."""
    if actor.has(Role.CENTRAL):
        return True
    return may_see(actor) and actor.person_id is not None and actor.person_id == created_by_id


@dataclass(frozen=True, slots=True)
class RenditionFacts:
    """One weight a person may choose: its name, the height of its picture, and its bytes."""

    name: str
    height: int | None
    size: int


@dataclass(frozen=True, slots=True)
class CaptionFacts:
    """One language of captions."""

    language: str

    @property
    def label(self) -> str:
        return LANGUAGE_NAMES.get(self.language, self.language)


@dataclass(frozen=True, slots=True)
class Playable:
    """The version of a medium that is played now; the heaviest of its weights comes first."""

    medium_id: int
    version_id: int
    seconds: int
    weights: tuple[RenditionFacts, ...]
    captions: tuple[CaptionFacts, ...] = ()

    @property
    def videos(self) -> tuple[RenditionFacts, ...]:
        return tuple(weight for weight in self.weights if weight.height)

    @property
    def has_video(self) -> bool:
        return bool(self.videos)

    @property
    def lightest_video_size(self) -> int:
        """Return the bytes of the lightest weight with a picture, of the lightest if none has."""
        return min(weight.size for weight in self.videos or self.weights)
