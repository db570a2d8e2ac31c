"""One run of ffmpeg over the pictures of a film: what it reads, and all that it writes in parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import ffmpeg

from elearn.media.ffmpeg import command, filters
from elearn.media.ffmpeg.ladder import PRESET, SEGMENT_SECONDS, Rung
from elearn.media.ffmpeg.measure import LONGEST_HOURS
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.probe import Picture, Sound
from elearn.media.ffmpeg.shelf import Shelf, part_file

#: Of the small pictures that slides and posters are found by: cells, and pictures a second.
GRAY_WIDTH, GRAY_HEIGHT = GRAY_SIZE = 64, 36
GRAY_RATE = 2
TILE_HEIGHT = 90
_NEVER = (LONGEST_HOURS + 1) * 3600  # Seconds.


@dataclass(frozen=True, slots=True)
class Site:
    """Where a film is encoded: from a source and what it holds, in a folder, beside a shelf."""

    source: Path
    picture: Picture
    sound: Sound | None
    folder: Path
    shelf: Shelf
    program: str


def passage(site: Site, plan: Plan, part: int) -> Any:
    """Return the run that decodes all pictures, and encodes those from a part on."""
    file = command.source(site.source)
    split = file[str(site.picture.track)].filter_multi_output("split", 2)
    films, tallest, lowest = filters.sizes(
        filters.steady(split[1], site.picture, plan, part), site.picture, plan.rungs
    )
    parts = _Parts(site.folder, plan, part)
    outputs = [parts.film(film, rung) for film, rung in zip(films, plan.rungs, strict=True)]
    outputs += [parts.gray(tallest), parts.tiles(lowest)]
    return ffmpeg.merge_outputs(_heard(file, site.sound, split[0]), *outputs)


def _heard(file: Any, sound: Sound | None, stream: Any) -> Any:
    """Return the list of each frame that was decoded, tiny because their bytes are summed.

    The sound goes by undecoded: times that leap are mended over all tracks that are read, and
    must come out here as they do where the sound is encoded.
    """
    tiny = stream.filter("scale", 16, 16, flags="neighbor")
    beside = [file[str(sound.track)]] if sound else []
    return ffmpeg.output(
        tiny,
        *beside,
        "pipe:1",
        format="framecrc",
        acodec="copy",
        fps_mode="passthrough",
        enc_time_base="1/1000",
        t=LONGEST_HOURS * 3600 + 60,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The outputs of a run, each cut at the same moments."""

    folder: Path
    plan: Plan
    first: int

    def film(self, stream: Any, rung: Rung) -> Any:
        return self._output(stream, f"{rung.name}.mp4", "mp4", quality(rung, self.plan.rate))

    def gray(self, tallest: Any) -> Any:
        """Return what slides are found by: exact times, and no more to see than that."""
        seen = tallest.filter("fps", GRAY_RATE).filter(
            "scale", GRAY_WIDTH, GRAY_HEIGHT, flags="area"
        )
        return self._output(seen.filter("format", "gray"), "gray", "rawvideo")

    def tiles(self, lowest: Any) -> Any:
        """Return the small pictures of the storyboard, as they come."""
        each = int(self.plan.rate * self.plan.tile_seconds)
        chosen = lowest.filter("select", f"not(mod(n,{each}))")
        seen = chosen.filter("scale", *tile_size(self.plan.rungs[-1]), flags="area")
        return self._output(seen.filter("format", "yuv420p"), "tiles", "rawvideo")

    def _output(
        self, stream: Any, name: str, kind: str, options: Mapping[str, Any] | None = None
    ) -> Any:
        left = self.plan.seconds - self.first * self.plan.part_seconds
        return ffmpeg.output(
            stream,
            str(part_file(self.folder, "%05d", name)),
            t=left,
            format="segment",
            segment_format=kind,
            segment_times=self._cuts(),
            segment_time_delta=0.01,  # Their times are rounded, and no two are nearer than this.
            segment_start_number=self.first,
            reset_timestamps=1,
            map_metadata=-1,  # A phone writes its owner's name and place into what it films.
            map_chapters=-1,
            **(options or {"vcodec": "rawvideo", "fps_mode": "passthrough"}),
        )

    def _cuts(self) -> str:
        """Return where the parts end but the last; one that ends beyond the film is none."""
        inner = range(1, self.plan.parts - self.first)
        ends = [number * self.plan.part_seconds for number in inner] or [_NEVER]
        return ",".join(str(end) for end in ends)


def tile_size(rung: Rung) -> tuple[int, int]:
    """Return the size of a picture of the storyboard; even, as coding wants it."""
    height = min(TILE_HEIGHT, rung.height)
    return max(2, rung.width * height // rung.height // 2 * 2), height


def quality(rung: Rung, rate: Fraction) -> dict[str, Any]:
    """Return how the pictures of a rung are coded."""
    grade = rung.grade
    return {
        "vcodec": "libx264",
        "preset": PRESET,
        "profile:v": "main",  # The oldest phones in use have no decoder for more.
        "crf": grade.crf,
        "maxrate": f"{grade.most_video_kbit}k",
        "bufsize": f"{2 * grade.most_video_kbit}k",
        "g": int(SEGMENT_SECONDS * rate),  # Key frames at the same times in every rung,
        "sc_threshold": 0,  # and nowhere else.
        "bf": 0,  # Each picture is shown when it comes: nothing to shift where parts are joined.
        **filters.COLOUR_TAGS,
    }
