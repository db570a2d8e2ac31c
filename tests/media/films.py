"""Makes small films with ffmpeg, plain and broken ones."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data" / "media"


@dataclass(frozen=True)
class Studio:
    """A folder of films; a film of one name is made once."""

    folder: Path

    def film(self, name: str, *, seconds: float = 2, size: str = "320x240", rate: int = 10) -> Path:
        """Return a film with a moving picture and a tone."""
        return self.cut(
            name,
            *("-f", "lavfi", "-i", f"testsrc=d={seconds}:s={size}:r={rate}"),
            *("-f", "lavfi", "-i", f"sine=d={seconds}:r=44100"),
        )

    def cut(self, name: str, *arguments: str) -> Path:
        """Return what ffmpeg makes of the arguments."""
        path = self.folder / name
        if not path.exists():
            fast = ("-preset", "ultrafast") if path.suffix == ".mp4" else ()
            command = ["ffmpeg", "-v", "error", "-nostdin", *arguments, *fast, str(path)]
            subprocess.run(command, check=True)
        return path

    def light(self, film: Path) -> tuple[int, int]:
        """Return how light the upper and the lower half of the first picture are."""
        look = ("-vf", "scale=1:2:flags=area,format=gray", "-frames:v", "1", "-f", "rawvideo")
        upper, lower = self.cut(f"{film.name}.gray", "-i", str(film), *look).read_bytes()
        return upper, lower

    def light_at(self, film: Path, seconds: float) -> int:
        """Return how light the film is at a moment."""
        look = ("-vf", "scale=1:1:flags=area,format=gray", "-frames:v", "1", "-f", "rawvideo")
        name = f"{film.name}-{seconds}.gray"
        return self.cut(name, "-ss", str(seconds), "-i", str(film), *look).read_bytes()[0]


def lying(film: Path, target: Path, seconds: int) -> Path:
    """Write a copy of an MP4 whose movie, track and media headers claim another length."""
    content = bytearray(film.read_bytes())
    for box, scale_at, length_at in ((b"mvhd", 12, 16), (b"tkhd", None, 20), (b"mdhd", 12, 16)):
        start = content.find(box) + 4
        while start >= 4:
            scale = 1000 if scale_at is None else int.from_bytes(content[start + scale_at :][:4])
            at = start + length_at
            content[at : at + 4] = (seconds * scale).to_bytes(4)
            start = content.find(box, start) + 4
    target.write_bytes(content)
    return target


def emptied(film: Path, target: Path) -> Path:
    """Write a copy of an MP4 with zeros in place of its pictures and sound."""
    content = bytearray(film.read_bytes())
    start, end = content.find(b"mdat") + 4, content.find(b"moov") - 4
    content[start:end] = bytes(end - start)
    target.write_bytes(content)
    return target


def shown(path: Path, *arguments: str) -> dict[str, Any]:
    """Return what ffprobe shows of a file that we made."""
    command = ["ffprobe", "-v", "error", *arguments, "-of", "json", str(path)]
    answer: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True).stdout
    )
    return answer


def key_frames(path: Path) -> list[float]:
    """Return the times of the key frames of a film."""
    entries = ("-select_streams", "v", "-show_entries", "packet=pts_time,flags")
    packets = shown(path, *entries)["packets"]
    return [float(packet["pts_time"]) for packet in packets if "K" in packet["flags"]]
