"""What a commune may not propose, and who may not answer it; what is refused, and taken back."""

from datetime import date

import pytest
from sqlalchemy import func, select

from elearn import people
from elearn.access import Actor, Role
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.people import (
    EndReason,
    Leaving,
    ProposalState,
    TenureProposal,
)
from tests.make import people as make
from tests.make import proposals as saying
from tests.make.proposals import NOW, TODAY
from tests.people.proposals.saying import LATER, confirmed, new, said


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


def test_the_table_itself_refuses_what_cannot_be(db, branch):
    with pytest.raises(Exception, match="waiting_or_decided"), db.begin_nested():
        saying.proposal(db, unit=branch, decided_at=NOW)
    assert db.scalar(select(func.count(TenureProposal.id))) == 0
