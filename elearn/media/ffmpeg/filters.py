"""What is done to pictures and sound on the way from the source to the renditions."""

from collections.abc import Sequence
from typing import Any

from elearn.media.ffmpeg.ladder import Rung
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.probe import Picture

COLOUR_TAGS = {
    "colorspace": "bt709",
    "color_primaries": "bt709",
    "color_trc": "bt709",
    "color_range": "tv",
}
_HD = 720  # From here on an unmarked picture means the colours of high definition.
_LIGHT = "gbrpf32le"


def steady(stream: Any, picture: Picture, plan: Plan, part: int) -> Any:
    """Return pictures at one rate, from the first of a part on; the last one stands for ever.

    They are always decoded from the beginning and counted: no search in a broken file is exact.
    """
    if picture.is_interlaced:
        stream = stream.filter("yadif", deint="interlaced")
    stream = stream.filter("fps", fps=str(plan.rate), start_time=0, eof_action="pass")
    stream = stream.filter("tpad", stop=-1, stop_mode="clone")
    if part:
        stream = stream.filter("trim", start_frame=plan.first_picture(part))
        stream = stream.filter("setpts", "PTS-STARTPTS")
    return stream


def sizes(stream: Any, picture: Picture, rungs: Sequence[Rung]) -> tuple[list[Any], Any, Any]:
    """Return one stream of upright, square, 8-bit pictures a rung, and copies of the tallest and
    of the lowest to look at.
    """
    made = []
    stream = _scaled(stream, rungs[0], picture, is_first=True)
    tallest, stream = _two(stream)
    for rung in rungs[:-1]:
        one, stream = _two(stream)
        made.append(one)
        stream = _scaled(stream, rungs[rungs.index(rung) + 1], picture, is_first=False)
    one, lowest = _two(stream)
    return [*made, one], tallest, lowest


def _two(stream: Any) -> tuple[Any, Any]:
    split = stream.filter_multi_output("split", 2)
    return split[0], split[1]


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
