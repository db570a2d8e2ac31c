"""Whether there is anything to count: some post puts people into a group on the day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.areas import Level
from elearn.coverage.rules import Holding, Indicator


def holdings_on(db: Session, indicators: Iterable[Indicator], day: date) -> dict[str, Holding]:
    """Return, by indicator, whether some post put people into its group on the day; one query."""
    belongs, post = people.PostGroup, people.Post
    wanted = list(indicators)
    rows = db.execute(
        select(belongs, post.level)
        .join(post, post.key == belongs.post_key)
        .where(belongs.group_key.in_({one.group for one in wanted}), belongs.valid_from <= day)
    ).all()
    spans: dict[tuple[str, Level | None], list[people.PostGroup]] = defaultdict(list)
    for row, level in rows:
        spans[row.group_key, level].append(row)
        spans[row.group_key, None].append(row)
    return {one.key: _holding(spans[one.group, one.level], day) for one in wanted}


def _holding(rows: Sequence[people.PostGroup], day: date) -> Holding:
    if any(row.is_valid_on(day) for row in rows):
        return Holding(is_open=True)
    return Holding(
        is_open=False, ended_on=max((r.valid_to for r in rows if r.valid_to), default=None)
    )
