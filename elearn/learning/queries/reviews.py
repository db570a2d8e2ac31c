"""Where people stand with the conditions of a programme, and the rule that sets them."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.catalogue import ProgrammeVersion
from elearn.errors import NotFound
from elearn.learning.models import CompletionRule
from elearn.learning.queries.programmes import progress_of_many
from elearn.learning.queries.terms import watch_rule_on
from elearn.learning.rules import Record, Review, review
from elearn.text import msg


def completion_rule_on(db: Session, programme_id: int, day: date) -> CompletionRule:
    """Return the newest rule of the programme that holds on the day, else the one for all.

    :raise NotFound: if none holds.
    """
    rule = CompletionRule
    found = (
        select(rule)
        .where(or_(rule.programme_id == programme_id, rule.programme_id.is_(None)))
        .where(rule.valid_on(day))
        .order_by(rule.programme_id.is_(None), rule.number.desc())
    )
    newest = db.scalar(found.limit(1))
    if newest is None:
        raise NotFound(msg("Chưa có quy tắc hoàn thành cho ngày này: chạy “elearn setup”."))
    return newest


def reviews_of(  # noqa: PLR0913  # Who, of what, by which rule, from which choice, and when.
    db: Session,
    person_ids: Collection[int],
    version: ProgrammeVersion,
    rule: CompletionRule,
    *,
    offered: Collection[int] | None,
    now: datetime,
) -> dict[int, Review]:
    """Hold each person's record against the rule, in a number of queries that does not grow.

    `offered` are the keys of the elective modules to choose from; None: all of the programme.
    Marks and attendance have no domain yet: a condition on them is absent, and blocks.
    """
    watching = watch_rule_on(db, clock.day_of(now))
    chosen = None if offered is None else frozenset(offered)
    progress = progress_of_many(
        db,
        person_ids,
        version,
        share_percent=watching.seen_share_percent,
        since=clock.start_of(watching.valid_from),
    )
    return {
        person_id: review(rule.conditions, Record(hers, chosen))
        for person_id, hers in progress.items()
    }
