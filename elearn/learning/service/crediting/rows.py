"""The rows that reports touch, as values that change report by report."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from elearn.learning.rules import Budget, Credit, Seconds, Standing, Terms, WatchReport
from elearn.learning.service.keeping import Record


@dataclass(slots=True)
class Purse:
    """A person's budget as reports draw on it, and how often she was last told to report."""

    now: Budget
    told_interval: int

    def row(self) -> dict[str, Any]:
        return {
            "unspent": self.now.unspent,
            "grown_at": self.now.grown_at,
            "told_interval": self.told_interval,
        }


@dataclass(slots=True)
class Held:
    """What is held of a medium version, and by which rule it was seen, if it was."""

    held: Seconds
    position: int
    length: int
    required: Seconds
    seen_at: datetime | None
    seen_by: int | None

    def add(self, report: WatchReport, held: Seconds, terms: Terms, *, now: datetime) -> Standing:
        """Hold these seconds, and return where she stands; once seen, it stays seen."""
        self.held, self.position = held, min(report.position, self.length)
        standing = Standing(
            held,
            self.length,
            terms.share_percent,
            self.position,
            was_seen=self.seen_at is not None,
            required=self.required,
        )
        if standing.is_seen and self.seen_at is None:
            self.seen_at, self.seen_by = now, terms.version
        return standing

    def row(self, now: datetime) -> dict[str, Any]:
        return {
            "bits": self.held.to_bytes(),
            "seconds": len(self.held),
            "position": self.position,
            "changed_at": now,
            "seen_at": self.seen_at,
            "seen_by": self.seen_by,
        }


@dataclass(slots=True)
class Evidence:
    """What a session claimed in one form, and when by the clock of its device."""

    claimed: Seconds
    refused: Seconds
    credited: int
    reports: int
    last_at: datetime
    first_played_at: datetime | None
    last_played_at: datetime | None

    def add(
        self, report: WatchReport, claimed: Seconds, outcome: Credit, *, now: datetime, new: Seconds
    ) -> None:
        """Keep all that is claimed; what is credited later is no longer counted as refused."""
        self.claimed |= claimed
        self.refused = (self.refused | outcome.refused) - outcome.held
        self.credited += len(new)
        self.reports += 1
        self.last_at = max(self.last_at, now)
        if report.played:
            first, last = report.played
            self.first_played_at = min(self.first_played_at or first, first)
            self.last_played_at = max(self.last_played_at or last, last)

    def row(self) -> dict[str, Any]:
        return {
            "claimed": self.claimed.to_bytes(),
            "refused": self.refused.to_bytes(),
            "credited_seconds": self.credited,
            "reports": self.reports,
            "last_at": self.last_at,
            "device_first_at": self.first_played_at,
            "device_last_at": self.last_played_at,
        }


@dataclass(slots=True)
class Visit:
    """A session: whose and of what, when it ended, and how far its clock ran ahead."""

    person_id: int
    medium_version_id: int
    id: int
    opened_at: datetime
    closed_at: datetime | None
    ahead_ms: int | None
    is_changed: bool = False

    @property
    def watched(self) -> tuple[int, int]:
        """Return the key of its map."""
        return self.person_id, self.medium_version_id

    def add(self, report: WatchReport, *, now: datetime) -> None:
        """End it with its closing report; keep how far its clock ran ahead, as first told."""
        if report.is_closing and self.closed_at is None:
            self.closed_at, self.is_changed = max(now, self.opened_at), True
        if report.ahead_ms is not None and self.ahead_ms is None:
            self.ahead_ms, self.is_changed = report.ahead_ms, True

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "closed_at": self.closed_at, "clock_ahead_ms": self.ahead_ms}


def held_in(one: Record) -> Held:
    held, required = Seconds.from_bytes(one.bits), Seconds.from_bytes(one.required or b"")
    return Held(held, 0, one.length, required, one.seen_at, one.seen_by)


def visit_in(one: Record) -> Visit:
    key = (one.person_id, one.medium_version_id, one.session_id)
    return Visit(*key, one.opened_at, one.closed_at, one.clock_ahead_ms)


def evidence_in(one: Record) -> Evidence:
    claimed, refused = Seconds.from_bytes(one.claimed), Seconds.from_bytes(one.refused)
    said = (one.credited_seconds, one.reports, one.last_at)
    return Evidence(claimed, refused, *said, one.device_first_at, one.device_last_at)
