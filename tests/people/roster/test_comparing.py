"""Places and errors of rows, and comparing a whole batch: once, bounded, gone on with."""

import pytest
from sqlalchemy import select

from elearn.people.roster.models import BatchState, RosterBatch, RosterQuestion, RosterRow
from elearn.people.roster.queries.missing import missing_page
from elearn.people.roster.rules.entries import Place, Problem
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.people.roster.service import comparing
from elearn.people.roster.service.comparing import compare
from tests.make import batches
from tests.make import people as make
from tests.make.areas import area
from tests.people.roster.compared import BORN, SINCE, chair, codes, entry

NEW, CHANGED, UNCHANGED, DOUBTFUL, ERROR, _ = RowStatus


def test_an_old_commune_is_what_it_became(db, decide):
    chair(db, born_on=BORN, birth_year=1984)

    found = decide(entry(born_on=BORN, place=Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình")))

    assert (found.status, found.commune_id) == (UNCHANGED, area(db).id)


def test_a_row_with_an_error_changes_nothing_but_says_whom_it_means(db, decide):
    who = chair(db, phone="0912345678")

    found = decide(entry(phone="0912345678", problems=(Problem("bad_date", "31/02/1988"),)))

    assert (found.status, found.person_id, codes(found)) == (ERROR, who.id, ["bad_date"])
    assert not found.steps


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place("Phường Ba Đình", None, "Hà Nội"), "outside"),
        (Place(), "no_place"),
        (Place("Xã Không Đâu Có", None, "Hưng Yên"), "no_such_place"),
    ],
)
def test_a_row_without_a_place_of_the_branch_is_an_error(decide, place, code):
    found = decide(entry(place=place))

    assert (found.status, codes(found)) == (ERROR, [code])


def test_a_row_of_a_communes_own_list_needs_no_commune(db, decide):
    assert decide(entry(place=Place()), at="Xã Hưng Hà").commune_id == area(db).id


def test_who_serves_elsewhere_is_not_shown_but_her_telephone_is_told(db, decide):
    there = make.org_unit(db, "H", at=area(db, "Phường Ba Đình"))
    chair(db, "Trần Thị Lan", phone="0912345678", born_on=BORN, birth_year=1984, at=there)

    by_phone, by_name = decide(
        entry(phone="0912345678"), entry("Trần Thị Lan", 4, born_on=BORN, birth_year=1984)
    )

    assert (by_phone.status, codes(by_phone)) == (DOUBTFUL, ["known_elsewhere"])
    assert by_phone.candidates == ()
    assert by_name.status is NEW


def test_a_split_commune_is_asked_once_unless_she_serves_in_one_of_its_heirs(db, decide):
    old = Place("Xã Thái Bình", "Huyện Yên Sơn", "Tuyên Quang")
    heir = area(db, "Phường Nông Tiến")
    chair(db, phone="0912345678", at=make.org_unit(db, "H", at=heir))

    known, *others = decide(
        entry(phone="0912345678", place=old),
        entry("Trần Thị Lan", 4, place=old),
        entry("Lê Thị Mai", 5, place=old),
        at="Tỉnh Tuyên Quang",
    )
    (question,) = db.scalars(select(RosterQuestion))

    assert (known.status, known.commune_id) == (UNCHANGED, heir.id)
    assert [codes(one) for one in others] == [["place_split"]] * 2
    assert question.rows == 2
    assert question.choices[1] == str(heir.id)


def test_a_duplicate_within_the_file_is_asked_unless_it_changes_nothing(db, decide):
    new, twice = decide(
        entry(phone="0912345678"), entry(number=4, phone="0912345678", duplicate_of=3)
    )
    assert (new.status, codes(twice)) == (NEW, ["duplicate"])

    chair(db, phone="0912345678")
    again = decide(entry(phone="0912345678"), entry(number=4, phone="0912345678", duplicate_of=3))

    assert [one.status for one in again] == [UNCHANGED, UNCHANGED]


def test_who_holds_such_a_post_there_and_is_not_in_the_file_is_listed(db, database, decide):
    union = make.org_unit(db)
    chair(db, "Lê Thị Mai", at=union)
    chair(db, "Trần Thị Lan", post="commune_union_vice_chair", at=union)
    chair(db, "Phạm Thị Nga", at=make.org_unit(db, "H", at=area(db, "Xã Vũ Thư")))

    decide(entry(born_on=BORN, birth_year=1984))
    (row,) = db.scalars(select(RosterRow))
    batch = db.get_one(RosterBatch, row.batch_id)

    assert batch.missing == 1
    assert [one.name for one in missing_page(db, batch).rows] == ["Lê Thị Mai"]


def test_a_comparison_that_was_killed_goes_on_and_the_number_of_queries_is_bounded(
    db, database, count_queries
):
    union = make.org_unit(db)
    people = [chair(db, f"Vũ Thị Ngát {at}", at=union, birth_year=1980) for at in range(12)]
    make.listed(db)
    entries = [entry(one.full_name, at, birth_year=1980) for at, one in enumerate(people, 3)]
    batch = batches.batch(db, BatchState.COMPARING, area(db), since=SINCE)
    db.flush()
    compare(database, batch.id, entries[:5], lambda *_: None)
    first = db.scalars(select(RosterRow.id).order_by(RosterRow.id)).all()

    with count_queries() as queries:
        compare(database, batch.id, entries, lambda *_: None)

    rows = db.scalars(select(RosterRow).order_by(RosterRow.id)).all()
    assert [row.number for row in rows] == list(range(3, 15))
    assert [row.id for row in rows][:5] == first
    assert len(queries) < 60


@pytest.fixture
def waiting(db):
    """A batch that waits to be compared, and three rows of it."""
    make.listed(db)
    batch = batches.batch(db, BatchState.COMPARING, area(db), since=SINCE)
    db.flush()
    return batch, [entry(f"Vũ Thị Ngát {at}", at) for at in range(3, 6)]


def test_of_two_comparisons_at_once_each_row_is_written_by_one(db, database, waiting, monkeypatch):
    batch, entries = waiting
    monkeypatch.setattr(comparing, "AT_ONCE", 1)
    at_once = iter([lambda: compare(database, batch.id, entries, lambda *_: None)])

    def meet(*_):
        for other in at_once:
            other()

    compare(database, batch.id, entries, meet)

    numbers = db.scalars(select(RosterRow.number).order_by(RosterRow.id)).all()
    assert numbers == [3, 4, 5]


def test_a_comparison_stops_when_its_batch_waits_for_none(db, database, waiting):
    batch, entries = waiting

    def discard(*_):
        batch.state = BatchState.DISCARDED
        db.flush()

    assert not compare(database, batch.id, entries, discard)
    assert db.scalars(select(RosterRow)).all() == []
