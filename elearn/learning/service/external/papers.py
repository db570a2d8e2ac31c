"""What a paper says of a course taken elsewhere, in one spelling, and what of it cannot be."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from elearn.catalogue import ProgrammeVersion
from elearn.errors import InvalidInput
from elearn.learning.rules import CompletionForm
from elearn.learning.rules.external import plain_number
from elearn.text import Message, msg, nfc

_EARLIEST = date(1950, 1, 1)
_LATE = msg("Ngày học xong không thể sau hôm nay hoặc trước năm 1950.")
_BACKWARDS = msg("Ngày bắt đầu phải trước ngày học xong.")
_COMING = msg("Ngày cấp giấy không thể sau hôm nay.")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says of a course taken elsewhere."""

    course: str
    organiser: str
    last_on: date
    form: CompletionForm = CompletionForm.EXTERNAL
    place: str = ""
    first_on: date | None = None
    hours: int | None = None
    number: str | None = None
    paper_on: date | None = None
    programme_version_id: int | None = None
    note: str = ""

    def cleaned(self) -> "Paper":
        """Return the same with single spaces and composed letters."""
        return replace(
            self,
            course=nfc(self.course),
            organiser=nfc(self.organiser),
            place=nfc(self.place),
            note=nfc(self.note),
            number=plain_number(self.number),
        )


def check(db: Session, paper: Paper, today: date) -> None:
    """Refuse what cannot be.

    :raise InvalidInput: naming every field at fault.
    """
    flaws = dict((*_lacking(paper), *_wrong_days(paper, today)))
    if paper.programme_version_id and not db.get(ProgrammeVersion, paper.programme_version_id):
        flaws["programme_version_id"] = msg("Không có chương trình này.")
    if flaws:
        raise InvalidInput(**flaws)


def _lacking(paper: Paper) -> Iterator[tuple[str, Message]]:
    if not paper.course:
        yield "course", msg("Ghi tên lớp hoặc khóa học.")
    if not paper.organiser:
        yield "organiser", msg("Ghi nơi mở lớp, cấp giấy.")
    if paper.hours is not None and paper.hours < 1:
        yield "hours", msg("Số tiết là một số từ 1 đến 5.000.")


def _wrong_days(paper: Paper, today: date) -> Iterator[tuple[str, Message]]:
    if not _EARLIEST <= paper.last_on <= today:
        yield "last_on", _LATE
    if paper.first_on and not _EARLIEST <= paper.first_on <= paper.last_on:
        yield "first_on", _BACKWARDS
    if paper.paper_on and not _EARLIEST <= paper.paper_on <= today:
        yield "paper_on", _COMING
