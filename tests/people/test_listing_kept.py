"""The list is kept in step with every change, and made anew it is the same."""

from datetime import date

from sqlalchemy import select

from elearn import people
from elearn.access import OPERATOR
from elearn.people.models import FoundWord, ListedTenure
from tests.make import people as make
from tests.make.areas import BEFORE, NOW, area
from tests.make.people import KNOWN


def names(db):
    return [row.person.full_name for row in people.people_page(db, OPERATOR, day=NOW).rows]


def rows(db):
    listed, found = ListedTenure, FoundWord
    of_tenures = (
        *(listed.person_id, listed.sort_key, listed.names, listed.spot_id, listed.province_id),
        *(listed.post_key, listed.valid_from, listed.valid_to),
    )
    of_words = found.word, found.sort_key, found.person_id, found.names
    return [sorted(map(repr, db.execute(select(*columns)))) for columns in (of_tenures, of_words)]


def test_made_anew_the_list_is_what_the_services_kept(db):
    for name, phone in (("Nguyễn Thị Hường", "0912345678"), ("H'Hen Niê", ""), ("Lê Thị Cúc", "")):
        make.tenure(db, make.person(db, name, phone=phone))
    make.person(db, "Hoàng Văn An", phone="0912345678")
    old = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    who = make.person(db, "Thị Thị Đào")
    make.tenure(db, who, at=make.org_unit(db, at=old, since=date(2010, 1, 1)))
    people.merge(db, OPERATOR, make.person(db, "Lê Thị Ẩn"), who, now=KNOWN)
    make.listed(db)
    before = rows(db)

    people.rebuild_listing(db)
    again = rows(db)
    people.rebuild_listing(db)

    assert before == again == rows(db)
    assert len(before[0]) == 5


def test_who_was_joined_leaves_the_list_and_comes_back_when_parted(db):
    one, other = make.person(db, "Lê Thị An"), make.person(db, "Lê Thị Bình")
    make.listed(db)
    one.same_as_id = other.id
    db.flush()
    people.refresh_listing(db, [one.id])
    assert names(db) == ["Lê Thị Bình"]

    one.same_as_id = None
    db.flush()
    people.refresh_listing(db, [one.id, other.id])

    assert names(db) == ["Lê Thị An", "Lê Thị Bình"]
