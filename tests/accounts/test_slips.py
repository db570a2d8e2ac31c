"""Slips are drawn commune by commune, each with codes that hold from then on; files go soon."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from elearn import accounts, areas, clock
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.accounts import queries, typst
from elearn.accounts.models import ActivationCode
from elearn.accounts.rules import code_in
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict, NotFound, Refusal
from elearn.people import OrgUnitPlace, Person
from elearn.storage import StoredFile
from elearn.text import nfc
from tests.accounts.drawing import draw_again, draw_all
from tests.certificates.papers import poppler
from tests.make import accounts as make
from tests.make import people, slips
from tests.make.areas import BEFORE, area, path


@pytest.fixture
def province(db):
    return areas.area_meant(db, "Tỉnh Hưng Yên", day=clock.today())


@pytest.fixture
def branch(db):
    """A branch that stood in Xã Minh Khai before the reform."""
    unit = people.org_unit(db, "Chi hội thôn Kiến Xá")
    was = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    before = {"valid_from": UNKNOWN_START, "valid_to": BEFORE}
    db.add(OrgUnitPlace(org_unit_id=unit.id, area_id=was.id, **before))
    db.flush()
    return unit


@pytest.fixture
def draw(db, here):
    """`draw(batch)` does the job of an order as the worker does."""
    return partial(draw_all, db, here)


def order(db, area_, anew=False):
    return accounts.order_slips(db, OPERATOR, area_, anew=anew, now=clock.now())


def told_on(store, sheet):
    """Return the lines of a sheet, in the order in which they are read."""
    return nfc_lines(poppler("pdftotext", store.path(sheet.file.sha256).read_bytes(), "-raw"))


def nfc_lines(raw):
    return [nfc(line) for line in raw.decode().splitlines()]


def test_a_sheet_bears_names_places_and_codes_that_hold(db, store, province, branch, draw):
    account = slips.waiting(db, "Bùi Thị Thoa", at=branch, user_name="thoabt1")
    slips.waiting(db, "Lê Thị Ái", at=branch)
    people.tenure(db, people.person(db, "Đỗ Thị Chủ", phone="0912345678"))

    [sheet] = draw(order(db, province))
    lines = told_on(store, sheet)
    words = " ".join(lines)

    assert sheet.slips == 2
    assert words.index("Lê Thị Ái") < words.index("Bùi Thị Thoa")
    assert "xã Hưng Hà, tỉnh Hưng Yên" in words
    assert "(trước 01/07/2025: xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình)" in words
    assert "Đỗ Thị Chủ, 0912" in words
    told = [code for line in lines if (code := code_in(line))]
    held = [
        accounts.code_held(db, account, code, key="not a secret", now=clock.now()) for code in told
    ]
    assert len(told) == 2
    assert sum(one is not None for one in held) == 1


def test_who_has_a_slip_gets_another_only_if_all_are_wanted_anew(db, province, draw):
    account = slips.waiting(db)
    draw(order(db, province))
    with pytest.raises(Conflict):
        order(db, province)

    draw(order(db, province, anew=True))

    first, second = db.scalars(select(ActivationCode).order_by(ActivationCode.id))
    assert (first.revoked_at is None, second.revoked_at is None) == (False, True)
    assert second.account_id == account.id


def test_communes_are_sheets_of_their_own_and_people_of_two_stand_on_one(db, province, draw):
    account = slips.waiting(db)
    second = people.org_unit(db, "Chi hội Tiên", at=area(db, "Xã Tiên Hưng"))
    people.tenure(db, db.get(Person, account.person_id), at=second, post="branch_head")

    sheets = draw(order(db, province))

    assert sorted(sheet.slips for sheet in sheets) == [0, 1]
    assert db.scalars(select(ActivationCode)).one().account_id == account.id


def test_who_came_in_meanwhile_is_given_no_second_code(db, province, draw):
    account = slips.waiting(db)
    batch = order(db, province)
    account.password_hash = make.HASH

    [sheet] = draw(batch)

    assert (sheet.slips, sheet.file) == (0, None)
    assert not db.scalars(select(ActivationCode)).all()


def test_a_job_that_is_done_again_draws_only_what_is_left(db, here, province, draw):
    slips.waiting(db)
    batch = order(db, province)
    [sheet] = draw(batch)
    before = sheet.file_id

    draw_again(here, 0, batch)

    assert queries.sheets_of(db, batch.id)[0].file_id == before


def test_files_are_removed_in_time(db, store, province, draw):
    slips.waiting(db)
    batch = order(db, province)
    [sheet] = draw(batch)
    there = store.path(sheet.file.sha256)
    rule = accounts.code_rule_on(clock.today())
    assert not queries.outlived(db, rule, now=clock.now())
    week = clock.now() + timedelta(days=rule.slips_kept_days)
    old = queries.outlived(db, rule, now=week)

    accounts.remove_files(db, store, old, now=week)

    assert not there.exists()
    assert sheet.removed_at == week
    assert not db.scalars(select(StoredFile)).all()


def test_what_was_fetched_goes_sooner(db, province, draw):
    slips.waiting(db)
    [sheet] = draw(order(db, province))
    rule, now = accounts.code_rule_on(clock.today()), clock.now()
    sheet.fetched_at = now - timedelta(minutes=rule.slips_kept_minutes)
    db.flush()

    assert queries.outlived(db, rule, now=now) == [sheet]


def test_strangers_order_nothing(db, province):
    slips.waiting(db)
    scope = path(db, "Tỉnh Quảng Ninh")
    stranger = Actor(None, (Grant(Role.ADMINISTRATOR, scope, UNKNOWN_START),))

    with pytest.raises(NotFound):
        accounts.order_slips(db, stranger, province, anew=False, now=clock.now())


def sheet_of(name):
    slip = typst.Slip(
        name, "Chi hội trưởng", "xã Hưng Hà", "", "thoabt1", "Hỏi: chị Thoa.", "AB3D7KMP"
    )
    return typst.Sheet(
        "Phiếu", "Sản phẩm", "https://a.vn/activate", "20/02/2027", clock.now(), [slip]
    )


def test_a_letter_in_no_font_is_refused_also_from_the_process_that_draws():
    with typst.drawer() as draw:
        with pytest.raises(Refusal, match="phông chữ"):
            draw(sheet_of("Bùi 吴 Thoa"))
        assert draw(sheet_of("Bùi Thị Thoa")).startswith(b"%PDF")
