"""What a reader must be told about the lists when she asks about an early day."""

from datetime import date

from elearn.text import Message, msg

LISTED_ON = date(2025, 6, 30)  # The state that the lists of the three levels give.


def caveat_for(day: date) -> Message | None:
    """Return what to say beside figures for the day, or nothing where the lists are exact."""
    if day >= LISTED_ON:
        return None
    return msg(
        "Danh mục đơn vị hành chính trước ngày %(day)s là theo hiện trạng ngày đó; "
        "các lần sắp xếp sớm hơn chưa được ghi.",
        day=f"{LISTED_ON:%d/%m/%Y}",
    )
