"""A lecture over a weak line, in Chromium: how soon it begins, what it costs, what is lost.

Line: 400 kbit/s, 400 ms there and back, ours, in front of the real nginx and server. Claimed: from
the press of play on a loaded page to the first sound or picture at most 3 s in the lightest form
and 6 s where hls.js comes over the line too; a report at most 1,400 bytes with all heads both ways,
a lecture of 45 minutes at most 65 kB of them; and through random cuts of the line no played second
is missing at the end, none is held that was not played.
Arguments: `seconds=` of film (180), `watched=` seconds of the long evenings (120), `seed=`.
Prints what happens and, last, one line of JSON; ends with 1 if a claim does not hold.
"""

import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from elearn.accounts import Account
from scripts.proofs import _line_stage as stage
from scripts.proofs import _line_wire as wire
from scripts.proofs._line_shown import Shown, compare, judge
from tests.browser import looking, screening
from tests.browser.living import Live
from tests.browser.screening import Screening
from tests.browser.sharing import FLAGS

WITNESS = (Path(__file__).parent / "_line_page.js").read_text()
LECTURE_SECONDS, INTERVAL = 45 * 60, 60
SAVING = {"Save-Data": "on"}
#: How long a line is cut, and how long it holds in between, in seconds.
CUT, WHOLE = (2, 15), (6, 20)


@dataclass(frozen=True, slots=True)
class Ground:
    """The server and its lecture, and a browser to watch it with."""

    live: Live
    film: Screening
    port: int
    browser: Browser


def main() -> int:
    told = dict(one.split("=") for one in sys.argv[1:])
    shown, draw = Shown(), random.Random(int(told.get("seed", 8)))  # noqa: S311  # a lot, no secret
    with tempfile.TemporaryDirectory(prefix="line-") as name, _ground(name, told) as ground:
        _starts(ground, shown)
        _evening(ground, shown, float(told.get("watched", 120)))
        _cut_evening(ground, shown, float(told.get("watched", 120)), draw)
    judge(shown)
    print(json.dumps({"proof": "line", **asdict(shown)}, ensure_ascii=False))
    return 1 if shown.faults else 0


@contextmanager
def _ground(home: str, told: dict[str, str]) -> Iterator[Ground]:
    print("a film is made, a server started …", flush=True)
    place = stage.served(Path(home), int(told.get("seconds", 180)))
    with place as (live, film, port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*FLAGS, "--no-sandbox"]
        )
        yield Ground(live, film, port, browser)
        browser.close()


@contextmanager
def _phone(
    ground: Ground, line: wire.Line, **told: Any
) -> Iterator[tuple[BrowserContext, Account]]:
    account, cookie = stage.learner(ground.live, line.port)
    context = looking.open_context(ground.browser, f"http://127.0.0.1:{line.port}", **told)
    context.set_default_timeout(120_000)
    context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie
    context.add_init_script(WITNESS)
    try:
        yield context, account
    finally:
        context.close()


def _opened(context: BrowserContext, film: Screening, weight: str) -> Page:
    page = context.new_page()
    page.goto(f"/lectures/{film.code}?weight={weight}", wait_until="networkidle")
    return page


def _press(page: Page, seconds: float = 4) -> float:
    """Press play and return the seconds until something is heard or seen; let it play on."""
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate("witness.beginning")
    page.wait_for_timeout(seconds * 1000)
    took: float = page.evaluate("(witness.began - witness.pressed) / 1000")
    return round(took, 2)


def _starts(ground: Ground, shown: Shown) -> None:
    """Begin each way on a phone that has nothing yet, and once more on the same phone.

    Who saves data is given no hls.js before she asks for a picture.
    """
    for weight, headers in (("audio", SAVING), ("240p", SAVING), ("240p", {})):
        phone = {"extra_http_headers": headers}
        with wire.weak(ground.port) as line, _phone(ground, line, **phone) as (context, _):
            for state in ("first", "again"):
                before = sum(one.size for one in line.exchanges)
                page = _opened(context, ground.film, weight)
                name = f"{weight}{' saving' if headers else ''}, {state}"
                loaded = sum(one.size for one in line.exchanges) - before
                shown.page_bytes = shown.page_bytes or loaded
                shown.starts[name] = _press(page)
                print(
                    f"{name}: page {loaded} bytes, began after {shown.starts[name]} s", flush=True
                )
                page.close()


def _evening(ground: Ground, shown: Shown, seconds: float) -> None:
    """Watch for a while on a whole line, and weigh the reports."""
    with wire.weak(ground.port) as line, _phone(ground, line) as (context, _):
        page = _opened(context, ground.film, "240p")
        _press(page, seconds)
        _note(page, shown, "whole line")
        page.close()
        time.sleep(2)
        reports = [one.size for one in line.exchanges if one.asked == "POST /watching/reports"]
        shown.opening_bytes = sum(
            one.size for one in line.exchanges if one.asked == "POST /watching"
        )
    shown.report_bytes_most = max(reports)
    shown.report_bytes_mean = round(sum(reports) / len(reports))
    count = LECTURE_SECONDS // INTERVAL + 1
    shown.lecture_bytes = shown.opening_bytes + round(shown.report_bytes_mean * count)
    print(f"{len(reports)} reports: {reports}", flush=True)


def _note(page: Page, shown: Shown, name: str) -> None:
    shown.stalls[name] = page.evaluate("witness.stalls")
    shown.ahead_s[name] = round(page.evaluate("witness.furthest"), 1)


def _cut_evening(ground: Ground, shown: Shown, seconds: float, draw: random.Random) -> None:
    """Watch while the line is cut by lot, hard or in silence; then ask what the server holds."""
    with wire.weak(ground.port) as line, _phone(ground, line) as (context, account):
        page = _opened(context, ground.film, "audio")
        ends = threading.Event()
        cutter = threading.Thread(target=_cuts, args=(line, shown, draw, ends))
        _press(page, 3)
        cutter.start()
        page.wait_for_timeout(seconds * 1000)
        ends.set()
        cutter.join()
        page.evaluate("document.querySelector('video').pause()")
        page.evaluate("dispatchEvent(new Event('online'))")
        page.wait_for_timeout(15_000)
        _note(page, shown, "cut line")
        played = page.evaluate("witness.played")
        compare(played, screening.held(ground.live, account, ground.film), shown)


def _cuts(line: wire.Line, shown: Shown, draw: random.Random, ends: threading.Event) -> None:
    while not ends.wait(draw.uniform(*WHOLE)):
        shown.cuts += 1
        line.cut(hard=draw.random() < 0.5)
        ends.wait(draw.uniform(*CUT))
        line.mend()


if __name__ == "__main__":
    sys.exit(main())
