"""The same workbook back with a column more: its own parts are edited, nothing is written anew.

Cells are put into the XML of the sheets, a few looks into that of the styles; every other part,
and all else of these two, stays byte for byte. The memory needed does not grow with the rows.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from elearn.workbooks.marking.parts import STYLES, parts_of
from elearn.workbooks.marking.pieces import Broken
from elearn.workbooks.marking.sheets import Looks, Spot, marked, spot_for
from elearn.workbooks.marking.styles import Styles
from elearn.workbooks.marking.values import Mark, Marks, Tint

__all__ = ["Broken", "Mark", "Marks", "Tint", "mark_workbook"]
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Job:
    marks: Marks
    spot: Spot
    looks: Looks


def mark_workbook(path: Path, sheets: Mapping[str, Marks], target: IO[bytes]) -> None:
    """Write the .xlsx file anew with a column beside the rows of these sheets.

    :raise Broken: if it is none, lacks one of the sheets, or cannot be edited as it is written.
    """
    try:
        with zipfile.ZipFile(path) as book, zipfile.ZipFile(target, "w") as copy:
            jobs, styles = _planned(book, sheets)
            for info in book.infolist():
                _copy(copy, info, _content(book, info, jobs, styles))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError) as problem:
        raise Broken from problem


def _planned(
    book: zipfile.ZipFile, sheets: Mapping[str, Marks]
) -> tuple[dict[str, _Job], bytes | None]:
    """Return what is to be done with which part, and the styles for it."""
    parts = parts_of(book)
    has_styles = STYLES in book.namelist()
    styles = Styles(book.read(STYLES)) if has_styles else None
    jobs = {}
    for name, marks in sheets.items():
        with book.open(parts[name]) as stream:
            spot = spot_for(stream, marks)
        tints = styles.tinted(spot.body_style, Tint) if styles else {}
        jobs[parts[name]] = _Job(marks, spot, Looks(spot.head_style, tints))
    return jobs, styles.xml if styles else None


def _content(
    book: zipfile.ZipFile, info: zipfile.ZipInfo, jobs: Mapping[str, _Job], styles: bytes | None
) -> Iterator[bytes]:
    if info.filename == STYLES and styles is not None:
        yield styles
        return
    with book.open(info) as stream:
        job = jobs.get(info.filename)
        yield from (
            marked(stream, job.marks, job.spot, job.looks)
            if job
            else iter(lambda: stream.read(_CHUNK), b"")
        )


def _copy(copy: zipfile.ZipFile, info: zipfile.ZipInfo, content: Iterable[bytes]) -> None:
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type, same.external_attr = info.compress_type, info.external_attr
    with copy.open(same, "w", force_zip64=info.file_size > zipfile.ZIP64_LIMIT // 2) as part:
        waiting, size = [], 0
        for piece in content:
            waiting.append(piece)
            size += len(piece)
            if size >= _CHUNK:
                part.write(b"".join(waiting))
                waiting, size = [], 0
        part.write(b"".join(waiting))
