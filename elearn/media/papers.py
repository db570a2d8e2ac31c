"""Papers that people photograph or scan: told by their bytes, and kept as pictures of ours.

What was sent is never shown to anybody: a page is drawn anew, so that nothing hides in it, neither
a script nor the place where it was photographed.
"""

from pathlib import Path

from elearn.errors import InvalidInput
from elearn.media.ffmpeg import Unusable
from elearn.media.ffmpeg.paper import paper
from elearn.media.slides import pdf
from elearn.text import Message, msg

_LARGEST = 20_000_000  # A camera of 48 million points takes some 15 MB.
_TOO_LARGE = msg("Tệp nặng quá 20 MB. Chụp lại ở cỡ nhỏ hơn rồi chọn lần nữa.")
_STRANGE = msg("Tệp này không phải ảnh JPG, PNG, WebP hoặc PDF đọc được. Chụp lại giấy rồi chọn.")

_LOCKED = msg("Tệp PDF này có mật khẩu. Lưu lại không có mật khẩu, hoặc chụp lại giấy rồi chọn.")


def pages_of(sent: Path, folder: Path, *, most: int) -> list[Path]:
    """Write the pages of a picture or a PDF into a folder, as pictures of ours.

    :raise InvalidInput: naming `pages`, if it is neither, too large, or has more pages than `most`.
    """
    if sent.stat().st_size > _LARGEST:
        raise _flaw(_TOO_LARGE)
    try:
        return _drawn(sent, folder, most) if pdf.is_pdf(sent) else [paper(sent, folder / "1.webp")]
    except Unusable as refused:
        raise _flaw(_LOCKED if refused.message is pdf.LOCKED else _STRANGE) from refused


def _drawn(sent: Path, folder: Path, most: int) -> list[Path]:
    count = pdf.pages_in(sent, pdf.AT_ONCE)
    if count > most:
        raise _flaw(
            msg("Tệp PDF có %(count)s trang; nhiều nhất %(most)s trang.", count=count, most=most)
        )
    return [
        paper(_page(sent, number, folder), folder / f"{number}.webp")
        for number in range(1, count + 1)
    ]


def _page(sent: Path, number: int, folder: Path) -> Path:
    return pdf.page(sent, number, folder / f"{number}.png", pdf.AT_ONCE)


def _flaw(words: Message) -> InvalidInput:
    return InvalidInput(pages=words)
