"""The life of an area as one reads it: what happened on which day, and on which paper."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from elearn.areas.rules.words import KINDS_OF, Kind, Level
from elearn.text import msg


class Happening(StrEnum):
    """What happened to an area on a day."""

    LISTED = "listed"
    FOUNDED = "founded"
    FORMED = "formed"
    TOOK_IN = "took_in"
    RENAMED = "renamed"
    RETYPED = "retyped"
    RECODED = "recoded"
    MOVED = "moved"
    PASSED_WHOLE = "passed_whole"
    SPLIT = "split"
    LEVEL_ABOLISHED = "level_abolished"
    ENDED = "ended"
    GAVE = "gave"


HAPPENING_NAMES = {
    Happening.LISTED: msg("Đã có trong danh mục"),
    Happening.FOUNDED: msg("Thành lập"),
    Happening.FORMED: msg("Hình thành từ các đơn vị cũ"),
    Happening.TOOK_IN: msg("Nhận thêm"),
    Happening.RENAMED: msg("Đổi tên"),
    Happening.RETYPED: msg("Đổi loại"),
    Happening.RECODED: msg("Đổi mã"),
    Happening.MOVED: msg("Chuyển đơn vị cấp trên"),
    Happening.PASSED_WHOLE: msg("Nhập nguyên trạng, kết thúc"),
    Happening.SPLIT: msg("Chia ra, kết thúc"),
    Happening.LEVEL_ABOLISHED: msg("Cấp này bãi bỏ, kết thúc"),
    Happening.ENDED: msg("Kết thúc"),
    Happening.GAVE: msg("Giao một phần"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """An area as it was from one day to another: what of it may change."""

    code: str
    kind: Kind
    name: str
    full_name: str
    place: str
    parent_id: int | None
    valid_from: date
    valid_to: date | None
    resolution_id: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """A step of lineage from or to another area."""

    area_id: int
    address: str
    happened_on: date
    is_whole: bool
    is_default: bool
    resolution_id: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: a day, what happened, from what to what, with whom."""

    day: date
    happening: Happening
    before: str = ""
    after: str = ""
    links: tuple[Link, ...] = ()
    resolution_id: int | None = None


def history(
    shapes: Sequence[Shape], came: Sequence[Link], went: Sequence[Link]
) -> tuple[Event, ...]:
    """Return what happened to an area, the latest first."""
    events = [_beginning(shapes[0], came)]
    for before, after in itertools.pairwise(shapes):
        events.extend(_changes(before, after))
    events.extend(_by_day(Happening.TOOK_IN, came, shapes[0].valid_from))
    events.extend(_endings(shapes[-1], went))
    return tuple(sorted(events, key=lambda event: event.day, reverse=True))


def _beginning(first: Shape, came: Sequence[Link]) -> Event:
    formed = [link for link in came if link.happened_on == first.valid_from]
    happening = Happening.FOUNDED
    if first.valid_from == date.min:
        happening = Happening.LISTED
    elif formed:
        happening = Happening.FORMED
    return Event(
        first.valid_from,
        happening,
        after=first.full_name,
        links=tuple(formed),
        resolution_id=first.resolution_id,
    )


def _changes(before: Shape, after: Shape) -> list[Event]:
    """Return what changed from one version to the next; the code alone says so last."""
    pairs = {
        Happening.RENAMED: (before.name, after.name, before.full_name, after.full_name),
        Happening.RETYPED: (before.kind, after.kind, before.full_name, after.full_name),
        Happening.MOVED: (before.parent_id, after.parent_id, before.place, after.place),
        Happening.RECODED: (before.code, after.code, before.code, after.code),
    }
    return [
        Event(after.valid_from, happening, told_before, told_after, (), after.resolution_id)
        for happening, (old, new, told_before, told_after) in pairs.items()
        if old != new
    ]


def _endings(last: Shape, went: Sequence[Link]) -> list[Event]:
    ended = last.valid_to + timedelta(days=1) if last.valid_to else None
    events = _by_day(Happening.GAVE, went, ended)
    if ended:
        heirs = [link for link in went if link.happened_on == ended]
        of_district = last.kind in KINDS_OF[Level.DISTRICT]
        happening = Happening.LEVEL_ABOLISHED if of_district else Happening.ENDED
        if heirs:
            whole = len(heirs) == 1 and heirs[0].is_whole
            happening = Happening.PASSED_WHOLE if whole else Happening.SPLIT
        paper = heirs[0].resolution_id if heirs else None
        events.append(
            Event(ended, happening, before=last.full_name, links=tuple(heirs), resolution_id=paper)
        )
    return events


def _by_day(happening: Happening, links: Sequence[Link], but: date | None) -> list[Event]:
    """Return one event for each day on which areas passed, but for one day."""
    days = sorted({link.happened_on for link in links} - {but})
    groups = [tuple(link for link in links if link.happened_on == day) for day in days]
    return [
        Event(group[0].happened_on, happening, links=group, resolution_id=group[0].resolution_id)
        for group in groups
    ]
