"""What a learner still lacks of a programme, condition by condition."""

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.catalogue import ProgrammeVersion
from elearn.errors import NotFound
from elearn.learning import queries
from elearn.learning.views.door import bp
from elearn.text import msg
from elearn.web import db, login_required, person_id


@bp.get("/programmes/<code>/missing")
@login_required
def missing(code: str) -> ResponseReturnValue:
    version = _hers(code)
    now = clock.now()
    today = clock.day_of(now)
    rule = queries.completion_rule_on(db(), version.programme_id, today)
    found = queries.reviews_of(db(), [person_id()], version, rule, offered=None, now=now)
    return render_template(
        "learning/missing.html",
        programme=version,
        rule=rule,
        found=found[person_id()],
        share_percent=queries.watch_rule_on(db(), today).seen_share_percent,
        coming=queries.watch_rule_after(db(), today),
    )


def _hers(code: str) -> ProgrammeVersion:
    """Return the version she has a place on, the newest if there are several.

    :raise NotFound: if she has none.
    """
    places = queries.enrolments_of(db(), person_id())
    for place in places:
        if place.programme_version.code == code:
            return place.programme_version
    raise NotFound(msg("Anh/chị chưa được ghi danh vào chương trình %(code)s.", code=code))
