"""A lecture of full length fetched to a phone in Chromium, and played there without a line.

Line: 2 Mbit/s, 100 ms there and back, ours, cut ten times by lot, hard or in silence. Claimed: all
of the film is on the phone byte for byte; what came over the line is at most a tenth more than
that; without a line it plays after a jump to each of three places; and when the line is back the
server holds every second that was played, and none besides.
Arguments: `minutes=` of film (45), `cuts=` (10), `seed=`.
Prints what happens and, last, one line of JSON; ends with 1 if a claim does not hold.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from elearn import catalogue, clock, media
from elearn.accounts import Account
from scripts.proofs import _line_stage as stage
from scripts.proofs import _line_wire as wire
from scripts.proofs._offline_shown import PLAYED_SECONDS, Shown, judge
from tests.browser import household, living, looking, screening
from tests.browser.living import Live
from tests.browser.screening import Screening
from tests.browser.sharing import FLAGS
from tests.learning.offline.browser import copies, witnesses
from tests.learning.offline.browser.lying import LOOK
from tests.make import catalogue as teaching

CODE, WEIGHT = "HV-01", "240p"
KBIT_PER_S, ROUND_TRIP_S = 2000, 0.1
CUT_SECONDS = (1, 6)
PLACES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Film:
    """The lecture, the bytes of all that is fetched of it, and what its film is."""

    screening: Screening
    size: int
    sha256: str


def main() -> int:
    told = dict(one.split("=") for one in sys.argv[1:])
    shown, draw = Shown(), random.Random(int(told.get("seed", 9)))  # noqa: S311  # a lot, no secret
    with tempfile.TemporaryDirectory(prefix="offline-") as name:
        _evening(Path(name), told, shown, draw)
    judge(shown, int(told.get("cuts", 10)))
    print(json.dumps({"proof": "offline", **asdict(shown)}, ensure_ascii=False))
    return 1 if shown.faults else 0


def _evening(home: Path, told: dict[str, str], shown: Shown, draw: random.Random) -> None:
    with living.installation_at(home) as here:
        household.move_in(here)
        with living.serving(here) as live, sync_playwright() as playwright:
            film = _put_up(live, home, 60 * int(told.get("minutes", 45)) + 10)
            shown.film_s, shown.film_bytes = film.screening.seconds, film.size
            port = int(live.address.rpartition(":")[2])
            chromium = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=[*FLAGS, "--no-sandbox"]
            )
            with wire.weak(port, kbit_per_s=KBIT_PER_S, round_trip_s=ROUND_TRIP_S) as line:
                account, cookie = stage.learner(live, line.port)
                address = f"http://127.0.0.1:{line.port}"
                context = looking.open_context(chromium, address, service_workers="allow")
                context.set_default_timeout(120_000)
                context.add_init_script(witnesses.WITNESS)
                context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie
                _fetch(context, film, line, shown, (int(told.get("cuts", 10)), draw))
                _play(context, film, shown)
                _compare(context, (live, account, film), shown)
                context.close()
            chromium.close()


def _put_up(live: Live, home: Path, seconds: int) -> Film:
    print(f"a film of {seconds} s is made and transcoded …", flush=True)
    path = home / "film.mp4"
    picture = f"testsrc2=size=426x240:rate=15:duration={seconds}"
    sound = f"sine=frequency=440:duration={seconds}"
    ways = ("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-pix_fmt", "yuv420p")
    inputs = ("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound)
    subprocess.run(["ffmpeg", "-v", "error", *inputs, *ways, str(path)], check=True)
    upload = media.receive(live.here.store, path, media.About("Công tác chi hội"))
    with live.here.database.writing() as db:
        version = media.add(db, upload, now=clock.now())
        teaching.lecture(db, CODE, medium_id=version.medium_id, title="Công tác chi hội")
    worker = [sys.executable, "-m", "elearn", "worker", "--drain"]
    subprocess.run(worker, cwd=living.ROOT, env=living.environment_of(live.here), check=True)
    with live.here.database.reading() as db:
        film = media.playable_of(db, catalogue.lecture_by_code(db, CODE).medium_id)
        parts = media.parts_of(db, film.version_id, WEIGHT, with_slides=False)
        size, digest = sum(one.size for one in parts), parts[0].sha256
        return Film(Screening(CODE, film.version_id, film.seconds), size, digest)


def _fetch(
    context: BrowserContext,
    film: Film,
    line: wire.Line,
    shown: Shown,
    cutting: tuple[int, random.Random],
) -> None:
    """Press the button, cut the line while it comes, and look at what lies there in the end."""
    page = context.new_page()
    page.goto(f"/lectures/{CODE}", wait_until="networkidle")
    page.evaluate(copies.WORKER)
    before, began = _fetched(line), time.monotonic()
    page.get_by_label("Cách xem", exact=True).select_option(WEIGHT)
    page.get_by_role("button", name="Tải về máy").click()
    cutter = threading.Thread(target=_cuts, args=(line, shown, film.size, cutting))
    cutter.start()
    expect(page.get_by_text("Đã tải về máy:")).to_be_visible(timeout=3_600_000)
    cutter.join()
    shown.seconds = round(time.monotonic() - began, 1)
    shown.line_bytes = _fetched(line) - before
    shown.ratio = round(shown.line_bytes / film.size, 4)
    found = page.evaluate(LOOK, f"{WEIGHT}.mp4")
    shown.identical = found["hex"] == film.sha256
    print(f"{shown.line_bytes} bytes came for {film.size} in {shown.seconds} s", flush=True)
    page.close()


def _fetched(line: wire.Line) -> int:
    """Return the bytes of all requests for films, with their heads, both ways."""
    return sum(one.size for one in line.exchanges if "/media/files/" in one.asked)


def _cuts(line: wire.Line, shown: Shown, size: int, cutting: tuple[int, random.Random]) -> None:
    """Cut the line at times drawn so that all cuts fall into the fetching."""
    count, draw = cutting
    whole = size / (KBIT_PER_S * 1000 / 8)
    for _ in range(count):
        time.sleep(draw.uniform(0.2, 0.9) * whole / count)
        is_hard = draw.random() < 0.5
        line.cut(hard=is_hard)
        shown.cuts += 1
        time.sleep(draw.uniform(*CUT_SECONDS))
        line.mend()
        print(f"cut {shown.cuts}, {'hard' if is_hard else 'in silence'}", flush=True)


def _play(context: BrowserContext, film: Film, shown: Shown) -> None:
    """Open the lecture without a line, and play at three places."""
    context.set_offline(True)
    page = context.new_page()
    page.goto(f"/lectures/{CODE}")
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(witnesses.REACHED, 1)
    for place in PLACES:
        _jump(page, int(place * film.screening.seconds))
    page.get_by_role("button", name="Tạm dừng").click()
    witnessed = witnesses.witnessed(page, film.screening)
    shown.played_s = sum(end - start for start, end in witnessed)
    print(f"played without a line: {witnessed}", flush=True)


def _jump(page: Page, second: int) -> None:
    page.evaluate("(second) => { document.querySelector('video').currentTime = second; }", second)
    page.evaluate(witnesses.REACHED, second + PLAYED_SECONDS)


def _compare(context: BrowserContext, where: tuple[Live, Account, Film], shown: Shown) -> None:
    """Bring the line back, and count what was played and is not held, and the other way round."""
    live, account, film = where
    page = context.pages[-1]
    played = {
        k for start, end in witnesses.witnessed(page, film.screening) for k in range(start, end)
    }
    context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    deadline = time.monotonic() + 60
    kept: set[int] = set()
    while kept != played and time.monotonic() < deadline:
        kept = _seconds(screening.held(live, account, film.screening))
        time.sleep(1)
    shown.missing, shown.unplayed = len(played - kept), len(kept - played)


def _seconds(ranges: list[tuple[int, int]]) -> set[int]:
    return {k for start, end in ranges for k in range(start, end)}


if __name__ == "__main__":
    sys.exit(main())
