"""Tells a person what is held: who she is, her posts, her levels, what was asked about her."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn import clock
from elearn.db import UNKNOWN_START
from elearn.people.models import (
    GENDER_NAMES,
    CorrectionRequest,
    Person,
    PlannedPost,
    Qualification,
    TenureProposal,
)
from elearn.people.personal.rosters import rosters_naming
from elearn.people.queries import terms_of
from elearn.people.rules import (
    ATTAINMENT_NAMES,
    CORRECTED_FIELD_NAMES,
    CORRECTION_STATE_NAMES,
    PROPOSAL_KIND_NAMES,
    PROPOSAL_STATE_NAMES,
)
from elearn.personal import Section
from elearn.text import msg

_GOES = msg("Xóa khi dữ liệu cá nhân được xóa.")
_FROM, _TO, _PAPER = msg("Từ ngày"), msg("Đến ngày"), msg("Văn bản")


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; at most eleven queries."""
    return (
        _herself(db, person_ids),
        _posts(db, person_ids),
        _levels(db, person_ids),
        _plans(db, person_ids),
        _proposals(db, person_ids),
        _corrections(db, person_ids),
        rosters_naming(db, person_ids),
    )


def _herself(db: Session, person_ids: Collection[int]) -> Section:
    found = db.scalars(select(Person).where(Person.id.in_(person_ids)).order_by(Person.id))
    return Section(
        title=msg("Họ tên, ngày sinh, điện thoại"),
        heads=(msg("Họ và tên"), msg("Ngày sinh"), msg("Giới tính"), msg("Điện thoại")),
        rows=tuple(
            (
                one.full_name,
                one.born_on or one.birth_year,
                GENDER_NAMES[one.gender] if one.gender else None,
                one.phone,
            )
            for one in found
        ),
        fate=msg("Họ tên, ngày sinh, điện thoại bị xóa; giới tính giữ lại để thống kê."),
    )


def _posts(db: Session, person_ids: Collection[int]) -> Section:
    terms = terms_of(db, person_ids, day=clock.today())
    return Section(
        title=msg("Chức danh đã và đang giữ"),
        heads=(msg("Chức danh"), msg("Đơn vị"), _FROM, _TO, _PAPER),
        rows=tuple(
            (
                one.post,
                ", ".join(filter(None, (one.org_unit, one.place))),
                one.valid_from if one.valid_from != UNKNOWN_START else None,
                one.valid_to,
                one.decision,
            )
            for hers in terms.values()
            for one in hers
        ),
        fate=msg("Giữ lại không kèm họ tên và số văn bản, để số liệu các năm không thay đổi."),
    )


def _levels(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(Qualification).where(Qualification.person_id.in_(person_ids))
    found = db.scalars(hers.where(Qualification.is_current()).order_by(Qualification.id))
    return Section(
        title=msg("Trình độ"),
        heads=(msg("Trình độ"), msg("Ngày"), msg("Nơi đào tạo"), _PAPER),
        rows=tuple(
            (ATTAINMENT_NAMES[one.level], one.obtained_on, one.institution, one.paper)
            for one in found
        ),
        fate=_GOES,
    )


def _plans(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(PlannedPost).where(PlannedPost.person_id.in_(person_ids))
    whole = joinedload(PlannedPost.post), joinedload(PlannedPost.org_unit)
    found = db.scalars(hers.where(PlannedPost.is_current()).options(*whole))
    return Section(
        title=msg("Quy hoạch"),
        heads=(msg("Chức danh"), msg("Đơn vị"), msg("Nhiệm kỳ"), _FROM, _TO, _PAPER),
        rows=tuple(
            (
                one.post.name,
                one.org_unit.name,
                one.term,
                one.valid_from,
                one.valid_to,
                one.decision,
            )
            for one in found
        ),
        fate=_GOES,
    )


def _proposals(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(TenureProposal).where(TenureProposal.person_id.in_(person_ids))
    found = db.scalars(hers.options(joinedload(TenureProposal.post)).order_by(TenureProposal.id))
    return Section(
        title=msg("Đề nghị của xã về chức danh"),
        heads=(msg("Việc"), msg("Chức danh"), msg("Ngày"), msg("Trạng thái"), msg("Ghi lúc")),
        rows=tuple(
            (
                PROPOSAL_KIND_NAMES[one.kind],
                one.post.name,
                one.day,
                PROPOSAL_STATE_NAMES[one.state],
                one.proposed_at,
            )
            for one in found
        ),
        fate=msg("Giữ lại không kèm họ tên, ngày sinh, điện thoại."),
    )


def _corrections(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(CorrectionRequest).where(CorrectionRequest.person_id.in_(person_ids))
    found = db.scalars(hers.order_by(CorrectionRequest.id))
    return Section(
        title=msg("Đề nghị sửa dữ liệu"),
        heads=(msg("Mục"), msg("Sửa thành"), msg("Ghi chú"), msg("Trạng thái"), msg("Trả lời")),
        rows=tuple(
            (
                CORRECTED_FIELD_NAMES[one.field],
                one.wanted,
                one.note,
                CORRECTION_STATE_NAMES[one.state],
                one.answer,
            )
            for one in found
        ),
        fate=_GOES,
    )
