"""What an evening over a weak line has shown, and whether it is what was claimed."""

from dataclasses import dataclass, field

MOST_REPORT, MOST_LECTURE, MOST_LIGHT, MOST_COLD, MOST_AHEAD = 1400, 65_000, 3.0, 6.0, 120.0


@dataclass(slots=True)
class Shown:
    """What the evening has shown; the faults are what does not hold."""

    starts: dict[str, float] = field(default_factory=dict)
    stalls: dict[str, int] = field(default_factory=dict)
    ahead_s: dict[str, float] = field(default_factory=dict)
    page_bytes: int = 0
    report_bytes_most: int = 0
    report_bytes_mean: float = 0
    opening_bytes: int = 0
    lecture_bytes: int = 0
    cuts: int = 0
    missing: int = 0
    unplayed: int = 0
    faults: list[str] = field(default_factory=list)


def compare(played: list[list[float]], held: list[tuple[int, int]], shown: Shown) -> None:
    """Count seconds that were played from end to end and are not held, and the other way round."""
    whole = {k for start, end in played for k in range(int(start + 0.9), int(end))}
    some = {k for start, end in played for k in range(int(start), int(end) + 1)}
    kept = {k for start, end in held for k in range(start, end)}
    shown.missing, shown.unplayed = len(whole - kept), len(kept - some)
    print(f"played {played}, held {held}", flush=True)


def judge(shown: Shown) -> None:
    """Write down what does not hold."""
    for name, took in shown.starts.items():
        if took > (MOST_LIGHT if name.startswith("audio") else MOST_COLD):
            shown.faults.append(f"{name} began after {took} s")
    if shown.report_bytes_most > MOST_REPORT or shown.lecture_bytes > MOST_LECTURE:
        shown.faults.append("reports weigh too much")
    if max(shown.ahead_s.values()) > MOST_AHEAD:
        shown.faults.append("too much is fetched ahead")
    if shown.missing or shown.unplayed:
        shown.faults.append(f"{shown.missing} s missing, {shown.unplayed} s never played")
