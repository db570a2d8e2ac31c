"""Proposals: what may be proposed of a post in a commune, and what became of it."""

from enum import StrEnum

from elearn.areas import Level
from elearn.text import fold, msg, nfc


class ProposalKind(StrEnum):
    """What is proposed."""

    BEGIN = "begin"
    END = "end"


class ProposalState(StrEnum):
    """What became of it; only one that waits can still become something."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


PROPOSAL_KIND_NAMES = {
    ProposalKind.BEGIN: msg("Nhận chức danh"),
    ProposalKind.END: msg("Thôi chức danh"),
}
PROPOSAL_STATE_NAMES = {
    ProposalState.WAITING: msg("Chờ xác nhận"),
    ProposalState.CONFIRMED: msg("Đã xác nhận"),
    ProposalState.REFUSED: msg("Không xác nhận"),
    ProposalState.WITHDRAWN: msg("Đã rút lại"),
}


#: A commune answers for its own posts and those of its branches, and for no others.
PROPOSED_LEVELS = (Level.COMMUNE, Level.BRANCH)
#: Bodies whose posts are those of a branch; every other body of a commune holds either.
_SMALL_BODIES = ("branch", "women_group")


def suits(level: Level, unit_kind: str) -> bool:
    """Return whether a post of this level is held in such a body of a commune."""
    return level is Level.BRANCH if unit_kind in _SMALL_BODIES else level in PROPOSED_LEVELS


def about(kind: ProposalKind, who: str, post_key: str, org_unit_id: int) -> str:
    """Return what a proposal is about: two of the same do not wait beside each other."""
    return f"{kind}:{who}:{post_key}:{org_unit_id}"


def somebody_new(full_name: str, birth_year: int | None) -> str:
    """Return who somebody is of whom there is no entry yet: her name and year."""
    return f"{fold(nfc(full_name))}/{birth_year or ''}"[:200]
