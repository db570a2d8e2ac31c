"""What the worker does for drafts of rules: tries them."""

from elearn import clock, learning
from elearn.home.ruling.service import TRY
from elearn.home.ruling.trying import trial_of, tried
from elearn.jobs import Handlers, Work


def try_rule(work: Work) -> None:
    """Hold a draft against what everybody has done, and keep what that shows."""
    draft_id = int(work.payload["draft"])
    with work.database.reading() as db:
        draft = learning.rule_draft_by_id(db, draft_id)
        if draft.state is not learning.DraftState.DRAFT:
            return
        trial = trial_of(db, draft)
    lines = tried(work.database, trial, work.report)
    with work.database.writing() as db:
        work.hold(db)
        learning.keep_trial(db, draft_id, lines, against=trial.against, now=clock.now())


HANDLERS: Handlers = {TRY: try_rule}
