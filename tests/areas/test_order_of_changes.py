"""Changes come in the order of their days: what a later one says is not contradicted before it."""

from datetime import UTC, date, datetime

import pytest

from elearn import areas
from elearn.access import OPERATOR
from elearn.errors import Refusal
from tests.make import areas as make

MOMENT = datetime(2099, 1, 1, tzinfo=UTC)  # After the lists were loaded.


@pytest.fixture
def code(db):
    """The code that Xã Tiên La bears today."""
    return areas.version_on(db, make.area(db, "Xã Tiên La").id, make.NOW).code


def apply(db, line, *, number="01/NQ", day=date(2027, 1, 1)):
    change = areas.receive(db, OPERATOR, make.change(line, number=number, day=day), now=MOMENT)
    assert areas.apply(db, OPERATOR, change, now=MOMENT)


def before(db, line):
    apply(db, line, number="02/NQ", day=date(2026, 12, 1))


def test_a_day_before_what_is_known_is_refused_in_words(db, code):
    apply(db, (code, "", "xã", "", "Xã Tiên Lãng", "", "", "đổi tên"))

    with pytest.raises(Refusal, match="ghi cho ngày 01/01/2027; chỉ nhận thay đổi sau ngày đó"):
        before(db, (code, "", "xã", "", "Xã Khác", "", "", "đổi tên"))


def test_a_code_that_a_later_change_gives_is_not_given_before_it(db, code):
    apply(db, (code, "", "xã", "99901", "", "", "", "đổi mã"))

    with pytest.raises(Refusal, match="Mã 99901 sau ngày này là của Xã Tiên La"):
        before(db, ("", "", "xã", "99901", "Xã Khác", "xã", "22", "thành lập"))


def test_nothing_is_founded_in_what_is_known_to_end_later(db):
    apply(db, ("33", "", "tỉnh", "22", "", "", "", "nguyên trạng"))

    with pytest.raises(Refusal, match="Tỉnh Hưng Yên đã có thay đổi được ghi cho ngày 01/01/2027"):
        before(db, ("", "", "xã", "99905", "Xã Khác", "xã", "33", "thành lập"))
