"""What a commune proposes, and what becomes of it."""

from datetime import date

from sqlalchemy import func, select

from elearn import people
from elearn.audit import AuditEntry
from elearn.db import Change
from elearn.people import (
    EndReason,
    Leaving,
    Person,
    ProposalState,
    Tenure,
)
from tests.make import people as make
from tests.make import proposals as saying
from tests.make.proposals import NOW, TODAY
from tests.people.proposals.saying import LATER, confirmed, new, said


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


def test_each_step_is_written_down_and_told_to_who_follows(db, chair, province, branch):
    proposal = said(db, chair, new(), branch)
    confirmed(db, province, proposal)

    acts = select(AuditEntry.action).where(AuditEntry.subject == "tenure_proposal")
    assert db.scalars(acts.order_by(AuditEntry.id)).all() == ["propose", "confirm"]
    keys = select(Change.key).where(Change.kind == "proposal")
    assert db.scalars(keys).all() == [str(proposal.id)] * 2
