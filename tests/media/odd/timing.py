"""Films whose clocks are odd: late, broken, running over, or without any."""

from pathlib import Path

from tests.media.odd.making import MP4, Odd, Recipe, beeps, ffmpeg, film, flashes, remade

_QUICK_VP = ("-deadline", "realtime", "-cpu-used", "8")
_WRAP_SECONDS = 2**33 / 90_000


def _late(cut: float, coding: tuple[str, ...], *, picture: bool, size: str = "320x180") -> Recipe:
    """Return the recipe of a film whose picture or sound begins later, and is right from there."""

    def cook(_folder: Path, target: Path) -> None:
        trim = f"trim=start={cut}" if picture else f"atrim=start={cut}"
        chosen = ("-filter_complex", f"[{0 if picture else 1}]{trim}[late]")
        other = ("-map", "1:a") if picture else ("-map", "0:v")
        ffmpeg(*flashes(size), *beeps(), *chosen, "-map", "[late]", *other, *coding, str(target))

    return cook


def _of_two_sizes(folder: Path, target: Path) -> None:
    first, second = folder / "size-1.ts", folder / "size-2.ts"
    for path, size, cut in (
        (first, "320x180", ("-t", "2")),
        (second, "480x270", ("-ss", "2", "-output_ts_offset", "2")),
    ):
        ffmpeg(*flashes(size), *beeps(), *MP4, *cut, str(path))
    target.write_bytes(first.read_bytes() + second.read_bytes())


def _with_jump(folder: Path, target: Path) -> None:
    first, second = folder / "jump-1.ts", folder / "jump-2.ts"
    ffmpeg(*flashes(), *beeps(), *MP4, "-t", "2", str(first))
    ffmpeg(*flashes(), *beeps(), *MP4, "-ss", "2", "-output_ts_offset", "5000", str(second))
    target.write_bytes(first.read_bytes() + second.read_bytes())


def _begun_late(folder: Path, target: Path) -> None:
    whole = folder / "whole.ts"
    ffmpeg(*flashes(), *beeps(), *MP4, "-g", "25", str(whole))
    packets = whole.read_bytes()
    target.write_bytes(packets[len(packets) // 5 // 188 * 188 :])


TIMING = (
    Odd("plain.mp4", "H.264, AAC, 30 a second", film(*MP4, rate=30)),
    Odd(
        "front.mp4", "its index first", remade("plain.mp4", "-c", "copy", "-movflags", "faststart")
    ),
    Odd(
        "wrap.ts",
        "its clock of 33 bits runs over",
        film(*MP4, "-output_ts_offset", str(_WRAP_SECONDS - 2)),
    ),
    Odd("jump.ts", "two recordings glued, 83 minutes apart by their clocks", _with_jump),
    Odd("two-sizes.ts", "the size of the picture changes in the middle", _of_two_sizes),
    Odd(
        "disc.mpg",
        "a DVD's stream: MPEG-2, AC-3, far from 0",
        film("-c:v", "mpeg2video", "-b:v", "1M", "-c:a", "ac3", "-output_ts_offset", "100"),
    ),
    Odd("late-sound.mp4", "sound begins 0.7 s after the picture", _late(0.7, MP4, picture=False)),
    Odd(
        "late-sound.mkv",
        "sound begins 0.7 s after the picture",
        _late(0.7, MP4, picture=False, size="128x72"),
    ),
    Odd("late-sound.ts", "sound begins 0.7 s after the picture", _late(0.7, MP4, picture=False)),
    Odd(
        "late-sound.flv",
        "sound begins 0.7 s after the picture",
        _late(0.7, (*MP4, "-ar", "44100"), picture=False),
    ),
    Odd(
        "late-picture.mkv",
        "the picture begins 0.7 s after the sound",
        _late(0.7, MP4, picture=True),
    ),
    Odd(
        "late-picture.mp4",
        "the picture begins 0.7 s after the sound",
        _late(0.7, MP4, picture=True),
    ),
    Odd(
        "edited.mp4",
        "an edit list cuts into a group of pictures",
        remade("plain.mp4", "-c", "copy", before=("-ss", "0.53")),
        seconds=3.47,
        later=-0.53,
    ),
    Odd(
        "negative.mkv",
        "its first times are below 0",
        film(*MP4, "-avoid_negative_ts", "disabled", "-output_ts_offset", "-0.4"),
        seconds=4,
    ),
    Odd("offset.mkv", "its first times are at one hour", film(*MP4, "-output_ts_offset", "3600")),
    Odd(
        "vfr.mp4",
        "pictures come when they like",
        film(
            *MP4,
            "-vf",
            "select='not(mod(n*7\\,11)*between(t\\,1.3\\,2.5))'",
            "-fps_mode",
            "vfr",
            rate=50,
        ),
    ),
    Odd("one-a-second.mp4", "one picture a second", film(*MP4, rate=1), has_beeps=False),
    Odd("slow-motion.mp4", "240 pictures a second", film(*MP4, rate=240)),
    Odd(
        "fragmented.mp4",
        "in fragments, without any length",
        film(*MP4, "-movflags", "frag_keyframe+empty_moov+default_base_moof", "-g", "25"),
    ),
    Odd(
        "live.webm",
        "no length, no index: written as it was filmed",
        film("-c:v", "libvpx", *_QUICK_VP, "-c:a", "libopus", "-live", "1"),
    ),
    Odd("ntsc.mp4", "30000/1001 a second", film(*MP4, rate=30000 / 1001)),
    Odd("quiet-end.mp4", "sound ends at 3 s, the picture at 4", film(*MP4, "-af", "atrim=end=3")),
    Odd("dark-end.mp4", "the picture ends at 3 s, sound at 4", film(*MP4, "-vf", "trim=end=3")),
    Odd(
        "one-picture.mp4",
        "a sound with one picture",
        film(*MP4, "-vf", "trim=end_frame=1"),
        has_beeps=False,
    ),
    Odd(
        "from-the-air.ts",
        "begins between two whole pictures",
        _begun_late,
        seconds=-1,
        has_beeps=False,
    ),
)
