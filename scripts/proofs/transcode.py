"""A film outlasts ten workers that are killed over it: nothing that was finished is made again.

A film of four minutes is made in parts of sixteen seconds, by one worker after another, each on a
host of its own: they share the database and the store, and no disk. Ten are killed with SIGKILL,
each at a random moment of its work; the eleventh ends it. Then every rendition must be whole: each
picture there once and at its time, each file the bytes its name says, the sound as long as the
film, and no part left over. What was encoded is counted from above: a part that was begun counts
whole. It may be as much as the film and ten parts.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("ELEARN_SECRET_KEY", token_urlsafe())

from sqlalchemy import func, select

from elearn import clock, media, storage
from elearn.cli import Installation
from elearn.media.models import TranscodePart
from elearn.migrations import tables
from scripts.proofs._transcode_worker import host

SECONDS, RATE, PART, KILLS, SEED = 240, 25, 16, 10, 1893
PARTS = SECONDS // PART
LONGEST = 6.0  # Seconds; an idle machine encodes a part or two meanwhile.
_DECODE, _LIST = ("ffmpeg", "-v", "error", "-i"), ("-f", "framecrc", "-")
WORKER = Path(__file__).with_name("_transcode_worker.py")


def main() -> None:
    chance = random.Random(SEED)  # noqa: S311  # When to kill is no secret.
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        here = host(place, 0)
        tables.METADATA.create_all(here.database.engine)
        version_id, key = taken_in(here, film(place / "film.mp4"))
        encoded, kills = 0, 0
        for number in range(1, KILLS + 1):
            taken = shelf(here, version_id)
            kills += killed(place, number, key, chance.uniform(0, LONGEST))
            encoded += begun(place / f"host-{number}", taken) * PART
            print(f"killed {kills}: {shelf(here, version_id)} parts on the shelf", flush=True)
        if not is_ready(here, version_id):
            encoded += (PARTS - shelf(here, version_id)) * PART
        subprocess.run(command(place, KILLS + 1, key), check=True)
        report(here, version_id, kills, encoded)


def is_ready(here: Installation, version_id: int) -> bool:
    """Return whether nothing is left to be made: whoever came last was not killed in time."""
    with here.database.reading() as db:
        return media.version_by_id(db, version_id).state is media.VersionState.READY


def film(path: Path) -> Path:
    """Make a film in which no two pictures are alike."""
    sources = [f"testsrc2=d={SECONDS}:s=640x360:r={RATE}", f"sine=d={SECONDS}:b=4"]
    inputs = [word for one in sources for word in ("-f", "lavfi", "-i", one)]
    fast = ["-preset", "ultrafast", "-crf", "30", str(path)]
    subprocess.run(["ffmpeg", "-v", "error", *inputs, *fast], check=True)
    return path


def taken_in(here: Installation, path: Path) -> tuple[int, str]:
    """Hand the film in; return the number of its version and the key of its job."""
    upload = media.receive(here.store, path, media.About("Bài dài", path.name))
    with here.database.writing() as db:
        version = media.add(db, upload, now=clock.now())
        return version.id, version.job_key


def command(place: Path, number: int, key: str) -> list[str]:
    return [sys.executable, str(WORKER), str(place), str(number), key, str(PART)]


def killed(place: Path, number: int, key: str, seconds: float) -> bool:
    """Let a worker encode for so long and kill it outright; return whether it was still at it."""
    worker = subprocess.Popen(command(place, number, key))
    while worker.poll() is None and not list(place.glob(f"host-{number}/*/*/part-*")):
        with suppress(subprocess.TimeoutExpired):
            worker.wait(0.05)
    try:
        worker.wait(seconds)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
        print(f"SIGKILL after {seconds:.1f} s of encoding", end=", ")
        return True
    return False


def shelf(here: Installation, version_id: int) -> int:
    """Return how many parts are finished."""
    mine = select(func.count()).where(TranscodePart.version_id == version_id)
    with here.database.reading() as db:
        return db.scalar(mine) or 0


def begun(home: Path, taken: int) -> int:
    """Return how many parts a killed worker had begun itself, beside those it took over."""
    numbers = {int(path.name.split("-")[1]) for path in home.glob("tmp/*/part-0*")}
    return sum(1 for number in numbers if number >= taken)


def report(here: Installation, version_id: int, kills: int, encoded: int) -> None:
    """Say what came out, and fail unless all of it is whole."""
    with here.database.reading() as db:
        version = media.version_by_id(db, version_id)
        names = {one.name: one.file.sha256 for one in version.renditions}
        facts: dict[str, Any] = {
            "state": str(version.state),
            "duration_ms": version.duration_ms,
            "parts_left": shelf(here, version_id),
            "torn": [name for name, sha in names.items() if not here.store.is_whole(sha)],
            "pictures": {
                name: pictures(here.store, sha) for name, sha in names.items() if name[0].isdigit()
            },
        }
    whole = dict.fromkeys(("360p", "240p", "144p"), SECONDS * RATE)
    is_whole = (
        facts["state"] == "ready"
        and abs(int(facts["duration_ms"] or 0) - SECONDS * 1000) <= 100
        and not facts["torn"]
        and not facts["parts_left"]
        and facts["pictures"] == whole
    )
    allowed = SECONDS + KILLS * PART
    told = {"proof": "transcode", "kills": kills, "encoded_s": encoded, "allowed_s": allowed}
    print(json.dumps(told | facts | {"is_whole": is_whole}))
    if not is_whole or encoded > allowed:
        raise SystemExit(1)


def pictures(store: storage.Store, sha256: str) -> int:
    """Return how many pictures decode, each at its time; nought if any is not."""
    with store.local(sha256) as path:
        listed = subprocess.run(
            [*_DECODE, str(path), "-map", "0:v", "-fps_mode", "passthrough", *_LIST],
            check=True,
            capture_output=True,
            text=True,
        )
    lines = [line.split(",") for line in listed.stdout.splitlines() if not line.startswith("#")]
    times = [int(line[2]) for line in lines]
    steps = {after - before for before, after in pairwise(times)}
    return len(times) if steps == {1} and not listed.stderr else 0


if __name__ == "__main__":
    main()
