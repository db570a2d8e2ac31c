"""What one may ask: a scheme that can be counted, a day it speaks of, an area one answers for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor, Role
from elearn.coverage.queries.passing import what_stands_for
from elearn.coverage.rules import Geography, Indicator, Scheme
from elearn.errors import InvalidInput, NotFound
from elearn.text import msg

SEEING = (Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR)


def scheme_by_key(schemes: Sequence[Scheme], key: str) -> Scheme:
    """Return the scheme, the first one where none is named.

    :raise NotFound: if there is none.
    """
    found = next((one for one in schemes if key in ("", one.key)), None)
    if found is None:
        keys = ", ".join(one.key for one in schemes)
        raise NotFound(msg("Không có đề án %(key)s. Đang có: %(known)s.", key=key, known=keys))
    return found


def indicator_by_key(scheme: Scheme, key: str) -> Indicator:
    """Return one figure of a scheme.

    :raise NotFound: if there is none of this key.
    """
    found = scheme.indicator(key)
    if found is None:
        raise NotFound(msg("Đề án này không tính nhóm cán bộ đó."))
    return found


def check_day(scheme: Scheme, day: date, today: date) -> None:
    """Let a day pass that the scheme can be asked about.

    :raise InvalidInput: if it is still to come, or lies before the scheme.
    """
    if day > today:
        raise InvalidInput(
            as_of=msg(
                "Ngày này chưa tới. Chọn từ hôm nay, %(day)s, trở về trước.", day=_told(today)
            )
        )
    if day < scheme.first_day:
        raise InvalidInput(
            as_of=msg(
                "%(scheme)s bắt đầu ngày %(day)s. Chọn từ ngày đó.",
                scheme=scheme.short_title,
                day=_told(scheme.first_day),
            )
        )


def check_borders(geography: Geography, today: date) -> None:
    """Let borders pass that have been drawn.

    :raise InvalidInput: if their day is still to come.
    """
    if geography.day > today:
        raise InvalidInput(
            borders_on=msg(
                "Địa giới ngày này chưa có. Chọn từ hôm nay, %(day)s, trở về trước.",
                day=_told(today),
            )
        )


def _told(day: date) -> str:
    return f"{day:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Sight:
    """The paths one sees on a map: one's areas as they stood then, and what passed into them.

    The day is one of the map's: on a restated map that of its borders, not that of the figures.
    """

    paths: tuple[str, ...]
    day: date

    def covers(self, area: areas.AreaVersion) -> bool:
        """Return whether the area lies in what one sees."""
        return any(area.path.startswith(path) for path in self.paths)


def sight_of(db: Session, actor: Actor, day: date) -> Sight:
    """Return what an actor sees by the borders of a day; two queries, or none for the country.

    Whoever answers for Hưng Yên today sees Thái Bình of 2024, and what it was restated to today;
    whoever was given Thái Bình sees it on the days on which it stood.
    """
    scopes = actor.scopes(*SEEING)
    if any(scope.count("/") <= 2 for scope in scopes):  # The country, or the shell.
        return Sight(("/",), day)
    keys = [*actor.ended(*SEEING), *map(_key, scopes)]
    stood = areas.versions_on(db, keys, day) if keys else {}
    own = (stood[key].path for key in keys if key in stood)
    return Sight((*own, *areas.reach_of(db, scopes)), day)


def _key(path: str) -> int:
    return int(path.strip("/").rpartition("/")[2])


def area_asked(db: Session, sight: Sight, scheme: Scheme, text: str) -> areas.AreaVersion:
    """Return the area of this code or name on the day; without one, what the actor answers for.

    :raise NotFound: if there was none that day, then with what it is instead; or if it is none of
        the actor's, or not in the province to which the scheme is confined.
    """
    ground = _ground(db, scheme, sight.day)
    area = (
        _meant(db, text, sight.day)
        if text
        else _own_area(db, sight, ground or areas.version_on(db, areas.root(db).id, sight.day))
    )
    if not sight.covers(area):
        raise NotFound(msg("Không có địa bàn này trong phạm vi anh/chị được xem."))
    if ground and not area.path.startswith(ground.path):
        raise NotFound(
            msg(
                "“%(title)s” chỉ tính trong %(place)s.",
                title=scheme.short_title,
                place=areas.in_a_sentence(ground.full_name),
            )
        )
    return area


def _meant(db: Session, text: str, day: date) -> areas.AreaVersion:
    try:
        return areas.area_meant(db, text, day=day)
    except NotFound:
        instead = what_stands_for(db, text, day)
        if instead is None:
            raise
        raise NotFound(instead) from None


def _ground(db: Session, scheme: Scheme, day: date) -> areas.AreaVersion | None:
    ground = scheme.ground_on(day)
    if ground is None:
        return None
    return areas.area_by_code(db, ground.code, level=areas.Level.PROVINCE, day=day)


def _own_area(db: Session, sight: Sight, ground: areas.AreaVersion) -> areas.AreaVersion:
    """Return the ground itself if one sees it, else the first of one's areas in it that stood.

    On an old map these are the areas that passed into one's own.

    :raise NotFound: if none did.
    """
    if sight.covers(ground):
        return ground
    within = [_key(path) for path in sight.paths if path.startswith(ground.path)]
    standing = areas.versions_on(db, within, sight.day)
    for key in within:
        if key in standing:
            return standing[key]
    raise NotFound(msg("Địa bàn của anh/chị không có vào ngày này, hoặc ngoài đề án này."))
