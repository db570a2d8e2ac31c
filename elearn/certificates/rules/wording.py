"""How days stand on a certificate; the public check says them in the same words as the paper."""

from datetime import date


def day_in_words(day: date) -> str:
    """Return a day as documents write it: days below ten and the first two months with a zero."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def time_in_words(starts_on: date, ends_on: date, periods: int) -> str:
    """Return when a course was held and how long it is; of a course of one day that day."""
    first, last = day_in_words(starts_on), day_in_words(ends_on)
    days = first if first == last else f"từ {first} đến {last}"
    return f"{days}, {periods} tiết"
