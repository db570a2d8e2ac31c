"""Days as people write them: 31/01/2026, and as machines do: 2026-01-31."""

import re
from datetime import date

import click

_WRITTEN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class Day(click.ParamType[date | int]):
    """A day of the calendar."""

    name = "ngày"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | int:
        """Return the day, or end the command with words that say how to write one."""
        text = str(value)
        try:
            if found := _WRITTEN.fullmatch(text):
                day, month, year = map(int, found.groups())
                return date(year, month, day)
            return date.fromisoformat(text)
        except ValueError:
            self.fail(f"“{text}” không phải ngày có thật; viết như 31/01/2026.", param, ctx)


class DayOrYear(Day):
    """A day, or the year alone where no more is known."""

    name = "ngày hoặc năm"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | int:
        """Return the day, or the year as a number."""
        text = str(value)
        return int(text) if re.fullmatch(r"\d{4}", text) else super().convert(text, param, ctx)
