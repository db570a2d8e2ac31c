"""One screen and many before it: who comes late, who leaves, a line that is away, the statement."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looking
from tests.browser.screening import held
from tests.browser.test_player import ENDED
from tests.learning.viewings.browser import halls
from tests.learning.viewings.browser.halls import AM, DAO, DUNG, UYEN

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

#: Has a page note what it writes down of each stretch, [who sat there, what was played], before
#: the server acknowledges it: after that nothing is left of it.
NOTED = """
  const { setItem } = Storage.prototype;
  const noted = () => JSON.parse(sessionStorage.getItem("noted") ?? "[]");
  Storage.prototype.setItem = function (name, value) {
    setItem.call(this, name, value);
    if (!/^elearn\\.viewing\\..*\\.stretch\\./.test(name)) return;
    const { present, ranges } = JSON.parse(value);
    setItem.call(sessionStorage, "noted", JSON.stringify([...noted(), [present, ranges]]));
  };
  window.noted = noted;
"""


def test_who_sat_there_is_credited_with_what_was_played_before_her_though_the_line_was_away(
    live, film, hall, screen
):
    page = screen
    page.add_init_script(NOTED)
    halls.open_viewing(page, live, film)
    _play(page, film)
    _come_and_go_without_a_line(page)
    _finish_after_a_reload(page)
    _end_without_a_line(page)

    expect(page.get_by_role("heading", name="Ai đã ngồi xem, từ lúc nào?")).to_be_visible()
    assert looking.faults(page) == []
    played = halls.pairs(page.evaluate("window.noted()"))
    assert halls.on_record(live, hall) == played
    page.get_by_label(DUNG).uncheck()
    page.get_by_role("button", name="Xác nhận 2 người đã có mặt").click()
    expect(page.get_by_role("heading", name="Đã tính cho 2 người")).to_be_visible()
    assert looking.faults(page) == []
    for name in (AM, UYEN):
        who = hall.sitters[name].person_id
        counted = {
            k for start, end in held(live, hall.sitters[name], film) for k in range(start, end)
        }
        assert counted == {k for one, k in played if one == who}
    assert not any(held(live, hall.sitters[name], film) for name in (DUNG, DAO))


def _play(page: Page, film) -> None:
    """Play before two, until all of the film has come."""
    page.get_by_label(AM).check()
    page.get_by_label(DUNG).press(" ")
    halls.play_to(page, 1.2)
    halls.have_all(page, film)


def _come_and_go_without_a_line(page: Page) -> None:
    """Have one come late and one leave, and one ticked by mistake, in full screen."""
    page.context.set_offline(True)
    page.get_by_role("button", name="Toàn màn hình").click()
    expect(page.get_by_role("button", name="Thôi toàn màn hình")).to_be_visible()
    page.get_by_label("Tìm theo tên").fill("dinh uy")
    expect(page.get_by_label(DAO)).to_be_hidden()
    page.get_by_label(UYEN).check()
    page.get_by_label("Tìm theo tên").fill("")
    page.get_by_label(DAO).check()
    page.get_by_role("button", name="Lấy lại").click()
    halls.play_to(page, 3.2)
    page.get_by_label(AM).uncheck()
    halls.play_to(page, 4.2)
    page.evaluate("document.exitFullscreen()")
    expect(page.get_by_text("Không có mạng, cứ chiếu tiếp.")).to_be_visible()
    page.context.set_offline(False)


def _finish_after_a_reload(page: Page) -> None:
    """Play the rest on a new page, before those who were there."""
    page.reload()
    expect(page.get_by_role("heading", name="Có mặt 2/60")).to_be_visible()
    expect(page.get_by_label(DUNG)).to_be_checked()
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(ENDED)
    page.context.set_offline(True)


def _end_without_a_line(page: Page) -> None:
    page.get_by_role("button", name="Kết thúc buổi xem").click()
    page.get_by_role("button", name="Kết thúc và rà lại").click()
    expect(page.get_by_text("chưa kết thúc được ở máy chủ")).to_be_visible()
    page.context.set_offline(False)
