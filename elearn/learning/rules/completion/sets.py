"""The closed sets of completion, and what one condition asks for."""

from dataclasses import dataclass
from enum import StrEnum

from elearn.text import msg


class CompletionForm(StrEnum):
    """How a programme was completed."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    BLENDED = "blended"
    SHARED = "shared"
    EXTERNAL = "external"
    EARLIER_PAPER = "earlier_paper"


FORM_NAMES = {
    CompletionForm.ONLINE: msg("Trên mạng"),
    CompletionForm.IN_PERSON: msg("Trực tiếp"),
    CompletionForm.BLENDED: msg("Kết hợp"),
    CompletionForm.SHARED: msg("Xem chung"),
    CompletionForm.EXTERNAL: msg("Nơi khác cấp"),
    CompletionForm.EARLIER_PAPER: msg("Theo giấy tờ trước đây"),
}


class ConditionKind(StrEnum):
    """What a condition asks for.

    `LECTURES` says when a module is done: when all its lectures are seen, or at least so many. The
    others are met by modules that are done, by marks, or by attendance.
    """

    LECTURES = "lectures"
    REQUIRED_MODULES = "required_modules"
    ELECTIVES = "electives"
    MODULES = "modules"
    QUIZ = "quiz"
    ATTENDANCE = "attendance"


class State(StrEnum):
    """How a condition stands; what is absent (chưa có) cannot be met yet, and blocks."""

    MET = "met"
    MISSING = "missing"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a rule; `at_least` None asks for all, or for what the programme says."""

    kind: ConditionKind
    at_least: int | None = None
    percent: int | None = None
    modules: frozenset[int] = frozenset()
