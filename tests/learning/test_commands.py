"""`elearn learning …`: places on programmes, from the shell."""

import pytest

from elearn import learning
from elearn.learning import commands
from tests.make import accounts
from tests.make import catalogue as make


@pytest.fixture
def account(db):
    make.programme(db, "CT-1", title="Bồi dưỡng chi hội trưởng")
    made = accounts.account(db, user_name="chihoi1")
    db.commit()
    return made


def test_a_person_is_enrolled_once(runner, db, account):
    first = runner.invoke(commands.group, ["enrol", "chihoi1", "CT-1"])
    second = runner.invoke(commands.group, ["enrol", "chihoi1", "CT-1"])

    words = "Phạm Thị Lý, chương trình “Bồi dưỡng chi hội trưởng”."
    assert first.output == f"Đã ghi danh: {words}\n"
    assert second.output.startswith("Đã ghi danh từ ")
    [place] = learning.enrolments_of(db, account.person_id)
    assert place.programme_version.title == "Bồi dưỡng chi hội trưởng"


@pytest.mark.parametrize(
    ("user", "code", "told"),
    [
        ("khac", "CT-1", "Không có tài khoản “khac”"),
        ("chihoi1", "CT-9", "Không có chương trình CT-9. Đang có: CT-1."),
    ],
)
def test_what_does_not_exist_is_refused_in_words(runner, account, user, code, told):
    result = runner.invoke(commands.group, ["enrol", user, code])

    assert result.exit_code == 1
    assert told in result.output
