"""Encodes the pictures of a film in parts; the whole film is decoded once, for all that is made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, filters, refusals, shelf
from elearn.media.ffmpeg.frames import Frames
from elearn.media.ffmpeg.ladder import PRESET, SEGMENT_SECONDS, Rung
from elearn.media.ffmpeg.measure import LONGEST_HOURS, Progress
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.probe import Picture, Sound
from elearn.media.ffmpeg.refusals import Unusable
from elearn.media.ffmpeg.shelf import Shelf, part_file

GRAY_WIDTH, GRAY_HEIGHT, GRAY_RATE = 64, 36, 2
TILE_HEIGHT = 90
_SLACK_MS = 100  # What packets may promise too much; the last picture stands so long.
_LOOK_EVERY = 25  # Frames between two looks whether a part is whole.


@dataclass(frozen=True, slots=True)
class Site:
    """Where a film is encoded: from a source and what it holds, in a folder, beside a shelf."""

    source: Path
    picture: Picture
    sound: Sound | None
    folder: Path
    shelf: Shelf
    program: str


def encode(site: Site, plan: Plan, progress: Progress) -> Plan:
    """Lay all parts of the pictures into the folder; return the plan with the true length.

    What the shelf holds is not made again. A film of which less can be decoded than its packets
    promised ends where its last picture or sound does: the part in which that is, is made anew.

    :raise Unusable: if not one picture can be decoded.
    """
    begun = site.shelf.take(plan.recipe(site.program), site.folder)
    for number in range(begun):
        if (end := part_file(site.folder, number, shelf.END)).exists():
            return plan.lasting(json.loads(end.read_text()))
    true = plan.lasting(max(_run(site, plan, begun, progress), plan.sound_ms))
    if abs(true.duration_ms - plan.duration_ms) > _SLACK_MS:
        begun = min(plan.part_at(plan.duration_ms), true.part_at(true.duration_ms))
        _run(site, plan := true, begun, progress)
    part_file(site.folder, plan.parts - 1, shelf.END).write_text(json.dumps(plan.duration_ms))
    _keep(site, plan, plan.parts - 1)
    return plan


def _run(site: Site, plan: Plan, begun: int, progress: Progress) -> int:
    """Encode from a part on, keep each part that is whole but the last; return how many
    milliseconds of the source could be decoded.
    """
    for left in site.folder.glob("part-*"):
        if int(left.name.split("-")[1]) >= begun:
            left.unlink()
    listener = _Listener(site, plan, begun, progress)
    node, limits = _node(site, plan, begun), _limits(plan.duration_ms // 1000)
    finished = command.run(node, limits, listener.hear, failure=refusals.CANNOT_ENCODE)
    decoded = listener.frames.track(0)
    if not decoded.frames:
        raise Unusable(refusals.CANNOT_DECODE, finished.complaint)
    listener.look(is_ended=True)
    return decoded.end_ms


@dataclass(slots=True)
class _Listener:
    """Follows what is decoded, and keeps each part but the last once it is whole."""

    site: Site
    plan: Plan
    part: int
    progress: Progress
    frames: Frames = field(default_factory=Frames)

    def hear(self, line: str) -> None:
        self.frames.hear(line)
        track = self.frames.track(0)
        if track.frames % _LOOK_EVERY == 1:
            self.progress(min(track.end_ms, self.plan.duration_ms), self.plan.duration_ms)
            self.look()

    def look(self, *, is_ended: bool = False) -> None:
        while self.part < self.plan.parts - 1 and (
            is_ended or shelf.is_closed(self.plan, self.site.folder, self.part)
        ):
            _keep(self.site, self.plan, self.part)
            self.part += 1


def _keep(site: Site, plan: Plan, number: int) -> None:
    files = shelf.files(plan, site.folder, number)
    site.shelf.keep(plan.recipe(site.program), number, files)


def _node(site: Site, plan: Plan, part: int) -> Any:
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
            segment_time=self.plan.part_seconds,
            segment_time_delta=0.01,  # Their times are rounded, and no two are nearer than this.
            segment_start_number=self.first,
            reset_timestamps=1,
            map_metadata=-1,  # A phone writes its owner's name and place into what it films.
            map_chapters=-1,
            **(options or {"vcodec": "rawvideo", "fps_mode": "passthrough"}),
        )


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


def _limits(seconds: int) -> Limits:
    """Return what a film of this length may cost; a slow machine needs some three times it."""
    return Limits(
        wall_seconds=300 + 12 * seconds,
        cpu_seconds=300 + 24 * seconds,
        memory_mb=command.MEMORY_MB,
        file_mb=256,
    )
