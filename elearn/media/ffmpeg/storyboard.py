"""Puts the small pictures of a film into one sheet."""

from pathlib import Path
from typing import Any

import ffmpeg

from elearn.media.ffmpeg import refusals, webp
from elearn.media.ffmpeg.passage import tile_size
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.shelf import part_file
from elearn.media.rules import Sheet
from elearn.media.rules.storyboards import MOST_TILES, columns

MOST_BYTES = 250_000  # What ten minutes of sound cost; it is loaded by whoever drags the bar.
_QUALITIES = (55, 30, 10)


def storyboard(plan: Plan, folder: Path) -> tuple[Sheet, Path]:
    """Write the sheet as WebP and return how it is divided.

    :raise Unusable: if ffmpeg fails.
    """
    width, height = tile_size(plan.rungs[-1])
    raw, size = folder / "tiles.yuv", width * height * 3 // 2
    tiles = _gathered(plan, folder, raw) // size
    sheet = Sheet(width, height, columns(tiles), tiles, plan.tile_seconds * 1000)
    target, failure = folder / "storyboard.webp", refusals.CANNOT_ENCODE
    drawn = _drawn(sheet, raw)
    return sheet, webp.light(drawn, target, _QUALITIES, most_bytes=MOST_BYTES, failure=failure)


def _gathered(plan: Plan, folder: Path, target: Path) -> int:
    with target.open("wb") as file:
        for number in range(plan.parts):
            file.write(part_file(folder, number, "tiles").read_bytes())
        return file.tell()


def _drawn(sheet: Sheet, raw: Path) -> Any:
    size = (sheet.tile_width, sheet.tile_height)
    tiles = ffmpeg.input(str(raw), format="rawvideo", pixel_format="yuv420p", video_size=size)
    grid, most = f"{sheet.columns}x{sheet.rows}", min(sheet.tiles, MOST_TILES)
    return tiles.filter("tile", grid, nb_frames=most)
