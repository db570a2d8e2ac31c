"""A device that watches, and what it reports."""

from dataclasses import dataclass
from typing import Any

LENGTH = 600
FAR = {"from": 1_800_000_000_000, "to": 1_800_000_015_000}


@dataclass
class Device:
    """A device somebody is signed in on, with a lecture open for the last minute."""

    person_id: int
    cookie: str
    session: str


def report(device: Device, *ranges: list[int], **more: Any) -> dict[str, Any]:
    said = {"session": device.session, "form": "video", "ranges": ranges, "position": 15}
    return {**said, **more}
