"""A draft of a rule, tried on people of both branches, and what is sent about it."""

from elearn import clock, learning
from elearn.learning import Effect, TrialLine
from tests.make import catalogue, rules
from tests.permissions.branches import Branch, Sent, sends, thing


@thing("rules.draft_id")
def draft_id(branch: Branch) -> int:
    draft = rules.share_draft(branch.db)
    lecture = catalogue.lecture(branch.db, f"QT-{branch.commune.id}")
    gains = {Effect.GAINS: frozenset({branch["herself"].person_id})}
    line = TrialLine(2, 1, gains, lecture_id=lecture.id)
    now = clock.now()
    learning.keep_trial(branch.db, draft.id, [line], against="watch 1", now=now)
    return draft.id


@thing("rules.line_id")
def line_id(branch: Branch) -> int:
    draft = learning.rule_draft_by_id(branch.db, branch["rules.draft_id"])
    return learning.trial_lines(branch.db, draft)[0].id


@thing("rules.effect")
def effect(_branch: Branch) -> str:
    return Effect.GAINS.value


def _share() -> dict[str, str]:
    day = rules.tomorrow().isoformat()
    return {"seen_share_percent": "90", "valid_from": day, "note": rules.WHY}


@sends("rules.draft_share")
def share(_branch: Branch) -> Sent:
    return Sent(_share())


@sends("rules.draft_conditions")
def conditions(_branch: Branch) -> Sent:
    day = rules.tomorrow().isoformat()
    return Sent({"programme": "", "valid_from": day, "note": rules.WHY})


@sends("rules.adopt")
def adopt(branch: Branch) -> Sent:
    draft = learning.rule_draft_by_id(branch.db, branch["rules.draft_id"])
    return Sent({"tried_at": draft.tried_at.isoformat() if draft.tried_at else ""})
