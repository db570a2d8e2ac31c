"""The one area that somebody means who types its code or its name."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn.areas.models import AreaVersion
from elearn.areas.queries.finding import Found, find
from elearn.areas.queries.versions import area_by_code, root, version_on
from elearn.areas.rules import Level, short_name, spelling
from elearn.errors import NotFound
from elearn.text import fold, msg, nfc

COUNTRY = "VN"
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT}  # By the digits of their codes.


def area_meant(db: Session, text: str, *, day: date) -> AreaVersion:
    """Return the area that stands on the day under this code or name; VN is the country.

    After a comma may follow what it lies in: "Hưng Hà, Hưng Yên".

    :raise NotFound: if there is none, or if it might be one of several, which are told.
    """
    if text.upper() == COUNTRY:
        return version_on(db, root(db).id, day)
    if text.isdecimal():
        level = _LEVELS.get(len(text), Level.COMMUNE)
        return area_by_code(db, text, level=level, day=day)
    named = _named(text, [one for one in find(db, text, day=day) if one.is_current])
    if len(named) == 1:
        return version_on(db, named[0].area_id, day)
    raise _several(text, named) if named else _none(text)


def _named(text: str, near: Sequence[Found]) -> Sequence[Found]:
    """Return those that bear just this name, spelt so if any is, else of the same letters."""
    name = nfc(text.partition(",")[0])
    for same in (spelling, fold):
        found = [
            one
            for one in near
            if same(name) in (same(one.full_name), same(short_name(one.full_name, one.kind)))
        ]
        if found:
            return found
    return ()


def _several(text: str, named: Sequence[Found]) -> NotFound:
    places = "; ".join(", ".join(filter(None, (one.full_name, one.place))) for one in named)
    return NotFound(
        msg(
            "“%(text)s” có thể là: %(places)s. Gõ cả loại và nơi, hoặc gõ mã.",
            text=text,
            places=places,
        )
    )


def _none(text: str) -> NotFound:
    return NotFound(
        msg(
            "Không có đơn vị hành chính nào tên “%(text)s”. Gõ như “Xã Hưng Hà, Hưng Yên”"
            " hoặc gõ mã.",
            text=text,
        )
    )
