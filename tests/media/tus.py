"""A client of tus 1.0.0 in the words of its headers, before the application itself."""

from base64 import b64encode
from hashlib import sha256
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from elearn.media.models import FileUpload

UPLOADS = "/media/uploads"
BYTES = "application/offset+octet-stream"
VERSION = {"Tus-Resumable": "1.0.0"}
FILM = b"0123456789"


def told(**facts: str) -> str:
    """Return facts as `Upload-Metadata` carries them."""
    return ",".join(f"{key} {b64encode(text.encode()).decode()}" for key, text in facts.items())


def sum_of(data: bytes) -> str:
    return f"sha256 {b64encode(sha256(data).digest()).decode()}"


class Speaker:
    """Whoever is signed in at a client, speaking the protocol."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def create(self, length: int, body: bytes = b"", /, **headers: str) -> TestResponse:
        facts = {"Upload-Length": str(length), "Upload-Metadata": told(filename="HV-15.mp4")}
        if body:
            facts["Content-Type"] = BYTES
        return self.client.post(UPLOADS, headers=VERSION | facts | headers, data=body)

    def begun(self, length: int, **headers: str) -> str:
        """Begin an upload and return its address."""
        answer = self.create(length, b"", **headers)
        assert answer.status_code == 201, answer.text
        return str(answer.location)

    def send(self, address: str, offset: int, data: bytes, **headers: str) -> TestResponse:
        facts = {"Upload-Offset": str(offset), "Content-Type": BYTES}
        return self.client.patch(address, headers=VERSION | facts | headers, data=data)

    def ask(self, address: str) -> TestResponse:
        return self.client.head(address, headers=VERSION)

    def offset(self, address: str) -> int:
        return int(self.ask(address).headers["Upload-Offset"])

    def remove(self, address: str) -> TestResponse:
        return self.client.delete(address, headers=VERSION)

    def listed(self) -> list[dict[str, Any]]:
        answer = self.client.get(UPLOADS)
        found: list[dict[str, Any]] = answer.get_json()["uploads"]
        return found


def kept(db: Session) -> FileUpload:
    """Return the only upload there is, as the database has it now."""
    return db.scalars(select(FileUpload).execution_options(populate_existing=True)).one()
