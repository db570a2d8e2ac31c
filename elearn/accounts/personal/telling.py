"""Tells a person of her account, her devices, the notices she read and her rights."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.access import ROLE_NAMES
from elearn.accounts.models import (
    Account,
    LinkedIdentity,
    PrivacyAcceptance,
    RoleGrant,
    SecondFactor,
    SignInSession,
)
from elearn.accounts.personal.forgetting import SESSION_DAYS
from elearn.accounts.reader import rule_on
from elearn.accounts.rules import device_name
from elearn.personal import Section
from elearn.text import msg


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; at most eight queries."""
    found = db.scalars(select(Account).where(Account.person_id.in_(person_ids))).all()
    keys = [one.id for one in found]
    return (
        _accounts(db, found, keys),
        _devices(db, keys),
        _identities(db, keys),
        _notices(db, keys),
        _grants(db, person_ids),
    )


def _accounts(db: Session, found: Collection[Account], keys: Collection[int]) -> Section:
    held = SecondFactor.account_id
    proved = set(db.scalars(select(held).where(held.in_(keys))))
    return Section(
        title=msg("Tài khoản"),
        heads=(msg("Tên đăng nhập"), msg("Cấp lúc"), msg("Đóng lúc"), msg("Mã 6 số")),
        rows=tuple(
            (
                one.user_name,
                one.created_at,
                one.closed_at,
                msg("có") if one.id in proved else msg("không"),
            )
            for one in found
        ),
        fate=msg("Tên đăng nhập, mật khẩu, mã kích hoạt bị xóa và tài khoản đóng lại."),
    )


def _devices(db: Session, keys: Collection[int]) -> Section:
    hers = select(SignInSession).where(SignInSession.account_id.in_(keys))
    found = db.scalars(hers.order_by(SignInSession.opened_at.desc()))
    return Section(
        title=msg("Các máy đã đăng nhập"),
        heads=(msg("Máy"), msg("Phần đầu địa chỉ mạng"), msg("Đăng nhập"), msg("Đăng xuất")),
        rows=tuple(
            (device_name(one.user_agent) or one.user_agent, *_when_and_where(one)) for one in found
        ),
        fate=msg(
            "Xóa khi dữ liệu cá nhân được xóa, hoặc tự xóa %(days)s ngày sau khi đăng xuất hay hết"
            " hạn. Lần gõ sai mật khẩu không ghi tên, chỉ ghi dấu không đọc ngược được, và tự xóa"
            " sau %(failures)s ngày.",
            days=SESSION_DAYS,
            failures=rule_on(clock.today()).forgotten_after_days,
        ),
    )


def _when_and_where(one: SignInSession) -> tuple[str, datetime, datetime | None]:
    return one.network, one.opened_at, one.ended_at


def _identities(db: Session, keys: Collection[int]) -> Section:
    found = db.scalars(select(LinkedIdentity).where(LinkedIdentity.account_id.in_(keys)))
    return Section(
        title=msg("Tài khoản ở nơi khác đã liên kết"),
        heads=(msg("Nơi cấp"), msg("Mã ở nơi ấy"), msg("Liên kết lúc")),
        rows=tuple((one.issuer, one.subject, one.linked_at) for one in found),
        fate=msg("Xóa khi dữ liệu cá nhân được xóa."),
    )


def _notices(db: Session, keys: Collection[int]) -> Section:
    hers = select(PrivacyAcceptance).where(PrivacyAcceptance.account_id.in_(keys))
    return Section(
        title=msg("Thông báo về dữ liệu đã đọc"),
        heads=(msg("Bản"), msg("Lúc")),
        rows=tuple(
            (msg("bản %(number)s", number=one.version), one.accepted_at) for one in db.scalars(hers)
        ),
        fate=msg("Giữ lại không kèm họ tên, làm bằng chứng đã thông báo."),
    )


def _grants(db: Session, person_ids: Collection[int]) -> Section:
    hers = select(RoleGrant).where(RoleGrant.person_id.in_(person_ids), RoleGrant.is_current())
    found = db.scalars(hers.order_by(RoleGrant.valid_from)).all()
    places = areas.versions_on(db, [one.area_id for one in found], clock.today())
    return Section(
        title=msg("Quyền"),
        heads=(msg("Vai trò"), msg("Phạm vi"), msg("Từ ngày"), msg("Đến ngày")),
        rows=tuple(
            (
                ROLE_NAMES[one.role],
                places[one.area_id].full_name if one.area_id in places else None,
                one.valid_from,
                one.valid_to,
            )
            for one in found
        ),
        fate=msg("Giữ lại không kèm họ tên: ai đã phụ trách việc gì, lúc nào."),
    )
