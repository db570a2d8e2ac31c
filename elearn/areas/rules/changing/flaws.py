"""Why a line, or the lines of one area together, cannot be applied."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from elearn.areas.rules.changing.columns import ENDING, Manner
from elearn.areas.rules.changing.drafted import Altered, Draft
from elearn.areas.rules.changing.ground import Ground, Standing
from elearn.areas.rules.changing.lines import Line
from elearn.areas.rules.words import KIND_NAMES, Kind, short_name, type_in
from elearn.text import Message, fold, msg

UNTOLD = msg("Đơn vị mới phải ghi Tên mới, Loại và Thuộc (mã).")
TOLD_TWICE = msg("Các dòng cùng mã mới phải ghi cùng tên, loại và đơn vị cấp trên.")


def same_name(name: str, area: Standing) -> bool:
    return not name or fold(short_name(name, area.kind)) == fold(area.name)


def not_meant(line: Line, area: Standing) -> Message | None:
    if same_name(line.old_name, area):
        return None
    return msg("Mã %(code)s là %(name)s.", code=area.code, name=area.full_name)


def not_then(area: Standing, ground: Ground) -> Message | None:
    """Say why an area cannot change on the day: something later is known of it already."""
    if area.valid_from >= ground.day:
        return _known_for(area, area.valid_from)
    return changes_later(area)


def changes_later(area: Standing) -> Message | None:
    """Say that what an area would be given is lost on it: it is known to change after that."""
    return _known_for(area, area.valid_to + timedelta(days=1)) if area.valid_to else None


def _known_for(area: Standing, day: date) -> Message:
    return msg(
        "%(name)s đã có thay đổi được ghi cho ngày %(day)s; chỉ nhận thay đổi sau ngày đó.",
        name=area.full_name,
        day=f"{day:%d/%m/%Y}",
    )


def not_begun(lines: Sequence[Line], kind: Kind | None) -> Message | None:
    """Say why an area cannot begin as the lines that pass into it tell."""
    if kind is None:
        return msg("Đơn vị mới phải ghi Loại.")
    if len(lines) == 1 and lines[0].manner is Manner.WHOLE and lines[0].is_into_itself:
        return msg("Đơn vị không nhập vào chính nó; đổi tên, đổi loại thì ghi hình thức ấy.")
    return next(filter(None, (of_another_type(line.new_name, kind) for line in lines)), None)


def of_another_type(name: str, kind: Kind) -> Message | None:
    """Say that a name is told with another type than the area has: "Phường Mới" of a commune."""
    if type_in(name, kind) in (None, kind):
        return None
    return msg(
        "Tên mới ghi “%(name)s” mà loại là %(kind)s; sửa tên hoặc cột Loại.",
        name=name,
        kind=KIND_NAMES[kind],
    )


def not_into(line: Line, area: Altered, ground: Ground, drafted: Draft) -> Message | None:
    """Say why a line cannot pass into an area that goes on: it tells of it what is not so.

    The name of before and that of afterwards are both right.
    """
    before = area.before
    if line.manner is Manner.FOUNDED or not _calls(line, area):
        return msg(
            "Mã %(code)s đang là của %(name)s; muốn đổi tên thì thêm một dòng đổi tên.",
            code=before.code,
            name=before.full_name,
        )
    above = {drafted.code_of(parent, ground) for parent in (before.parent_id, area.parent)}
    if line.kind in (None, before.kind, area.kind) and line.parent_code in ("", *above):
        return None
    return msg(
        "%(name)s (mã %(code)s) đang thuộc loại hoặc đơn vị cấp trên khác; muốn đổi thì thêm một"
        " dòng đổi loại hoặc chuyển.",
        name=before.full_name,
        code=before.code,
    )


def _calls(line: Line, area: Altered) -> bool:
    kinds, names = (area.before.kind, area.kind), (area.before.name, area.name)
    told = {fold(short_name(line.new_name, kind)) for kind in kinds}
    return not line.new_name or bool(told & {fold(name) for name in names})


def left_over(area: Standing, left: Sequence[Standing]) -> Message:
    names = ", ".join(one.full_name for one in left[:3])
    return msg(
        "%(name)s kết thúc mà còn %(count)s đơn vị bên trong chưa có dòng (%(names)s …).",
        name=area.full_name,
        count=len(left),
        names=names,
    )


def flaws_of(lines: Sequence[Line]) -> Iterator[Message]:
    """Yield what is wrong about the lines of one area taken together."""
    manners = {line.manner for line in lines}
    if manners & set(ENDING) and len(manners) > 1:
        yield msg("Một đơn vị không thể vừa kết thúc vừa còn, hay vừa nguyên trạng vừa chia.")
    elif manners == {Manner.SPLIT}:
        yield from _split_flaws(lines)
    elif manners & {Manner.WHOLE, Manner.ABOLISHED} and len(lines) > 1:
        yield msg("Đơn vị này có hai dòng; nếu chia thì ghi hình thức “chia”.")
    elif _told_twice(lines):
        yield msg("Các dòng của đơn vị này ghi những điều khác nhau; giữ lại dòng đúng.")


def _told_twice(lines: Sequence[Line]) -> bool:
    told = [(one.new_code, one.new_name, one.kind, one.parent_code) for one in lines]
    return any(len(set(values) - {"", None}) > 1 for values in zip(*told, strict=True))


def _split_flaws(lines: Sequence[Line]) -> Iterator[Message]:
    if len({line.new_code for line in lines}) != len(lines) or len(lines) == 1:
        yield msg("Đơn vị bị chia phải có ít nhất hai dòng, mỗi dòng một mã mới khác nhau.")
    if sum(line.is_default for line in lines) != 1:
        yield msg("Trong các dòng chia, đúng một dòng ghi “x” ở cột Mặc định.")
