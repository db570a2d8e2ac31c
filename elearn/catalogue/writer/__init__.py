"""Writes the catalogue as the folder the reader reads: what says it already is not touched.

A folder is first put together elsewhere and read; only what reads as it should is put in its place.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from elearn.catalogue.reader import Catalogue, Unreadable, read
from elearn.catalogue.writer.files import Files, copy, put, text_there
from elearn.catalogue.writer.index import INDEX, index_texts
from elearn.catalogue.writer.lecture import files_of
from elearn.catalogue.writer.merging import EMPTY, NOWHERE, means_the_same, merged, places_in
from elearn.errors import Conflict
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Written:
    """What an export did: files written and removed, and codes of which only the folder knows."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unknown: tuple[str, ...]


def write(folder: Path, published: Catalogue) -> Written:
    """Make the folder say what is published, file by file; what it says already is not touched.

    A folder that is missing or empty is filled. Things that are not published stay where they are.

    :raise Conflict: if the folder holds something else than a catalogue.
    :raise Unreadable: if what the folder holds, or would hold, cannot be read.
    """
    folder = folder.resolve()
    there = _catalogue_in(folder)
    whole = merged(there, published)
    files = _files(folder, there, whole)
    for path in sorted(files, key=lambda path: path.name == INDEX):  # It names what must be there.
        put(folder / path, files[path])
    known = {text.code for text in (*published.lectures, *published.modules, *published.programmes)}
    every = (*there.lectures, *there.modules, *there.programmes)
    return Written(
        written=tuple(str(path) for path, text in files.items() if text is not None),
        removed=tuple(str(path) for path, text in files.items() if text is None),
        unknown=tuple(text.code for text in every if text.code not in known),
    )


def _catalogue_in(folder: Path) -> Catalogue:
    """Return what the folder says; nothing if there is nothing in it."""
    if (folder / INDEX).exists():
        return read(folder)
    if folder.exists() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
        raise Conflict(
            msg(
                "%(folder)s không trống và không có catalogue.yaml; chưa ghi gì cả.",
                folder=folder.name,
            )
        )
    return EMPTY


def _files(folder: Path, there: Catalogue, whole: Catalogue) -> Files:
    """Return the files to be written or removed, of which it is known that they read right."""
    files = _lecture_files(there, whole)
    written = text_there(folder / INDEX)
    refused: Unreadable | None = None
    for text in index_texts(written, there, whole):
        tried = {**files, **({Path(INDEX): text} if text != written else {})}
        try:
            if means_the_same(_tried(folder, tried), whole):
                return tried
        except Unreadable as problems:
            refused = problems
    raise refused or Conflict(msg("Danh mục không ghi ra tệp được; chưa ghi gì cả."))


def _lecture_files(there: Catalogue, whole: Catalogue) -> Files:
    before = {text.code: text for text in there.lectures}
    places, places_before = places_in(whole), places_in(there)
    return {
        Path(text.code, name): content
        for text in whole.lectures
        for name, content in files_of(
            text,
            places.get(text.code, NOWHERE),
            before.get(text.code),
            places_before.get(text.code, NOWHERE),
        )
    }


def _tried(folder: Path, files: Files) -> Catalogue:
    """Return what the folder would say with these files, without touching it."""
    with TemporaryDirectory() as elsewhere:
        stage = Path(elsewhere, folder.name)
        copy(folder, stage)
        for path, text in files.items():
            put(stage / path, text)
        return read(stage)


__all__ = ["Written", "write"]
