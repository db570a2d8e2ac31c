"""Who was given a province that is no more sees it on the days on which it stood, and no other."""

import pytest

from elearn.access import Role
from tests.make.areas import BEFORE

THEN = "as_of=31/12/2024"
BY_THEN = "borders=on&borders_on=31/12/2024"


@pytest.fixture(params=[Role.ADMINISTRATOR, Role.INSPECTOR])
def given(request, enter):
    enter(request.param, "Tỉnh Thái Bình", day=BEFORE)


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize("asked", [THEN, f"{THEN}&area=34", f"{BY_THEN}&area=34", BY_THEN])
def test_its_report_opens_for_its_days_by_its_borders(client, asked):
    answer = client.get(f"/coverage?{asked}")

    assert answer.status_code == 200
    assert "Độ phủ bồi dưỡng tỉnh Thái Bình" in answer.text.replace("\u00a0", " ")
    assert "area=VN" not in answer.text


@pytest.mark.usefixtures("given")
def test_its_names_targets_and_table_open_too(client):
    assert "Phạm Thị Sen" in client.get(f"/coverage/people?{THEN}&which=trained").text
    assert "Thái Bình" in client.get(f"/coverage/targets?{THEN}").text
    assert "Tỉnh Thái Bình" in client.get(f"/coverage/report.csv?{THEN}").text


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(
    "asked",
    [f"{THEN}&area=33", f"{THEN}&area=VN", f"{THEN}&borders=now&area=33", "area=33", "area=34"],
)
def test_no_other_opens_and_none_on_later_days(client, asked):
    answer = client.get(f"/coverage?{asked}")

    assert answer.status_code == 404
    assert "Sen" not in answer.text


def test_a_stranger_sees_nothing_of_it(client, enter):
    enter(Role.INSPECTOR, "Tỉnh Quảng Ninh")

    found = [client.get(f"/coverage?{asked}&area=34") for asked in (THEN, BY_THEN)]

    assert {answer.status_code for answer in found} == {404}
