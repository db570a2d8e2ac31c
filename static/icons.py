"""Draw the mark as PNG in the sizes that phones ask for.

    python static/icons.py MARK TARGET_FOLDER

The target receives mark-180.png, mark-192.png and mark-512.png. The mark is a square that is
filled to its edges and keeps what it says to its middle, within four fifths of its width: a phone
cuts it round.
"""

import sys
from pathlib import Path
from typing import cast

import typst

SIZES = (180, 192, 512)
_POINTS_PER_INCH = 72  # At this a point of the page is a pixel.


def draw(mark: Path, size: int) -> bytes:
    """Return the mark as PNG, so many pixels wide."""
    page = f"#set page(width: {size}pt, height: {size}pt, margin: 0pt)\n"
    picture = f'#image("{mark.name}", width: 100%, height: 100%)'
    compiler = typst.Compiler((page + picture).encode(), root=mark.parent)
    return cast("bytes", compiler.compile(format="png", ppi=_POINTS_PER_INCH))  # It is one page.


def main(mark: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (target / f"{mark.stem}-{size}.png").write_bytes(draw(mark, size))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
