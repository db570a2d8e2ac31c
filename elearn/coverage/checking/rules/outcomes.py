"""What became of a row, and every difference by name."""

from dataclasses import dataclass
from enum import StrEnum

from elearn.coverage.checking.rules.table import Row
from elearn.text import Message, msg


class Verdict(StrEnum):
    """Whether a row prints as it does in the document; if not, whether the document erred."""

    AS_PRINTED = "as_printed"
    DOCUMENT_ERROR = "document_error"
    UNEXPLAINED = "unexplained"


VERDICT_NAMES = {
    Verdict.AS_PRINTED: msg("đúng như in"),
    Verdict.DOCUMENT_ERROR: msg("tài liệu sai"),
    Verdict.UNEXPLAINED: msg("chưa giải thích được"),
}


class Name(StrEnum):
    """What happened to a figure on its way into print."""

    REPRINTED = "reprinted"
    ROUNDED_HALF_UP = "rounded_half_up"
    CONSISTENT = "consistent"
    # A row that prints otherwise, and why.
    ROUNDED_UP = "rounded_up"
    TRUNCATED = "truncated"
    COPY_ERROR = "copy_error"
    NUMERATOR_NOT_QUOTED = "numerator_not_quoted"
    MISMATCH = "mismatch"
    MISCOUNTED = "miscounted"
    # Rows that print as they do but do not agree among themselves, or with their sentence.
    GAP = "gap"
    EXCESS = "excess"
    BASE_DIFFERS = "base_differs"
    MIXED_PRECISION = "mixed_precision"
    TYPO = "typo"
    CONTRADICTION_OVER_TIME = "contradiction_over_time"


class Way(StrEnum):
    """How a row was checked."""

    ENGINE = "through_engine"
    DIVISION = "by_division"
    PRINTING = "printed_again"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row: how it was checked, what it prints, what was counted, and what that means."""

    row: Row
    way: Way
    verdict: Verdict
    name: Name
    printed: str
    counted: str
    told: Message | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A difference that rows have among themselves; each of them counts for itself besides."""

    rows: tuple[Row, ...]
    name: Name
    told: Message
    amount: str = ""

    @property
    def label(self) -> str:
        """Return the name with its amount: gap_30."""
        return f"{self.name}_{self.amount}" if self.amount else str(self.name)
