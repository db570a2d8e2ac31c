"""Draws the slips of a commune on A4 with Typst, six a page with lines to cut along.

Drawing goes on in a process of its own: what Typst and its fonts take is given back at the end, and
a worker that draws a whole country stays as small as it was.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from elearn import paper
from elearn.accounts.rules import shown_code
from elearn.errors import Refusal

TEMPLATE = Path(__file__).parent / "data" / "slips.typ"
_QR_MASK = 3  # Any of the eight is read as well; to look for the best one takes four times as long.


@dataclass(frozen=True, slots=True)
class Slip:
    """What one slip says of a person, and her code."""

    name: str
    post: str
    place: str
    former: str
    user_name: str
    ask: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The slips of one commune, and what they all say."""

    title: str
    product: str
    address: str
    until: str
    drawn_at: datetime
    slips: Sequence[Slip]


def draw(sheet: Sheet, *, fonts: Path = paper.FONTS) -> bytes:
    """Return the slips as PDF.

    :raise Refusal: if a letter of a name is in no font.
    """
    return paper.pdf(TEMPLATE, given_for(sheet), at=sheet.drawn_at, fonts=fonts)


def picture(sheet: Sheet, *, fonts: Path = paper.FONTS) -> bytes:
    """Return the first page as PNG."""
    return paper.pictures(TEMPLATE, given_for(sheet), fonts=fonts)[0]


def given_for(sheet: Sheet) -> dict[str, Any]:
    """Return what the template reads."""
    return {
        "title": sheet.title,
        "product": sheet.product,
        "address": shown_address(sheet.address),
        "until": sheet.until,
        "slips": [
            asdict(slip)
            | {
                "code": shown_code(slip.code),
                "qr": paper.qr_svg(f"{sheet.address}?code={slip.code}", margin=0, mask=_QR_MASK),
            }
            for slip in sheet.slips
        ],
    }


def shown_address(address: str) -> str:
    """Return an address as one types it: browsers find the beginning by themselves."""
    return address.removeprefix("https://").removeprefix("http://")


Draw = Callable[[Sheet], bytes]


@contextmanager
def drawer() -> Iterator[Draw]:
    """Give a process that draws; it ends with this block, and by itself if this one is killed."""
    apart = multiprocessing.get_context("spawn")
    here, there = apart.Pipe()
    process = apart.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    there.close()  # Else the end of this process would not be heard there.

    def draw_there(sheet: Sheet) -> bytes:
        here.send(sheet)
        answer = here.recv()
        if isinstance(answer, Refusal):
            raise answer
        return cast("bytes", answer)

    try:
        yield draw_there
    finally:
        here.close()
        process.join()


def _serve(line: Connection) -> None:
    """Draw what is asked for until nobody is there to ask."""
    while (sheet := _next(line)) is not None:
        try:
            line.send(draw(sheet))
        except Refusal as refusal:
            line.send(refusal)


def _next(line: Connection) -> Sheet | None:
    try:
        sheet: Sheet = line.recv()
    except (EOFError, KeyboardInterrupt):  # Ctrl-C reaches both processes; the other one decides.
        return None
    return sheet
