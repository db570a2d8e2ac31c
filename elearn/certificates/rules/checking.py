"""Checking by hand: which number is meant, whose it is, and how often one may guess."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from elearn.certificates.rules.facts import shown_number
from elearn.text import fold, nfc

_NUMBER = re.compile(r"0*(\d{1,6})[/\s.-]+(\d{4})[/\s.-]+(GCN|CC)[/\s.-]*([A-Z]{2,20})")
_DAY_MONTH_YEAR = 3  # Figures of a whole day.


@dataclass(frozen=True, slots=True)
class CheckRule:
    """How many checks may fail before one waits, on the days from–to (both included)."""

    version: int
    valid_from: date
    valid_to: date | None
    failures_per_number: int
    number_window_seconds: int
    failures_per_network: int
    network_window_seconds: int
    forgotten_after_days: int

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Pause:
    """So many failures within a window are allowed; the next waits until one has left it."""

    allowed: int
    window: timedelta

    def until(self, failures: Sequence[datetime], now: datetime) -> datetime | None:
        """Return when the next check may be made, or nothing if at once."""
        recent = sorted(at for at in failures if at > now - self.window)
        return recent[-self.allowed] + self.window if len(recent) >= self.allowed else None


def pause_of(
    rule: CheckRule,
    *,
    of_number: Sequence[datetime],
    of_network: Sequence[datetime],
    now: datetime,
) -> datetime | None:
    """Return until when this number, or this network, has to wait, or nothing."""
    number = Pause(rule.failures_per_number, timedelta(seconds=rule.number_window_seconds))
    network = Pause(rule.failures_per_network, timedelta(seconds=rule.network_window_seconds))
    waits = (number.until(of_number, now), network.until(of_network, now))
    return max((wait for wait in waits if wait), default=None)


def number_meant(text: str) -> str:
    """Return a number as it is printed, however it was typed: 147/2026/gcn hvpn; or what was."""
    typed = nfc(text).upper()
    found = _NUMBER.fullmatch(typed)
    if found is None:
        return typed
    return shown_number(int(found[1]), int(found[2]), f"{found[3]}-{found[4]}")


def agrees(who: str, *, full_name: str, born: str) -> bool:
    """Return whether what was typed is the name, diacritics or not, or the day of birth.

    A year alone proves nothing: it is guessed within some thirty tries.
    """
    if figures := _figures(who):
        return len(figures) == _DAY_MONTH_YEAR and figures == _figures(born)
    return fold(nfc(who)) == fold(nfc(full_name)) != ""


def _figures(text: str) -> tuple[int, ...]:
    """Return the numbers of a day, 05/3/1979 as 5/3/79 is not; nothing where there are none."""
    return tuple(int(number) for number in re.findall(r"\d+", text)[:_DAY_MONTH_YEAR])
