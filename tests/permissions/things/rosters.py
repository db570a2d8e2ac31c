"""Files of rosters that the province of the branch has sent in, at the step a page asks for."""

from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.rules.verdicts import Answer, RowStatus
from elearn.storage import remember
from tests.make import batches as make
from tests.permissions.branches import Branch, Sent, sends, thing

_TAKEN = ("people.import_undo.batch_id", "people.import_take_back.batch_id")
_AT_COLUMNS = ("people.import_columns.batch_id", "people.import_confirm.batch_id")


@thing("sent roster")
def sent_roster(branch: Branch) -> RosterBatch:
    return make.batch(branch.db, at=branch.province)


@thing("people.batch_id")
def batch_id(branch: Branch) -> int:
    batch = branch["sent roster"]
    make.row(branch.db, batch, make.entry(3))
    return int(batch.id)


@thing(*_AT_COLUMNS)
def at_columns(branch: Branch) -> int:
    return int(make.batch(branch.db, BatchState.COLUMNS, branch.province).id)


@thing("people.import_one.batch_id")
def under_way(branch: Branch) -> int:
    return int(make.batch(branch.db, BatchState.READING, branch.province).id)


@thing(*_TAKEN)
def written(branch: Branch) -> int:
    done = {"committed_at": make.RECEIVED}
    batch = make.batch(branch.db, BatchState.COMMITTED, branch.province, **done)
    make.row(branch.db, batch, make.entry(3), applied_at=make.RECEIVED)
    return int(batch.id)


@thing("people.import_result.batch_id")
def read(branch: Branch) -> int:
    """A file that lies in the store, with a row that was read of it."""
    path = branch.folder / "danh-sach.csv"
    path.write_text(f"STT,Họ và tên\n1,{branch.name}\n", encoding="utf-8")
    file = remember(branch.db, branch.store, path, media_type="text/csv", now=make.RECEIVED)
    batch = make.batch(branch.db, at=branch.province, file_name=path.name, file_id=file.id)
    make.row(branch.db, batch, make.entry(2))
    return int(batch.id)


@thing("row_id")
def row_id(branch: Branch) -> int:
    said, reasons = make.entry(4), make.doubt("known_elsewhere")
    row = make.row(branch.db, branch["sent roster"], said, RowStatus.DOUBTFUL, reasons=reasons)
    return int(row.id)


@thing("people.import_reopen.row_id")
def skipped_row(branch: Branch) -> int:
    row = make.row(branch.db, branch["sent roster"], make.entry(5), RowStatus.SKIPPED)
    return int(row.id)


@thing("question_id")
def question_id(branch: Branch) -> int:
    return int(make.question(branch.db, branch["sent roster"], branch.commune.id).id)


@sends("people.import_answer")
def answer(_branch: Branch) -> dict[str, object]:
    return {"answer": Answer.SKIP.value}


@sends("people.import_choose")
def choice(branch: Branch) -> dict[str, object]:
    return {"choice": branch.commune.id}


@sends("people.import_confirm")
def columns(_branch: Branch) -> dict[str, object]:
    return {"since": "2026-11-01"}


@sends("people.import_take")
def sheet(branch: Branch) -> Sent:
    files = {"file": ("STT,Họ và tên\n".encode(), "danh-sach.csv")}
    return Sent({"area_id": branch.province.id}, files=files)


@sends("people.import_template")
@sends("people.export_people")
def where(branch: Branch) -> dict[str, object]:
    return {"area": branch.commune.id}
