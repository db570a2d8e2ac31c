"""What a test asks of an open page: does axe find fault with it, and what did it weigh?"""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page

from tests import own
from tests.browser.screening import PATIENCE_SECONDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 412, 768, 1024, 1440)
PHONE = {"width": 360, "height": 740}
_RUN = """async (runOnly) => {
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].html}`);
}"""


_EVERYTHING = {"type": "tag", "values": TAGS}
_CONTRAST = {"type": "rule", "values": ["color-contrast"]}
#: Dark changes colours only, the same at every width, so there the contrast alone is measured.
_PHONE, *_MORE = (
    ("light", 360, _EVERYTHING),
    ("light", 1280, _EVERYTHING),
    ("dark", 1280, _CONTRAST),
)


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong on a phone, and on SQLite also on a desk and in dark.

    What a page holds comes from the database; how wide or dark it is drawn does not.
    """
    page.evaluate(AXE)
    found = []
    for colours, width, rules in (_PHONE, *([] if own.is_postgresql() else _MORE)):
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]  # it is one of the two
        _show_all(page, width)
        found += [f"{width} {colours} {fault}" for fault in page.evaluate(_RUN, rules)]
    return found


def _show_all(page: Page, width: int) -> None:
    """Make the window as tall as the page, so that the bar at its foot lies over nothing."""
    page.set_viewport_size({"width": width, "height": 740})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})


def overflow(page: Page, width: int) -> int:
    """Return by how many pixels the page is wider than a screen of this width."""
    page.set_viewport_size({"width": width, "height": 740})
    wider: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wider


def cold_weight(context: BrowserContext, address: str) -> int:
    """Return the bytes on the wire until a page of an empty cache has loaded everything."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.close()
    return sum(sizes)


def leave(*pages: Page) -> None:
    """Leave pages empty: to close one that has a worker now and then takes minutes."""
    for page in pages:
        page.goto("about:blank")


def shut(context: BrowserContext) -> None:
    """Close the pages of a context that is used no more, without waiting until they are gone."""
    for page in context.pages:
        wire = context.new_cdp_session(page)
        target = wire.send("Target.getTargetInfo")["targetInfo"]["targetId"]
        wire.send("Target.closeTarget", {"targetId": target})


def open_context(browser: Browser, address: str, **choices: Any) -> BrowserContext:
    """Return a new, empty browser of one person on a phone."""
    context = browser.new_context(
        base_url=address,
        locale="vi-VN",
        viewport=choices.pop("viewport", PHONE),
        service_workers=choices.pop("service_workers", "block"),  # Who tries it asks for it.
        **choices,
    )
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    return context
