"""What an author does on the editor's page, and what it tells her."""

from playwright.sync_api import Page, expect

from tests.browser.screening import until

BROUGHT_BACK = "Chữ chưa gửi lần trước đã được đưa lại vào đây."
SAVED = "Đã lưu lúc"
BOTH_KEPT = "Chữ ở cả hai nơi vẫn còn. Chọn giữ bên nào:"
_LIES_HERE = """async () => {
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const written = new FormData(document.querySelector("[data-editor]")).getAll("lecture");
  const words = [...document.querySelectorAll("[data-lectures] :is(input, textarea)[name]")];
  const database = await asked(indexedDB.open("elearn.drafts"));
  const kept = await asked(database.transaction("unsent").objectStore("unsent").getAll());
  database.close();
  return kept.some(({ entries }) => {
    const values = new Map(entries);
    const lectures = entries.filter(([name]) => name === "lecture").map(([, key]) => key);
    return lectures.join() === written.join()
      && words.every(({ name, value }) => name === "lecture" || values.get(name) === value);
  });
}"""


def is_ready(page: Page) -> None:
    expect(page.locator("[data-ready]")).to_be_attached()


def is_saved(page: Page) -> None:
    expect(page.get_by_text(SAVED)).to_be_visible()


def is_kept(page: Page) -> None:
    """Wait until all that is written of the lectures lies in the browser's own database."""
    until(lambda: page.evaluate(_LIES_HERE))


def save(page: Page) -> None:
    """Save without waiting until it is saved by itself."""
    page.get_by_role("button", name="Lưu bản nháp").click()


def titles(page: Page) -> list[str]:
    return page.locator("[data-lectures] b[data-title]").all_text_contents()


def write(page: Page, title: str, body: str) -> None:
    """Add a lecture and write it; its card is the last, and open."""
    page.get_by_role("button", name="Thêm bài mới").click()
    card = page.locator("[data-lectures] > li").last
    card.get_by_label("Tên bài giảng").fill(title)
    card.get_by_label("Nội dung").fill(body)
    card.get_by_label("Số phút dự kiến").fill("15")


def drag_up(page: Page, title: str) -> None:
    """Drag a lecture by its grip over the one before it."""
    grip = page.locator("[data-lectures] > li", has_text=title).locator("[data-grip]")
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    first = page.locator("[data-lectures] > li").first.bounding_box()
    assert box
    assert first
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, first["y"] + 4, steps=4)
    page.mouse.up()
