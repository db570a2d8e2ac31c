"""Telling and reading, and what is drawn from the outbox."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from elearn import notices, people
from elearn.accounts import RoleGrant
from elearn.db import changed
from elearn.errors import NotFound
from elearn.notices import Kind, Letter, Notice, queries, service
from elearn.notices.rules import text_of, title_of
from tests.make import accounts as make_accounts
from tests.make import notices as make
from tests.make import people as cadres
from tests.make import proposals as saying
from tests.make.notices import NOW

LATER = NOW + timedelta(minutes=1)


def told(db, kind=None):
    found = select(Notice).order_by(Notice.id)
    return db.scalars(found.where(Notice.kind == kind) if kind else found).all()


def say(db, *persons, key="class:1", **values):
    details = {"name": "Lớp 1", "day": date(2026, 12, 15), **values}
    keys = [one.id for one in persons]
    return notices.tell(db, keys, Kind.ADMITTED, key=key, now=NOW, **details)


def test_each_is_told_once_under_one_key(db):
    one, other = cadres.person(db), cadres.person(db)

    assert say(db, one, one) == 1
    assert say(db, one, other) == 1
    assert say(db, one, key="class:2") == 1
    assert len(told(db)) == 3


def test_a_sentence_is_put_together_when_it_is_read(db):
    say(db, cadres.person(db))

    [notice] = told(db)
    assert str(title_of(notice.kind, notice.details)) == "Anh/chị được vào lớp Lớp 1"
    assert "15/12/2026" in str(text_of(notice.kind, notice.details))


@pytest.mark.parametrize("kind", [*Kind, "a kind of a later version"])
def test_every_kind_has_words_and_lacks_none_without_values(kind):
    assert str(title_of(kind, {}))
    assert "%" not in str(text_of(kind, {}))


def test_only_who_has_confirmed_an_address_is_written_to(db):
    confirmed, waiting, without = (cadres.person(db) for _ in range(3))
    make.mail_address(db, confirmed)
    make.mail_address(db, waiting, confirmed_at=None)

    say(db, confirmed, waiting, without)
    say(db, confirmed)

    [letter] = db.scalars(select(Letter))
    assert (letter.person_id, letter.address) == (confirmed.id, f"person{confirmed.id}@vidu.vn")


def test_two_entries_of_one_human_being_are_one_reader_and_one_address(db):
    whole = cadres.person(db)
    entry = cadres.person(db)
    entry.same_as_id = whole.id
    make.mail_address(db, whole)

    say(db, entry)

    assert queries.unread_count(db, whole.id) == 1
    assert db.scalars(select(Letter.person_id)).all() == [whole.id]


def test_what_is_read_stays_read_from_the_first_time(db):
    notice = make.notice(db)

    service.read(db, notice.person_id, notice.id, now=NOW)
    service.read(db, notice.person_id, notice.id, now=LATER)

    assert notice.read_at == NOW
    with pytest.raises(NotFound):
        service.read(db, cadres.person(db).id, notice.id, now=NOW)


def test_all_is_read_at_once_but_what_comes_later(db):
    she = cadres.person(db)
    make.notice(db, she)
    make.notice(db, she, key="later", at=LATER + timedelta(seconds=1))
    make.notice(db)

    service.read_all(db, she.id, now=LATER)

    assert queries.unread_count(db, she.id) == 1
    log = queries.log_of(db, she.id)
    assert (len(log.unread), len(log.read), log.next_after) == (1, 1, None)


def test_old_notices_come_page_by_page(db):
    she = cadres.person(db)
    for number in range(35):
        make.notice(db, she, key=str(number), read_at=NOW)

    first = queries.log_of(db, she.id)
    second = queries.log_of(db, she.id, after=first.next_after)

    assert (len(first.read), len(second.read), second.next_after) == (30, 5, None)
    assert {one.id for one in first.read}.isdisjoint(one.id for one in second.read)


@pytest.fixture
def follow(db):
    """`follow()` does what the worker does each second, having begun before the test."""
    service.follow(db, now=NOW)
    return lambda: service.follow(db, now=LATER)


def test_nobody_is_told_of_what_was_before_the_first_time(db):
    changed(db, "account_reset", make_accounts.account(db).id, now=NOW)

    assert service.is_behind(db)
    service.follow(db, now=NOW)

    assert told(db) == []
    assert not service.is_behind(db)


def test_who_proposed_is_told_what_became_of_it(db, follow):
    chair = cadres.person(db, "Vũ Thị Ngát")
    good = saying.proposal(db, proposed_by_id=chair.id)
    bad = saying.proposal(db, proposed_by_id=chair.id, about="other", new_name="Lê Thị Na")
    province = saying.province(db)
    people.confirm_proposals(db, province, [good.id], now=NOW)
    people.refuse_proposal(db, province, bad.id, "Chưa có biên bản.", now=NOW)

    assert follow()
    assert not follow()

    yes, no = told(db)
    assert (yes.person_id, yes.link) == (chair.id, f"/people/proposals/{good.id}")
    assert str(title_of(yes.kind, yes.details)) == "Đề nghị về Hà Thị Ấm đã được xác nhận"
    assert "Nhận chức danh: Chi hội trưởng" in str(text_of(yes.kind, yes.details))
    assert "Lý do: Chưa có biên bản." in str(text_of(no.kind, no.details))


def test_who_asked_for_a_correction_is_told_the_answer(db, follow):
    she = cadres.tenure(db).person
    cadres.listed(db)
    asked = saying.correction(db, she)
    people.apply_correction(db, saying.province(db), asked.id, now=NOW)

    follow()

    [notice] = told(db)
    assert (notice.person_id, notice.kind) == (she.id, Kind.CORRECTION_APPLIED)
    assert str(text_of(notice.kind, notice.details)).startswith("Số điện thoại: 0912345678.")


def test_the_owner_of_an_account_hears_of_a_reset_and_of_a_right(db, follow):
    account = make_accounts.account(db)
    granted = make_accounts.role_grant(db, account)
    superseded = make_accounts.role_grant(db, account)
    superseded.superseded_at = NOW
    for kind, key in (
        ("account_reset", account.id),
        ("grant", granted.id),
        ("grant", superseded.id),
        ("grant", 999_999),
        ("nothing of ours", "?"),
    ):
        changed(db, kind, key, now=NOW)

    follow()

    reset, right = told(db)
    assert (reset.kind, right.kind) == (Kind.PASSWORD_RESET, Kind.GRANTED)
    assert str(title_of(right.kind, right.details)) == "Anh/chị được giao quyền Quản trị"
    assert db.get_one(RoleGrant, granted.id).person_id == right.person_id


def test_what_is_followed_twice_is_told_once(db, follow):
    account = make_accounts.account(db)
    changed(db, "account_reset", account.id, now=NOW)
    follow()
    cursor = db.scalars(select(notices.models.NoticeCursor)).one()
    cursor.content = {"last": None, "missing": {}}

    follow()

    assert len(told(db)) == 1
