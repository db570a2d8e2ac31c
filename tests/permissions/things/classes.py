"""Classes held in the commune, in each of their states, with her in them."""

from dataclasses import replace
from typing import Any

from elearn import classes
from elearn.classes import ClassState, Participation, TrainingClass
from elearn.learning import Enrolment
from tests.make import classes as make
from tests.permissions.branches import NOW, Branch, Sent, sends, thing


@thing("open class")
def open_class(branch: Branch) -> TrainingClass:
    return make.training_class(branch.db, branch["course"], at=branch.commune)


@thing("place")
def place(branch: Branch) -> Participation:
    """Her place in the open class, and so on its programme."""
    branch.db.add(
        Enrolment(
            person_id=branch["person_id"],
            programme_version_id=branch["course"].version.id,
            enrolled_at=make.OPENED,
        )
    )
    return make.participation(branch.db, branch["open class"], branch["she"])


@thing("class_id")
def class_id(branch: Branch) -> int:
    return int(branch["place"].training_class_id)


@thing("participation_id")
def participation_id(branch: Branch) -> int:
    return int(branch["place"].id)


@thing("classes.begin.class_id")
def planned_class_id(branch: Branch) -> int:
    planned = make.training_class(
        branch.db, branch["course"], at=branch.commune, state=ClassState.PLANNED
    )
    return planned.id


@sends("classes.new")
def new(branch: Branch) -> dict[str, Any]:
    return {"programme": branch["course"].version.code}


@sends("classes.open_new")
def open_new(branch: Branch) -> Sent:
    form = {
        "name": "Chi hội trưởng",
        "organiser": f"Hội LHPN {branch.name}",
        "area_id": branch.commune.id,
        "starts_on": "2026-11-21",
        "ends_on": "2026-12-15",
        "electives": [*branch["course"].chosen],
    }
    return Sent(data=form, query=new(branch))


@sends("classes.open_new", "province")
def open_provincial(branch: Branch) -> Sent:
    """A class of the whole province."""
    sent: Sent = open_new(branch)
    return replace(sent, data={**sent.data, "area_id": branch.province.id})


@sends("classes.admit")
def admit(branch: Branch) -> dict[str, Any]:
    return {"person": branch["colleague_id"]}


@sends("classes.admit", "stranger")
def admit_stranger(branch: Branch) -> dict[str, Any]:
    """Somebody of the other branch."""
    return {"person": branch.other["colleague_id"]}


@sends("classes.close")
def close(branch: Branch) -> dict[str, Any]:
    shown = classes.closing_list(branch.db, branch["place"].training_class, now=NOW)
    return {"guard": shown.guard}


@sends("classes.leave")
@sends("classes.cancel")
@sends("classes.reopen")
def reason(branch: Branch) -> dict[str, Any]:
    return {"reason": "Lớp dời sang tháng sau."}
