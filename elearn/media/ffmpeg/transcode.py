"""Turns a film into its renditions: one run of ffmpeg that decodes once and writes every weight."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media import hls
from elearn.media.ffmpeg import command, filters, refusals
from elearn.media.ffmpeg.codecs import codecs_of
from elearn.media.ffmpeg.command import MEMORY_MB
from elearn.media.ffmpeg.ladder import AUDIO_KBIT, PRESET, SEGMENT_SECONDS, Rung, rungs
from elearn.media.ffmpeg.measure import Measure, Progress, unwatched
from elearn.media.ffmpeg.probe import Probe
from elearn.media.ffmpeg.refusals import Unusable
from elearn.media.rules import SOUND_NAMES, RenditionKind

AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Encoded:
    """One rendition as ffmpeg left it: a file, and the playlist of the ranges in it."""

    name: str
    path: Path
    playlist: str
    codecs: str
    duration_ms: int
    width: int | None
    height: int | None

    @property
    def kind(self) -> RenditionKind:
        kinds = {name: kind for kind, name in SOUND_NAMES.items()}
        return kinds.get(self.name, RenditionKind.VIDEO)

    @property
    def media_type(self) -> str:
        return self.kind.media_type

    @property
    def size_bytes(self) -> int:
        return self.path.stat().st_size

    @property
    def bandwidths(self) -> tuple[int, int]:
        """Return the peak and the average in bits a second."""
        return hls.bandwidths(hls.segments(self.playlist))


def transcode(
    path: Path, probe: Probe, measure: Measure, folder: Path, progress: Progress = unwatched
) -> list[Encoded]:
    """Write every rendition of the film into the folder, tallest first, sound alone at the end.

    All begin and change at the same moments, so a player may go from one to the other anywhere.

    :raise Unusable: if ffmpeg fails, comes too late, or writes less than it should.
    """
    sizes = rungs(probe.picture.width, probe.picture.height) if probe.picture else ()
    outputs = _outputs(path, probe, measure, folder)
    node = ffmpeg.merge_outputs(*outputs).global_args("-progress", "pipe:1")
    limits = _limits(measure.duration_ms // 1000)
    hear = _progress_reader(progress, measure.duration_ms)
    finished = command.run(node, limits, hear, failure=refusals.CANNOT_ENCODE)
    made = [_encoded(folder, rung.name, rung) for rung in sizes] + [_encoded(folder, AUDIO)]
    if any(abs(one.duration_ms - measure.duration_ms) > 1000 for one in made):
        raise Unusable(refusals.CANNOT_ENCODE, finished.complaint)
    return made


def _limits(seconds: int) -> Limits:
    """Return what a film of this length may cost; a slow machine needs some three times it."""
    return Limits(
        wall_seconds=300 + 6 * seconds,
        cpu_seconds=300 + 12 * seconds,
        memory_mb=MEMORY_MB,
        file_mb=64 + seconds // 8,
    )


def _outputs(path: Path, probe: Probe, measure: Measure, folder: Path) -> list[Any]:
    sizes = rungs(probe.picture.width, probe.picture.height) if probe.picture else ()
    file = command.source(path)
    sounds = filters.sounds(file, probe, len(sizes) + 1)
    films = zip(filters.pictures(file, probe, measure, sizes), sizes, strict=True)
    seconds = measure.duration_ms / 1000
    made = [
        _output(folder, rung.name, (picture, sounds.pop()), seconds, _quality(rung))
        for picture, rung in films
    ]
    spoken = {"b:a": f"{AUDIO_KBIT}k"}
    return [*made, _output(folder, AUDIO, (sounds.pop(),), seconds, spoken)]


def _output(
    folder: Path, name: str, streams: tuple[Any, ...], seconds: float, quality: dict[str, Any]
) -> Any:
    return ffmpeg.output(
        *streams,
        str(folder / f"{name}.m3u8"),
        t=seconds,
        format="hls",
        hls_time=SEGMENT_SECONDS,
        hls_playlist_type="vod",
        hls_segment_type="fmp4",
        hls_flags="single_file",
        hls_segment_filename=str(folder / f"{name}.mp4"),
        acodec="aac",
        map_metadata=-1,  # A phone writes its owner's name and place into what it films.
        map_chapters=-1,
        **quality,
    )


def _quality(rung: Rung) -> dict[str, Any]:
    grade = rung.grade
    return {
        "vcodec": "libx264",
        "preset": PRESET,
        "profile:v": "main",  # The oldest phones in use have no decoder for more.
        "crf": grade.crf,
        "maxrate": f"{grade.most_video_kbit}k",
        "bufsize": f"{2 * grade.most_video_kbit}k",
        "force_key_frames": f"expr:gte(t,n_forced*{SEGMENT_SECONDS})",
        "g": 1000,  # Key frames stand where they are forced, at the same times in every rung,
        "sc_threshold": 0,  # and nowhere else.
        "bf": 1,  # Each one more puts the first picture off by a frame, and slides gain nothing.
        "b:a": f"{grade.audio_kbit}k",
        **filters.COLOUR_TAGS,
    }


def _progress_reader(progress: Progress, total_ms: int) -> Callable[[str], None]:
    def hear(line: str) -> None:
        name, _, value = line.partition("=")
        if name == "out_time_us" and value.isdecimal():
            progress(min(int(value) // 1000, total_ms), total_ms)

    return hear


def _encoded(folder: Path, name: str, rung: Rung | None = None) -> Encoded:
    path, playlist = folder / f"{name}.mp4", (folder / f"{name}.m3u8").read_text()
    return Encoded(
        name=name,
        path=path,
        playlist=playlist,
        codecs=codecs_of(path, hls.head_size(playlist)),
        duration_ms=round(sum(part.seconds for part in hls.segments(playlist)) * 1000),
        width=rung.width if rung else None,
        height=rung.height if rung else None,
    )
