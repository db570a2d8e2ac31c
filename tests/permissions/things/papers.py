"""Papers the chair has entered of her own, one that waits and one that counts."""

from datetime import date
from typing import Any

from elearn import learning
from elearn.access import OPERATOR
from elearn.learning import Achievement, CompletionForm
from elearn.learning.rules.external import RecordState
from elearn.storage import remember
from tests.make import papers as make
from tests.permissions.branches import NOW, Branch, Sent, sends, thing

_FORM = {
    "course": "Kỹ năng tuyên truyền",
    "organiser": "Trường Chính trị tỉnh",
    "last_on": "2026-05-20",
    "kind": "external",
    "programme_version_id": "0",
}


@thing("learning.record_id")
def record_id(branch: Branch) -> int:
    path = branch.folder / f"paper-{branch.name}"
    path.write_bytes(branch.name.encode())
    page = remember(branch.db, branch.store, path, media_type="image/webp", now=NOW)
    return int(make.record(branch.db, branch["she"], pages=(page,)).id)


@thing("learning.record_page.number")
def number(_branch: Branch) -> int:
    return 1


@thing("learning.take_back_record.record_id", "learning.take_back_record_page.record_id")
def confirmed_id(branch: Branch) -> int:
    version, day = branch["course"].version, date(2024, 5, 6)
    done = Achievement(branch["she"].id, version.id, day, CompletionForm.EXTERNAL, source="số 1")
    counted = learning.complete(branch.db, OPERATOR, done, now=NOW)
    decided: dict[str, Any] = {"state": RecordState.CONFIRMED, "decided_at": NOW}
    counts = {"programme_version_id": version.id, "completion_id": counted.id}
    row = make.record(branch.db, branch["she"], last_on=day, **decided, **counts)
    return int(row.id)


@sends("learning.records")
@sends("learning.new_record")
def about_her(branch: Branch) -> Sent:
    return Sent(query={"person": branch["person_id"]})


@sends("learning.give_record")
def entering(branch: Branch) -> Sent:
    return Sent(_FORM, {"person": branch["person_id"]})


@sends("learning.give_correction")
def correcting(_branch: Branch) -> dict[str, str]:
    return _FORM


@sends("learning.confirm_record")
def confirming(branch: Branch) -> dict[str, object]:
    return {"programme_version_id": branch["course"].version.id, "kind": "external"}


@sends("learning.refuse_record")
@sends("learning.take_back_record")
def reason(_branch: Branch) -> dict[str, str]:
    return {"reason": "Giấy không rõ số."}
