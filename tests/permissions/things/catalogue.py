"""A course taught by the branch's film, and a module that the branch's instructor is writing."""

from typing import Any

from elearn.access import Actor, Grant, Role
from elearn.catalogue.models import ModuleDraft
from tests.make import catalogue as make
from tests.make import classes, drafts
from tests.permissions.branches import NOW, Branch, Sent, sends, thing


@thing("lecture_code", "code")
def lecture_code(branch: Branch) -> str:
    code = f"BG-{branch.commune.id}"
    make.lecture(branch.db, code, medium_id=branch["medium_id"])
    return code


@thing("course")
def course(branch: Branch) -> classes.Course:
    return classes.course(branch.db, f"CT-{branch.commune.id}")


@thing("catalogue.programme.code", "catalogue.objectives.code", "learning.missing.code")
def programme_code(branch: Branch) -> str:
    return str(branch["course"].version.code)


@thing("draft")
def draft(branch: Branch) -> ModuleDraft:
    """A draft with all it must have."""
    grant = Grant(Role.INSTRUCTOR, "/", NOW.date())
    author = Actor(branch["instructor"].person_id, (grant,))
    return drafts.draft(branch.db, author, drafts.content())


@thing("catalogue.name")
def draft_name(branch: Branch) -> str:
    return str(branch["draft"].name)


@sends("catalogue.choose")
def choose(branch: Branch) -> dict[str, Any]:
    return {"medium": branch["medium_id"]}


@sends("catalogue.markdown")
def markdown(branch: Branch) -> dict[str, Any]:
    return {"source": "**hai** cột"}


@sends("catalogue.write_module")
def write(branch: Branch) -> dict[str, Any]:
    return _FORM | {"revision": branch["draft"].revision}


@sends("catalogue.autosave_module")
def autosave(branch: Branch) -> Sent:
    entries = [list(pair) for pair in _FORM.items()]
    body = {"entries": entries, "revision": branch["draft"].revision, "writer": "cua-so-1"}
    return Sent(json=body)


@sends("catalogue.publish_module")
def publish(branch: Branch) -> dict[str, Any]:
    return {"revision": branch["draft"].revision, "number": 0}


_FORM = {"title": "Hội phí", "region": "all", "block": "required"}
