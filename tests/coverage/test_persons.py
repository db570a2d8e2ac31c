"""The names behind a figure: both lists together are its denominator."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from elearn import areas, people
from elearn.access import OPERATOR
from elearn.coverage import Asked, Counted, Names, Which, persons_of
from elearn.coverage.queries.persons import PAGE
from tests.make import certificates as make_certificates
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import area


@pytest.fixture
def asked(db):
    country = areas.version_on(db, areas.root(db).id, make.DAY)
    return Asked(make.scheme(), country.area_id, country.path, make.DAY)


@pytest.fixture
def listed(db, asked):
    """`listed(Which.TRAINED)` gives all names of a list, page after page."""

    def listed(which, one=None):
        rows: list[Counted] = []
        after = None
        while True:
            page = persons_of(db, asked, one or make.indicator(), Names(which, after))
            rows += page.rows
            if (after := page.next_after) is None:
                return rows

    return listed


def test_who_is_trained_stands_in_one_list_and_who_is_not_in_the_other(db, listed):
    version = make.programme(db)
    make.trained(db, make.head(db, "Bùi Thị Thoa"), version)
    make.head(db, "Vũ Thị Ngát")

    assert [row.person.full_name for row in listed(Which.TRAINED)] == ["Bùi Thị Thoa"]
    assert [row.person.full_name for row in listed(Which.UNTRAINED)] == ["Vũ Thị Ngát"]


def test_each_is_shown_with_her_post_of_the_day_and_what_she_completed(db, listed):
    version, head = make.programme(db), make.head(db)
    make.trained(db, head, version, date(2025, 3, 8))
    roster.tenure(db, head, post="women_group_head", valid_to=date(2026, 11, 19))

    [row] = listed(Which.TRAINED)

    assert [(term.post, term.org_unit) for term in row.terms] == [
        ("Chi hội trưởng phụ nữ", "Chi hội thôn Đông")
    ]
    assert [(done.programme_title, done.completed_on) for done in row.completions] == [
        (version.title, date(2025, 3, 8))
    ]


def test_the_number_of_her_paper_stands_beside_it_as_long_as_it_is_valid(db, asked, listed):
    head = make.head(db)
    paper = make_certificates.certificate(db, head)
    programme = paper.participation.training_class.programme_version_id
    db.add(make.tag(programme))
    db.flush()

    before = replace(asked, day=paper.issued_on - timedelta(days=1))
    [then] = persons_of(db, before, make.indicator(), Names(Which.TRAINED)).rows
    assert [done.certificate for done in then.completions] == [None]
    assert listed(Which.TRAINED)[0].completions[0].certificate == paper.shown_number
    make_certificates.revoked(db, paper, on=make.DAY)
    assert listed(Which.TRAINED)[0].completions[0].certificate is None


def test_two_entries_are_one_line_with_what_both_did(db, listed):
    version = make.programme(db)
    head, again = make.head(db, "Bùi Thị Thoa"), make.head(db, "Bùi Thị Thoa")
    people.merge(db, OPERATOR, again, head, now=roster.KNOWN)
    make.trained(db, again, version)

    [row] = listed(Which.TRAINED)

    assert row.person.id == head.id
    assert len(row.terms) == 2
    assert len(row.completions) == 1


def test_of_one_group_at_two_levels_each_has_its_own_list(db, listed):
    union = roster.org_unit(
        db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Hưng Yên"), kind=people.UnitKind.UNION_PROVINCE
    )
    roster.tenure(db, at=union, post="union_province_officer")

    levels = (areas.Level.PROVINCE, areas.Level.CENTRAL)
    lists = [listed(Which.UNTRAINED, make.indicator("union_officer", one)) for one in levels]
    assert [len(rows) for rows in lists] == [1, 0]


def test_lists_are_in_the_order_of_given_names(db, listed):
    for name in ("Nguyễn Thị Ưng", "Trần Thị Ánh", "Phạm Thị Đào", "Lê Thị Dung"):
        make.head(db, name)

    names = [row.person.given_name for row in listed(Which.UNTRAINED)]
    assert names == ["Ánh", "Dung", "Đào", "Ưng"]


def test_of_many_people_every_one_is_listed_once_and_the_lists_add_up(db, asked, listed):
    branch, version = roster.org_unit(db), make.programme(db)
    heads = [make.head(db, at=branch) for _ in range(PAGE + 8)]
    for head in heads[:3]:
        make.trained(db, head, version)

    trained, untrained = listed(Which.TRAINED), listed(Which.UNTRAINED)

    assert (len(trained), len(trained) + len(untrained)) == (3, PAGE + 8)
    keys = {row.person.id for row in (*trained, *untrained)}
    assert keys == {head.id for head in heads}


def test_a_page_takes_few_queries_however_many_stand_on_it(db, asked, count_queries):
    for _ in range(5):
        make.head(db)

    with count_queries() as queries:
        persons_of(db, asked, make.indicator(), Names(Which.UNTRAINED))

    assert len(queries) <= 10
