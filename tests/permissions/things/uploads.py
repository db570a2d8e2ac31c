"""A file that the branch's instructor is sending."""

from datetime import timedelta

from elearn.people import Person
from tests.make.uploads import file_upload
from tests.permissions.branches import NOW, Branch, Sent, sends, thing

_TUS = {"Tus-Resumable": "1.0.0"}
_BYTES = {**_TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}


@thing(
    "media.name_upload.token",
    "media.retry_upload.token",
    "media.tus_send.token",
    "media.tus_remove.token",
    "media.tus_instead.token",
)
def upload_token(branch: Branch) -> str:
    owner = branch.db.get_one(Person, branch["instructor"].person_id)
    return file_upload(branch.db, owner, expires_at=NOW + timedelta(days=1)).token


@sends("media.name_upload")
def typed_name(branch: Branch) -> Sent:
    return Sent(json={"title": f"Quản lý hội viên {branch.name}"})


@sends("media.tus_create")
def beginning(_branch: Branch) -> Sent:
    return Sent(headers={**_TUS, "Upload-Length": "10"})


@sends("media.tus_send")
def bytes_that_follow(_branch: Branch) -> Sent:
    return Sent(headers=_BYTES)


@sends("media.tus_remove")
def taking_back(_branch: Branch) -> Sent:
    return Sent(headers=_TUS)


@sends("media.tus_instead")
def bytes_by_post(_branch: Branch) -> Sent:
    return Sent(headers={**_BYTES, "X-HTTP-Method-Override": "PATCH"})
