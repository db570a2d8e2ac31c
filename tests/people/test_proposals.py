"""What a commune proposes, and what becomes of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from elearn import people
from elearn.access import Actor, Role
from elearn.audit import AuditEntry
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.people import (
    Beginning,
    EndReason,
    Leaving,
    NewPerson,
    Person,
    ProposalState,
    Tenure,
    TenureProposal,
)
from tests.make import people as make
from tests.make import proposals as saying
from tests.make.proposals import NOW, TODAY

LATER = NOW + timedelta(hours=3)


@pytest.fixture
def chair(db):
    return saying.commune(db, make.person(db, "Vũ Thị Ngát"))


@pytest.fixture
def province(db):
    return saying.province(db)


@pytest.fixture
def branch(db):
    return saying.branch(db)


def said(db, chair, who, branch, **values):
    told = {"post_key": "branch_head", "org_unit_id": branch.id, "day": TODAY, **values}
    return people.propose_begin(db, chair, Beginning(who, **told), now=NOW)


def new(name="Hà Thị Ấm", year=1979):
    return NewPerson(name, birth_year=year, phone="0912 345 678")


def confirmed(db, actor, *proposals, **values):
    keys = [one.id for one in proposals]
    return people.confirm_proposals(db, actor, keys, now=LATER, **values)


def held(db, day=TODAY):
    return [tenure.person.full_name for tenure in people.tenures_on(db, day)]


def test_somebody_new_counts_nowhere_before_she_is_confirmed(db, chair, branch):
    before = db.scalar(select(func.count(Person.id)))

    proposal = said(db, chair, new(), branch)

    assert (proposal.state, proposal.name) == (ProposalState.WAITING, "Hà Thị Ấm")
    assert db.scalar(select(func.count(Person.id))) == before
    assert held(db) == []


def test_what_is_confirmed_counts_from_that_moment(db, chair, province, branch):
    proposal = said(db, chair, new(), branch, day=date(2026, 10, 1))

    assert confirmed(db, province, proposal).confirmed == (proposal,)

    tenure = db.get_one(Tenure, proposal.result_id)
    assert (tenure.recorded_at, tenure.valid_from) == (LATER, date(2026, 10, 1))
    assert held(db) == ["Hà Thị Ấm"]
    assert people.tenures_on(db, TODAY, known_at=NOW) == []
    assert proposal.person.phone == "0912345678"


def test_confirming_twice_does_it_once(db, chair, province, branch):
    proposal = said(db, chair, new(), branch)
    confirmed(db, province, proposal)

    again = confirmed(db, province, proposal)

    assert (again.confirmed, again.already, again.left) == ((), 1, ())
    assert held(db) == ["Hà Thị Ấm"]


def test_several_are_confirmed_at_once_and_what_cannot_be_waits_with_its_reason(
    db, chair, province, branch
):
    known = make.tenure(db, make.person(db, "Đỗ Thị Lan"), at=branch, post="branch_head").person
    first = said(db, chair, new(), branch)
    second = saying.proposal(db, known, unit=branch)

    settled = confirmed(db, province, first, second)

    assert settled.confirmed == (first,)
    [(left, why)] = settled.left
    assert left is second
    assert "đang giữ chức danh" in str(why)
    assert second.state is ProposalState.WAITING


def test_somebody_known_by_name_and_year_is_not_made_twice(db, chair, province, branch):
    there = make.tenure(db, make.person(db, "Hà Thị Ấm", birth_year=1979)).person
    make.listed(db)
    proposal = said(db, chair, new("hà thị ấm"), branch)

    [(_, why)] = confirmed(db, province, proposal).left
    assert "trùng tên và năm sinh" in str(why)

    confirmed(db, province, proposal, known={proposal.id: there.id})
    assert proposal.person_id == there.id


def test_somebody_of_the_same_name_may_be_said_to_be_another(db, chair, province, branch):
    there = make.tenure(db, make.person(db, "Hà Thị Ấm")).person
    make.listed(db)
    proposal = said(db, chair, new(), branch)

    confirmed(db, province, proposal, known={proposal.id: None})

    assert proposal.person_id not in (None, there.id)


def test_an_end_that_is_confirmed_ends_the_post_on_its_day(db, chair, province, branch):
    tenure = make.tenure(db, at=branch, post="branch_head")
    leaving = Leaving(tenure.id, date(2026, 10, 31), EndReason.TERM_ENDED, "12/QĐ-HPN")
    proposal = people.propose_end(db, chair, leaving, now=NOW)
    assert tenure.superseded_at is None

    confirmed(db, province, proposal)

    ended = db.get_one(Tenure, proposal.result_id)
    assert (ended.valid_to, ended.end_reason) == (date(2026, 10, 31), EndReason.TERM_ENDED)
    assert ended.recorded_at == LATER


def test_a_post_that_was_ended_meanwhile_is_told_and_nothing_is_lost(db, chair, province, branch):
    tenure = make.tenure(db, at=branch, post="branch_head")
    leaving = Leaving(tenure.id, TODAY, EndReason.RETIRED)
    proposal = people.propose_end(db, chair, leaving, now=NOW)
    ending = people.Ending(date(2026, 9, 30), EndReason.RETIRED)
    people.end_tenure(db, province, tenure, ending, now=NOW)

    [(left, why)] = confirmed(db, province, proposal).left

    assert "đã được ghi kết thúc ngày 30/09/2026" in str(why)
    assert left.is_waiting


def test_an_end_finds_the_post_although_its_row_was_corrected(db, chair, province, branch):
    tenure = make.tenure(db, at=branch, post="branch_head")
    proposal = people.propose_end(db, chair, Leaving(tenure.id, TODAY, EndReason.RETIRED), now=NOW)
    right = people.Correction(date(2025, 8, 1))
    people.correct_tenure(db, province, tenure, right, now=NOW)

    assert confirmed(db, province, proposal).confirmed == (proposal,)


def test_the_same_waits_once(db, chair, branch):
    said(db, chair, new(), branch)

    with pytest.raises(Conflict, match="đang chờ"):
        said(db, chair, new("HÀ THỊ ẤM"), branch)


def test_who_holds_the_post_is_not_proposed_for_it(db, chair, branch):
    there = make.tenure(db, at=branch, post="branch_head").person
    make.listed(db)

    with pytest.raises(Conflict, match="đang giữ"):
        said(db, chair, there, branch)


@pytest.mark.parametrize("post", ["union_province_chair", "commune_union_chair"])
def test_a_branch_holds_only_its_own_posts(db, chair, branch, post):
    with pytest.raises(InvalidInput, match="không thuộc đơn vị"):
        said(db, chair, new(), branch, post_key=post)


def test_nobody_new_is_born_in_a_year_to_come(db, chair, branch):
    with pytest.raises(InvalidInput, match="chưa tới"):
        said(db, chair, new(year=2079), branch)


def test_a_day_that_is_far_or_before_the_unit_is_refused(db, chair, branch):
    for day in (date(2027, 6, 1), date(2020, 1, 1)):
        with pytest.raises(InvalidInput):
            said(db, chair, new(), branch, day=day)


def test_nobody_proposes_for_another_commune(db, chair):
    stranger = make.person(db, "Trần Thị Xa")
    elsewhere = saying.branch(db, at="Xã Quỳnh Phụ")
    tenure = make.tenure(db, stranger, at=elsewhere, post="branch_head")
    make.listed(db)

    with pytest.raises(NotFound):
        said(db, chair, new(), elsewhere)
    with pytest.raises(NotFound):
        said(db, chair, stranger, saying.branch(db))
    with pytest.raises(NotFound):
        people.propose_end(db, chair, Leaving(tenure.id, TODAY, EndReason.OTHER), now=NOW)


def test_the_province_needs_no_proposal_and_a_learner_makes_none(db, province, branch):
    for actor in (province, Actor(None), saying.province(db, role=Role.INSPECTOR)):
        with pytest.raises(Forbidden):
            said(db, actor, new(), branch)


def test_neither_the_commune_nor_another_province_nor_an_inspector_confirms(db, chair, branch):
    proposal = said(db, chair, new(), branch)
    others = (
        chair,
        saying.province(db, "Tỉnh Quảng Ninh"),
        saying.province(db, role=Role.INSPECTOR),
    )
    for actor in others:
        with pytest.raises(NotFound):
            confirmed(db, actor, proposal)
    assert proposal.is_waiting


def test_a_refusal_needs_a_reason_and_is_kept(db, chair, province, branch):
    proposal = said(db, chair, new(), branch)

    with pytest.raises(InvalidInput):
        people.refuse_proposal(db, province, proposal.id, " ", now=NOW)
    people.refuse_proposal(db, province, proposal.id, "Chưa có biên bản bầu.", now=LATER)

    assert (proposal.state, proposal.refusal) == (ProposalState.REFUSED, "Chưa có biên bản bầu.")
    assert confirmed(db, province, proposal).left[0][0] is proposal
    with pytest.raises(Conflict):
        people.refuse_proposal(db, province, proposal.id, "Lần nữa.", now=LATER)


def test_who_proposed_takes_it_back_while_it_waits(db, chair, province, branch):
    first, second = said(db, chair, new(), branch), said(db, chair, new("Lê Thị Na"), branch)

    for _ in range(2):
        people.withdraw_proposal(db, chair, first.id, now=LATER)
    assert first.state is ProposalState.WITHDRAWN
    said(db, chair, new(), branch)

    confirmed(db, province, second)
    with pytest.raises(Conflict):
        people.withdraw_proposal(db, chair, second.id, now=LATER)
    with pytest.raises(Forbidden):
        people.withdraw_proposal(db, province, first.id, now=LATER)


def test_each_step_is_written_down_and_told_to_who_follows(db, chair, province, branch):
    proposal = said(db, chair, new(), branch)
    confirmed(db, province, proposal)

    acts = select(AuditEntry.action).where(AuditEntry.subject == "tenure_proposal")
    assert db.scalars(acts.order_by(AuditEntry.id)).all() == ["propose", "confirm"]
    keys = select(Change.key).where(Change.kind == "proposal")
    assert db.scalars(keys).all() == [str(proposal.id)] * 2


def test_the_table_itself_refuses_what_cannot_be(db, branch):
    with pytest.raises(Exception, match="waiting_or_decided"), db.begin_nested():
        saying.proposal(db, unit=branch, decided_at=NOW)
    assert db.scalar(select(func.count(TenureProposal.id))) == 0
