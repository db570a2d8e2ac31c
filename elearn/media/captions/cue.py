"""A cue: what stands below the picture from one moment to another."""

from dataclasses import dataclass

LINE = 42  # Letters that fit across a phone held upright.
LINES = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """A line or two, shown from one moment to another."""

    start_ms: int
    end_ms: int
    text: str
