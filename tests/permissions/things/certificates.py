"""Papers that were given to her, of classes closed in the commune."""

from typing import Any

from sqlalchemy import update

from elearn import jobs
from elearn.certificates import Certificate, FileKind
from elearn.certificates.service import keep_file
from elearn.classes import TrainingClass
from tests.make import certificates as make
from tests.permissions.branches import NOW, Branch, sends, thing

_DECISION = {"number": "31/QĐ-HVPN", "decided_on": "2026-11-20", "reason": "Ghi sai họ tên."}


@thing("certificate")
def certificate(branch: Branch) -> Certificate:
    """One that is printed."""
    made = make.certificate(branch.db, branch["she"], area_id=branch.commune.id)
    paper = branch.folder / "paper.pdf"
    paper.write_bytes(f"%PDF-1.7 {branch.name}".encode() * 50)
    keep_file(branch.db, made, FileKind.RENDERED, branch.store.keep(paper), now=NOW)
    return made


@thing("certificate_id")
def certificate_id(branch: Branch) -> int:
    return int(branch["certificate"].id)


@thing("certificates.token")
def token(branch: Branch) -> str:
    return str(branch["certificate"].token)


@thing("certificates.print_again.certificate_id")
def stuck_certificate_id(branch: Branch) -> int:
    """One whose printing failed."""
    made = make.certificate(branch.db, branch["she"], area_id=branch.commune.id)
    failed = update(jobs.Job).where(jobs.Job.key == made.job_key)
    branch.db.execute(failed.values(state=jobs.JobState.FAILED))
    return made.id


@thing("closed class")
def closed_class(branch: Branch) -> TrainingClass:
    """A class that is closed, and nobody of it has been given anything."""
    return make.closed_class(branch.db, branch["she"], area_id=branch.commune.id)


@thing("certificates.issue.class_id", "certificates.give.class_id", "classes.reopen.class_id")
def closed_class_id(branch: Branch) -> int:
    return int(branch["closed class"].id)


@sends("certificates.give")
def give(branch: Branch) -> dict[str, Any]:
    order = make.order(branch.db, branch["closed class"])
    return {
        "issuer": "HVPN",
        "number": "512/QĐ-HVPN",
        "decided_on": "2026-11-18",
        "signer_name": "Trần Thị Minh Hạnh",
        "people": [*order.participation_ids],
    }


@sends("certificates.take_back")
def take_back(branch: Branch) -> dict[str, Any]:
    return _DECISION


@sends("certificates.reissue")
def reissue(branch: Branch) -> dict[str, Any]:
    one = branch["certificate"]
    words = {name: getattr(one, name) for name in ("born", "unit", "signer_name")}
    return {**_DECISION, **words, "full_name": "Vũ Thị Ngát"}


@sends("certificates.look_up")
def look_up(branch: Branch) -> dict[str, Any]:
    one = branch["certificate"]
    return {"number": one.shown_number, "who": one.full_name}
