"""Who counts, where and when: each rule of a figure once, by hand; the oracle does it by chance."""

from datetime import date

import pytest

from elearn import coverage, people
from elearn.access import OPERATOR
from elearn.catalogue import ContentTag
from elearn.people import OrgUnitPlace
from tests.make import certificates as make_certificates
from tests.make import coverage as make
from tests.make import learning as studying
from tests.make import people as roster
from tests.make.areas import BEFORE, area

OLD, NEW = "Xã Độc Lập", "Xã Hưng Hà"


@pytest.fixture
def version(db):
    return make.programme(db)


def test_two_of_three_heads_are_trained(db, figure, version):
    heads = [make.head(db) for _ in range(3)]
    for head in heads[:2]:
        make.trained(db, head, version)

    assert figure() == (2, 3)


def test_two_posts_two_completions_and_two_entries_are_one_person(db, figure, version):
    head = make.head(db)
    roster.tenure(db, head, post="branch_head")
    again = make.head(db)
    people.merge(db, OPERATOR, again, head, now=roster.KNOWN)
    make.trained(db, head, version)
    make.trained(db, again, version, date(2026, 1, 5))

    assert figure() == (1, 1)


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        (date(2018, 12, 31), 0),
        (date(2019, 1, 1), 1),
        (make.DAY, 1),
        (date(2026, 11, 21), 0),
    ],
)
def test_a_completion_counts_from_the_first_day_of_the_scheme_to_the_day(db, figure, on, counts):
    make.trained(db, make.head(db), make.programme(db), on)

    assert figure() == (counts, 1)


def test_a_completion_after_the_scheme_has_ended_counts_still(db, figure, version):
    make.trained(db, make.head(db), version, date(2026, 2, 3))

    assert figure(day=date(2025, 12, 31)) == (0, 1)
    assert figure(day=date(2026, 3, 1)) == (1, 1)


def test_what_was_taken_back_does_not_count(db, figure, version):
    head = make.head(db)
    done = studying.completion(db, head, version.id)
    done.superseded_at = roster.KNOWN.replace(year=2026, month=11)
    db.flush()

    assert figure() == (0, 1)


def test_any_of_the_contents_will_do_or_all_are_needed_in_one_programme(db, figure, version):
    tags = frozenset({ContentTag.UNION_DUTY, ContentTag.SOCIAL_WORK})
    some = make.indicator(content=coverage.Content(tags))
    whole = make.indicator(content=coverage.Content(tags, needs_all=True))
    head = make.head(db)
    make.trained(db, head, version)
    assert (figure(of=some), figure(of=whole)) == ((1, 1), (0, 1))

    make.trained(db, head, make.programme(db, "NV-XH", *tags))
    assert figure(of=whole) == (1, 1)


def test_a_programme_of_another_content_does_not_count(db, figure):
    make.trained(db, make.head(db), make.programme(db, "CX", ContentTag.TOPICAL_UPDATE))

    assert figure() == (0, 1)


def test_a_tenure_counts_on_both_of_its_ends_and_not_beside_them(db, figure):
    first, last = date(2025, 9, 1), date(2026, 3, 31)
    unit = roster.org_unit(db, "Chi hội thôn Đông", kind=people.UnitKind.BRANCH)
    roster.tenure(db, at=unit, post="branch_head", valid_from=first, valid_to=last)

    days = [date(2025, 8, 31), first, last, date(2026, 4, 1)]
    assert [figure(day=day)[1] for day in days] == [0, 1, 1, 0]


def test_a_tenure_that_was_put_right_counts_as_it_is_known_now(db, figure):
    head = make.head(db)
    roster.tenure(db, head, post="branch_head", superseded_at=roster.KNOWN)
    wrong = roster.tenure(db, roster.person(db), post="branch_head")
    wrong.superseded_at = roster.KNOWN
    db.flush()

    assert figure() == (0, 1)


def test_a_branch_counts_where_it_stood_that_day(db, figure):
    branch = roster.org_unit(db, "Chi hội Đông", at=area(db, NEW), kind=people.UnitKind.BRANCH)
    old = area(db, OLD, within="Huyện Hưng Hà", day=BEFORE)
    db.add(
        OrgUnitPlace(
            org_unit_id=branch.id, area_id=old.id, valid_from=date(2019, 1, 1), valid_to=BEFORE
        )
    )
    roster.tenure(db, at=branch, post="branch_head", valid_from=date(2020, 1, 1))

    assert figure("Tỉnh Thái Bình", day=BEFORE) == (0, 1)
    assert figure("Huyện Hưng Hà", day=BEFORE) == (0, 1)
    assert figure("Tỉnh Hưng Yên", day=BEFORE) == (0, 0)
    assert figure("Tỉnh Hưng Yên") == (0, 1)
    assert figure(NEW) == (0, 1)


def test_the_provinces_own_officers_stand_in_no_commune(db):
    union = roster.org_unit(
        db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Hưng Yên"), kind=people.UnitKind.UNION_PROVINCE
    )
    roster.tenure(db, at=union, post="union_province_officer")
    sight = coverage.sight_of(db, OPERATOR, make.DAY)
    place = coverage.area_asked(db, sight, make.scheme(), "33")

    officers = coverage.indicator_by_key(make.scheme(), "union_officer.province")
    [scheme] = make.counted(db, make.scheme_of(officers))

    report = coverage.report_of(db, scheme, place, make.DAY)

    assert report.own.cell(officers).N == 1
    assert len(report.children) == 104
    assert sum(row.cell(officers).N for row in report.children) == 0


def test_a_person_with_posts_in_two_communes_counts_in_both_and_once_above(db, figure):
    head = make.head(db)
    other = area(db, "Xã Tiên La", within="Tỉnh Hưng Yên")
    roster.tenure(db, head, at=roster.org_unit(db, "Chi hội", at=other), post="branch_head")

    assert figure(NEW)[1] == figure("Xã Tiên La", within="Tỉnh Hưng Yên")[1] == 1
    assert figure("Tỉnh Hưng Yên")[1] == 1


def test_only_a_valid_certificate_certifies_and_only_until_it_is_revoked(db, figure):
    certified = make.indicator(measure=coverage.Measure.CERTIFIED)
    head = make.head(db)
    paper = make_certificates.certificate(db, head)
    issued = make_certificates.ISSUED
    assert figure(of=certified, day=issued) == (0, 1)  # For a programme of no such content.

    db.add(make.tag(paper.participation.training_class.programme_version_id))
    db.flush()
    assert figure(of=certified, day=date(2026, 11, 19)) == (0, 1)
    assert figure(of=certified, day=issued) == (1, 1)
    make_certificates.revoked(db, paper, on=issued)
    assert figure(of=certified, day=issued) == (0, 1)
