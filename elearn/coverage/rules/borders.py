"""By whose borders figures are told: those of their own day, today's, or those of a chosen day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.text import Message, msg


class Borders(StrEnum):
    """Which borders are chosen."""

    AS_IT_WAS = "then"
    TODAY = "now"
    ON_DAY = "on"


BORDERS_NAMES = {
    Borders.AS_IT_WAS: msg("theo địa giới tại thời điểm"),
    Borders.TODAY: msg("quy đổi theo địa giới hiện nay"),
    Borders.ON_DAY: msg("theo địa giới ngày khác"),
}


@dataclass(frozen=True, slots=True)
class Geography:
    """The borders chosen, and a day on which they held."""

    borders: Borders
    day: date

    @property
    def is_restated(self) -> bool:
        """Return whether all days are told by the borders of one."""
        return self.borders is not Borders.AS_IT_WAS

    @property
    def words(self) -> Message:
        """Return the borders as a heading prints them."""
        if self.borders is Borders.ON_DAY:
            return msg("theo địa giới ngày %(day)s", day=f"{self.day:%d/%m/%Y}")
        return BORDERS_NAMES[self.borders]

    @property
    def meaning(self) -> Message:
        """Return what the choice does to the figures, for people."""
        if self.is_restated:
            return msg(
                "Mọi người được xếp vào địa bàn theo địa giới ngày %(day)s, dù vào ngày của "
                "số liệu họ công tác ở nơi mang tên khác. Nơi nào không rõ thì ghi ước tính.",
                day=f"{self.day:%d/%m/%Y}",
            )
        return msg(
            "Mỗi người được tính ở địa bàn của mình vào đúng ngày đã chọn, theo địa giới ngày đó."
        )


def geography_of(borders: Borders, as_of: date, today: date, chosen: date | None) -> Geography:
    """Return the borders that are meant by a choice, and the day they are of."""
    days = {Borders.AS_IT_WAS: as_of, Borders.TODAY: today}
    return Geography(borders, days.get(borders) or chosen or as_of)
