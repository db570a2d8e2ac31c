"""Each page of coverage: nobody, those who answer for no area, and those who do for another."""

import pytest

from elearn.access import Role

PAGES = (
    *("/coverage", "/coverage/report.csv", "/coverage/people"),
    *("/coverage/targets", "/coverage/targets.csv", "/coverage/why"),
)


@pytest.mark.parametrize("address", PAGES)
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("role", [Role.LEARNER, Role.INSTRUCTOR])
def test_those_who_answer_for_no_area_see_nothing(client, enter, role, address):
    enter(role)

    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", PAGES)
def test_the_area_of_others_is_not_found(client, enter, heads, address):
    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    answers = [client.get(f"{address}?area={code}") for code in ("33", "12586", "VN", "99")]

    assert {answer.status_code for answer in answers} == {404}
    assert not any("Thoa" in answer.text for answer in answers)
