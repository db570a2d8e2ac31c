"""The rule of signing in: data with dates, never constants."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SignInRule:
    """What holds for signing in on the days from–to (both included)."""

    version: int
    valid_from: date
    valid_to: date | None
    failures_allowed: int
    first_pause_seconds: int
    pause_growth: int
    longest_pause_seconds: int
    forgiven_after_seconds: int
    network_failures_allowed: int
    network_window_seconds: int
    forgotten_after_days: int
    session_days: int
    password_length: int
    choice_seconds: int
    factor_setup_seconds: int
    recovery_codes: int

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
