"""Batches of rosters at any step, their rows and questions, without a file having been read."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from elearn.areas import Area
from elearn.encodings import Encoding
from elearn.people import Gender
from elearn.people.roster.models import (
    BatchState,
    QuestionKind,
    RosterBatch,
    RosterQuestion,
    RosterRow,
)
from elearn.people.roster.rules.entries import Entry, Place
from elearn.people.roster.rules.entry_json import entry_as_json
from elearn.people.roster.rules.keeping import verdict_as_json
from elearn.people.roster.rules.layout import as_json
from elearn.people.roster.rules.layouts import Heading, Layout, RosterField
from elearn.people.roster.rules.verdicts import Reason, RowStatus, Verdict
from tests.make import media
from tests.make.areas import area

RECEIVED = datetime(2026, 11, 20, 3, tzinfo=UTC)
NAME = "Danh sách chi hội trưởng Hưng Hà T11.xlsx"
_SHEET = "Sheet1"
_HEADINGS = {
    0: Heading("STT", RosterField.NUMBER, 0.98),
    1: Heading("Họ và tên", RosterField.NAME, 0.98, Encoding.TCVN3),
    2: Heading("Năm sinh", RosterField.BORN, 0.7),
    3: Heading("Ghi gì đó", RosterField.UNKNOWN, 0.0),
}
LAYOUT = Layout(_SHEET, (2,), _HEADINGS, entry_rows=(3, 4, 5), skip_rows=(6,))
SAMPLES = {
    _SHEET: {
        "rows": [
            [1, ["DANH SÁCH CÁN BỘ", "", "", ""]],
            [2, ["STT", "Họ và tên", "Năm sinh", "Ghi gì đó"]],
            [3, ["1", "NguyÔn ThÞ H­êng", "1985", "x"]],
        ],
        "hidden_columns": ["E: Ghi chú"],
        "is_hidden": False,
    }
}


def batch(
    db: Session, state: BatchState = BatchState.READY, at: Area | None = None, **values: Any
) -> RosterBatch:
    """Return a batch of Hưng Yên, its layout as guessed."""
    place = at or area(db, "Tỉnh Hưng Yên")
    file = media.stored_file(db, media_type="text/csv")
    told = {"file_id": file.id, "file_name": NAME, "received_at": RECEIVED}
    given = {**told, "layout": kept_layout(), **values}
    row = RosterBatch(area_id=place.id, sha256=file.sha256, state=state, **given)
    db.add(row)
    db.flush()
    return row


def kept_layout(*layouts: Layout) -> dict[str, Any]:
    return {"layouts": as_json(layouts or (LAYOUT,)), "left_out": [], "samples": SAMPLES}


def entry(number: int, name: str = "Nguyễn Thị Hường", **values: Any) -> Entry:
    told = {
        "gender": Gender.FEMALE,
        "phone": "0912345600",
        "born_on": date(1984, 3, 5),
        "posts": ("branch_head",),
        "place": Place(commune="Xã Hưng Hà", branch="Thôn Đồng"),
        "cells": {RosterField.NAME: name},
    }
    return Entry(_SHEET, number, name, **{**told, **values})


def row(
    db: Session,
    of: RosterBatch,
    said: Entry,
    status: RowStatus = RowStatus.NEW,
    **values: Any,
) -> RosterRow:
    """Return a row; what goes beyond the columns of its table is told of its verdict."""
    columns = {"applied_at", "undone_at", "person_id", "question_id", "stays"}
    own = {name: value for name, value in values.items() if name in columns}
    of_verdict = {name: value for name, value in values.items() if name not in own}
    verdict = Verdict(status, person_id=own.get("person_id"), **of_verdict)
    made = RosterRow(
        batch_id=of.id,
        sheet=said.sheet,
        number=said.row,
        status=status,
        entry=entry_as_json(said),
        verdict=verdict_as_json(verdict),
        **own,
    )
    db.add(made)
    db.flush()
    return made


def question(db: Session, of: RosterBatch, *choices: Any, **values: Any) -> RosterQuestion:
    """Return a question: where the people of a split commune are now, unless another is asked."""
    told = {"kind": QuestionKind.PLACE, "about": "xa minh khai||", "shown": "Xã Minh Khai"}
    made = RosterQuestion(
        batch_id=of.id, choices=[str(one) for one in choices], **{"rows": 2, **told, **values}
    )
    db.add(made)
    db.flush()
    return made


def doubt(code: str, value: str = "") -> tuple[Reason, ...]:
    return (Reason(code, value),)
