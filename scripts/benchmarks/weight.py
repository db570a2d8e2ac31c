"""How heavy 45 minutes are in each form: what a learner pays for one lecture.

Three lectures are made, of 30, 38 and 45 slides, with the words of the catalogue and read aloud by
espeak-ng; each goes through the whole of what the worker does. The heaviest of the three counts.
MB are millions of bytes, heads and playlists of ranges included.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn import media
from scripts.benchmarks._lectures import lecture
from scripts.benchmarks._workshop import installation, made_ready, spent

MINUTES = 45
SLIDES = (30, 38, 45)


def main(minutes: float, counts: tuple[int, ...]) -> None:
    heaviest: dict[str, float] = {}
    for number, slides in enumerate(counts, 1):
        for form, size in weighed(minutes * 60, slides, seed=number).items():
            heaviest[form] = max(size, heaviest.get(form, 0))
    print(json.dumps({"bench": "weight", "minutes": minutes, "lectures": len(counts)} | heaviest))


def weighed(seconds: float, slides: int, *, seed: int) -> dict[str, float]:
    """Return the MB of each form of one lecture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film = lecture(folder / "film.mp4", seconds=seconds, slides=slides, seed=seed)
        print(f"{slides} slides, {film.duration_ms / 60_000:.1f} minutes", flush=True)
        here = installation(folder / "home")
        cost = spent(lambda: made_ready(here, film.path, "Bài 45 phút"))
        with here.database.reading() as db:
            (shown,) = media.playables(db, [1]).values()
    share = seconds * 1000 / film.duration_ms  # The voice reads as fast as it likes.
    sizes = {one.name: one.size for one in shown.weights}
    found = shown.slides.count if shown.slides else 0
    drawn = shown.slides.size if shown.slides else 0
    print(f"  {cost}, {found} slides found, bytes: {sizes}, slides {drawn}", flush=True)
    return {
        "slides_sound_mb": round((drawn + sizes["audio"] * share) / 1e6, 2),
        "opus_mb": round(sizes["opus"] * share / 1e6, 2),
        "aac_mb": round(sizes["audio"] * share / 1e6, 2),
        "p240_mb": round(sizes["240p"] * share / 1e6, 2),
        "p144_mb": round(sizes["144p"] * share / 1e6, 2),
        "p720_mb": round(sizes["720p"] * share / 1e6, 2),
    }


if __name__ == "__main__":
    chosen = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    main(chosen, SLIDES[: int(sys.argv[2])] if len(sys.argv) > 2 else SLIDES)
