"""The values that pass between a player and the record: visits, reports, receipts."""

import enum
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from elearn.learning.rules.budget import Limits
from elearn.learning.rules.seconds import Range, Seconds
from elearn.learning.rules.standing import Standing
from elearn.learning.rules.versions import Passed


class Form(enum.StrEnum):
    """In which form a lecture is watched; reading a transcript is not watching."""

    VIDEO = "video"
    SLIDES = "slides"
    SOUND = "sound"


class SessionKind(enum.StrEnum):
    """How what is told of a visit comes about."""

    ONLINE = "online"  # By a player that had a line when the visit began.
    OFFLINE = "offline"  # From a copy on the phone, under a lease.
    SHARED = "shared"  # By being present where many watched before one screen.


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for watching at the moment: the rule, and how often players shall report."""

    share_percent: int
    limits: Limits
    idle: timedelta
    interval: int  # Seconds.
    version: int | None = None  # Of the rule.


@dataclass(frozen=True, slots=True)
class Visit:
    """A medium about to be watched on a device."""

    medium_version_id: int
    length: int  # Whole seconds.
    device: str = ""
    #: What she brings from the versions before.
    brought: Passed = field(default_factory=Passed)
    #: The number that the browser drew for itself, if it told one.
    browser: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A watch session just opened, and where the person stands."""

    session: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class WatchReport:
    """What a player says was really played: seconds a up to b, in one session and form."""

    session: str
    form: Form
    ranges: tuple[Range, ...]
    position: int
    is_closing: bool = False
    #: When the first and the last of these seconds were played, by the clock of the device …
    played: tuple[datetime, datetime] | None = None
    #: … and how far that clock runs ahead of ours, in milliseconds.
    ahead_ms: int | None = None
    #: How often the player was told to report when it was turned away, in seconds.
    told_interval: int = 0
    #: Whether it may have waited for days on a phone without a line.
    is_late: bool = False

    def was_played_before(self, moment: datetime) -> bool:
        """Return whether what waited on a phone was played before a moment of ours."""
        if not self.is_late or self.played is None:
            return False
        ahead = timedelta(milliseconds=self.ahead_ms or 0)
        return self.played[1] - moment < ahead


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the server holds after a report, and which claimed seconds it did not credit."""

    session: str
    standing: Standing
    refused: Seconds
    received_at: datetime
    #: How many seconds this very report brought …
    credited: int = 0
    #: … and whether all of it had been said before, in this session and form.
    is_repeated: bool = False
    #: Whether it told, too, of seconds that the film does not have; they are left out.
    is_cut: bool = False
