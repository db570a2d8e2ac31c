"""When figures were counted, and whether they are to be counted anew."""

from dataclasses import dataclass
from datetime import datetime

from elearn import clock
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Counting:
    """Since when the figures of a page are counted; nothing as long as some are not yet."""

    counted_at: datetime | None
    #: What they rest on has changed as a whole, or is being counted anew.
    is_stale: bool = False

    @property
    def words(self) -> Message:
        """Return when it was, for people."""
        if self.counted_at is None:
            return msg(
                "Chưa tính xong số liệu cho lựa chọn này. Máy chủ đang tính; anh/chị mở lại "
                "trang này sau ít phút."
            )
        local = self.counted_at.astimezone(clock.ZONE)
        told = {"hour": f"{local:%H:%M}", "day": f"{local:%d/%m/%Y}"}
        if self.is_stale:
            return msg(
                "Đã tính lúc %(hour)s ngày %(day)s. Danh mục địa bàn, chức danh hoặc định nghĩa "
                "vừa thay đổi nên đang tính lại; số liệu dưới đây là của lần tính trước.",
                **told,
            )
        return msg("Đã tính lúc %(hour)s ngày %(day)s.", **told)
