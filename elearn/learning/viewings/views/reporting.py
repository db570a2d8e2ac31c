"""What a leader's screen reports while it plays, and after a line was away."""

from collections.abc import Iterable
from typing import Any

from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.learning import reporting
from elearn.learning.viewings import queries, service
from elearn.learning.viewings.reading import said_in
from elearn.learning.viewings.rules import Refused
from elearn.learning.viewings.views.door import bp
from elearn.learning.views.players import answer, body, check_person, from_our_page
from elearn.learning.views.terms import terms
from elearn.web import actor, db, login_required, told


@bp.post("/viewings/<token>/report")
@from_our_page
@login_required
def report(token: str) -> ResponseReturnValue:
    given, holds, now = body(), terms(), clock.now()
    check_person(reporting.person_in(given))
    viewing = queries.viewing_led_by(db(), actor(), token)
    taken = service.take(db(), viewing.id, said_in(given), terms=holds, now=now)
    return answer(
        {
            "received": f"{now.astimezone(clock.ZONE):%H:%M}",
            "refused": list(_told(taken.refused)),
            "seconds": taken.seconds,
            "interval": holds.interval,
            "now": reporting.milliseconds(now),
        }
    )


def _told(refused: Iterable[Refused]) -> Iterable[dict[str, Any]]:
    for one in refused:
        line: dict[str, Any] = {"number": one.number, "reason": told(one.reason)}
        if one.person_id is not None:
            line["person"] = one.person_id
        if one.seconds:
            line["ranges"] = list(one.seconds.ranges())
        yield line
