"""Makes an odd film: by ffmpeg, from others, or byte by byte."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECONDS = 4
H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-bf", "2")
AAC = ("-c:a", "aac", "-b:a", "96k")
MP4 = (*H264, *AAC)
BEEPS = (1.0, 2.6)  # When the picture is white and the tone is heard, for a fifth of a second.
_SHOWN = "+".join(f"between(t,{at},{at + 0.199})" for at in BEEPS)

Recipe = Callable[[Path, Path], None]  # The folder of what was made before, and the target.


@dataclass(frozen=True, slots=True)
class Odd:
    """One odd file: its name, what is odd about it, how it is made, and what is to become of it."""

    name: str
    oddity: str
    recipe: Recipe
    #: Seconds it plays; 0: it is refused.
    seconds: float = SECONDS
    #: Whether both the flash and the beep can be found in it.
    has_beeps: bool = True
    #: By how many seconds its beeps come later than those of the others.
    later: float = 0


def refused(name: str, oddity: str, recipe: Recipe) -> Odd:
    """Return an odd file that is to be refused."""
    return Odd(name, oddity, recipe, seconds=0, has_beeps=False)


def make(odd: Odd, folder: Path) -> Path:
    """Return the file, made once in its folder."""
    target = folder / odd.name
    if not target.exists():
        odd.recipe(folder, target)
    return target


def ffmpeg(*arguments: str) -> None:
    """Run ffmpeg; it tells its errors only."""
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def flashes(size: str = "320x180", rate: float = 25, seconds: float = SECONDS) -> tuple[str, ...]:
    """Return the input of black pictures that flash."""
    flash = f"drawbox=c=white:t=fill:enable='{_SHOWN}'"
    return ("-f", "lavfi", "-i", f"color=black:s={size}:r={rate}:d={seconds},{flash}")


def beeps(
    rate: int = 48_000, channels: str = "stereo", seconds: float = SECONDS
) -> tuple[str, ...]:
    """Return the input of silence that beeps."""
    heard = _SHOWN.replace(",", "\\,")
    tone = f"aevalsrc=0.5*sin(2*PI*1000*t)*({heard}):s={rate}:d={seconds}"
    return ("-f", "lavfi", "-i", f"{tone},aformat=channel_layouts={channels}")


def film(*coding: str, size: str = "320x180", rate: float = 25, channels: str = "stereo") -> Recipe:
    """Return the recipe of a film of flashes and beeps, coded so."""

    def cook(_folder: Path, target: Path) -> None:
        ffmpeg(*flashes(size, rate), *beeps(channels=channels), *coding, str(target))

    return cook


def sound(*coding: str, rate: int = 48_000, channels: str = "stereo") -> Recipe:
    """Return the recipe of a recording of beeps."""

    def cook(_folder: Path, target: Path) -> None:
        ffmpeg(*beeps(rate, channels), *coding, str(target))

    return cook


def pictures(*coding: str, size: str = "320x180", rate: float = 25) -> Recipe:
    """Return the recipe of a film without sound."""

    def cook(_folder: Path, target: Path) -> None:
        ffmpeg(*flashes(size, rate), *coding, str(target))

    return cook


def remade(source: str, *arguments: str, before: tuple[str, ...] = ()) -> Recipe:
    """Return the recipe of a film made of one that was made before."""

    def cook(folder: Path, target: Path) -> None:
        ffmpeg(*before, "-i", str(folder / source), *arguments, str(target))

    return cook


def patched(source: str, change: Callable[[bytearray], bytes | bytearray]) -> Recipe:
    """Return the recipe of a film whose bytes are those of another, changed."""

    def cook(folder: Path, target: Path) -> None:
        target.write_bytes(change(bytearray((folder / source).read_bytes())))

    return cook


def written(content: bytes) -> Recipe:
    """Return the recipe of a file of these bytes."""

    def cook(_folder: Path, target: Path) -> None:
        target.write_bytes(content)

    return cook
