"""Poppler: the pages of a PDF as pictures, and the words on them."""

import re
from pathlib import Path

from elearn import confined
from elearn.confined import Finished, Limits
from elearn.media.ffmpeg import Unusable
from elearn.text import Message, msg, nfc

MOST_PAGES = 300
_LONG_SIDE = 1600  # More than is kept, so that small letters stay sharp when it is made smaller.
_LIMITS = Limits(wall_seconds=60, cpu_seconds=30, memory_mb=1024, file_mb=64)
#: While somebody waits for the answer, and others for the thread that gives it.
AT_ONCE = Limits(wall_seconds=20, cpu_seconds=10, memory_mb=1024, file_mb=64)
_PAGES = re.compile(r"^Pages:\s+(\d+)$", re.MULTILINE)

NOT_A_PDF = msg(
    "Tệp này không phải PDF đọc được. Trang chiếu giữ nguyên."
    " Hãy mở bài trình chiếu, chọn Lưu thành PDF rồi tải lên lần nữa."
)
LOCKED = msg(
    "Tệp PDF này có mật khẩu. Trang chiếu giữ nguyên."
    " Hãy lưu lại thành PDF không có mật khẩu rồi tải lên lần nữa."
)


def is_pdf(path: Path) -> bool:
    """Return whether a file says that it is a PDF, in its first kilobyte as readers ask it."""
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def pages_in(path: Path, limits: Limits = _LIMITS) -> int:
    """Return how many pages a PDF has.

    :raise Unusable: if it is none, is locked, or has too many.
    """
    lines: list[str] = []
    finished = confined.run(["pdfinfo", str(path)], limits, lines.append)
    found = _PAGES.search("\n".join(lines))
    if not finished.is_good or found is None:
        raise Unusable(_reason(finished), finished.complaint)
    count = int(found[1])
    if count > MOST_PAGES:
        raise Unusable(_too_many(count))
    return count


def page(path: Path, number: int, target: Path, limits: Limits = _LIMITS) -> Path:
    """Draw one page (from 1) as a PNG named like the target.

    :raise Unusable: if it cannot be drawn.
    """
    which = ["-f", str(number), "-l", str(number), "-singlefile", "-scale-to", str(_LONG_SIDE)]
    command = ["pdftoppm", "-png", *which, str(path), str(target.with_suffix(""))]
    finished = confined.run(command, limits)
    drawn = target.with_suffix(".png")
    if not finished.is_good or not drawn.exists():
        raise Unusable(_reason(finished), finished.complaint)
    return drawn


def words(path: Path, number: int) -> str:
    """Return what is written on one page, in one line; nothing if it is only a picture."""
    lines: list[str] = []
    which = ["-f", str(number), "-l", str(number), "-enc", "UTF-8"]
    finished = confined.run(["pdftotext", *which, str(path), "-"], _LIMITS, lines.append)
    return " ".join(nfc(" ".join(lines)).split()) if finished.is_good else ""


def _reason(finished: Finished) -> Message:
    return LOCKED if "password" in finished.complaint.lower() else NOT_A_PDF


def _too_many(count: int) -> Message:
    return msg(
        "Tệp PDF này có %(found)s trang, ở đây chỉ nhận tới %(most)s. Trang chiếu giữ nguyên."
        " Hãy tách lấy phần trình chiếu của bài này rồi tải lên.",
        found=count,
        most=MOST_PAGES,
    )
