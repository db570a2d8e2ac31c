"""What is done to pictures and sound on the way from the source to the renditions."""

from collections.abc import Sequence
from typing import Any

import ffmpeg

from elearn.media.ffmpeg.ladder import SAMPLE_RATE, Rung, frame_rate
from elearn.media.ffmpeg.measure import Measure
from elearn.media.ffmpeg.probe import Picture, Probe

COLOUR_TAGS = {
    "colorspace": "bt709",
    "color_primaries": "bt709",
    "color_trc": "bt709",
    "color_range": "tv",
}
_HD = 720  # From here on an unmarked picture means the colours of high definition.
_LIGHT = "gbrpf32le"


def pictures(file: Any, probe: Probe, measure: Measure, rungs: Sequence[Rung]) -> list[Any]:
    """Return one stream of upright, square, 8-bit pictures a rung, all with the same frames."""
    if probe.picture is None:
        return []
    stream = _steady(file[str(probe.picture.track)], probe.picture, measure)
    made: list[Any] = []
    for rung in rungs:
        stream = _scaled(stream, rung, probe.picture, is_first=not made)
        split = stream.filter_multi_output("split", 2) if rung != rungs[-1] else (stream, None)
        made.append(split[0])
        stream = split[1]
    return made


def _steady(stream: Any, picture: Picture, measure: Measure) -> Any:
    """Return pictures at one rate from 0 to the end; the last one stands while sound goes on."""
    if picture.is_interlaced:
        stream = stream.filter("yadif", deint="interlaced")
    rate = frame_rate(picture.rate, measure.rate)
    stream = stream.filter("fps", fps=str(rate), start_time=0)
    return stream.filter("tpad", stop=-1, stop_mode="clone")


def _scaled(stream: Any, rung: Rung, picture: Picture, *, is_first: bool) -> Any:
    """Return the stream at the size of the rung; the first one also takes the colours over."""
    if not is_first:
        return stream.filter("scale", rung.width, rung.height)
    if picture.is_hdr:
        return _toned(stream.filter("scale", rung.width, rung.height))
    assumed = {} if picture.has_matrix else {"in_color_matrix": _assumed_matrix(picture)}
    stream = stream.filter(
        "scale", rung.width, rung.height, out_color_matrix="bt709", out_range="tv", **assumed
    )
    return stream.filter("format", "yuv420p").filter("setsar", 1)


def _assumed_matrix(picture: Picture) -> str:
    return "bt709" if picture.height >= _HD else "smpte170m"


def _toned(stream: Any) -> Any:
    """Return an HDR camera's pictures in the range of an ordinary screen, not washed out."""
    linear = stream.filter("zscale", t="linear", npl=100).filter("format", _LIGHT)
    toned = linear.filter("zscale", p="bt709").filter("tonemap", "hable", desat=0)
    ordinary = toned.filter("zscale", t="bt709", m="bt709", r="tv")
    return ordinary.filter("format", "yuv420p").filter("setsar", 1)


def sounds(file: Any, probe: Probe, count: int) -> list[Any]:
    """Return so many streams of the sound in one channel; silence where the source has none.

    Silence and not nothing: players and phones stumble over a film without a sound track.
    """
    if probe.sound is None:
        silence = ffmpeg.input(f"anullsrc=channel_layout=mono:sample_rate={SAMPLE_RATE}", f="lavfi")
        stream = silence.audio
    else:
        # `async` fills the holes of broken recordings, so that speech stays with the lips.
        stream = file[str(probe.sound.track)].filter(
            "aresample", SAMPLE_RATE, **{"async": 1, "first_pts": 0}
        )
    mono = stream.filter("aformat", channel_layouts="mono").filter("apad")
    split = mono.filter_multi_output("asplit", count)
    return [split[number] for number in range(count)] if count > 1 else [mono]
