"""What players say: a watch session opens, seconds were played."""

from time import monotonic

from flask import request
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.learning import reporting, service
from elearn.learning.rules import Visit
from elearn.learning.views.door import bp
from elearn.learning.views.players import (
    answer,
    body,
    check_person,
    from_our_page,
    stand_with,
    text,
)
from elearn.learning.views.terms import pace, terms
from elearn.web import db, login_required, person_id


@bp.post("/watching")
@from_our_page
@login_required
def watching() -> ResponseReturnValue:
    asked, now = body(), clock.now()
    check_person(reporting.person_in(asked))
    lecture = catalogue.lecture_by_code(db(), text(asked, "lecture"))
    shown, holds = media.playable_of(db(), lecture.medium_id), terms()
    stand = stand_with(shown, asked.get("version"), holds)
    device, browser = request.user_agent.string, reporting.browser_in(asked)
    visit = Visit(stand.version_id, stand.standing.length, device, stand.passed, browser)
    opened = service.open_watch(db(), person_id(), visit, terms=holds, now=now)
    return answer(
        {
            "session": opened.session,
            "held": list(opened.standing.held.ranges()),
            "position": opened.standing.position,
            "interval": holds.interval,
            "now": reporting.milliseconds(now),
        }
    )


@bp.post("/watching/reports")
@from_our_page
@login_required
def reports() -> ResponseReturnValue:
    """Take a batch of reports; one that can never be held does not spoil the others."""
    holds, now, began = terms(), clock.now(), monotonic()
    batch = reporting.batch_in(body(), pace().board, now)
    check_person(batch.person_id)
    claims = [service.Claim(person_id(), one.report) for one in batch.said]
    outcomes = service.record_many(db(), claims, terms=holds, now=now)
    ended = monotonic()
    pace().took(reporting.Took(ended, 0.0, ended - began, 1))
    return answer(reporting.receipts(batch, outcomes, interval=holds.interval, now=now))
