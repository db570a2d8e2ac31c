"""What the line leads to: a lecture that can be watched, a server, and nginx before it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from elearn import catalogue, clock, media
from elearn.accounts import Account
from elearn.media import nginx
from elearn.media.nginx import Files, Site
from elearn.storage import Directory
from tests.browser import household, living
from tests.browser.living import Live
from tests.browser.screening import Screening
from tests.make import accounts
from tests.make import catalogue as teaching
from tests.media import webserver

CODE = "HV-01"
_SAID = (
    "Chào các chị. Bài hôm nay nói về công tác vận động phụ nữ ở chi hội. "
    "Các chị ghi lại những điều cần làm trong tháng, rồi cùng trao đổi với tổ phụ nữ. "
    "Mỗi việc một người phụ trách, có ngày làm và có ngày xong."
)
_SLIDE_SECONDS = 15  # About what the voice takes for the above.


@contextmanager
def served(home: Path, seconds: int) -> Iterator[tuple[Live, Screening, int]]:
    """Give a server with a lecture of about so many seconds, and the port nginx listens on."""
    with living.installation_at(home) as here, webserver.listening() as outer:
        household.move_in(here)
        with living.serving(here) as live:
            film = _put_up(live, home, seconds)
            site = _site(live, home, outer.getsockname()[1])
            with webserver.serving(site, home / "nginx", outer):
                yield live, film, outer.getsockname()[1]


def _site(live: Live, home: Path, port: int) -> str:
    settings, store = live.here.settings, live.here.store
    inner = live.address.removeprefix("http://")
    site = Site("localhost", f"127.0.0.1:{port}", inner, home)
    folder = store.folder if isinstance(store, Directory) else None
    files = Files(folder)
    return nginx.configuration(site, files, secret_key=settings.secret_key, upload_limit_mb=100)


def _put_up(live: Live, home: Path, seconds: int) -> Screening:
    count = max(2, seconds // _SLIDE_SECONDS)
    slides = [
        media.DrawnSlide(f"Phần {number}", ("Việc phải làm", "Người phụ trách"), _SAID)
        for number in range(1, count + 1)
    ]
    fonts = living.ROOT / "static" / "dist" / "fonts"
    film = media.make_film(slides, home / "film.mp4", fonts=fonts)
    upload = media.receive(live.here.store, film.path, media.About("Công tác chi hội"))
    with live.here.database.writing() as db:
        version = media.add(db, upload, now=clock.now())
        media.add_captions(db, version, language="vi", text=film.webvtt, now=clock.now())
        teaching.lecture(db, CODE, medium_id=version.medium_id, title="Công tác chi hội")
    worker = [sys.executable, "-m", "elearn", "worker", "--drain"]
    subprocess.run(worker, cwd=living.ROOT, env=living.environment_of(live.here), check=True)
    with live.here.database.reading() as db:
        shown = media.playable_of(db, catalogue.lecture_by_code(db, CODE).medium_id)
    return Screening(CODE, shown.version_id, shown.seconds)


def learner(live: Live, port: int) -> tuple[Account, dict[str, str]]:
    """Return somebody new, and the cookie by which she is signed in on a line's port."""
    with live.here.database.writing() as db:
        account = accounts.account(db)
    there = replace(live, address=f"http://127.0.0.1:{port}")
    return account, there.cookie_of(account)
