"""What is fetched to a phone: one way to watch, in the form in which that phone can play it."""

from dataclasses import dataclass

_SLIDES, _SOUND, _OPUS = "slides", "audio", "opus"


@dataclass(frozen=True, slots=True)
class Carried:
    """A weight as a lease keeps it: as it is chosen by, and whether its sound is the lighter."""

    weight: str  # "240p", "slides", "audio".
    is_opus: bool = False

    @classmethod
    def kept(cls, name: str) -> "Carried":
        weight, _, sound = name.partition("+")
        return cls(weight, is_opus=bool(sound))

    @property
    def name(self) -> str:
        """Return what stands in the row of the lease."""
        return f"{self.weight}+{_OPUS}" if self.is_opus else self.weight

    @property
    def rendition(self) -> str:
        """Return which file is played."""
        if self.is_opus:
            return _OPUS
        return _SOUND if self.has_slides else self.weight

    @property
    def has_slides(self) -> bool:
        return self.weight == _SLIDES
