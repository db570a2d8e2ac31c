"""Files put in place as a whole: whoever reads meets the old text or the new one, never half."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from elearn.catalogue.reader import folders_in
from elearn.catalogue.writer.lecture import CAPTIONS, LECTURE, SLIDES

#: What a file is to hold, by its path in the folder; nothing where it is to go.
Files = Mapping[Path, str | None]


def text_there(path: Path) -> str | None:
    """Return the text of a file to the ends of its lines; nothing if there is no file."""
    return path.read_bytes().decode() if path.exists() else None


def put(path: Path, text: str | None) -> None:
    """Write a file, its folder too if need be; or remove it."""
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_bytes(text.encode())
    aside.replace(path)


def copy(folder: Path, stage: Path) -> None:
    """Copy what the reader would read."""
    stage.mkdir()
    if not (folder / "catalogue.yaml").exists():
        return
    shutil.copy(folder / "catalogue.yaml", stage)
    for lecture in folders_in(folder):
        (stage / lecture.name).mkdir()
        for name in (LECTURE, SLIDES, CAPTIONS):
            if (lecture / name).exists():
                shutil.copy(lecture / name, stage / lecture.name)
