"""A rule that somebody wants to change: what it shall be, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from elearn.learning.rules.completion import Condition, ConditionKind
from elearn.text import Message, msg


class RuleKind(StrEnum):
    """Which rule: when a lecture is seen, or what completing a programme takes."""

    WATCH = "watch"
    COMPLETION = "completion"


class DraftState(StrEnum):
    """What became of a draft; one that was adopted is a rule."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    DISCARDED = "discarded"


class Effect(StrEnum):
    """What a new rule does to somebody: gives, takes, or asks more than what she keeps."""

    GAINS = "gains"
    LOSES = "loses"
    KEEPS = "keeps"


@dataclass(frozen=True, slots=True)
class NewRule:
    """A rule as somebody wants it, from a day on, and why.

    The share is asked of a watch rule, conditions of a rule of completion: for one programme, or
    for all that have none of their own.
    """

    valid_from: date
    note: str
    seen_share_percent: int | None = None
    programme_id: int | None = None
    conditions: tuple[Condition, ...] = ()

    @property
    def kind(self) -> RuleKind:
        return RuleKind.COMPLETION if self.seen_share_percent is None else RuleKind.WATCH

    def flaws(self, today: date) -> dict[str, Message]:
        """Return what is wrong, by the field."""
        wrong = {}
        if self.valid_from <= today:
            tomorrow = f"{today + timedelta(days=1):%d/%m/%Y}"
            wrong["valid_from"] = msg(
                "Quy tắc mới áp dụng sớm nhất từ ngày mai, %(day)s: hôm nay đã có người học theo"
                " quy tắc đang dùng.",
                day=tomorrow,
            )
        if not self.note.strip():
            wrong["note"] = msg("Chưa ghi lý do hoặc văn bản làm căn cứ.")
        if self.kind is RuleKind.COMPLETION and not _asks(self.conditions):
            wrong["required"] = msg("Quy tắc phải đòi ít nhất một điều kiện.")
        return wrong


def _asks(conditions: Sequence[Condition]) -> bool:
    """Return whether any condition asks for something by itself."""
    return any(one.kind is not ConditionKind.LECTURES and one.at_least != 0 for one in conditions)


def as_json(conditions: Sequence[Condition]) -> list[dict[str, Any]]:
    """Return conditions as plain values."""
    return [
        {
            "kind": one.kind.value,
            "at_least": one.at_least,
            "percent": one.percent,
            "modules": sorted(one.modules),
        }
        for one in conditions
    ]


def from_json(kept: Sequence[dict[str, Any]]) -> tuple[Condition, ...]:
    """Read conditions as they were kept."""
    return tuple(
        Condition(
            ConditionKind(one["kind"]),
            one["at_least"],
            one["percent"],
            frozenset(one["modules"]),
        )
        for one in kept
    )
