"""Drafts with their trials: whoever drafts a rule has it tried in the same breath."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import accounts, clock, jobs, learning, notices, people
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.home.ruling import queries
from elearn.learning import Basis, NewRule, RuleDraft
from elearn.text import msg

TRY = "rules.try"
_PRIORITY = 5  # Somebody waits for it.


def draft(db: Session, actor: Actor, new: NewRule, *, now: datetime) -> RuleDraft:
    """Keep a rule as somebody wants it, and have it tried.

    :raise InvalidInput: naming each field that cannot be.
    """
    made = learning.draft_rule(db, actor, new, now=now)
    _have_tried(db, made, now)
    return made


def try_again(db: Session, draft_id: int, *, now: datetime) -> None:
    """Have a draft tried on what people have done by now.

    :raise Conflict: if it is a draft no more.
    """
    found = learning.rule_draft_by_id(db, draft_id)
    if found.state is not learning.DraftState.DRAFT:
        raise Conflict(msg("Bản thảo này đã được áp dụng hoặc đã bỏ, không thử lại được."))
    _have_tried(db, found, now)


def _have_tried(db: Session, found: RuleDraft, now: datetime) -> None:
    told = {"draft": found.id}
    jobs.enqueue(db, TRY, told, key=found.trial_key, now=now, priority=_PRIORITY)


def adopt(db: Session, actor: Actor, draft_id: int, *, tried_at: str, now: datetime) -> RuleDraft:
    """Make a draft a rule, as its trial was shown.

    :raise Conflict: if it is a draft no more, if the trial shown is not what holds now, or if its
        day has come.
    """
    found = learning.rule_draft_by_id(db, draft_id)
    basis = Basis(tried_at, queries.against(db, found))
    adopted = learning.adopt_rule(db, actor, draft_id, basis, now=now)
    _tell(db, adopted, now)
    return adopted


def _tell(db: Session, adopted: RuleDraft, now: datetime) -> None:
    """Tell those who will be asked about it: whoever administers or inspects, anywhere."""
    day = clock.day_of(now)
    asked = {one for role in people.SEEING for one in accounts.holders_of(db, role, day=day)}
    notices.tell(
        db,
        sorted(asked - {adopted.state_by_id}),
        notices.Kind.RULE_CHANGED,
        key=f"rule_draft:{adopted.id}:adopted",
        now=now,
        link=f"/rules/drafts/{adopted.id}",
        day=adopted.valid_from,
    )
