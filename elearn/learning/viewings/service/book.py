"""The record of one viewing, at hand while a report is merged into it."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from operator import or_

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import InvalidInput
from elearn.learning.rules import Seconds
from elearn.learning.viewings.models import (
    SharedPresence,
    SharedStretch,
    SharedStretchPerson,
    SharedViewing,
)
from elearn.learning.viewings.rules import Brought, Refused, Span, Whom, admitted, allowed
from elearn.text import msg

_CLOCK = msg("Có đoạn báo dài hơn hai lần thời gian đã trôi qua nên chưa tính.")
_SETTLED = msg("Máy chủ đã nhận đoạn này rồi, lúc ấy chưa đánh dấu người này.")
_OUTSIDE = msg("Có đoạn nằm ngoài bài giảng.")


class Book:
    """The stretches of a viewing and who sat in each; each report finds what those before left."""

    def __init__(self, db: Session, viewing: SharedViewing, rate: int, until: datetime) -> None:
        """Read it; `until` is up to when the viewing has gone on."""
        self._db, self._viewing, self._rate = db, viewing, rate
        of = SharedStretch.viewing_id == viewing.id
        rows = db.scalars(select(SharedStretch).where(of))
        self._rows = {row.number: row for row in rows}
        self._played = {key: Seconds.from_bytes(row.played) for key, row in self._rows.items()}
        self._sat = self._who_sat()
        self._left = int((until - viewing.opened_at).total_seconds() * rate / 100)
        self._left -= sum(len(seconds) for seconds in self._played.values())
        self.refused: list[Refused] = []

    def _who_sat(self) -> dict[int, set[int]]:
        sat: dict[int, set[int]] = {number: set() for number in self._rows}
        one = SharedStretchPerson
        pairs = select(one.number, one.person_id).where(one.viewing_id == self._viewing.id)
        for number, person_id in self._db.execute(pairs):
            sat[number].add(person_id)
        return sat

    @property
    def shown(self) -> Seconds:
        """Return which seconds of the film were shown in all."""
        return reduce(or_, self._played.values(), Seconds())

    def take(self, one: Brought, span: Span, whom: Whom) -> None:
        """Merge one stretch, as far as it can be.

        :raise InvalidInput: if a range of it is none.
        """
        claimed, has_all = self._claimed(one)
        if not has_all:
            self.refused.append(Refused(one.number, _OUTSIDE))
        row = self._row(one, span, whom) if claimed or has_all else None
        if row is None:
            return
        played = self._played.get(one.number, Seconds())
        whole = Span(row.first_at, row.last_at) | span
        new = claimed - played
        left, rate = max(0, self._left), self._rate
        granted = allowed(new, len(played), whole, left=left, rate_percent=rate)
        row.first_at, row.last_at = whole.first, whole.last
        self._played[one.number] = played | granted
        self._left -= len(granted)
        if beyond := new - granted:
            self.refused.append(Refused(one.number, _CLOCK, seconds=beyond))

    def _claimed(self, one: Brought) -> tuple[Seconds, bool]:
        try:
            return Seconds.inside(one.ranges, self._viewing.length)
        except ValueError:
            raise InvalidInput(ranges=_OUTSIDE) from None

    def _row(self, one: Brought, span: Span, whom: Whom) -> SharedStretch | None:
        """Return the row of a stretch; it begins once somebody may sit there."""
        present, refused = admitted(one, span, whom)
        if one.number in self._rows:
            self._check_same(one, whom, refused)
            return self._rows[one.number]
        self.refused += refused
        return self._begin(one, span, present) if present else None

    def _begin(self, one: Brought, span: Span, present: Sequence[int]) -> SharedStretch:
        self._sat[one.number] = set(present)
        row = self._rows[one.number] = SharedStretch(
            viewing_id=self._viewing.id,
            number=one.number,
            form=one.form,
            played=b"",
            first_at=span.first,
            last_at=span.last,
        )
        return row

    def _check_same(self, one: Brought, whom: Whom, refused: Sequence[Refused]) -> None:
        """Tell of whoever did not sit there when the stretch first came, with the reason."""
        sat, reasons = self._sat[one.number], {no.person_id: no for no in refused}
        for person_id in one.present:
            if whom.wholes.get(person_id, person_id) not in sat:
                settled = Refused(one.number, _SETTLED, person_id)
                self.refused.append(reasons.get(person_id, settled))

    def keep(self) -> None:
        """Write what has changed."""
        db, viewing_id = self._db, self._viewing.id
        begun = [number for number, row in self._rows.items() if row not in db]
        for number, seconds in self._played.items():
            self._rows[number].played = seconds.to_bytes()
        db.add_all(self._rows.values())
        db.flush()
        db.add_all(
            SharedStretchPerson(viewing_id=viewing_id, number=number, person_id=person_id)
            for number in begun
            for person_id in sorted(self._sat[number])
        )
        hers = select(SharedPresence.person_id).where(SharedPresence.viewing_id == viewing_id)
        sat = set().union(*(self._sat[number] for number in begun))
        db.add_all(
            SharedPresence(viewing_id=viewing_id, person_id=person_id)
            for person_id in sorted(sat - set(db.scalars(hers)))
        )
        db.flush()
