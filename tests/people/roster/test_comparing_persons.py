"""Whom a row means: somebody new, somebody known, or whom a person has to say."""

from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import people as make
from tests.make.areas import area
from tests.people.roster.compared import BORN, chair, codes, differences, entry

NEW, CHANGED, UNCHANGED, DOUBTFUL, ERROR, _ = RowStatus


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
