"""Finished parts of a film on their shelf: the store, where the workers of all hosts find them."""

import shutil
import tarfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from elearn import clock, storage
from elearn.jobs import Work
from elearn.media.models import TranscodePart
from elearn.storage import Store, StoredFile

_MEDIA_TYPE = "application/x-tar"


@dataclass(frozen=True, slots=True)
class StoreShelf:
    """The parts of one version; each is kept as one file, so that it is there whole or not."""

    work: Work
    version_id: int

    def take(self, recipe: str, folder: Path) -> int:
        """Lay the files of the finished parts made so into the folder; return how many."""
        mine = select(TranscodePart.number, StoredFile.sha256).join(TranscodePart.file)
        fit = (TranscodePart.version_id == self.version_id, TranscodePart.recipe == recipe)
        with self.work.database.reading() as db:
            found = {row.number: row.sha256 for row in db.execute(mine.where(*fit))}
        number = 0
        while number in found and self._lay(found[number], folder):
            number += 1
        return number

    def _lay(self, sha256: str, folder: Path) -> bool:
        """Unpack a part; one that was lost or damaged is made again."""
        try:
            with self.work.store.local(sha256) as path, tarfile.open(path) as packed:
                _unpack(packed, folder)
        except (FileNotFoundError, storage.Torn):
            return False
        return True

    def keep(self, recipe: str, number: int, files: Sequence[Path]) -> None:
        """Keep the files of a part under their names.

        :raise LeaseLost: if somebody else makes this film now.
        """
        kept = self.work.store.keep(_packed(files))
        now = clock.now()
        with self.work.database.writing() as db:
            self.work.hold(db)
            file = storage.record(db, kept, media_type=_MEDIA_TYPE, now=now)
            mine = (TranscodePart.version_id == self.version_id, TranscodePart.number == number)
            part = db.scalar(select(TranscodePart).where(*mine))
            part = part or TranscodePart(version_id=self.version_id, number=number)
            part.recipe, part.file, part.made_at = recipe, file, now
            db.add(part)


def _unpack(packed: tarfile.TarFile, folder: Path) -> None:
    """Lay the files into the folder, by hand: `extractall` is safe from Python 3.11.4 on only."""
    for member in packed:
        if content := packed.extractfile(member):
            with (folder / Path(member.name).name).open("wb") as file:
                shutil.copyfileobj(content, file)


def _packed(files: Sequence[Path]) -> Path:
    """Return one file that holds these, beside them; the same files give the same bytes."""
    target = files[0].with_name("part.tar")
    with tarfile.open(target, "w") as packed:
        for path in files:
            fact = tarfile.TarInfo(path.name)
            fact.size = path.stat().st_size
            with path.open("rb") as content:
                packed.addfile(fact, content)
    return target


def forget_parts(db: Session, version_id: int) -> list[int]:
    """Take the parts of a version off the shelf, because it is ready; return their files."""
    gone = delete(TranscodePart).where(TranscodePart.version_id == version_id)
    return list(db.scalars(gone.returning(TranscodePart.file_id)))


def clear_parts(db: Session, store: Store, files: Collection[int], *, now: datetime) -> None:
    """Remove the bytes of parts that were forgotten, unless something else is made of them."""
    for file in db.scalars(select(StoredFile).where(StoredFile.id.in_(files))):
        try:
            with db.begin_nested():
                db.execute(delete(StoredFile).where(StoredFile.id == file.id))
        except IntegrityError:  # The same film was uploaded twice.
            continue
        store.discard(file.sha256, before=now)
