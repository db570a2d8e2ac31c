"""The page that tells why a figure is another than it was: what it says, and its names."""

from datetime import date

import pytest
from sqlalchemy import update

from elearn import catalogue, clock, learning, people
from elearn.access import OPERATOR, Role
from tests import bases
from tests.make import people as roster

ADDRESS = "/coverage/why"


@pytest.fixture
def late(db, country):
    """One more of Hưng Hà's heads turns out to have completed a programme long ago."""
    db.execute(update(people.OrgUnitPlace).values(recorded_at=bases.ALWAYS))
    db.execute(update(people.Tenure).values(recorded_at=roster.KNOWN))
    version = db.query(catalogue.ProgrammeVersion).filter_by(title="Chương trình NV-CHI").one()
    done = learning.Achievement(
        country.keys["Ngát"], version.id, date(2025, 9, 2), learning.CompletionForm.ONLINE
    )
    learning.complete(db, OPERATOR, done, now=clock.now())
    db.commit()


def test_both_figures_the_steps_and_who_was_moved_by_what_are_told(client, enter, late):
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    page = client.get(f"{ADDRESS}?page=9").text.replace("\u00a0", " ")

    assert "1/3" in page
    assert "2/3" in page
    assert "Khác +1 ở tử số, 0 ở mẫu số" in page
    assert "Vũ Thị Ngát" in page
    assert "Bùi Thị Thoa" not in page
    assert "Hoàn thành “Chương trình NV-CHI” ngày 02/09/2025" in page
    assert "không giải thích được" not in page


def test_an_hour_may_be_told_and_what_was_known_later_is_not_explained(client, enter, late):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    page = client.get(f"{ADDRESS}?from_day=01/10/2026&from_hour=8:30&to_day=20/11/2026").text

    assert "Không khác gì" in page
    assert "08:30 ngày 01/10/2026" in page
    assert "Theo dữ liệu ghi đến hết ngày 20/11/2026" in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("from_day=30/06/2025", "Danh sách cán bộ được ghi từ ngày 01/07/2025."),
        ("to_day=01/01/0001", "Danh sách cán bộ được ghi từ ngày 01/07/2025."),
        ("from_day=31/12/9999&from_hour=23:59", "Lần trước phải sớm hơn lần này."),
        ("from_day=31/12/9999", "Lần trước phải sớm hơn lần này."),
        ("from_day=01/10/2026&to_day=01/09/2026", "Lần trước phải sớm hơn lần này."),
        ("from_day=01/10/2026&from_hour=25:00", "Viết giờ như 14:30."),
        ("from_day=31/02/2026", "Không có ngày này."),
    ],
)
def test_moments_that_cannot_be_are_said_beside_their_field(client, enter, late, asked, said):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    answer = client.get(f"{ADDRESS}?{asked}")

    assert answer.status_code == 422
    assert said in answer.text


def test_whom_one_may_not_see_is_counted_and_not_named(client, enter, db, country, late):
    enter(Role.INSPECTOR, "Xã Hưng Hà")
    held = db.query(people.Tenure).filter_by(person_id=country.keys["Dung"]).one()
    people.take_back(db, OPERATOR, held, "Nhầm", now=clock.now())
    db.commit()

    page = client.get(f"{ADDRESS}?cause=people").text.replace("\u00a0", " ")

    assert "Dung" not in page
    assert "1 người nữa không nêu tên" in page


def test_a_page_takes_few_queries(client, enter, count_queries, late):
    enter(Role.CENTRAL)

    with count_queries() as queries:
        assert client.get(f"{ADDRESS}?area=33").status_code == 200

    assert len(queries) <= 75


def test_a_figure_of_classes_is_nobodys(client, enter, late):
    enter(Role.CENTRAL)

    asked = "scheme=bnv_2021_2025&figure=commune_official.commune.class.central"
    page = client.get(f"{ADDRESS}?{asked}").text

    assert "Chỉ số này không đếm người nên không kể được từng người." in page
