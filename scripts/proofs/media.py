"""Odd files through the whole house: handed in, transcoded by a worker, played in Chromium.

Claimed: each is either played, in every weight, within 0.2 s of the length ffmpeg decodes, with
beep and flash at most 80 ms apart; or refused with a reason. None opens another file or address.
Arguments: files or folders to try beside those made here; `only=NAME` tries some of these;
`films=FOLDER` keeps them for the next time.
Prints a table and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Page, sync_playwright

from elearn import clock, media
from elearn.errors import Refusal
from elearn.media import addresses
from scripts.proofs._media_truth import decoded_seconds
from tests.browser import living
from tests.browser.sharing import FLAGS
from tests.media import odd
from tests.media.odd import bait

MOST_OFF_SECONDS, MOST_APART_MS = 0.2, 80
MOST_REFUSING_SECONDS = 20  # Of processors; who uploads waits so long at most.
MEASURE = (Path(__file__).parent / "_media_chromium.js").read_text()


@dataclass(slots=True)
class Trial:
    """One file: what it is, what is expected of it, and what came of it."""

    path: Path
    oddity: str = ""
    #: Seconds that it should play by its making; None: not known; 0: it should be refused.
    expected: float | None = None
    beeps: tuple[float, ...] = ()
    version_id: int | None = None
    reason: str = ""
    truth: float = 0
    cost: float = 0
    played: dict[str, float] = field(default_factory=dict)
    apart_ms: list[int | None] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def off(self) -> float:
        """Return by how many seconds the worst of its weights misses the truth."""
        return max((abs(one - self.truth) for one in self.played.values()), default=0)

    def judge(self) -> None:
        """Write down what does not hold."""
        if self.expected == 0 and not self.reason:
            self.faults.append("not refused")
        if self.expected and self.reason:
            self.faults.append("refused")
        if not self.reason and (not self.played or self.off > MOST_OFF_SECONDS):
            self.faults.append(f"length off by {self.off:.3f} s")
        if self.reason and self.cost > MOST_REFUSING_SECONDS:
            self.faults.append(f"refused after {self.cost:.0f} s")
        wanted = 0 if self.reason or not self.beeps else len(self.beeps)
        good = [one for one in self.apart_ms if one is not None and abs(one) <= MOST_APART_MS]
        if len(good) < max(wanted, len(self.apart_ms)):
            self.faults.append(f"beeps {self.apart_ms} ms off")


def main() -> int:
    asked = [Path(one) for one in sys.argv[1:] if "=" not in one]
    with tempfile.TemporaryDirectory(prefix="media-") as name:
        films = Path(next(iter(_told("films")), name)).resolve()
        films.mkdir(exist_ok=True)
        trials = prove(films, Path(name), asked)
    return tell(trials)


def prove(films: Path, home: Path, asked: list[Path]) -> list[Trial]:
    """Try all files in an installation of their own, and return what came of them."""
    with bait.watched(films) as watch:
        trials = list(_trials(films, asked, set(_told("only"))))
        with living.installation_at(home) as here, living.serving(here) as live:
            for trial in trials:
                hand_in(live, trial)
                if watch.was_touched:
                    trial.faults.append("reads outside")
            work_all(live)
            play_all(live, trials)
            if watch.was_touched:
                trials[0].faults.append("something read outside while it was transcoded")
    return trials


def _told(name: str) -> list[str]:
    """Return what was said by `name=…`."""
    return [one.split("=", 1)[1] for one in sys.argv[1:] if one.startswith(f"{name}=")]


def _trials(folder: Path, asked: list[Path], only: set[str]) -> Iterator[Trial]:
    for place in asked:
        files = sorted(place.iterdir()) if place.is_dir() else [place]
        yield from (Trial(one, "handed in") for one in files if one.name != "LICENSE")
    for one in odd.ALL:
        path = odd.make(one, folder)  # All are made: some are made of others.
        if not only or one.name in only:
            later = tuple(at + one.later for at in odd.BEEPS) if one.has_beeps else ()
            expected = None if one.seconds < 0 else one.seconds
            yield Trial(path, one.oddity, expected, later)


def hand_in(live: living.Live, trial: Trial) -> None:
    """Hand a file in as an instructor does; what it costs until it is taken or refused counts."""
    before = _children_seconds()
    try:
        upload = media.receive(live.here.store, trial.path, media.About(trial.path.name))
        with live.here.database.writing() as db:
            trial.version_id = media.add(db, upload, now=clock.now()).id
    except Refusal as refusal:
        trial.reason = str(refusal)
    trial.cost = _children_seconds() - before
    trial.truth = 0 if trial.reason else decoded_seconds(trial.path)


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def work_all(live: living.Live) -> None:
    """Have a worker do whatever waits, to its end."""
    worker = [sys.executable, "-m", "elearn", "worker", "--drain"]
    subprocess.run(worker, cwd=living.ROOT, env=living.environment_of(live.here), check=True)


def play_all(live: living.Live, trials: list[Trial]) -> None:
    """Play what was made in Chromium, every weight of it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*FLAGS, "--no-sandbox"]
        )
        page = browser.new_context(base_url=live.address).new_page()
        page.goto("/")
        for trial in trials:
            if trial.version_id is not None:
                play(live, page, trial)
        browser.close()


def play(live: living.Live, page: Page, trial: Trial) -> None:
    """Play every weight of a version; flashes are looked for in the heaviest and the lightest."""
    with live.here.database.reading() as db:
        version = media.version_by_id(db, trial.version_id or 0)
        trial.reason = str(version.told_reason or "")
        files = [
            (one.name, bool(one.height), address(live, version, one)) for one in version.renditions
        ]
    films = [name for name, is_film, _ in files if is_film]
    for name, is_film, where in files:
        beeps = trial.beeps if is_film and name in (films[0], films[-1]) else ()
        found = page.evaluate(MEASURE, [where, list(beeps) or None])
        trial.played[name] = found["duration"]
        trial.apart_ms += found["off"]


def address(live: living.Live, version: media.MediumVersion, one: media.Rendition) -> str:
    """Return where somebody with a permit fetches a rendition."""
    permit = media.Permit(version.id, 1, clock.now().replace(microsecond=0) + timedelta(hours=2))
    name = addresses.named(one.name, one.media_type)
    return media.file_address(live.here.settings.secret_key, permit, one.file.sha256, name)


def tell(trials: list[Trial]) -> int:
    """Print the table and the last line."""
    for trial in trials:
        trial.judge()
        mark = "✗" if trial.faults else " "
        came = trial.reason[:60] if trial.reason else f"{trial.truth:8.3f} s  off {trial.off:.3f}"
        apart = "" if trial.reason else f"  beeps {trial.apart_ms or '–'}"
        print(f"{mark} {trial.path.name:32} {came}{apart}  {'; '.join(trial.faults)}")
    played = [trial for trial in trials if not trial.reason]
    gaps = [abs(one) for trial in played for one in trial.apart_ms if one is not None]
    told: dict[str, Any] = {
        "proof": "media",
        "ok": not any(trial.faults for trial in trials),
        "files": len(trials),
        "played": len(played),
        "refused": len(trials) - len(played),
        "most_off_s": round(max((trial.off for trial in played), default=0), 3),
        "most_apart_ms": max(gaps, default=0),
        "faulty": [trial.path.name for trial in trials if trial.faults],
    }
    print(json.dumps(told, ensure_ascii=False))
    return 0 if told["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
