"""What a fetched lecture has shown, and whether it is what was claimed."""

from dataclasses import dataclass, field

MOST_RATIO = 1.1
PLAYED_SECONDS = 10  # At each of three places.
LEAST_PLAYED = 27


@dataclass(slots=True)
class Shown:
    """What the evening has shown; the faults are what does not hold."""

    film_s: int = 0
    film_bytes: int = 0
    line_bytes: int = 0
    ratio: float = 0
    seconds: float = 0
    cuts: int = 0
    identical: bool = False
    played_s: int = 0
    missing: int = 0
    unplayed: int = 0
    faults: list[str] = field(default_factory=list)


def judge(shown: Shown, cuts: int) -> None:
    """Write down what does not hold."""
    if not shown.identical:
        shown.faults.append("the copy is not the film")
    if shown.ratio > MOST_RATIO:
        shown.faults.append(f"{shown.ratio} times the film came over the line")
    if shown.cuts < cuts:
        shown.faults.append(f"only {shown.cuts} cuts")
    if shown.played_s < LEAST_PLAYED:
        shown.faults.append(f"only {shown.played_s} s were played")
    if shown.missing or shown.unplayed:
        shown.faults.append(f"{shown.missing} s missing, {shown.unplayed} s never played")
