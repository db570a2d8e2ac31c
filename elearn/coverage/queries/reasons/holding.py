"""Which posts were written down, ended, put right or taken back; and who was joined to whom."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from elearn import people
from elearn.coverage.queries.comparing import Compared
from elearn.coverage.queries.reasons.owners import Owners, holdings_of
from elearn.coverage.queries.reasons.writing import day, days, written
from elearn.coverage.rules.indicators import Indicator
from elearn.text import Message, msg


def of_people(
    db: Session, asked: Compared, indicator: Indicator, owners: Owners
) -> Iterator[tuple[int, Message]]:
    """Give, by entry, what was written of her posts and of who she is; two queries."""
    yield from _joins(db, asked, owners)
    row: Any = holdings_of(indicator.planned_for)
    news = (
        select(row)
        .where(row.person_id.in_(owners.entries), asked.is_news(row))
        .options(joinedload(row.post), joinedload(row.org_unit))
        .order_by(row.valid_from, row.id)
    )
    pairs: dict[tuple[Any, ...], tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for one in db.scalars(news):
        key = one.person_id, one.post_key, one.org_unit_id
        pairs[key][one.recorded_at > asked.earlier].append(one)
    for (entry, *_), (gone, new) in pairs.items():
        for before, after in zip_longest(gone, new):
            yield entry, _told(before, after)


def _told(before: Any, after: Any) -> Message:
    one = after or before
    told: dict[str, Any] = {
        "post": one.post.name,
        "unit": one.org_unit.name,
        "days": days(one.valid_from, one.valid_to),
    }
    if before is None:
        words = msg("Ghi thêm: %(post)s, %(unit)s, %(days)s", **told)
        return written(words, after.recorded_at, after.decision)
    if after is None:
        words = msg("Bỏ: %(post)s, %(unit)s, %(days)s", **told)
        return written(words, before.superseded_at)
    if before.valid_to is None and after.valid_to and before.valid_from == after.valid_from:
        return _ended(after, told)
    then = days(before.valid_from, before.valid_to)
    words = msg("Sửa: %(post)s, %(unit)s, trước ghi %(then)s, nay ghi %(days)s", then=then, **told)
    return written(words, after.recorded_at, after.decision)


def _ended(one: Any, told: dict[str, Any]) -> Message:
    told["last"] = day(one.valid_to)
    words = msg("Thôi giữ: %(post)s, %(unit)s, ngày cuối %(last)s", **told)
    if reason := getattr(one, "end_reason", None):
        why = people.END_REASON_NAMES[reason]
        words = msg("%(words)s, %(why)s", words=words, why=why)
    return written(words, one.recorded_at, getattr(one, "end_decision", None))


def _joins(db: Session, asked: Compared, owners: Owners) -> Iterator[tuple[int, Message]]:
    """Give who was said to be one human being with whom, or to be two."""
    join = people.PersonJoin
    ends = or_(join.person_id.in_(owners.entries), join.whole_id.in_(owners.entries))
    is_told = asked.is_between(join.joined_at) | asked.is_between(join.undone_at)
    rows = select(join).options(joinedload(join.person), joinedload(join.whole))
    for one in db.scalars(rows.where(ends, is_told).order_by(join.id)):
        for entry in (one.person_id, one.whole_id):
            yield entry, _joined(asked, one)


def _joined(asked: Compared, one: people.PersonJoin) -> Message:
    """Return what was said; who is somebody else again is not named: not all may see her."""
    if one.undone_at and asked.saw(one.undone_at):
        return written(msg("Hai hồ sơ được tách lại thành hai người"), one.undone_at)
    if one.undone_at:
        return written(msg("Hai hồ sơ được xác nhận là một người"), one.joined_at)
    names = {"one": one.person.full_name, "other": one.whole.full_name}
    words = msg("Hồ sơ “%(one)s” và “%(other)s” được xác nhận là một người", **names)
    return written(words, one.joined_at)
