"""What the worker does when the watch rule changes: writes down who has seen what by it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import clock, media
from elearn.catalogue import Lecture
from elearn.db import Database
from elearn.jobs import Handlers, Work
from elearn.learning.models import RuleDraft, WatchMap, WatchRule
from elearn.learning.queries.effects import intricate
from elearn.learning.queries.rule_drafts import rule_draft_by_id
from elearn.learning.queries.terms import watch_rule_on
from elearn.learning.service.adopting import GIVE
from elearn.learning.service.giving import Measure, give_intricate, give_plain, in_groups


def give(work: Work) -> None:
    """Write down what stays seen by the rule before, and, once its day has come, what is now seen.

    Done again it finds nothing left to do.
    """
    draft_id = int(work.payload["draft"])
    with work.database.reading() as db:
        measures = _measures(db, rule_draft_by_id(db, draft_id))
        shown = _films(db)
    for done, film in enumerate(shown, 1):
        for measure in measures:
            for _ in _given(work.database, film, measure):
                work.report(done - 1, len(shown))
        work.report(done, len(shown))
    with work.database.writing() as db:
        work.hold(db)
        _finish(db, rule_draft_by_id(db, draft_id))


def _measures(db: Session, draft: RuleDraft) -> list[Measure]:
    """Return the rule of the day before, and, if the new one holds by now, that.

    The rule of the day before may be one that is itself still to come: until then it gives nothing,
    and what stays is what is seen by today's.
    """
    if draft.watch_rule_version is None:
        return []
    day, today = draft.valid_from, clock.today()
    before = watch_rule_on(db, min(today, day - timedelta(days=1)))
    measures = [_measure(before, until=clock.start_of(day))]
    after = watch_rule_on(db, day)
    if after.version == draft.watch_rule_version and today >= day:
        measures.append(_measure(after))
    return measures


def _measure(rule: WatchRule, until: datetime | None = None) -> Measure:
    since = clock.start_of(rule.valid_from)
    return Measure(rule.version, rule.seen_share_percent, since, until)


def _films(db: Session) -> Sequence[media.Playable]:
    taught = db.scalars(select(Lecture.medium_id).where(Lecture.medium_id.is_not(None)))
    found = media.playables(db, [key for key in taught if key is not None])
    return [found[key] for key in sorted(found)]


def _given(database: Database, film: media.Playable, by: Measure) -> Iterator[int]:
    """Give the number written in each of as many short transactions as it takes."""
    while some := _some(database, film, by):
        yield some
    with database.reading() as db:
        others = intricate(db, film)
    for group in in_groups(others):
        with database.writing() as db:
            yield give_intricate(db, film, group, by)


def _some(database: Database, film: media.Playable, by: Measure) -> int:
    with database.writing() as db:
        return give_plain(db, film, by)


def _finish(db: Session, draft: RuleDraft) -> None:
    """Keep how many lectures of people are seen by the rule since the moment it began."""
    if draft.watch_rule_version is None or clock.today() < draft.valid_from:
        return
    by_it = (WatchMap.seen_by == draft.watch_rule_version,)
    since = WatchMap.seen_at == clock.start_of(draft.valid_from)
    draft.given = db.scalar(select(func.count()).select_from(WatchMap).where(*by_it, since))
    draft.given_at = clock.now()


HANDLERS: Handlers = {GIVE: give}
