"""What a person may choose from."""

from dataclasses import dataclass

from elearn.media.rules.languages import LANGUAGE_NAMES
from elearn.media.rules.replacing import Earlier
from elearn.media.rules.slides import SlidesWeight
from elearn.media.rules.weights import RenditionKind

LEGIBLE_HEIGHT = 240  # Lines of a picture in which the words of a slide can still be read.


@dataclass(frozen=True, slots=True)
class RenditionFacts:
    """One weight a person may choose: its name, the height of its picture, and its bytes."""

    name: str
    height: int | None
    size: int
    kind: RenditionKind


@dataclass(frozen=True, slots=True)
class CaptionFacts:
    """One language of captions; `is_unchecked`: heard by a machine, and read by nobody since."""

    language: str
    is_unchecked: bool = False

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
    #: The versions that were played before, the oldest first.
    earlier: tuple[Earlier, ...] = ()
    slides: SlidesWeight | None = None

    @property
    def videos(self) -> tuple[RenditionFacts, ...]:
        return tuple(weight for weight in self.weights if weight.kind is RenditionKind.VIDEO)

    @property
    def sounds(self) -> tuple[RenditionFacts, ...]:
        return tuple(weight for weight in self.weights if weight.kind is not RenditionKind.VIDEO)

    @property
    def has_video(self) -> bool:
        return bool(self.videos)

    @property
    def first_choice(self) -> RenditionFacts:
        """Return what is played unless another is chosen: the lightest picture that can be read.

        Below 240 lines slides cannot; where nothing reaches them, the tallest is the best there is.
        """
        legible = [one for one in self.videos if (one.height or 0) >= LEGIBLE_HEIGHT]
        return (legible[-1:] or list(self.videos) or list(self.weights))[0]

    @property
    def lightest_video_size(self) -> int:
        """Return the bytes of the lightest weight with a picture, of the lightest if none has."""
        return min(weight.size for weight in self.videos or self.weights)
