"""A receipt as it is told, who signs, and how one is looked into."""

import subprocess
from io import BytesIO

from PIL import Image

from elearn.learning import service
from elearn.learning.rules import Line, Told
from tests.learning.players import START

SIGNER = service.Signer("https://hoc.example.org", "not a secret")
LINE = Line("HV-32", "Vai trò", 2880, 2460, 0, START, START, 1)
TOLD = Told("https://x", "t", 7, START, "H'Hen Niê", "05/3/1979", "Chi hội 1", (LINE,))


def look(db, text: str) -> service.Look:
    return service.look_into(db, text, share_percent=80)


def poppler(*command: str, of: bytes) -> bytes:
    """Return what a command of poppler makes of a PDF."""
    return subprocess.run(command, input=of, capture_output=True, check=True).stdout


def picture(pdf: bytes) -> Image.Image:
    """Return the first page, drawn."""
    return Image.open(BytesIO(poppler("pdftoppm", "-r", "80", "-png", "-singlefile", "-", of=pdf)))
