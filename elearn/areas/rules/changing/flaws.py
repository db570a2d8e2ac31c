"""Why a line, or the lines of one area together, cannot be applied."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from elearn.areas.rules.changing.columns import ENDING, Manner
from elearn.areas.rules.changing.ground import Ground, Standing
from elearn.areas.rules.changing.lines import Line
from elearn.areas.rules.words import Level, short_name
from elearn.text import Message, fold, msg

UNTOLD = msg("Đơn vị mới phải ghi Tên mới, Loại và Thuộc (mã).")
TOLD_TWICE = msg("Các dòng cùng mã mới phải ghi cùng tên, loại và đơn vị cấp trên.")


def same_name(name: str, area: Standing) -> bool:
    return not name or fold(short_name(name, area.kind)) == fold(area.name)


def may_pass_into(line: Line, area: Standing) -> bool:
    """Return whether a line may name an area that goes on: not to found it, nor under a name."""
    return line.manner is not Manner.FOUNDED and same_name(line.new_name, area)


def not_meant(line: Line, area: Standing) -> Message | None:
    if same_name(line.old_name, area):
        return None
    return msg("Mã %(code)s là %(name)s.", code=area.code, name=area.full_name)


def not_then(area: Standing, ground: Ground) -> Message | None:
    """Say why an area cannot change on the day: something later is known of it already."""
    if area.valid_from < ground.day and area.valid_to is None:
        return None
    day = area.valid_to + timedelta(days=1) if area.valid_to else area.valid_from
    return msg(
        "%(name)s đã có thay đổi được ghi cho ngày %(day)s; chỉ nhận thay đổi sau ngày đó.",
        name=area.full_name,
        day=f"{day:%d/%m/%Y}",
    )


def taken(ref: tuple[Level, str], area: Standing) -> Message:
    return msg(
        "Mã %(code)s đang là của %(name)s; muốn đổi tên thì thêm một dòng đổi tên.",
        code=ref[1],
        name=area.full_name,
    )


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


def _split_flaws(lines: Sequence[Line]) -> Iterator[Message]:
    if len({line.new_code for line in lines}) != len(lines) or len(lines) == 1:
        yield msg("Đơn vị bị chia phải có ít nhất hai dòng, mỗi dòng một mã mới khác nhau.")
    if sum(line.is_default for line in lines) != 1:
        yield msg("Trong các dòng chia, đúng một dòng ghi “x” ở cột Mặc định.")
