"""The head of the chain in a file of the home: what a copy kept elsewhere is compared with."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.audit.models import AuditSeal
from elearn.audit.queries import last_seal
from elearn.audit.rules import Head
from elearn.errors import Refusal
from elearn.text import msg

FILE = "audit-head"


def read(path: Path) -> Head | None:
    """Return the head a file tells of, or nothing if there is no such file.

    :raise Refusal: if it is a file of something else.
    """
    if not path.exists():
        return None
    number, _, hash_ = path.read_text(encoding="ascii", errors="replace").strip().partition(" ")
    if not number.isdigit() or len(hash_) != len(Head().hash):
        raise Refusal(msg("%(path)s không phải là tệp ghi đầu chuỗi nhật ký.", path=str(path)))
    return Head(int(number), hash_)


def keep(db: Session, home: Path) -> None:
    """Write the head of the chain to the file of this home, as a whole or not at all.

    :raise Refusal: if the file tells of a seal that the chain does not have: it was cut off, or
        written anew, or an older backup was restored. The file is then left as it is.
    """
    path, last = home / FILE, last_seal(db)
    told = read(path)
    if told is not None and not holds(db, told):
        raise Refusal(
            msg(
                "Nhật ký không còn dấu niêm phong số %(number)s mà tệp %(path)s ghi lại. Chạy"
                " “elearn audit verify”; nếu vừa khôi phục bản sao lưu cũ hơn thì xóa tệp ấy.",
                number=told.number,
                path=str(path),
            )
        )
    if last is not None and (told is None or told.hash != last.hash):
        _replace(path, f"{last.number} {last.hash}\n")


def holds(db: Session, head: Head) -> bool:
    """Return whether the chain has this seal."""
    found = select(AuditSeal.hash).where(AuditSeal.number == head.number)
    return db.scalar(found) == head.hash


def _replace(path: Path, text: str) -> None:
    with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # After a power cut the name must not stand over nothing.
    Path(file.name).replace(path)
