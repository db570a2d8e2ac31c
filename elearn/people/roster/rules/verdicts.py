"""What an entry would change in what is known, or what a person has to decide about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from elearn.people.roster.rules.steps import Steps
from elearn.text import msg


class RowStatus(StrEnum):
    """What is to become of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    ERROR = "error"
    SKIPPED = "skipped"


ROW_STATUS_NAMES = {
    RowStatus.NEW: msg("Mới"),
    RowStatus.CHANGED: msg("Thay đổi"),
    RowStatus.UNCHANGED: msg("Không đổi"),
    RowStatus.DOUBTFUL: msg("Cần quyết định"),
    RowStatus.ERROR: msg("Lỗi"),
    RowStatus.SKIPPED: msg("Bỏ qua"),
}


class Answer(StrEnum):
    """What a person decided about a doubtful row."""

    SAME_KEEP_NAME = "same_keep_name"
    SAME_TAKE_NAME = "same_take_name"
    ANOTHER_PERSON = "another_person"
    SECOND_POST = "second_post"
    TRANSFER = "transfer"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row stands as it does: a code of `reasons.NAMES`, and what it speaks of."""

    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the row would change, before and after, as texts; empty where there is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the row may mean, and what speaks for it: "phone", "name", "born", "place"."""

    person_id: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to one doubt of a row, by the code of its reason, and about whom it was."""

    answer: Answer
    about: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to become of an entry."""

    status: RowStatus
    reasons: tuple[Reason, ...] = ()
    differences: tuple[Difference, ...] = ()
    #: Whom the row means; None for somebody new or undecided.
    person_id: int | None = None
    candidates: tuple[Candidate, ...] = ()
    #: The unit each post of the row is held in, or the area it is to be founded in.
    commune_id: int | None = None
    #: Of what is known of the person now: if it differs when it is written, the row is asked again.
    digest: str = ""
    #: All that it writes once it is committed, and nothing else.
    steps: Steps = field(default_factory=Steps)
    #: What was answered of it so far; one answer may bring up the next doubt.
    answers: tuple[Given, ...] = ()
