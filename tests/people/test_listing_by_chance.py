"""Whatever is done to people, the list holds each of them once, and whom one sees is one answer."""

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from elearn import areas, people
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.db import UNKNOWN_START
from elearn.errors import Refusal
from elearn.people import (
    Appointment,
    Ending,
    EndReason,
    Filters,
    NewPerson,
    Person,
    Post,
    Relocation,
    Tenure,
    Turn,
    UnitKind,
)
from elearn.people.models import PersonJoin
from elearn.people.queries import visible_to
from elearn.people.queries.listing import pages
from elearn.people.queries.persons import canonical_id
from elearn.personal import Erasure
from tests.make import people as make
from tests.make.areas import BEFORE, NOW, area
from tests.make.people import KNOWN
from tests.people.test_listing_kept import rows

NAMES = (
    "Lê Thị An",
    "Lê Thị An",
    "Lò Văn Ẩn",
    "H'Hen Niê",
    "Nguyễn Thị Đào",
    "Y Blêt",
    "Lê Thị Án",
)


class World:
    """Some people and units in two provinces, and what may be done to them by chance."""

    def __init__(self, db, seed):
        self.db, self.chance, self.done = db, Random(seed), set()
        places = (
            area(db, "Xã Hưng Hà"),
            area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE),
            area(db, "Huyện Hưng Hà", day=BEFORE),
            area(db, "Tỉnh Hưng Yên"),
            area(db, "Tỉnh Quảng Ninh"),
        )
        self.areas = [areas.versions_of(db, one.id)[-1] for one in places]
        since = date(2010, 1, 1)
        kind = UnitKind.AGENCY
        self.units = [make.org_unit(db, at=one, since=since, kind=kind) for one in places * 2]
        self.posts = db.scalars(select(Post)).all()[:4]
        for name in NAMES:
            people.add_person(db, OPERATOR, NewPerson(name), now=KNOWN)

    @property
    def persons(self):
        return self.db.scalars(select(Person).order_by(Person.id)).all()

    def somebody(self):
        return self.chance.choice(self.persons)

    def day(self):
        return date(2019, 1, 1) + timedelta(days=self.chance.randrange(2800))

    def act(self):
        """Do something; what is refused is not done."""
        acts = (
            *(self.appoint, self.appoint, self.end, self.take_back, self.transfer, self.merge),
            *(self.part, self.rename, self.move_unit, self.end_unit, self.forget),
        )
        try:
            with self.db.begin_nested():
                act = self.chance.choice(acts)
                act()
            self.done.add(act.__name__)
        except (Refusal, IndexError):
            self.db.expire_all()

    def tenure(self):
        held = select(Tenure).where(Tenure.is_current()).order_by(Tenure.id)
        return self.chance.choice(self.db.scalars(held).all())

    def appoint(self):
        to = self.chance.choice(self.posts), self.chance.choice(self.units), self.day()
        new = Appointment(self.somebody(), *to)
        people.appoint(self.db, OPERATOR, new, now=KNOWN)

    def end(self):
        ending = Ending(self.day(), EndReason.TERM_ENDED)
        people.end_tenure(self.db, OPERATOR, self.tenure(), ending, now=KNOWN)

    def take_back(self):
        people.take_back(self.db, OPERATOR, self.tenure(), "nhầm", now=KNOWN)

    def transfer(self):
        to = self.chance.choice(self.posts), self.chance.choice(self.units), self.day()
        move = people.Move(self.tenure(), people.MoveKind.TRANSFER, *to)
        people.transfer(self.db, OPERATOR, move, now=KNOWN)

    def merge(self):
        people.merge(self.db, OPERATOR, self.somebody(), self.somebody(), now=KNOWN)

    def part(self):
        joins = select(PersonJoin).where(PersonJoin.undone_at.is_(None)).order_by(PersonJoin.id)
        join = self.chance.choice(self.db.scalars(joins).all())
        people.undo_merge(self.db, OPERATOR, join, now=KNOWN)

    def rename(self):
        new = NewPerson(self.chance.choice(NAMES), phone=self.chance.choice(("", "0900000001")))
        people.edit_person(self.db, OPERATOR, self.somebody(), new, now=KNOWN)

    def move_unit(self):
        to = Relocation(self.chance.choice(self.areas), self.day())
        people.move_unit(self.db, OPERATOR, self.chance.choice(self.units), to, now=KNOWN)

    def end_unit(self):
        if self.chance.random() < 0.2:
            people.end_unit(
                self.db, OPERATOR, self.chance.choice(self.units), self.day(), now=KNOWN
            )

    def forget(self):
        if self.chance.random() < 0.2:
            ids = frozenset(people.wholes_of(self.db, [self.somebody().id]))
            people.personal.forget(self.db, Erasure(OPERATOR, ids, KNOWN, "not a secret"))


def listed(db, actor, filters=None):
    """Return the keys of all pages, one after another."""
    found, turn = [], Turn()
    while True:
        page = people.people_page(db, actor, filters or Filters(), turn, day=NOW)
        found += [row.person.id for row in page.rows]
        if page.next_after is None:
            return found
        turn = Turn(page.next_after)


def readers(db):
    """Return the shell, one without a right, and who sees communes, provinces, an abolished one."""
    paths = [
        areas.versions_of(db, area(db, name, day=day).id)[-1].path
        for name, day in (
            *(("Xã Hưng Hà", NOW), ("Tỉnh Hưng Yên", NOW), ("Tỉnh Quảng Ninh", NOW)),
            *(("Tỉnh Thái Bình", BEFORE), ("Phường Hạ Long", NOW)),
        )
    ]
    somebody = db.scalars(select(Person.id).order_by(Person.id)).first()
    grants = [Grant(Role.INSPECTOR, path, UNKNOWN_START) for path in paths]
    return [OPERATOR, Actor(somebody), *(Actor(somebody, (grant,)) for grant in grants)]


@pytest.mark.parametrize("seed", range(2))
def test_after_whatever_was_done_the_list_is_whom_one_sees(db, monkeypatch, seed):
    monkeypatch.setattr(pages, "PAGE", 3)
    world = World(db, seed)
    for _ in range(50):
        world.act()
    assert len(world.done) >= 8
    kept = rows(db)
    people.rebuild_listing(db)
    assert rows(db) == kept
    for actor in readers(db):
        seen = select(canonical_id()).where(visible_to(db, actor)).distinct()
        found = listed(db, actor)
        assert sorted(found) == sorted(db.scalars(seen))
        assert set(listed(db, actor, Filters("le thi"))) <= set(found)
    whole = select(Person.id).where(Person.same_as_id.is_(None))
    assert listed(db, OPERATOR) == list(db.scalars(whole.order_by(Person.sort_key, Person.id)))
