"""Files as text: UTF-8, composed letters, no tabs; and the front matter apart from the body."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from elearn.catalogue.reader.problems import Sheet
from elearn.text import msg

FENCE = "---"


def text_of(path: Path, sheet: Sheet) -> str | None:
    """Return the text of a file, or note why there is none; odd lines are noted and kept."""
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        sheet.note(0, msg("thiếu tệp này"))
        return None
    except OSError as error:
        sheet.note(0, msg("không đọc được: %(reason)s", reason=error.strerror))
        return None
    try:
        text = written.decode("utf-8-sig")  # Notepad begins a file with a mark.
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        sheet.note(line, msg("không phải UTF-8; lưu lại tệp với bảng mã UTF-8"))
        return None
    text = text.replace("\r\n", "\n")
    _note_odd_lines(text, sheet)
    return text


def _note_odd_lines(text: str, sheet: Sheet) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            sheet.note(number, msg("có dấu tab; thay bằng dấu cách"))
        if not unicodedata.is_normalized("NFC", line):
            sheet.note(number, msg("có dấu viết rời (NFD); lưu lại bằng Unicode dựng sẵn"))


def front_and_body(text: str, sheet: Sheet) -> tuple[str, str] | None:
    """Return the front matter and the body of a lecture.

    The front matter keeps its place: an empty line stands for the opening fence, so that a line
    of it has the number that an editor shows.
    """
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if not fences or fences[0]:
        sheet.note(1, msg("dòng đầu phải là ---, sau đó là phần khai báo"))
        return None
    if len(fences) == 1:
        sheet.note(1, msg("phần khai báo chưa được đóng bằng dòng ---"))
        return None
    return "\n".join(["", *lines[1 : fences[1]]]), "\n".join(lines[fences[1] + 1 :]).strip()


def folders_in(folder: Path) -> Iterator[Path]:
    """Yield the folders of lectures in the order of their names; hidden ones are not ours."""
    return (
        entry
        for entry in sorted(folder.iterdir())
        if entry.is_dir() and not entry.name.startswith((".", "_"))
    )
