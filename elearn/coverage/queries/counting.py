"""Counting persons: one statement for all indicators of an area and of what lies in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import CTE, Select, func, literal, select, union_all
from sqlalchemy.orm import Session

from elearn import people
from elearn.areas import Level
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.holding import Window, in_post, trained
from elearn.coverage.rules import Holding, Indicator

#: Persons trained and persons in post, of an indicator's key in a child area ("" for the whole).
Counts = dict[tuple[str, str], tuple[int, int]]


def counts_of(
    db: Session, asked: Asked, indicators: Sequence[Indicator], *, by_child: bool
) -> Counts:
    """Return n and N of each indicator in the area and, if wanted, in each child; one query.

    Each is counted by distinct persons: nobody counts twice in a figure.
    """
    if not indicators:
        return {}
    held = in_post({one.group for one in indicators}, asked.path, asked.day).cte("held")
    did = _windows(asked, indicators)
    parts = [
        part
        for one in indicators
        for part in _parts(one, held, did[asked.window(one)], by_child=by_child)
    ]
    rows = db.execute(union_all(*parts))
    return {(key, child): (n, of) for key, child, n, of in rows}


def _windows(asked: Asked, indicators: Iterable[Indicator]) -> dict[Window, CTE]:
    windows = dict.fromkeys(asked.window(one) for one in indicators)
    return {window: trained(window).cte(f"did_{place}") for place, window in enumerate(windows)}


def _parts(one: Indicator, held: CTE, did: CTE, *, by_child: bool) -> list[Select[Any]]:
    def part(child: Any) -> Select[Any]:
        return _narrowed(
            select(
                literal(one.key),
                child,
                func.count(did.c.person_id.distinct()),
                func.count(held.c.person_id.distinct()),
            ).select_from(held.outerjoin(did, did.c.person_id == held.c.person_id)),
            one,
            held,
        )

    whole = part(literal(""))
    if not by_child:
        return [whole]
    return [whole, part(held.c.child).where(held.c.child != "").group_by(held.c.child)]


def _narrowed(counting: Select[Any], one: Indicator, held: CTE) -> Select[Any]:
    narrowed = counting.where(held.c.group_key == one.group)
    return narrowed.where(held.c.level == one.level) if one.level else narrowed


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
