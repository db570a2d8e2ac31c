"""Files sent over real lines: by tus-js-client in node, and from the page in Chromium."""

from collections.abc import Callable
from hashlib import sha256
from os import urandom
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from sqlalchemy import select

from elearn.media.models import FileUpload, UploadState
from tests.browser.household import Household
from tests.browser.living import Live
from tests.browser.screening import until
from tests.browser.sending import CHUNK, sender, uploaded

pytestmark = pytest.mark.browser
CHUNK_OF_THE_PAGE = 8 * 1024 * 1024
SIZE = 20_000_000
SLOW = {
    "offline": False,
    "latency": 0,
    "downloadThroughput": -1,
    "uploadThroughput": 1_000_000,
}


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "ghi_hinh.mp4"
    path.write_bytes(urandom(3 * CHUNK + 7))
    return path


def test_tus_js_client_goes_on_where_it_stopped(live: Live, recording: Path) -> None:
    her = sender(live)

    first = her.send(recording, atOnce=True, stopAt=2 * CHUNK)
    assert first[-1]["event"] == "stopped"
    address = first[-1]["address"]
    second = her.send(recording, address=address)

    assert second[-1] == {"event": "sent", "address": address}
    taken = [one["bytes"] for one in second if one["event"] == "accepted"]
    assert taken == [3 * CHUNK, 3 * CHUNK + 7]
    upload, digest = uploaded(live, address)
    assert (upload.state, digest) == (
        UploadState.WHOLE,
        sha256(recording.read_bytes()).hexdigest(),
    )


@pytest.mark.database
def test_two_clients_on_one_upload_make_one_file(live: Live, recording: Path) -> None:
    her = sender(live)
    address = her.begin(3 * CHUNK + 7)

    both = [her.start(recording, address=address, chunk=100_000) for _ in range(2)]
    for process in both:
        process.communicate()

    upload, digest = uploaded(live, address)
    assert (upload.received, digest) == (
        3 * CHUNK + 7,
        sha256(recording.read_bytes()).hexdigest(),
    )


@pytest.fixture
def at_her_desk(browse: Callable[..., BrowserContext], household: Household) -> BrowserContext:
    return browse(household.instructor)


def row_of(context: BrowserContext) -> tuple[Page, Locator, Locator]:
    """Open the page, and return it, the row of its one file, and where its name is typed."""
    page = context.new_page()
    page.goto("/media/upload")
    return page, page.locator(".upload"), page.get_by_role("textbox", name="Tên video")


def hold_the_end(route: Route) -> None:
    """Let nothing through that could complete the file: the browser's slow line may be none."""
    offset = int(route.request.headers.get("upload-offset", 0))
    if offset + CHUNK_OF_THE_PAGE < SIZE:
        route.continue_()


def send_over_a_cut_line(context: BrowserContext, path: Path, title: str) -> None:
    """Send a part of a file over a line that is cut once, then close the tab."""
    page, row, name = row_of(context)
    page.route("**/media/uploads/*", hold_the_end)
    line = context.new_cdp_session(page)
    line.send("Network.emulateNetworkConditions", SLOW)
    page.locator("[data-choose]").set_input_files(path)
    name.fill(title)
    expect(row.locator("[data-part=bar]")).not_to_have_attribute("aria-valuenow", "0")
    line.send("Network.emulateNetworkConditions", SLOW | {"offline": True})
    expect(row).to_contain_text("Mất kết nối")
    line.send("Network.emulateNetworkConditions", SLOW | {"uploadThroughput": 300_000})
    expect(row).to_contain_text("Đã nối lại 1 lần")
    page.close()


def arrived(live: Live) -> int:
    with live.here.database.reading() as db:
        return db.scalars(select(FileUpload.received).where(FileUpload.length == SIZE)).one()


def test_the_page_goes_on_after_a_cut_line_and_a_closed_tab(
    at_her_desk: BrowserContext, live: Live, tmp_path: Path
) -> None:
    path, title = tmp_path / "HV-15_ban_chot.mp4", "Quản lý hội viên, hội phí"
    path.write_bytes(urandom(SIZE))
    send_over_a_cut_line(at_her_desk, path, title)
    until(lambda: arrived(live) > 0)  # What was under way is counted when the server sees it end.

    page, row, name = row_of(at_her_desk)
    expect(row).to_contain_text(f"Chọn lại tệp {path.name} để gửi tiếp từ")
    expect(name).to_have_value(title)
    page.get_by_label(f"Chọn lại tệp: {path.name}").set_input_files(path)
    expect(row).to_contain_text("Đã gửi xong 20 MB")

    with live.here.database.reading() as db:
        found = db.scalars(select(FileUpload).where(FileUpload.length == SIZE)).one()
    upload, digest = uploaded(live, found.token)
    assert (upload.title, upload.state) == (title, UploadState.WHOLE)
    assert digest == sha256(path.read_bytes()).hexdigest()
