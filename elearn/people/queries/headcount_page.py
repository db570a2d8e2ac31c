"""The page of declared numbers: an area and what lies in it, what was declared, and the roster."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor, Role
from elearn.errors import NotFound
from elearn.people.models import Headcount, TargetGroup
from elearn.people.queries.deciding import DECIDING
from elearn.people.queries.headcounts import headcounts_on
from elearn.people.queries.roster import roster_sizes
from elearn.people.queries.sight import SEEING
from elearn.people.rules.headcounts import NOTHING, Said
from elearn.text import msg, sort_key

PAGE = 12  # Lines of a form: of more, those on a telephone lose sight.
_COUNTRY = 2  # Of "/" and "/1/": the slashes, at most.


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """An area: what it declared for the day, what it declared before, whom the roster has."""

    area: areas.AreaVersion
    held: Headcount | None
    before: Headcount | None
    on_roster: int

    @property
    def said(self) -> Said:
        return said_by(self.held)

    @property
    def lacking(self) -> int:
        """Return how many of those declared are not on the roster."""
        told = self.held or self.before
        return max(0, (told.number or 0) - self.on_roster) if told else 0


def said_by(row: Headcount | None) -> Said:
    """Return what a declaration says."""
    if row is None:
        return NOTHING
    return Said(row.number, row.number is None, row.source or "")


@dataclass(frozen=True, slots=True)
class HeadcountsAsked:
    """A group, an area, a day, and which page of its lines; or the lines that were sent."""

    group: str
    area: areas.AreaVersion
    day: date
    page: int = 1
    #: The areas whose lines a form has; nothing where none was sent.
    sent: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class HeadcountPage:
    """The area itself, then what lies in it in the order of the alphabet, a page of it."""

    area: areas.AreaVersion
    above: Sequence[areas.AreaVersion]
    rows: tuple[HeadcountRow, ...]
    may_declare: bool
    page: int
    #: How many areas lie in it.
    count: int

    @property
    def pages(self) -> int:
        return _pages(self.count)

    @property
    def first(self) -> int:
        """Return the number of its first line among those of what lies in the area."""
        return (self.page - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return min(self.page * PAGE, self.count)


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))


def groups(db: Session) -> Sequence[TargetGroup]:
    """Return the target groups in the order of the alphabet."""
    return sorted(db.scalars(select(TargetGroup)), key=lambda group: sort_key(group.name))


def headcount_area(db: Session, actor: Actor, text: str, day: date) -> areas.AreaVersion:
    """Return the area of this code or name on the day; without one, what the actor answers for.

    :raise NotFound: if there was none that day, or the actor may not see it.
    """
    if not text:
        return _own(db, actor, day)
    area = areas.area_meant(db, text, day=day)
    if not area.path.startswith(_reach(db, actor, SEEING, day)):
        raise NotFound(msg("Không có địa bàn này trong phạm vi anh/chị được xem."))
    return area


def may_declare(db: Session, actor: Actor, area: areas.AreaVersion, day: date) -> bool:
    """Return whether the actor decides over the area: who only proposes declares nothing."""
    return area.path.startswith(_reach(db, actor.as_decider(), DECIDING, day))


def _own(db: Session, actor: Actor, day: date) -> areas.AreaVersion:
    """Return the widest of the actor's areas that stood on the day, of several the first given."""
    scopes = actor.scopes(*SEEING)
    if any(path.count("/") <= _COUNTRY for path in scopes):
        return areas.version_on(db, areas.root(db).id, day)
    keys = [*actor.ended(*SEEING), *map(_key, scopes)]
    standing = areas.versions_on(db, keys, day)
    stood = [standing[key] for key in keys if key in standing]
    if not stood:
        raise NotFound(msg("Địa bàn của anh/chị không có vào ngày này."))
    return min(stood, key=lambda one: one.path.count("/"))


def _reach(db: Session, actor: Actor, roles: Collection[Role], day: date) -> tuple[str, ...]:
    """Return the paths of the areas of the day that one answers for: who does for the heir does.

    Who was given an area that has ended answers for it on the days on which it stood.
    """
    scopes = actor.scopes(*roles)
    if not scopes or any(path.count("/") <= _COUNTRY for path in scopes):
        return ("/",) if scopes else ()
    stood = areas.versions_on(db, [*actor.ended(*roles), *map(_key, scopes)], day)
    return (*(one.path for one in stood.values()), *areas.reach_of(db, scopes))


def _key(path: str) -> int:
    return int(path.strip("/").rpartition("/")[2])


def headcount_page(db: Session, actor: Actor, asked: HeadcountsAsked) -> HeadcountPage:
    """Return a page of a group, a day and an area; at most nine queries."""
    area, day, group = asked.area, asked.day, asked.group
    within = areas.children_of(db, area.area_id, day)
    page = min(asked.page, _pages(len(within)))
    shown = _shown(within, replace(asked, page=page))
    keys = [one.area_id for one in shown]
    now = headcounts_on(db, [group], keys, day)
    earlier = headcounts_on(db, [group], keys, day - timedelta(days=1))
    sizes = roster_sizes(db, group, area, day)
    reach = _reach(db, actor, SEEING, day)
    above = areas.ancestors(db, area, day)
    return HeadcountPage(
        area,
        [one for one in above if one.path.startswith(reach)],
        tuple(_row(one, group, (now, earlier), sizes.get(one.area_id, 0), day) for one in shown),
        may_declare(db, actor, area, day),
        page,
        len(within),
    )


def _shown(
    within: Sequence[areas.AreaVersion], asked: HeadcountsAsked
) -> Sequence[areas.AreaVersion]:
    """Return the areas of the page, on the first the area itself too; or just those of a form.

    Where borders have changed since it was written, other lines stand on its page now: about them
    it says nothing, not even that nothing was reported.
    """
    if asked.sent is not None:
        return [one for one in (asked.area, *within) if one.area_id in asked.sent]
    first = (asked.page - 1) * PAGE
    of_page = within[first : first + PAGE]
    return [asked.area, *of_page] if asked.page == 1 else of_page


_Told = dict[tuple[int, str], Headcount]


def _row(
    area: areas.AreaVersion, group: str, told: tuple[_Told, _Told], size: int, day: date
) -> HeadcountRow:
    now, earlier = (each.get((area.area_id, group)) for each in told)
    held = now if now and now.as_of == day else None
    return HeadcountRow(area, held, earlier, size)


def headcounts_by_id(db: Session, keys: Collection[int]) -> dict[int, Headcount]:
    """Return declarations by their keys, whether they still hold or not."""
    found = db.scalars(select(Headcount).where(Headcount.id.in_(keys)))
    return {row.id: row for row in found}
