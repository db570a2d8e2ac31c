"""The pages about posts and plans: a stranger, a reader, and who decides."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.people import PlannedPost, Tenure
from tests.make import people as make
from tests.make.areas import area

TODAY = "2026-11-21"


@pytest.fixture
def pages(db, chair):
    """Every form about a person, her posts, plans and levels."""
    planned = make.planned(db, chair.person, at=chair.org_unit, valid_from=date(2026, 1, 1))
    level = make.qualification(db, chair.person)
    she, tenure, unit = chair.person_id, chair.id, chair.org_unit_id
    return [
        f"/people/{she}/tenures/new?unit={unit}",
        f"/people/tenures/{tenure}/move?unit={unit}",
        f"/people/tenures/{tenure}/end",
        f"/people/tenures/{tenure}/correct",
        f"/people/tenures/{tenure}/take-back",
        f"/people/{she}/planned/new?unit={unit}",
        f"/people/planned/{planned.id}/end",
        f"/people/planned/{planned.id}/take-back",
        f"/people/{she}/levels/new",
        f"/people/levels/{level.id}/take-back",
        f"/people/{she}/edit",
        f"/people/new?unit={unit}",
        f"/people/{she}/join",
        f"/people/{she}/join/{she}",
    ]


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        ((Role.ADMINISTRATOR, "Tỉnh Hưng Yên"), {200}),
        ((Role.INSPECTOR, "Tỉnh Hưng Yên"), {403}),
        ((Role.ADMINISTRATOR, "Tỉnh Quảng Ninh"), {404}),
    ],
)
def test_only_who_decides_there_comes_to_the_forms(client, enter, pages, who, answers):
    enter(*who)

    assert {client.get(page).status_code for page in pages} == answers


def test_a_commune_that_only_proposes_reads_and_changes_nothing(client, enter, chair):
    enter(place="Xã Hưng Hà")

    page = client.get(f"/people/{chair.person_id}")

    assert page.status_code == 200
    assert f"/people/tenures/{chair.id}/end" not in page.text
    assert client.get(f"/people/tenures/{chair.id}/end").status_code == 403


def test_one_moves_on_in_a_single_act_and_the_page_tells_both_posts(
    client, db, enter, chair, branch
):
    enter()
    told = {"kind": "rotation", "post": "branch_head", "on": TODAY, "decision": "12/QĐ-HPN"}

    done = client.post(f"/people/tenures/{chair.id}/move?unit={branch.id}", data=told)
    page = client.get(done.location).text

    assert "luân chuyển" in page
    assert "Chi hội trưởng phụ nữ" in page
    assert "đến 20/11/2026" in page
    assert "12/QĐ-HPN" in page


def test_nobody_is_moved_into_a_unit_of_another_province(client, db, enter, chair):
    there = make.org_unit(db, "Hội LHPN phường Hạ Long", at=area(db, "Phường Hạ Long"))
    enter()

    page = client.get(f"/people/tenures/{chair.id}/move?unit={there.id}")

    assert page.status_code == 404


def test_a_refused_move_leaves_the_old_post_as_it_was(client, db, enter, chair, branch):
    make.tenure(db, chair.person, at=branch, post="branch_head")
    enter()
    told = {"kind": "transfer", "post": "branch_head", "on": TODAY}

    page = client.post(f"/people/tenures/{chair.id}/move?unit={branch.id}", data=told)

    assert page.status_code == 409
    assert "đang giữ chức danh đó" in page.text
    db.expire_all()
    assert chair.superseded_at is None


def test_units_to_choose_from_are_found_by_their_words(client, enter, chair, branch):
    enter()

    page = client.get(f"/people/{chair.person_id}/tenures/new?q=thon dong").text

    assert f"/people/{chair.person_id}/tenures/new?unit={branch.id}" in page
    assert f"unit={chair.org_unit_id}" not in page


def test_a_post_is_taken_ended_corrected_and_taken_back(client, db, enter, chair, branch):
    enter()
    base = f"/people/{chair.person_id}"
    told = {"post": "branch_head", "valid_from": "2026-01-01"}
    client.post(f"{base}/tenures/new?unit={branch.id}", data=told)

    def hers():
        rows = select(Tenure).where(Tenure.org_unit_id == branch.id, Tenure.is_current())
        return db.scalars(rows).one_or_none()

    end = {"on": "2026-06-30", "reason": "retired", "decision": "8/QĐ"}
    client.post(f"/people/tenures/{hers().id}/end", data=end)
    assert (hers().end_reason, hers().end_decision) == ("retired", "8/QĐ")
    right = {"valid_from": "2026-02-01", "valid_to": "", "end_reason": "", "end_decision": ""}
    client.post(f"/people/tenures/{hers().id}/correct", data=right)
    assert (hers().valid_from, hers().valid_to) == (date(2026, 2, 1), None)
    client.post(f"/people/tenures/{hers().id}/take-back", data={"reason": "nhầm người"})
    assert hers() is None


def test_a_plan_is_written_down_ended_and_told(client, db, enter, chair, branch):
    enter()
    told = {"post": "branch_head", "valid_from": "2026-01-01", "term": "2026–2031"}

    client.post(f"/people/{chair.person_id}/planned/new?unit={branch.id}", data=told)

    plan = db.scalars(select(PlannedPost)).one()
    assert "nhiệm kỳ 2026–2031" in client.get(f"/people/{chair.person_id}").text
    client.post(f"/people/planned/{plan.id}/end", data={"on": "2026-06-30"})
    assert "đến 30/06/2026" in client.get(f"/people/{chair.person_id}").text
