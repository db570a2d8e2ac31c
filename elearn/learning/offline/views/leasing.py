"""A phone asks leave to keep a lecture, and asks anew before that runs out."""

from datetime import datetime

from flask import request
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.errors import InvalidInput
from elearn.learning import reporting
from elearn.learning.offline import queries, sealing, service
from elearn.learning.offline.rules import Carried
from elearn.learning.offline.views.copies import (
    Copy,
    film_of,
    maps_of,
    parts_of,
    standing_with,
    told,
    weight_of,
)
from elearn.learning.offline.views.door import bp
from elearn.learning.rules import Terms, Visit
from elearn.learning.views.films import watched
from elearn.learning.views.players import (
    answer,
    body,
    check_person,
    from_our_page,
    stand_with,
    text,
)
from elearn.learning.views.terms import terms
from elearn.learning.views.weights import Weight
from elearn.text import msg
from elearn.web import db, here, login_required, person_id


@bp.post("/leases")
@from_our_page
@login_required
def lease() -> ResponseReturnValue:
    asked, now, holds = body(), clock.now(), terms()
    check_person(reporting.person_in(asked))
    lecture = catalogue.lecture_by_code(db(), text(asked, "lecture"))
    shown = media.playable_of(db(), lecture.medium_id)
    stand = stand_with(shown, asked.get("version"), holds)
    film = watched(shown, stand)
    weight = _weight(film, text(asked, "weight"))
    carried = Carried(weight.name, asked.get("opus") is True and weight.opus is not None)
    parts = parts_of(film, carried)
    device, browser = request.user_agent.string, reporting.browser_in(asked)
    visit = Visit(film.version_id, stand.standing.length, device, stand.passed, browser)
    size = sum(one.size for one in parts)
    wanted = service.Wanted(lecture.id, visit, carried.name, size)
    given, standing = service.lease(db(), person_id(), wanted, _leave(holds, now), now=now)
    key = sealing.key_of(here().settings.secret_key, given.token)
    copy = Copy(given, film, weight, parts, standing)
    return answer({**told(copy, now=now), "key": sealing.told(key)})


@bp.post("/leases/<token>/renewal")
@from_our_page
@login_required
def renewal(token: str) -> ResponseReturnValue:
    asked, now, holds = body(), clock.now(), terms()
    check_person(reporting.person_in(asked))
    given = queries.lease_of(db(), person_id(), token)
    shown = media.playable_of(db(), given.lecture.medium_id)
    stand_with(shown, given.medium_version_id, holds)
    service.renew(db(), given, _leave(holds, now), now=now)
    film, carried = film_of(given), Carried.kept(given.weight)
    standing = standing_with(film, maps_of(film), holds.share_percent)
    copy = Copy(given, film, _weight(film, carried.weight), parts_of(film, carried), standing)
    return answer(told(copy, now=now))


def _leave(holds: Terms, now: datetime) -> service.Leave:
    return service.Leave(queries.lease_rule_on(db(), clock.day_of(now)), holds)


def _weight(film: media.Playable, name: str) -> Weight:
    found = weight_of(film, name)
    if found is None:
        raise InvalidInput(weight=msg("Bài này không có cách xem đó. Mở lại trang rồi chọn lại."))
    return found
