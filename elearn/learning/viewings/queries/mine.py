"""The viewings in which somebody was marked as present, as she herself is shown them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from elearn import people
from elearn.errors import NotFound
from elearn.learning.rules import Confirmation, Seconds
from elearn.learning.viewings.models import (
    SharedPresence,
    SharedStretch,
    SharedStretchPerson,
    SharedViewing,
)
from elearn.learning.viewings.queries.laid import played_in
from elearn.learning.viewings.queries.telling import spans_of
from elearn.learning.viewings.rules import Played, Span
from elearn.text import msg

_MOST = 50
_P, _S, _SAT, _V = SharedPresence, SharedStretch, SharedStretchPerson, SharedViewing


@dataclass(frozen=True, slots=True)
class Own:
    """One viewing that she was in: her times, the seconds shown to her, what she may still say."""

    presence: SharedPresence
    spans: Sequence[Span]
    sat: int
    may_confirm: bool
    may_object: bool


def own_presences(db: Session, person_id: int, *, now: datetime) -> list[Own]:
    """Return the latest viewings somebody was in, under whatever entry; two queries."""
    hers = (
        select(_P)
        .join(_P.viewing)
        .where(_P.person_id.in_(people.entry_ids(person_id)))
        .options(contains_eager(_P.viewing).joinedload(_V.lecture))
        .options(contains_eager(_P.viewing).joinedload(_V.led_by))
        .options(contains_eager(_P.viewing).joinedload(_V.rule))
        .order_by(_V.opened_at.desc())
        .limit(_MOST)
    )
    presences = db.scalars(hers).all()
    sat = _sat(db, presences)
    return [_own(one, sat[one.viewing_id, one.person_id], now) for one in presences]


def _sat(db: Session, presences: Sequence[SharedPresence]) -> dict[tuple[int, int], list[Played]]:
    rows = db.execute(
        select(_SAT.person_id, _S)
        .join(_S, (_S.viewing_id == _SAT.viewing_id) & (_S.number == _SAT.number))
        .where(_SAT.viewing_id.in_({one.viewing_id for one in presences}))
        .where(_SAT.person_id.in_({one.person_id for one in presences}))
    )
    found: dict[tuple[int, int], list[Played]] = defaultdict(list)
    for whose, row in rows:
        found[row.viewing_id, whose].append(played_in(row))
    return found


def _own(one: SharedPresence, sat: list[Played], now: datetime) -> Own:
    viewing, rule = one.viewing, one.viewing.rule
    is_asked = rule.confirmation is Confirmation.CODE and viewing.stated_at is not None
    is_open = now <= viewing.open_until and one.objected_at is None and one.struck_at is None
    shown = reduce(or_, (stretch.seconds for stretch in sat), Seconds())
    may_confirm = is_asked and is_open and one.confirmed_at is None
    return Own(one, spans_of(sat), len(shown), may_confirm, is_open)


def viewing_sat_in(db: Session, person_id: int, token: str) -> SharedViewing:
    """Return a viewing to somebody who was marked as present in it, under whatever entry.

    :raise NotFound: if there is none.
    """
    hers = _P.person_id.in_(people.entry_ids(person_id))
    found = db.scalar(select(_V).join(_P, _P.viewing_id == _V.id).where(_V.token == token, hers))
    if found is None:
        raise NotFound(msg("Không có tên trong buổi xem chung này."))
    return found
