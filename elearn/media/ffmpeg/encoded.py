"""A rendition as ffmpeg left it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from elearn.media import hls
from elearn.media.ffmpeg.codecs import codecs_of
from elearn.media.ffmpeg.ladder import Rung
from elearn.media.rules import SOUND_NAMES, RenditionKind

_SOUNDS = {name: kind for kind, name in SOUND_NAMES.items()}


@dataclass(frozen=True, slots=True)
class Encoded:
    """One rendition: a file, and the playlist of the ranges in it."""

    name: str
    path: Path
    playlist: str
    codecs: str
    duration_ms: int
    width: int | None
    height: int | None

    @classmethod
    def read(cls, folder: Path, name: str, rung: Rung | None = None) -> Self:
        """Return what lies in the folder under this name."""
        path, playlist = folder / f"{name}.mp4", (folder / f"{name}.m3u8").read_text()
        return cls(
            name=name,
            path=path,
            playlist=playlist,
            codecs=codecs_of(path, hls.head_size(playlist)),
            duration_ms=round(sum(part.seconds for part in hls.segments(playlist)) * 1000),
            width=rung.width if rung else None,
            height=rung.height if rung else None,
        )

    @property
    def kind(self) -> RenditionKind:
        return _SOUNDS.get(self.name, RenditionKind.VIDEO)

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


def hls_options(folder: Path, name: str, segment_seconds: int) -> dict[str, object]:
    """Return what makes an output of ffmpeg one file and the playlist of its ranges."""
    return {
        "filename": str(folder / f"{name}.m3u8"),
        "format": "hls",
        "hls_time": segment_seconds,
        "hls_playlist_type": "vod",
        "hls_segment_type": "fmp4",
        "hls_flags": "single_file",
        "hls_segment_filename": str(folder / f"{name}.mp4"),
        "map_metadata": -1,  # A phone writes its owner's name and place into what it films.
        "map_chapters": -1,
    }
