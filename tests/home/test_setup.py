"""Setting up again renews what came with the product, and takes back nobody's work."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from elearn import catalogue, people
from elearn.home.setup.base import load_base, load_lectures
from tests.catalogue.conftest import SMALL
from tests.make import catalogue as make
from tests.make import people as make_people

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)


@pytest.fixture
def set_up(db):
    """`set_up()` loads a small catalogue as the product's own, and returns what it tells."""
    return lambda: list(map(str, load_lectures(db, catalogue.read(SMALL), now=MONDAY)))


def test_what_was_edited_or_made_in_the_system_stays_when_it_is_set_up_again(db, set_up):
    set_up()
    edited = make.edit_lecture(db, "BG-01", now=TUESDAY, title="Tên trên hệ thống")
    made = make.module_like(db, "CD-1", "CD-0001", now=TUESDAY)

    told = set_up()

    assert "Danh mục bài giảng: 0 mục mới hoặc đã đổi." in told
    assert any("1 mục sửa trên hệ thống" in line for line in told)
    assert (edited.title, made.withdrawn_on) == ("Tên trên hệ thống", None)


def test_what_a_school_loaded_from_its_own_folder_stays_as_well(db, set_up):
    set_up()
    first, *others = catalogue.read(SMALL).lectures
    own = replace(catalogue.read(SMALL), lectures=(replace(first, title="Bài của trường"), *others))
    catalogue.load(db, own, now=TUESDAY)

    set_up()

    assert catalogue.lecture_by_code(db, "BG-01").title == "Bài của trường"


def test_an_installation_from_before_there_was_a_list_gets_one(db):
    make_people.person(db, "Hà Thị Ấm")

    told = [*map(str, load_base(db, now=MONDAY))]

    assert "Danh sách cán bộ: 1 người." in told
    assert people.is_listed(db)
