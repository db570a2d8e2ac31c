"""What stands on a map for an area that is not on it: where it went, or what was there before."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.areas import AreaVersion, Level
from elearn.text import Message, fold, msg

_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}
_SHOWN = 12


def what_stands_for(db: Session, text: str, day: date) -> Message | None:
    """Return a sentence about an area of this code or name that has ended by the day, or not begun.

    Nothing where there never was one; at most eleven queries.
    """
    key = _by_code(db, text, day) if text.isdecimal() else _by_name(db, text, day)
    if key is None:
        return None
    versions = sorted(areas.versions_of(db, key), key=lambda one: one.valid_from)
    first, last = versions[0], versions[-1]
    if first.valid_from > day:
        return _not_begun(db, first)
    if last.valid_to and last.valid_to < day:
        return _ended(db, last, day)
    return None


def _by_code(db: Session, code: str, day: date) -> int | None:
    """Return the area that bore the code last before the day, else the first that did after it."""
    version, area = AreaVersion, areas.Area
    borne = (
        select(version.area_id)
        .join(area, area.id == version.area_id)
        .where(version.code == code, version.is_current(), area.level == _LEVELS.get(len(code)))
    )
    before = borne.where(version.valid_to < day).order_by(version.valid_to.desc())
    after = borne.where(version.valid_from > day).order_by(version.valid_from)
    return db.scalar(before.limit(1)) or db.scalar(after.limit(1))


def _by_name(db: Session, text: str, day: date) -> int | None:
    wanted = f" {fold(text.partition(',')[0].strip())}"
    found = areas.find(db, text, day=max(day, clock.today()))
    return next((one.area_id for one in found if f" {fold(one.full_name)}".endswith(wanted)), None)


def _ended(db: Session, last: AreaVersion, day: date) -> Message:
    heirs = areas.present_of(db, [last.area_id], day).get(last.area_id, ())
    stand = areas.versions_on(db, [one.area_id for one in heirs], day)
    told = {"area": last.full_name, "last": f"{last.valid_to:%d/%m/%Y}"}
    if not heirs:
        return msg("%(area)s có đến ngày %(last)s, nay không còn.", **told)
    names = _names(stand[one.area_id].full_name for one in heirs)
    return msg(
        "%(area)s có đến ngày %(last)s; theo địa giới đang chọn là: %(names)s. Muốn xem nơi cũ, "
        "chọn “theo địa giới ngày khác”, ngày %(last)s.",
        names=names,
        **told,
    )


def _not_begun(db: Session, first: AreaVersion) -> Message:
    found = areas.predecessors_of(db, [first.area_id]).get(first.area_id, [])
    told = {"area": first.full_name, "first": f"{first.valid_from:%d/%m/%Y}"}
    if not found:
        return msg("%(area)s mới có từ ngày %(first)s.", **told)
    names = _names(one.full_name for one in found)
    return msg(
        "%(area)s mới có từ ngày %(first)s; trước đó là: %(names)s. Muốn xem theo nơi mới, chọn "
        "“quy đổi theo địa giới hiện nay”.",
        names=names,
        **told,
    )


def _names(names: Iterable[str]) -> Message:
    told = [areas.in_a_sentence(name) for name in names]
    shown = ", ".join(told[:_SHOWN])
    if len(told) <= _SHOWN:
        return Message(shown)
    return msg("%(names)s và %(count)s nơi khác", names=shown, count=len(told) - _SHOWN)
