"""What one may ask: a scheme that can be counted, a day it speaks of, an area one answers for."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor, Role
from elearn.coverage.rules import Indicator, Scheme, counted
from elearn.errors import InvalidInput, NotFound
from elearn.text import msg

SEEING = (Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR)


def scheme_by_key(schemes: Sequence[Scheme], key: str) -> Scheme:
    """Return the scheme, the first one where none is named.

    :raise NotFound: if there is none, or if nothing of it can be counted yet.
    """
    known = counted(schemes)
    found = next((one for one in schemes if one.key == key), None) if key else known[0]
    if found is None:
        keys = ", ".join(one.key for one in known)
        raise NotFound(msg("Không có đề án %(key)s. Đang có: %(known)s.", key=key, known=keys))
    if not found.is_counted:
        raise NotFound(
            msg(
                "Chỉ tiêu của “%(title)s” tính bằng lượt và lớp; phần tính này chưa có.",
                title=found.short_title,
            )
        )
    return found


def indicator_by_key(scheme: Scheme, key: str) -> Indicator:
    """Return one figure of a scheme, the one it opens with where none is named.

    :raise NotFound: if there is none.
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


def _told(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def area_asked(
    db: Session, actor: Actor, scheme: Scheme, text: str, day: date
) -> areas.AreaVersion:
    """Return the area of this code or name on the day; without one, what the actor answers for.

    :raise NotFound: if there was none that day, or it is none of the actor's, or none of the
        province to which the scheme is confined.
    """
    area = areas.area_meant(db, text, day=day) if text else _own_area(db, actor, scheme, day)
    if not may_see(db, actor, area, day):
        raise NotFound(msg("Không có địa bàn này trong phạm vi anh/chị được xem."))
    ground = _ground_path(db, scheme, day)
    if not area.path.startswith(ground):
        raise NotFound(msg("%(title)s chỉ tính trong tỉnh ấy.", title=scheme.title))
    return area


def may_see(db: Session, actor: Actor, area: areas.AreaVersion, day: date) -> bool:
    """Return whether the actor answers for this area, or for what it passed into."""
    return any(area.path.startswith(path) for path in paths_seen_by(db, actor, day))


def paths_seen_by(db: Session, actor: Actor, day: date) -> tuple[str, ...]:
    """Return the paths one sees: one's areas as they stood that day, and what passed into them.

    At most two queries. Whoever answers for Hưng Yên today sees Thái Bình of 2024.
    """
    scopes = actor.scopes(*SEEING)
    if any(scope.count("/") <= 2 for scope in scopes):  # The country, or the shell.
        return ("/",)
    keys = [_key(scope) for scope in scopes]
    stood = [version.path for version in areas.versions_on(db, keys, day).values()] if keys else []
    return (*areas.reach_of(db, scopes), *stood)


def _key(path: str) -> int:
    return int(path.strip("/").rpartition("/")[2])


def _own_area(db: Session, actor: Actor, scheme: Scheme, day: date) -> areas.AreaVersion:
    """Return the widest area one answers for that stood on the day, within the scheme's province.

    :raise NotFound: if there is none.
    """
    paths, ground = paths_seen_by(db, actor, day), _ground_path(db, scheme, day)
    if "/" in paths or any(ground.startswith(path) for path in paths):
        key = _key(ground) if ground != "/" else areas.root(db).id
        return areas.version_on(db, key, day)
    within = sorted((path for path in paths if path.startswith(ground)), key=len)
    standing = areas.versions_on(db, [_key(path) for path in within], day)
    for path in within:
        if _key(path) in standing:
            return standing[_key(path)]
    raise NotFound(msg("Địa bàn của anh/chị chưa có vào ngày này. Chọn ngày khác."))


def _ground_path(db: Session, scheme: Scheme, day: date) -> str:
    ground = scheme.ground_on(day)
    if ground is None:
        return "/"
    return areas.area_by_code(db, ground.code, level=areas.Level.PROVINCE, day=day).path
