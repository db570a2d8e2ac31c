"""Rows against what is known: new, changed, unchanged, doubtful or wrong, and why."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from elearn.areas import Level
from elearn.people import UnitKind
from elearn.people.roster.models import BatchState, RosterBatch, RosterQuestion, RosterRow
from elearn.people.roster.queries.missing import missing_page
from elearn.people.roster.rules.entries import Place, Problem
from elearn.people.roster.rules.keeping import verdict_from
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.people.roster.service import comparing
from elearn.people.roster.service.comparing import compare
from tests.make import batches
from tests.make import people as make
from tests.make.areas import area

NEW, CHANGED, UNCHANGED, DOUBTFUL, ERROR, _ = RowStatus
SINCE = date(2026, 11, 1)
BORN = date(1984, 3, 5)
HERE = Place("Xã Hưng Hà", None, "Hưng Yên")


@pytest.fixture
def decide(db, database):
    """Compare entries as a batch of Hưng Yên, or of another area; return verdicts by row."""

    def decide(*entries, at="Tỉnh Hưng Yên"):
        make.listed(db)
        batch = batches.batch(db, BatchState.COMPARING, area(db, at), since=SINCE)
        db.flush()
        compare(database, batch.id, entries, lambda *_: None)
        db.refresh(batch)
        found = select(RosterRow).where(RosterRow.batch_id == batch.id).order_by(RosterRow.id)
        verdicts = [verdict_from(row.verdict) for row in db.scalars(found)]
        return verdicts[0] if len(verdicts) == 1 else verdicts

    return decide


def entry(name="Vũ Thị Ngát", number=3, **values):
    told = {
        "phone": None,
        "born_on": None,
        "gender": None,
        "posts": ("commune_union_chair",),
        "place": HERE,
    }
    return batches.entry(number, name, **{**told, **values})


def codes(verdict):
    return [one.code for one in verdict.reasons]


def differences(verdict):
    return [(one.field, one.before, one.after) for one in verdict.differences]


def chair(db, name="Vũ Thị Ngát", **values):
    at = values.pop("at", None) or make.org_unit(db)
    post = values.pop("post", "commune_union_chair")
    return make.tenure(db, make.person(db, name, **values), at=at, post=post).person


def test_somebody_unknown_is_new_and_takes_her_post_in_the_union_that_stands(db, decide):
    union = make.org_unit(db)

    found = decide(entry(born_on=BORN, phone="0912345678", since=date(2026, 1, 5)))

    assert found.status is NEW
    assert found.steps.person["born_on"] == "1984-03-05"
    (begun,) = found.steps.begins
    assert (begun.unit.id, begun.valid_from) == (union.id, date(2026, 1, 5))


def test_a_post_without_a_day_begins_on_the_day_of_the_batch(db, decide):
    make.org_unit(db)

    assert decide(entry()).steps.begins[0].valid_from == SINCE


def test_a_union_and_a_branch_that_are_not_there_are_founded(decide):
    chaired, led = decide(
        entry(),
        entry("Bùi Thị Thuý", 4, posts=("branch_head",), place=replace(HERE, branch="Thôn 3")),
    )

    assert codes(chaired) == codes(led) == ["founds"]
    assert chaired.steps.begins[0].unit.name == "Hội LHPN xã Hưng Hà"
    assert led.steps.begins[0].unit.kind is UnitKind.BRANCH
    assert led.steps.begins[0].unit.name == "Chi hội thôn 3"


def test_rows_that_name_a_branch_otherwise_found_one(decide):
    names = ("Thôn Kiến Xá", "Kiến Xá", "Chi hội thôn Kiến Xá")

    found = decide(
        *(
            entry(f"Lê Thị {at}", at, posts=("branch_head",), place=replace(HERE, branch=name))
            for at, name in enumerate(names, 3)
        )
    )

    assert {one.steps.begins[0].unit.name for one in found} == {"Chi hội thôn Kiến Xá"}


def test_the_same_again_changes_nothing(db, decide):
    who = chair(db, born_on=BORN, birth_year=1984, phone="0912345678")

    found = decide(entry(born_on=BORN, phone="0912345678"))

    assert (found.status, found.person_id) == (UNCHANGED, who.id)
    assert not found.steps


def test_who_holds_just_this_post_under_this_name_is_she_though_nothing_else_is_told(db, decide):
    assert decide(entry()).status is NEW

    chair(db)

    assert decide(entry()).status is UNCHANGED


def test_a_tone_on_another_letter_is_the_same_name_and_another_tone_is_not(db, decide):
    chair(db, "Bùi Thị Thuý", phone="0905111222")

    same, other = decide(
        entry("Bùi Thị Thúy", phone="0905111222"), entry("Bùi Thị Thùy", 4, phone="0905111222")
    )

    assert same.status is UNCHANGED
    assert (other.status, codes(other)) == (DOUBTFUL, ["same_phone"])
    assert set(other.candidates[0].evidence) == {"phone", "name_key", "place", "post"}


def test_what_differs_is_told_field_by_field_and_an_empty_cell_says_nothing(db, decide):
    chair(db, born_on=BORN, birth_year=1984, phone="0912345678", gender="female")

    found = decide(entry(born_on=BORN, phone="0987654321"), entry(number=4, born_on=BORN))

    assert [one.status for one in found] == [CHANGED, UNCHANGED]
    assert differences(found[0]) == [("phone", "0912345678", "0987654321")]


def test_a_day_of_birth_makes_a_year_more_exact_and_a_year_takes_no_day_away(db, decide):
    chair(db, birth_year=1984, phone="0912345678")
    chair(db, "Trần Thị Lan", born_on=BORN, birth_year=1984, phone="0911111111")

    exact, kept = decide(
        entry(born_on=BORN, phone="0912345678"),
        entry("Trần Thị Lan", 4, birth_year=1984, phone="0911111111"),
    )

    assert differences(exact) == [("born", "1984", "05/03/1984")]
    assert kept.status is UNCHANGED


def test_two_telephones_in_a_cell_are_hers_if_one_is(db, decide):
    chair(db, phone="0363000444")

    assert decide(entry(phone="0912000333", phone_alt="0363000444")).status is UNCHANGED


def test_an_old_commune_is_what_it_became(db, decide):
    chair(db, born_on=BORN, birth_year=1984)

    found = decide(entry(born_on=BORN, place=Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình")))

    assert (found.status, found.commune_id) == (UNCHANGED, area(db).id)


def test_same_name_and_place_without_a_day_is_for_a_person_to_say(db, decide):
    chair(db, post="commune_union_vice_chair")

    found = decide(entry())

    assert (found.status, codes(found)) == (DOUBTFUL, ["same_name"])


def test_same_name_and_place_but_born_in_another_year_is_somebody_else(db, decide):
    chair(db, post="commune_union_vice_chair", birth_year=1960)

    assert decide(entry(birth_year=1984)).status is NEW


def test_same_name_and_day_of_birth_elsewhere_may_be_she(db, decide):
    chair(db, born_on=BORN, birth_year=1984, at=make.org_unit(db, "H", at=area(db, "Xã Vũ Thư")))

    assert codes(decide(entry(born_on=BORN))) == ["same_birth_elsewhere"]


def test_another_post_of_somebody_known_is_asked_and_two_in_one_cell_are_not(db, decide):
    chair(db, phone="0912345678", post="commune_union_vice_chair")

    other, both = decide(
        entry(phone="0912345678"),
        entry(
            number=4,
            phone="0912345678",
            posts=("commune_union_chair", "commune_union_vice_chair"),
        ),
    )

    assert (other.status, codes(other)) == (DOUBTFUL, ["other_post"])
    assert both.status is CHANGED
    assert [one.post_key for one in both.steps.begins] == ["commune_union_chair"]


def test_a_post_in_another_commune_is_asked(db, decide):
    chair(db, phone="0912345678", at=make.org_unit(db, "H", at=area(db, "Xã Vũ Thư")))

    assert codes(decide(entry(phone="0912345678")))[0] == "other_commune"


def test_rows_under_one_number_of_ours_tell_her_posts_together(db, decide):
    who = chair(db)

    found = decide(
        entry(person_key=who.id),
        entry(number=4, person_key=who.id, posts=("commune_council_chair",)),
    )

    assert [one.status for one in found] == [UNCHANGED, CHANGED]


def test_the_number_of_somebody_else_is_no_proof(db, decide):
    who = chair(db)

    found = decide(entry("Trần Thị Lan", person_key=who.id), entry(number=4, person_key=987_654))

    assert [codes(one) for one in found] == [["key_of_another"], []]
    assert found[1].status is UNCHANGED


def test_an_official_number_finds_her_who_moved_and_one_that_differs_is_asked(db, decide):
    chair(db, phone="0912345678").official_id_hash = "a" * 64

    same, other = decide(
        entry(official_id_hash="a" * 64),
        entry(number=4, official_id_hash="b" * 64, phone="0912345678"),
    )

    assert same.status is UNCHANGED
    assert codes(other) == ["other_official_id"]


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


def test_somebody_unknown_without_a_post_is_an_error(decide):
    assert codes(decide(entry(posts=()))) == ["no_post"]


def test_a_post_of_another_level_is_an_error(decide):
    found = decide(entry(posts=("union_province_chair",)))

    assert (found.status, codes(found)) == (ERROR, ["wrong_level"])


def test_a_post_of_the_province_is_held_in_its_union(db, decide):
    union = make.org_unit(
        db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Hưng Yên"), kind=UnitKind.UNION_PROVINCE
    )
    told = {"level": Level.PROVINCE, "posts": ("union_province_chair",)}

    found = decide(entry(place=Place(None, None, "Thái Bình"), **told))

    assert found.steps.begins[0].unit.id == union.id
    assert found.status is NEW


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


def test_a_last_day_and_a_paper_are_corrections_of_the_post_she_holds(db, decide):
    chair(db, phone="0912345678")

    found = decide(
        entry(
            phone="0912345678",
            until=date(2026, 10, 31),
            end_reason="retired",
            decision="12/QĐ-HPN",
        )
    )

    (instead,) = found.steps.tenures
    assert instead.told == {
        "decision": "12/QĐ-HPN",
        "valid_to": "2026-10-31",
        "end_reason": "retired",
    }


def test_a_planned_post_is_added_and_known_again(db, decide):
    make.planned(db, make.person(db, "Lê Thị Mai"), term="2025-2030")
    plan = {"posts": (), "planned_posts": ("commune_union_chair",)}

    same, term, new = decide(
        entry("Lê Thị Mai", term="2025-2030", **plan),
        entry("Lê Thị Mai", 4, term="2030-2035", **plan),
        entry("Trần Thị Lan", 5, **plan),
    )

    assert same.status is UNCHANGED
    assert differences(term) == [("term", "2025-2030", "2030-2035")]
    assert new.steps.plans[0].post_key == "commune_union_chair"


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
