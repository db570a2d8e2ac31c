"""The wizard of rosters as an office sees it: without script from file to list, and by axe."""

from pathlib import Path

import pytest

from elearn.access import Role
from elearn.people.roster import jobs
from elearn.people.roster.models import BatchState
from elearn.people.roster.rules.verdicts import Candidate, RowStatus
from tests.browser import looking
from tests.make import accounts, people
from tests.make import batches as make
from tests.make.areas import area

pytestmark = pytest.mark.browser
MESSY = Path(__file__).parents[1] / "data" / "danh_sach_lon_xon.xlsx"


@pytest.fixture(scope="module")
def officer(live):
    """Who administers the province of the messy list."""
    with live.here.database.writing() as db:
        person = accounts.person(db, "Phạm Thị Vân", phone="0912000999")
        account = accounts.account(db, person, user_name="van")
        accounts.role_grant(db, person, Role.ADMINISTRATOR, area_id=area(db, "Tỉnh Hưng Yên").id)
        return account


@pytest.fixture
def work(live):
    """`work(page, "Đang …")` does what the worker would, once the page says so."""

    def work(page, under_way):
        said = page.get_by_role("heading", name=under_way)
        said.wait_for()
        address = page.url.partition("?")[0]
        here, batch_id = live.here, int(address.rpartition("import/")[2].partition("/")[0])
        jobs.run_step(here.database, here.store, here.settings, batch_id)
        said.wait_for(state="hidden")  # The page looks by itself, without script too.

    return work


def test_a_messy_file_goes_from_the_desk_into_the_list_without_script(browse, officer, work):
    page = browse(officer, java_script_enabled=False).new_page()
    page.goto("/people/import/new")
    page.get_by_label("Tệp danh sách").set_input_files(MESSY)
    page.get_by_role("button", name="Gửi tệp lên").click()
    work(page, "Đang đọc tệp")
    assert page.get_by_label("Cột B là gì").input_value() == "name"
    page.get_by_role("button", name="Đúng rồi, xem khác biệt").click()
    work(page, "Đang so với danh sách hiện có")

    page.get_by_role("button", name="Là một người, bỏ dòng này").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Dòng 14 nay là “Bỏ qua”.").wait_for()
    page.get_by_role("button", name="dòng đã rõ").click()
    work(page, "Đang ghi vào danh sách")

    assert "vào danh sách" in page.get_by_role("heading", level=1).inner_text()
    page.goto("/people?q=Trần+Thị+Hường")
    assert page.get_by_role("link", name="Trần Thị Hường", exact=True).is_visible()


@pytest.fixture(scope="module")
def pages(live, officer):
    """The pages of a batch at its columns, and of one whose rows wait for decisions."""
    with live.here.database.writing() as db:
        place = area(db, "Tỉnh Hưng Yên")
        columns = make.batch(db, BatchState.COLUMNS, place)
        ready = make.batch(db, at=place)
        who = people.tenure(db, people.person(db, "Hà Thị Thúy"), post="branch_head").person
        she = Candidate(who.id, ("name_key", "phone"))
        told = {"candidates": (she,), "reasons": make.doubt("same_name")}
        make.row(db, ready, make.entry(13, "Hà Thị Thuý"), RowStatus.DOUBTFUL, **told)
        make.question(db, ready, area(db).id, area(db, "Phường Phố Hiến").id)
        for number in range(20, 50):
            make.row(db, ready, make.entry(number), RowStatus.NEW)
        return f"/people/import/{columns.id}/columns", f"/people/import/{ready.id}/preview"


@pytest.mark.parametrize("at", range(2))
def test_its_pages_have_no_faults_and_never_scroll_sideways(browse, officer, pages, at):
    page = browse(officer).new_page()
    page.goto(pages[at])

    assert looking.faults(page) == []
    assert [looking.overflow(page, width) for width in looking.WIDTHS] == [0] * 5


def test_a_page_of_rows_is_light(browse, live, officer, pages):
    assert looking.cold_weight(browse(officer), f"{live.address}{pages[1]}?tab=new") < 120_000
