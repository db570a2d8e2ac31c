"""The main line in a real browser: a lecture watched, a class closed, a certificate, a figure."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from elearn import catalogue, certificates, classes, clock, coverage, learning
from elearn.access import OPERATOR, Role
from elearn.areas import Level
from elearn.coverage.jobs import keep_up
from tests.browser import screening as screenings
from tests.browser.living import Live
from tests.browser.screening import until
from tests.browser.test_player import ENDED
from tests.make import accounts, areas, media, people
from tests.make import catalogue as teaching

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

HER, OTHER = "Nguyễn Thị Ngọc Ưỡng", "H'Hen Niê"
COMMUNE, CODE = "Xã Tiên La", "12634"
REPORT = """async ([lecture, end, session]) => {
  const say = (path, body) => fetch(path, {
    method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", Accept: "application/json",
               "X-CSRFToken": document.querySelector("meta[name=csrf-token]").content },
  }).then((answer) => answer.json());
  if (!session) return (await say("/watching", { lecture })).session;
  const said = { session, form: "video", ranges: [[0, end]], position: end };
  return (await say("/watching/reports", { reports: [said] })).receipts[0].lacking;
}"""


@dataclass(frozen=True, slots=True)
class Ground:
    """A class of two branch heads, what they have to watch, and who answers for them."""

    class_id: int
    watched: str
    seconds: int
    last: str


@pytest.fixture(scope="module")
def ground(live: Live, medium_id: int) -> Ground:
    last = screenings.put_up(live, medium_id, "NV-2")
    now = clock.now()
    with live.here.database.writing() as db:
        learning.load_completion_rules(db)
        certificates.load_issuers(db)
        film = media.playable(db, seconds=4)
        first = teaching.lecture(db, "NV-1", medium_id=film.medium_id, title="Điều lệ Hội")
        lectures = [first, catalogue.lecture_by_code(db, last.code)]
        programme = teaching.programme(
            db,
            "NV-CHI",
            [teaching.module(db, "NV-CHI-BB1", lectures)],
            title="Bồi dưỡng nghiệp vụ công tác Hội cho chi hội trưởng phụ nữ",
            level=Level.BRANCH,
            certificate=catalogue.CertificateKind.COMPLETION_STATEMENT,
            tags=[catalogue.ProgrammeTag(tag=catalogue.ContentTag.UNION_DUTY)],
        )
        place = areas.area(db, COMMUNE)
        there = people.org_unit(db, "Chi hội thôn Đông", at=place)
        heads = [accounts.person(db, name) for name in (HER, OTHER)]
        for head, name in zip(heads, ("her", "other"), strict=True):
            people.tenure(db, head, at=there, post="branch_head")
            accounts.account(db, head, user_name=name)
            accounts.role_grant(db, head, Role.LEARNER, area_id=place.id)
        answers = accounts.person(db, "Trần Thị Minh Nguyệt")
        accounts.account(db, answers, user_name="tinh")
        accounts.role_grant(db, answers, area_id=areas.area(db, "Tỉnh Hưng Yên").id)
        day = clock.day_of(now)
        new = classes.NewClass(
            programme, place.id, "Khóa 1", "Hội LHPN", day, day + timedelta(days=30)
        )
        opened = classes.open_class(db, OPERATOR, new, now=now)
        classes.admit_people(db, OPERATOR, opened, [head.id for head in heads], now=now)
        return Ground(opened.id, first.code, film.seconds, last.code)


@pytest.fixture
def sign_in(browse: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """`sign_in("her")` is a browser in which somebody signed in by name and password."""

    def enter(name: str, **choices: object) -> Page:
        page = browse(**choices).new_page()
        page.goto("/sign-in")
        page.get_by_label("Số điện thoại hoặc tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu", exact=True).fill(accounts.PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        expect(page).not_to_have_url(re.compile("sign-in"))
        return page

    return enter


def test_one_lecture_more_closes_the_line(live, ground, sign_in, browse, tmp_path):
    desk = sign_in("tinh", viewport={"width": 1280, "height": 900})
    for _ in coverage.rebuild(live.here.database, ["de_an_1893"]):
        pass
    assert _cell(desk) == "0/2"

    _learn(sign_in("her"), ground)
    _close(desk, ground)
    paper = _issue(live, desk, ground, tmp_path)
    _check(browse().new_page(), _address_on(paper, tmp_path))

    while keep_up(live.here.settings, live.here.database):  # As the worker does each second.
        pass
    assert _cell(desk) == "1/2"
    desk.get_by_role("row", name=re.compile("Chi hội trưởng")).get_by_role("link").first.click()
    desk.get_by_role("link", name="Đã bồi dưỡng (1)").click()
    expect(desk.get_by_role("link", name=HER)).to_be_visible()


def _cell(desk: Page) -> str:
    """Return n/N of the branch heads of the commune today."""
    desk.goto(f"/coverage?scheme=de_an_1893&area={CODE}")
    row = desk.get_by_role("row", name=re.compile("Chi hội trưởng")).first
    return row.locator("small").first.inner_text()


def _learn(page: Page, ground: Ground) -> None:
    """Report one lecture through the players' door as the clock allows, and play the other."""
    page.goto(f"/lectures/{ground.watched}")
    session = page.evaluate(REPORT, [ground.watched, 0, ""])
    until(lambda: page.evaluate(REPORT, [ground.watched, ground.seconds, session]) == 0)
    page.goto("/classes/mine")
    page.get_by_role("link", name="Bắt đầu bài này").click()
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(ENDED)
    expect(page.get_by_text("Bài này đã được tính là đã xem.", exact=True)).to_be_visible()
    page.goto(f"/classes/{ground.class_id}/missing")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("hoàn thành"))


def _close(desk: Page, ground: Ground) -> None:
    desk.goto(f"/classes/{ground.class_id}")
    desk.get_by_role("link", name="Rà soát để chốt lớp").click()
    desk.get_by_role("button", name="Chốt: 1 hoàn thành, 1 chưa").click()
    expect(desk.get_by_text("1/2").first).to_be_visible()


def _issue(live: Live, desk: Page, ground: Ground, folder: Path) -> Path:
    """Enter the decision, have the papers printed, and return hers."""
    desk.get_by_role("link", name="Cấp giấy").click()
    desk.get_by_label("Số quyết định").fill("512/QĐ-HVPN")
    desk.get_by_label("Ngày quyết định").fill(clock.today().isoformat())
    desk.get_by_label("Người ký", exact=True).fill("Trần Thị Minh Hạnh")
    desk.get_by_role("button", name="Cấp giấy cho người đã chọn").click()
    expect(desk.get_by_text("Đã cấp 1 giấy")).to_be_visible()
    screenings.work(live)
    desk.get_by_role("link", name=re.compile("GCN-HVPN")).click()
    with desk.expect_download() as download:
        desk.get_by_role("link", name=re.compile("Tải bản PDF")).click()
    paper = folder / "paper.pdf"
    download.value.save_as(paper)
    return paper


def _address_on(paper: Path, folder: Path) -> str:
    """Return what the QR on the drawn paper says."""
    drawing = folder / "paper"
    draw = ["pdftoppm", "-png", "-r", "150", "-singlefile", str(paper), str(drawing)]
    subprocess.run(draw, check=True)
    [code] = zxingcpp.read_barcodes(Image.open(drawing.with_suffix(".png")))
    return code.text


def _check(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("còn hiệu lực"))
    for printed in (HER, "512/QĐ-HVPN", "0001/"):
        expect(page.get_by_text(printed).first).to_be_visible()
