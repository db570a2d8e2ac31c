"""Small pictures of a film side by side: where each lies in the sheet, and from when it stands."""

from dataclasses import dataclass

from elearn.media.captions import clock

MOST_TILES = 100
_COLUMNS = 10
_INTERVALS = (1, 2, 5, 10, 15, 20, 30, 60, 75, 100, 150, 300)  # Each fits into five minutes.


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a sheet is divided: sizes in pixels, a picture each `interval_ms`."""

    tile_width: int
    tile_height: int
    columns: int
    tiles: int
    interval_ms: int

    @property
    def rows(self) -> int:
        return -(-self.tiles // self.columns)

    def corner(self, number: int) -> tuple[int, int]:
        """Return where the picture of this number begins, counted from nought."""
        row, column = divmod(number, self.columns)
        return column * self.tile_width, row * self.tile_height


def interval(seconds: float) -> int:
    """Return how many seconds one picture stands for, so that no sheet has too many."""
    return next((one for one in _INTERVALS if seconds <= one * MOST_TILES), _INTERVALS[-1])


def columns(tiles: int) -> int:
    """Return how many pictures stand in a row."""
    return min(tiles, _COLUMNS)


def webvtt(sheet: Sheet, address: str, duration_ms: int) -> str:
    """Return the pictures of a sheet with their times as WebVTT, as players read it."""
    parts = ["WEBVTT\n"]
    for number in range(sheet.tiles):
        begin, end = number * sheet.interval_ms, (number + 1) * sheet.interval_ms
        if number == sheet.tiles - 1 or end > duration_ms:
            end = duration_ms
        if begin >= end:
            break
        x, y = sheet.corner(number)
        place = f"{address}#xywh={x},{y},{sheet.tile_width},{sheet.tile_height}"
        parts.append(f"{clock(begin)} --> {clock(end)}\n{place}\n")
    return "\n".join(parts)
