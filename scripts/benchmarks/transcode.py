"""What a film costs from its file to all that is watched of it, beside one plain ffmpeg command.

The film is a lecture as a camera gives it: slides, somebody in a corner who never stands still, a
little noise, 25 pictures a second, 1280 × 720. Ours is everything the worker does with it: testing,
loudness, five sizes, sound alone as AAC and Opus, poster, storyboard, slides, parts kept in the
store, all files hashed and synchronised. The peer is one command that decodes once and writes the
same five sizes with the same preset and quality and with sound, and nothing else. The two take
turns; the median of three counts. Seconds of processors of all programs are told first: they stay
the same on a machine that has other work.
"""

import json
import platform
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn.media.ffmpeg.ladder import MOST_RATE, PRESET, SEGMENT_SECONDS, VOICE_KBIT, rungs
from scripts.benchmarks._lectures import lecture, with_speaker
from scripts.benchmarks._workshop import Spent, installation, made_ready, spent

SECONDS = 120
ROUNDS = 3


def main(seconds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        drawn = lecture(folder / "drawn.mp4", seconds=seconds + 5, slides=3, seed=1893)
        film = with_speaker(drawn.path, folder / "film.mp4", seconds=seconds)
        print(f"film: {seconds} s, {film.stat().st_size / 1e6:.1f} MB, 1280 × 720, 25 a second")
        ours, theirs = [], []
        for number in range(ROUNDS):
            ours.append(spent(partial(pipeline, folder / f"home-{number}", film)))
            theirs.append(spent(partial(plain, film, folder)))
            print(f"elearn {ours[-1]}, ffmpeg {theirs[-1]}", flush=True)
    print(json.dumps(summary(seconds, ours, theirs)))


def pipeline(home: Path, film: Path) -> None:
    """Take the film in and make all of it, in an installation of its own."""
    home.mkdir()
    made_ready(installation(home), film, "Quản lý hội viên")


def plain(film: Path, folder: Path) -> None:
    """Write the same sizes as anybody would."""
    sizes = rungs(1280, 720)
    split = "".join(f"[v{number}]" for number in range(len(sizes)))
    graph = [f"[0:v]fps={MOST_RATE},split={len(sizes)}{split}"]
    outputs: list[str] = []
    for number, rung in enumerate(sizes):
        grade = rung.grade
        graph.append(f"[v{number}]scale={rung.width}:{rung.height}[s{number}]")
        outputs += ["-map", f"[s{number}]", "-map", "0:a", "-ac", "1"]
        outputs += ["-c:v", "libx264", "-preset", PRESET, "-profile:v", "main"]
        outputs += ["-crf", str(grade.crf), "-maxrate", f"{grade.most_video_kbit}k"]
        outputs += ["-bufsize", f"{2 * grade.most_video_kbit}k", "-bf", "0"]
        outputs += ["-g", str(SEGMENT_SECONDS * MOST_RATE), "-sc_threshold", "0"]
        outputs += ["-c:a", "aac", "-b:a", f"{VOICE_KBIT}k", "-f", "hls"]
        outputs += ["-hls_time", str(SEGMENT_SECONDS), "-hls_playlist_type", "vod"]
        outputs += ["-hls_segment_type", "fmp4", "-hls_flags", "single_file"]
        outputs.append(str(folder / f"plain-{rung.name}.m3u8"))
    start = ["nice", "-n", "10", "ffmpeg", "-v", "error", "-y", "-i", str(film)]
    command = [*start, "-filter_complex", ";".join(graph), *outputs]
    subprocess.run(command, check=True, cwd=folder)


def summary(seconds: int, ours: list[Spent], theirs: list[Spent]) -> dict[str, object]:
    cpu, wall = (statistics.median(getattr(one, kind) for one in ours) for kind in ("cpu", "wall"))
    peer_cpu = statistics.median(one.cpu for one in theirs)
    peer_wall = statistics.median(one.wall for one in theirs)
    return {
        "bench": "transcode",
        "ratio_to_ffmpeg": round(cpu / peer_cpu, 2),
        "realtime_factor": round(seconds / wall, 2),
        "wall_ratio": round(wall / peer_wall, 2),
        "cpu_s_per_minute": round(cpu * 60 / seconds, 1),
        "rungs": [rung.name for rung in rungs(1280, 720)],
        "seconds": seconds,
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
